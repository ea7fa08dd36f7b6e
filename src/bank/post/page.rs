//! The first pass: from the elements of a page to headings, blocks and folds. Elements that mean nothing here show
//! through; no page is refused.

use super::super::problem::Problem;
use super::super::text::{Block, is_safe_link};
use super::element::{Element, holds};
use super::frame::{Kind, Mark, Part};
use super::gather::Gather;
use super::markup::{Token, plain};
use super::table::{self, Table};
use super::{code, heading};

pub fn read(page: &[Token]) -> (Vec<Part>, Vec<Problem>) {
    let mut gather = Gather::new();
    let mut at = 0;
    while let Some(token) = page.get(at) {
        at += 1;
        match token {
            Token::Text(text) => gather.text(&plain(text)),
            Token::End => gather.close(),
            Token::Start(element) => {
                let inside = &page[at..at + element.length];
                // The author has named the outermost, so it is read, also where it is hidden.
                let is_read = match element.is_skipped() {
                    true if at == 1 || gather.is_label(element) => gather.wrap(element),
                    true => false,
                    false => gather.start(element, inside),
                };
                if !is_read {
                    at += element.length + 1;
                }
            }
        }
    }
    gather.finish()
}

// Each of these says whether what is in the element comes next.
impl Gather {
    fn start(&mut self, element: &Element, inside: &[Token]) -> bool {
        if self.is_in_line() {
            return self.start_in_line(element, inside);
        }
        if let Some(level) = element.heading_level() {
            return self.start_heading(element, level, inside);
        }
        match element.name {
            "blockquote" => self.enter(Kind::Quote, true),
            "ul" | "ol" => self.enter(Kind::List { is_numbered: element.name == "ol", items: Vec::new() }, true),
            "li" if self.is_in(|kind| matches!(kind, Kind::List { .. })) => self.enter(Kind::Item { checked: None }, true),
            "details" => {
                let start = heading::Start::of(element, 0, &[]);
                self.enter(Kind::Fold { start, summary: None }, true)
            }
            "summary" if self.is_in(|kind| matches!(kind, Kind::Fold { summary: None, .. })) => {
                self.learn(element, inside);
                self.enter(Kind::Summary, true)
            }
            "pre" => {
                let around = self.frames.iter().rev().take(3).find_map(|frame| match &frame.kind {
                    Kind::Wrapper { language, .. } => language.clone(),
                    _ => None,
                });
                self.listings(code::block(element, inside, around))
            }
            _ if code::is_frame(element, inside) => self.listings(code::framed(element, inside)),
            "table" if !holds(inside, &LAYOUT) && !is_placing(element) => self.enter(Kind::Table(Table::default()), true),
            "tr" => {
                if let Kind::Table(table) = &mut self.holder().kind {
                    table.begin_row();
                }
                self.wrap(element)
            }
            "td" | "th" if self.is_in(|kind| matches!(kind, Kind::Table(_))) => {
                self.enter(Kind::Cell(table::Start::of(element)), true)
            }
            "input" => self.tick(element),
            // At the end of a post it holds what the blog has to say; in a quote, who said it.
            "footer" => self.is_in(|kind| matches!(kind, Kind::Quote)) && self.wrap(element),
            _ => self.start_in_line(element, inside),
        }
    }

    /// What may stand in a line. Blocks do not stop one that is a heading.
    fn start_in_line(&mut self, element: &Element, inside: &[Token]) -> bool {
        match element.name {
            "br" => self.text(" "),
            "img" => {
                let alt = element.get("alt").unwrap_or_default();
                match element.has_class(&LETTERS) {
                    true => self.text(&alt),
                    false => self.picture(element.get("src").unwrap_or_default(), &alt),
                }
            }
            "math" => return self.formula(element, inside),
            "code" | "kbd" | "samp" | "tt" => return self.enter(Kind::Mark(Mark::Code), false),
            "em" | "i" | "cite" | "dfn" | "var" => return self.enter(Kind::Mark(Mark::Emphasis), false),
            "strong" | "b" => return self.enter(Kind::Mark(Mark::Strong), false),
            "dt" => return self.enter(Kind::Mark(Mark::Strong), true),
            "a" => return self.link(element, inside),
            _ => {
                if element.heading_level().is_some() {
                    self.learn(element, inside);
                }
                return self.wrap(element);
            }
        }
        false
    }

