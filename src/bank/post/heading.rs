//! What a heading of a page says beside its words: generators put links to the heading itself into it, and leave the
//! braces of an author standing that they do not know.

use super::super::Level;
use super::super::outline::{Heading, slug};
use super::super::text::{Inline, is_blank};
use super::element::Element;
use super::markup::Token;

/// What is known of a heading before its words.
pub struct Start {
    pub level: u8,
    pub id: Option<String>,
    beside: Beside,
    classes: Vec<String>,
    topic: Option<String>,
}

impl Start {
    pub fn of(element: &Element, level: u8, inside: &[Token]) -> Start {
        let mut start = Start { level, id: None, beside: Beside::Nothing, classes: Vec::new(), topic: None };
        start.learn(element, inside);
        start
    }

    /// Takes from an element around the heading or inside it what is not known yet.
    pub fn learn(&mut self, element: &Element, inside: &[Token]) {
        let (beside, place) = permalinks(inside);
        if self.id.is_none() {
            self.id = element.get("id").or(place).filter(|id| !is_counted(id));
        }
        if self.topic.is_none() {
            self.topic = element.get("data-topic").or_else(|| element.get("topic"));
        }
        if self.classes.is_empty() {
            // Of all the classes that a theme writes, these are the author's.
            self.classes = element.classes().filter(|class| is_level(class)).map(str::to_owned).collect();
        }
        if self.beside < beside {
            self.beside = beside;
        }
    }

    /// Whether this link is there for the heading's own address, and its words are not read.
    pub fn drops(&self, link: &Element, inside: &[Token]) -> bool {
        // A heading that is a link as a whole keeps its words, also where a number stands before it.
        let least = if has_letters(inside) { Beside::Words } else { Beside::Signs };
        is_permalink(link, inside) && self.beside >= least
    }

    /// Whether nothing is to be read in it but controls and permalinks.
    pub fn is_bare(&self) -> bool {
        self.beside == Beside::Nothing
    }

    pub fn finish(self, line: usize, mut text: Vec<Inline>) -> Heading {
        let Start { level, id, classes, topic, .. } = self;
        let attributes = topic.map(|topic| ("topic".to_owned(), Some(topic))).into_iter().collect();
        // Some generators make an id of all that stands in the braces.
        let in_id = id.as_ref().filter(|id| id.contains(' ')).map(|id| format!("#{id}"));
        let braces = take_braces(&mut text).or(in_id).unwrap_or_default();
        let mut heading = Heading { line, level, text, id, is_own_id: false, classes, attributes };
        for word in braces.split_whitespace() {
            if let Some(id) = word.strip_prefix('#') {
                // The generator has made its id of the words and the braces alike.
                heading.id = Some(id.to_owned());
                heading.is_own_id = true;
            } else if let Some(class) = word.strip_prefix('.') {
                heading.classes.retain(|known| known != class);
                heading.classes.push(class.to_owned());
            } else if let Some((name, value)) = word.split_once('=') {
                heading.attributes.retain(|(known, _)| known != name);
                heading.attributes.push((name.to_owned(), Some(value.trim_matches(QUOTES).to_owned())));
            }
        }
        heading
    }
}

/// An id that a generator counts out (`id3`, `_1`, `section-2`), where it can make none of the words. The next heading
/// that is put in would change it.
pub fn is_counted(id: &str) -> bool {
    let word = id.trim_matches(|letter: char| letter.is_ascii_digit() || letter == '-' || letter == '_');
    ["", "h", "heading", "id", "section", "toc"].contains(&word)
}

const QUOTES: [char; 4] = ['"', '\'', '“', '”'];

fn is_level(class: &str) -> bool {
    Level::ALL.iter().any(|level| level.name() == class)
}

/// What there is to read in a heading beside its permalinks.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Beside {
    Nothing,
    /// Numbers, marks.
    Signs,
    Words,
}

/// And the place on the page that they name.
fn permalinks(inside: &[Token]) -> (Beside, Option<String>) {
    let mut place = None;
    let text = text_without(inside, |element, inside| {
        let is_permalink = is_permalink(element, inside);
        if is_permalink && place.is_none() {
            place = element.get("href").and_then(|href| href.strip_prefix('#').map(str::to_owned));
        }
        is_permalink
    });
    let beside = match text.trim() {
        "" => Beside::Nothing,
        text if text.contains(char::is_alphabetic) => Beside::Words,
        _ => Beside::Signs,
    };
    (beside, place)
}

/// What there is to read without some of the elements.
fn text_without(tokens: &[Token], mut passed: impl FnMut(&Element, &[Token]) -> bool) -> String {
    let mut text = String::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            Token::Text(words) => text.push_str(words),
            Token::Start(element) if element.is_skipped() || passed(element, &tokens[at..at + element.length]) => {
                at += element.length;
            }
            Token::Start(_) | Token::End => {}
        }
    }
    text
}

/// A link to a place with nothing to read in it; or with the class of a permalink, and other words than those that its
/// place is named after.
fn is_permalink(element: &Element, inside: &[Token]) -> bool {
    let address = element.get("href").unwrap_or_default();
    let Some((_, place)) = address.split_once('#').filter(|_| element.name == "a") else { return false };
    let words = slug(&text_without(inside, |_, _| false));
    words.is_empty() || element.has_class(&PERMALINKS) && !place.to_ascii_lowercase().starts_with(&words)
}

const PERMALINKS: [&str; 12] = [
    "anchor",
    "anchor-heading",
    "anchor-link",
    "anchorjs-link",
    "direct-link",
    "hash-link",
    "header-anchor",
    "header-link",
    "headerlink",
    "heading-anchor",
    "heading-link",
    "permalink",
];

fn has_letters(inside: &[Token]) -> bool {
    text_without(inside, |_, _| false).contains(char::is_alphanumeric)
}

/// Takes `{#id .level topic=name}` from the end of the text. What does not look like it stays where it is.
fn take_braces(text: &mut Vec<Inline>) -> Option<String> {
    while text.len() > 1 && text.last().is_some_and(|last| is_blank(std::slice::from_ref(last))) {
        text.pop();
    }
    let Some(Inline::Text(last)) = text.last_mut() else { return None };
    let open = last.rfind('{')?;
    let braces = last[open + 1..].trim_end().strip_suffix('}')?.to_owned();
    let mut words = braces.split_whitespace().peekable();
    let means_it = |word: &str| word.len() > 1 && (word.starts_with(['#', '.']) || word.contains('='));
    words.peek()?;
    if !words.all(means_it) {
        return None;
    }
    last.truncate(last[..open].trim_end().len());
    if last.is_empty() {
        text.pop();
    }
    Some(braces)
}
