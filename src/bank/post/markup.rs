//! The page as it comes: `<h2 id="why">Why <code>x &lt; y</code>?</h2><br/>`, what HTML and XML have in common. Every
//! element is closed, values stand in double quotes, and `&amp;`, `&lt;` and `&quot;` are the only references.
//!
//! It is read into one flat list, so that no page is too deep; an element is a stretch of it.

use super::element::Element;

#[derive(Clone, Copy)]
pub enum Token<'page> {
    Start(Element<'page>),
    /// As it stands in the page; [`plain`] reads it.
    Text(&'page str),
    End,
}

/// Never fails: what does not fit is taken as text, what stays open ends with the page.
pub fn read(page: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    // Where the elements that are open stand in the list.
    let mut open = Vec::new();
    let mut rest = page;
    while !rest.is_empty() {
        let (text, tag) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        if !text.is_empty() {
            tokens.push(Token::Text(text));
        }
        let Some(tag) = tag.strip_prefix('<') else { break };
        // A > may stand in a value; one that ends the tag stands after a quote or after none.
        let (inside, after) = tag.split_at(end_of(tag));
        rest = after.get(1..).unwrap_or_default();
        if inside.starts_with('/') {
            close(&mut tokens, &mut open);
        } else {
            let whole = inside.strip_suffix('/');
            open.push(tokens.len());
            tokens.push(Token::Start(Element::new(whole.unwrap_or(inside))));
            if whole.is_some() {
                close(&mut tokens, &mut open);
            }
        }
    }
    while !open.is_empty() {
        close(&mut tokens, &mut open);
    }
    tokens
}

fn end_of(tag: &str) -> usize {
    let mut in_quotes = false;
    for (at, byte) in tag.bytes().enumerate() {
        match byte {
            b'"' => in_quotes = !in_quotes,
            b'>' if !in_quotes => return at,
            _ => {}
        }
    }
    tag.len()
}

fn close(tokens: &mut Vec<Token>, open: &mut Vec<usize>) {
    if let Some(start) = open.pop() {
        let inside = tokens.len() - start - 1;
        if let Some(Token::Start(element)) = tokens.get_mut(start) {
            element.length = inside;
        }
        tokens.push(Token::End);
    }
}

/// What a text or a value says. HTML has no NUL, but a script may have put one in.
pub fn plain(text: &str) -> String {
    text.replace('\0', "\u{fffd}").replace("&lt;", "<").replace("&quot;", "\"").replace("&amp;", "&")
}