    fn enter(&mut self, kind: Kind, is_block: bool) -> bool {
        self.open(kind, is_block);
        true
    }

    fn is_in(&mut self, wanted: impl Fn(&Kind) -> bool) -> bool {
        wanted(&self.holder().kind)
    }

    fn wrap(&mut self, element: &Element) -> bool {
        let is_block = element.is_block();
        if is_block {
            self.flush();
        }
        let is_section = element.name == "section" || element.name == "div" && element.has_class(&["section"]);
        let section = element.get("id").filter(|id| is_section && !heading::is_counted(id));
        let parts_before = if is_section { self.holder().parts.len() } else { 0 };
        let (is_head, is_aside) = (element.name == "header", element.is(&["aside", "figure", "caption"]));
        self.enter(Kind::Wrapper { is_head, is_aside, section, language: code::language(element), parts_before }, is_block)
    }

    fn start_heading(&mut self, element: &Element, level: u8, inside: &[Token]) -> bool {
        let mut start = heading::Start::of(element, level, inside);
        self.flush();
        // Some generators give the heading's id to the section that it opens.
        let parts = self.holder().parts.len();
        let mut is_title = element.has_class(&TITLES);
        for frame in self.frames.iter().rev().take_while(|frame| !frame.kind.holds_blocks()) {
            if let Kind::Wrapper { is_head, section, parts_before, .. } = &frame.kind {
                is_title |= is_head;
                let is_first = *parts_before == parts;
                start.id = start.id.or_else(|| section.clone().filter(|_| is_first));
            }
        }
        // The title of a post, whatever its rank.
        if is_title && !self.has_heading {
            start.level = 1;
        }
        self.has_heading = true;
        self.enter(Kind::Heading(start), true)
    }

    /// Whether it is the button that a heading consists of, for what folds out under it.
    fn is_label(&self, element: &Element) -> bool {
        element.name == "button" && self.heading().is_some_and(heading::Start::is_bare)
    }

    /// A summary, or a heading in it, may know what its `details` element does not.
    fn learn(&mut self, element: &Element, inside: &[Token]) {
        if let Kind::Fold { start, .. } = &mut self.holder().kind {
            start.learn(element, inside);
        }
    }

    fn link(&mut self, element: &Element, inside: &[Token]) -> bool {
        let address = element.get("href").unwrap_or_default();
        let heading = self.heading();
        match heading {
            Some(start) if start.drops(element, inside) => false,
            // A link from a heading to a place on its page says nothing in a question.
            _ if !is_safe_link(&address) || heading.is_some() && address.starts_with('#') => self.wrap(element),
            _ => self.enter(Kind::Mark(Mark::Link(address)), false),
        }
    }

    /// As its author wrote it, where that has come along.
    fn formula(&mut self, element: &Element, inside: &[Token]) -> bool {
        let source = inside.iter().zip(inside.iter().skip(1)).find_map(|pair| match pair {
            (Token::Start(element), Token::Text(text)) if element.name == "annotation" => Some(plain(text)),
            _ => None,
        });
        match source {
            Some(source) => {
                self.code(source.trim());
                false
            }
            None => self.wrap(element),
        }
    }

    fn tick(&mut self, input: &Element) -> bool {
        if let Kind::Item { checked } = &mut self.holder().kind
            && input.get("type").is_some_and(|its| its == "checkbox")
        {
            *checked = checked.or(Some(input.has("checked")));
        }
        false
    }

    fn listings(&mut self, listings: impl IntoIterator<Item = Block>) -> bool {
        self.flush();
        for block in listings {
            self.block(block);
        }
        false
    }
}

/// As themes name the title of a post.
const TITLES: [&str; 5] = ["article-title", "entry-title", "p-name", "page-title", "post-title"];

/// Whether its author says that it only places things.
fn is_placing(table: &Element) -> bool {
    table.get("role").is_some_and(|role| role == "presentation" || role == "none")
}

/// Pictures that are letters or formulas.
const LETTERS: [&str; 4] = ["emoji", "latex", "math", "wp-smiley"];

/// A table that holds these is no table of words.
const LAYOUT: [&str; 8] = ["pre", "h1", "h2", "h3", "h4", "h5", "h6", "details"];
