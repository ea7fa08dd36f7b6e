//! What stands in a line: words, code, emphasis, links, images.

use super::super::super::text::{Inline, is_image_address, is_safe_link, plain};
use super::Tree;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

impl<'source> Tree<'source> {
    /// Inlines up to the end of the element we are in.
    pub(super) fn inlines(&mut self, span: &Range<usize>) -> Vec<Inline> {
        let mut inlines = Vec::new();
        if !self.enter(span) {
            return inlines;
        }
        while let Some((event, span)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, &span, &mut inlines);
        }
        self.depth -= 1;
        inlines
    }

    pub(super) fn inline(&mut self, event: Event<'source>, span: &Range<usize>, into: &mut Vec<Inline>) {
        match event {
            Event::Text(text) => push_text(into, &text),
            Event::SoftBreak | Event::HardBreak => push_text(into, " "),
            Event::Code(code) => into.push(Inline::Code(code.to_string())),
            Event::Start(Tag::Emphasis) => into.push(Inline::Emphasis(self.inlines(span))),
            Event::Start(Tag::Strong) => into.push(Inline::Strong(self.inlines(span))),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let mailbox = link_type == LinkType::Email;
                let dest_url = if mailbox { format!("mailto:{dest_url}").into() } else { dest_url };
                let text = self.inlines(span);
                if is_safe_link(&dest_url) {
                    into.push(Inline::Link(dest_url.to_string(), text));
                } else {
                    let what = format!("the link “{dest_url}” leads nowhere safe");
                    self.problem(span, what, "begin it with https://, http://, mailto: or #");
                    append(into, text);
                }
            }
            Event::TaskListMarker(checked) => self.mark = Some(checked),
            Event::InlineHtml(html) if html.starts_with("<!--") => {}
            Event::Start(Tag::Image { dest_url, .. }) => {
                let words = self.inlines(span);
                if is_image_address(&dest_url) {
                    let words = plain(&words);
                    let words = if words.is_empty() { Vec::new() } else { vec![Inline::Text(words)] };
                    into.push(Inline::Image(dest_url.to_string(), words));
                } else {
                    let what = format!("the image “{dest_url}” cannot be shown");
                    let mend = if dest_url.starts_with("http:") {
                        "begin it with https://: pages that come so show no others"
                    } else {
                        "begin it with https://, or write where it is from beside the bank, such as images/loop.png"
                    };
                    self.problem(span, what, mend);
                    append(into, words);
                }
            }
            _ => self.unsupported(span, "raw HTML"),
        }
    }
}

pub(super) fn is_inline(event: &Event) -> bool {
    match event {
        Event::Text(_)
        | Event::Code(_)
        | Event::SoftBreak
        | Event::HardBreak
        | Event::InlineHtml(_)
        | Event::TaskListMarker(_) => true,
        Event::Start(tag) => matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }),
        Event::End(end) => matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image),
        _ => false,
    }
}

pub(super) fn push_text(into: &mut Vec<Inline>, words: &str) {
    match into.last_mut() {
        Some(Inline::Text(text)) => text.push_str(words),
        _ => into.push(Inline::Text(words.to_owned())),
    }
}

/// Adds to what is there, so that words beside words are one piece.
pub fn append(into: &mut Vec<Inline>, more: Vec<Inline>) {
    for inline in more {
        match inline {
            Inline::Text(words) => push_text(into, &words),
            inline => into.push(inline),
        }
    }
}
