//! What is a keyword and what a string in a listing: marks in its text, made by `bank compile` and taken out where it is shown.
//!
//! A mark is a NUL, and it stands around the marked parts: `\0kdef\0 \0fhello\0():`. The first letter of such a part says
//! what it is (a [`Kind`]). NUL is in no text of a bank, because those who read banks let none in. So the marks need no
//! escapes and no place of their own, and a text without them is a listing that nobody has marked.

const MARK: char = '\0';

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Keyword,
    Text,
    /// A number, or a constant of the language.
    Number,
    Comment,
    /// Of a function or a type, where it is defined.
    Name,
    BuiltIn,
}

impl Kind {
    /// Its class in `static/basics.css`.
    fn letter(self) -> char {
        match self {
            Kind::Keyword => 'k',
            Kind::Text => 's',
            Kind::Number => 'n',
            Kind::Comment => 'c',
            Kind::Name => 'f',
            Kind::BuiltIn => 'b',
        }
    }
}

/// Puts marks around those parts that are of a kind.
pub fn marked<'text>(parts: impl IntoIterator<Item = (Option<Kind>, &'text str)>) -> String {
    let mut text = String::new();
    for (kind, part) in parts {
        match kind {
            Some(kind) => text.extend([MARK.to_string().as_str(), &kind.letter().to_string(), part, &MARK.to_string()]),
            None => text.push_str(part),
        }
    }
    text
}

/// The parts of a listing, each with the letter of its kind, or nothing.
pub fn parts(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split(MARK).enumerate().map(|(n, part)| part.split_at_checked(n % 2).unwrap_or(("", part)))
}
