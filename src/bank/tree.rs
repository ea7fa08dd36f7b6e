//! JSON as plain data: what every stored or compiled text is made of.
//!
//! Reading into this one type and taking it apart by hand costs the widget a fraction of what a derived reader for
//! each of our types does.

use hifijson::num::LexWrite;
use hifijson::str::LexAlloc;
use hifijson::token::{Expect, Lex};
use hifijson::{Error, SliceLexer};
use std::vec::IntoIter;

/// A text that is deeper is refused, before it uses up the stack.
const NESTING: usize = 128;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    Text(String),
    Number(u64),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

impl Tree {
    /// None where the text is not JSON, or holds what we never write: fractions, negative numbers, true, null.
    pub fn read(json: &str) -> Option<Tree> {
        SliceLexer::new(json.as_bytes()).exactly_one(SliceLexer::ws_peek, |first, lexer| read(first, lexer, NESTING)).ok()
    }

    pub fn write(&self) -> String {
        let mut json = String::new();
        self.write_to(&mut json);
        json
    }

    #[inline(never)]
    fn write_to(&self, json: &mut String) {
        match self {
            Tree::Text(text) => write_text(text, json),
            Tree::Number(number) => json.push_str(&number.to_string()),
            Tree::List(list) => {
                json.push('[');
                for (n, tree) in list.iter().enumerate() {
                    if n > 0 {
                        json.push(',');
                    }
                    tree.write_to(json);
                }
                json.push(']');
            }
            Tree::Map(fields) => {
                json.push('{');
                for (n, (name, tree)) in fields.iter().enumerate() {
                    if n > 0 {
                        json.push(',');
                    }
                    write_text(name, json);
                    json.push(':');
                    tree.write_to(json);
                }
                json.push('}');
            }
        }
    }

    pub fn text(self) -> Option<String> {
        match self {
            Tree::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn list(self) -> Option<IntoIter<Tree>> {
        match self {
            Tree::List(list) => Some(list.into_iter()),
            _ => None,
        }
    }

    pub fn at(&self, name: &str) -> Option<&Tree> {
        match self {
            Tree::Map(fields) => fields.iter().find(|(field, _)| field == name).map(|(_, tree)| tree),
            _ => None,
        }
    }

    pub fn text_at(&self, name: &str) -> Option<&str> {
        match self.at(name)? {
            Tree::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn number_at(&self, name: &str) -> Option<u64> {
        match self.at(name)? {
            Tree::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Empty where there is none.
    pub fn list_at(&self, name: &str) -> &[Tree] {
        match self.at(name) {
            Some(Tree::List(list)) => list,
            _ => &[],
        }
    }
}

impl From<&str> for Tree {
    fn from(text: &str) -> Tree {
        Tree::Text(text.to_owned())
    }
}

/// A value begins with its `first` byte, which is still to be read.
#[inline(never)]
fn read(first: u8, lexer: &mut SliceLexer, depth: usize) -> Result<Tree, Error> {
    let depth = depth.checked_sub(1).ok_or(Error::Depth)?;
    Ok(match first {
        b'"' => Tree::Text(read_text(lexer)?),
        b'[' => {
            let mut list = Vec::new();
            lexer.discarded().seq(b']', SliceLexer::ws_peek, |first, lexer| {
                list.push(read(first, lexer, depth)?);
                Ok::<_, Error>(())
            })?;
            Tree::List(list)
        }
        b'{' => {
            let mut fields = Vec::new();
            lexer.discarded().seq(b'}', SliceLexer::ws_peek, |first, lexer| {
                if first != b'"' {
                    return Err(Expect::String.into());
                }
                let name = read_text(lexer)?;
                lexer.expect(SliceLexer::ws_peek, b':').ok_or(Expect::Colon)?;
                let first = lexer.ws_peek().ok_or(Expect::Value)?;
                fields.push((name, read(first, lexer, depth)?));
                Ok::<_, Error>(())
            })?;
            Tree::Map(fields)
        }
        _ => {
            let (number, _) = lexer.num_string().validated()?;
            Tree::Number(number.parse().map_err(|_| Expect::Value)?)
        }
    })
}

#[inline(never)]
fn read_text(lexer: &mut SliceLexer) -> Result<String, Error> {
    Ok(lexer.discarded().str_string()?.into_owned())
}

#[inline(never)]
fn write_text(text: &str, json: &mut String) {
    json.push('"');
    for letter in text.chars() {
        let escaped = match letter {
            '"' | '\\' => letter,
            '\n' => 'n',
            '\t' => 't',
            '\r' => 'r',
            '\u{8}' => 'b',
            '\u{c}' => 'f',
            ..' ' => {
                let code = u32::from(letter);
                json.push_str("\\u00");
                json.extend([code / 16, code % 16].map(|digit| char::from_digit(digit, 16).unwrap_or('0')));
                continue;
            }
            _ => {
                json.push(letter);
                continue;
            }
        };
        json.extend(['\\', escaped]);
    }
    json.push('"');
}
