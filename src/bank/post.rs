//! Reads a bank from a post: from elements of a page, as a blog's generator has rendered them; `docs/bank-format.md`
//! says what is read and what is passed over.
//!
//! `static/post.js` writes the elements down as [`markup`] reads them. [`page`] makes headings and blocks of them,
//! [`fold`] decides what the `details` elements are, and [`super::outline`] reads the headings, as it does for Markdown.

mod code;
mod element;
mod fold;
mod frame;
mod gather;
mod heading;
mod markup;
mod page;
mod table;

use super::draft::Reading;
use super::hash::fingerprint;
use super::outline::{self, Node};
use frame::Part;

/// Reads of `page` what can be read. `id` names the bank in storage, `title` serves where the page has none.
pub fn read(id: &str, title: &str, page: &str) -> Reading {
    let (mut parts, problems) = page::read(&markup::read(page));
    name_title(&mut parts);
    outline::read(fold::unfold(parts), problems).lenient(id, title, fingerprint(page))
}

/// A page need not begin at the top: its first heading is the title where it is above all others.
fn name_title(parts: &mut [Part]) {
    let level = |part: &Part| match part {
        Part::Node(Node::Heading(heading)) => Some(heading.level),
        _ => None,
    };
    let Some(first) = parts.iter().position(|part| level(part).is_some()) else { return };
    let (top, below) = (parts.iter().filter_map(level).next(), parts[first + 1..].iter().filter_map(level).min());
    let folds = parts.iter().filter_map(|part| if let Part::Fold(fold) = part { Some(fold) } else { None });
    let has_questions = match below {
        Some(below) => top < Some(below),
        None => folds.clone().count() > 1 || folds.clone().any(|fold| fold::asks(&fold.summary.text)),
    };
    if let Part::Node(Node::Heading(heading)) = &mut parts[first]
        && has_questions
        && !heading.is_own_id
        && heading.classes.is_empty()
        && heading.attributes.is_empty()
    {
        heading.level = 1;
    }
}
