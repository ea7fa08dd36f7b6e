//! Rich text as data. Nothing of a bank is ever HTML; this is all that its author can say.

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    Text(String),
    Code(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    /// The address is one of those that [`is_safe_link`] lets through.
    Link(String, Vec<Inline>),
    /// An address that [`is_image_address`] lets through, and what the picture shows, in plain words. The widget is given an
    /// address only where the page has asked for images; without one, the words stand for it.
    Image(String, Vec<Inline>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(Vec<Inline>),
    /// The language as the author named it (perhaps empty), and the text; in a compiled bank with [`super::marks`].
    Code(String, String),
    /// A listing, as above, and what it prints.
    Program {
        language: String,
        source: String,
        output: String,
    },
    Bullets(Vec<Vec<Block>>),
    Numbers(Vec<Vec<Block>>),
    Quote(Vec<Block>),
    /// Columns by letters: each says to which side its cells keep (`l`eft, `m`iddle, `r`ight, or `-` as the words run). The cells
    /// stand row by row. The first row is the head; one without words is not shown.
    Table {
        columns: String,
        cells: Vec<Vec<Inline>>,
    },
}

/// The rows of a table, its head first.
pub fn rows<'a>(columns: &str, cells: &'a [Vec<Inline>]) -> impl Iterator<Item = &'a [Vec<Inline>]> {
    cells.chunks(columns.len().max(1))
}

/// The text without its markup.
pub fn plain(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_plain(inlines, &mut text);
    text
}

pub fn is_blank(text: &[Inline]) -> bool {
    plain(text).trim().is_empty()
}

fn push_plain(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(_, inner) | Inline::Image(_, inner) => {
                push_plain(inner, text);
            }
        }
    }
}

/// A link may lead to a page, a mailbox or a place on the same page. `javascript:` and its kin may not pass.
pub fn is_safe_link(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    ["https://", "http://", "mailto:", "#"].iter().any(|start| address.starts_with(start))
}

/// Whether there is nothing to see: a picture is seen, also where nobody says what it shows.
pub fn shows_nothing(line: &[Inline]) -> bool {
    line.iter().all(|inline| match inline {
        Inline::Image(address, words) => address.is_empty() && is_blank(words),
        Inline::Link(_, inner) | Inline::Emphasis(inner) | Inline::Strong(inner) => shows_nothing(inner),
        Inline::Text(words) | Inline::Code(words) => words.trim().is_empty(),
    })
}

/// Whether the line shows nothing but pictures.
pub fn is_picture(line: &[Inline]) -> bool {
    let shows = |inline: &Inline| match inline {
        Inline::Image(..) => Some(true),
        Inline::Link(_, inner) | Inline::Emphasis(inner) | Inline::Strong(inner) => Some(is_picture(inner)),
        inline => (!is_blank(std::slice::from_ref(inline))).then_some(false),
    };
    let mut shown = line.iter().filter_map(shows).peekable();
    shown.peek().is_some() && shown.all(|is_picture| is_picture)
}

/// An image comes over https, or from beside the bank. Whatever else an address may begin with is refused, and so is what
/// browsers read as something else than it looks like.
pub fn is_image_address(address: &str) -> bool {
    let is_plain = !address.contains(|letter: char| letter.is_control() || letter == '\\') && address.trim() == address;
    let (first, _) = address.split_once(['/', '?', '#']).unwrap_or((address, ""));
    let is_beside = !first.contains(':') && !address.starts_with("//") && !address.starts_with(['#', '?']);
    is_plain && !address.is_empty() && (is_beside || is_over(address, "https://"))
}

/// Where an image really is, once the page has said: https, or http where the page itself came so.
pub fn is_whole_address(address: &str) -> bool {
    is_over(address, "https://") || is_over(address, "http://")
}

fn is_over(address: &str, scheme: &str) -> bool {
    address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}
