//! JSON as values that know their line, which the usual readers do not tell; and limits are kept before anything grows.

use super::super::limits::{NESTING, STRING};
use super::super::problem::Problem;

#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    pub line: usize,
    pub kind: Kind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Null,
    Bool(bool),
    /// As it is written.
    Number(String),
    Text(String),
    List(Vec<Value>),
    /// Names with their lines, in order.
    Map(Vec<(String, usize, Value)>),
}

impl Kind {
    /// For messages.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::Null => "null",
            Kind::Bool(_) => "true or false",
            Kind::Number(_) => "a number",
            Kind::Text(_) => "a text",
            Kind::List(_) => "a list",
            Kind::Map(_) => "an object",
        }
    }
}

/// Reads the whole text, which must be one value.
pub fn parse(text: &str) -> Result<Value, Problem> {
    let mut parser = Parser { text, at: 0, line: 1, depth: 0 };
    let value = parser.value()?;
    parser.space();
    match parser.peek() {
        None => Ok(value),
        Some(_) => Err(parser.not_json("something stands after its end")),
    }
}

struct Parser<'text> {
    text: &'text str,
    at: usize,
    line: usize,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Whether the byte came next; then it is passed.
    fn passes(&mut self, byte: u8) -> bool {
        let comes = self.peek() == Some(byte);
        self.at += usize::from(comes);
        comes
    }

    fn space(&mut self) {
        while let Some(byte @ (b' ' | b'\t' | b'\r' | b'\n')) = self.peek() {
            self.line += usize::from(byte == b'\n');
            self.at += 1;
        }
    }

    fn not_json(&self, why: &str) -> Problem {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let found = match rest.chars().next() {
            // Not escaped as for Rust: the tables for that would be two kilobytes more.
            Some(letter) if letter < ' ' => format!("at the character {}", u32::from(letter)),
            Some(letter) => format!("at “{letter}”"),
            None => "at the end of the text".to_owned(),
        };
        Problem::grave(self.line, format!("this is not JSON: {why}, {found}"), "correct it there; nothing could be read")
    }

    fn refused(&self, what: String, mend: &str) -> Problem {
        Problem::grave(self.line, what, mend)
    }

    fn value(&mut self) -> Result<Value, Problem> {
        self.space();
        let line = self.line;
        let kind = match self.peek() {
            Some(b'{' | b'[') if self.depth == NESTING => {
                return Err(self.refused(format!("it is nested more than {NESTING} levels deep"), "take some levels away"));
            }
            Some(b'{') => self.map()?,
            Some(b'[') => self.list()?,
            Some(b'"') => Kind::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        };
        Ok(Value { line, kind })
    }

    fn word(&mut self) -> Result<Kind, Problem> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let words = [("true", Kind::Bool(true)), ("false", Kind::Bool(false)), ("null", Kind::Null)];
        match words.into_iter().find(|(word, _)| rest.starts_with(word)) {
            Some((word, kind)) => {
                self.at += word.len();
                Ok(kind)
            }
            None => Err(self.not_json("no value begins so")),
        }
    }

    fn list(&mut self) -> Result<Kind, Problem> {
        let mut list = Vec::new();
        self.each(b']', "a comma or ] is missing", &mut |parser| {
            list.push(parser.value()?);
            Ok(())
        })?;
        Ok(Kind::List(list))
    }

    fn map(&mut self) -> Result<Kind, Problem> {
        let mut fields = Vec::new();
        self.each(b'}', "a comma or } is missing", &mut |parser| {
            fields.push(parser.field()?);
            Ok(())
        })?;
        Ok(Kind::Map(fields))
    }

    /// Reads what stands between two brackets, item by item. One copy of it: the reader travels to a browser.
    fn each(&mut self, end: u8, missing: &str, item: &mut dyn FnMut(&mut Self) -> Result<(), Problem>) -> Result<(), Problem> {
        self.at += 1;
        self.depth += 1;
        self.space();
        if !self.passes(end) {
            loop {
                item(self)?;
                self.space();
                if self.passes(end) {
                    break;
                }
                if !self.passes(b',') {
                    return Err(self.not_json(missing));
                }
            }
        }
        self.depth -= 1;
        Ok(())
    }

    fn field(&mut self) -> Result<(String, usize, Value), Problem> {
        self.space();
        if self.peek() != Some(b'"') {
            return Err(self.not_json("a name in quotes is missing"));
        }
        let line = self.line;
        let name = self.string()?;
        self.space();
        if !self.passes(b':') {
            return Err(self.not_json("a colon is missing"));
        }
        Ok((name, line, self.value()?))
    }

    fn number(&mut self) -> Result<Kind, Problem> {
        let start = self.at;
        self.passes(b'-');
        // A number that begins with 0 is only that.
        if !self.passes(b'0') {
            self.digits()?;
        }
        if self.passes(b'.') {
            self.digits()?;
        }
        if self.passes(b'e') || self.passes(b'E') {
            let _signed = self.passes(b'+') || self.passes(b'-');
            self.digits()?;
        }
        Ok(Kind::Number(self.text.get(start..self.at).unwrap_or_default().to_owned()))
    }

    fn digits(&mut self) -> Result<(), Problem> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err(self.not_json("a digit is missing")) } else { Ok(()) }
    }

    fn string(&mut self) -> Result<String, Problem> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let plain = rest.find(|letter: char| matches!(letter, '"' | '\\') || letter < ' ').unwrap_or(rest.len());
            text.push_str(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            if self.passes(b'"') {
                break;
            }
            if !self.passes(b'\\') {
                return Err(self.not_json("a text is not closed; within it write a new line as \\n, a tab as \\t"));
            }
            text.push(self.escape()?);
        }
        if text.len() > STRING && text.chars().count() > STRING {
            return Err(self.refused(format!("a text has more than {STRING} characters"), "make it shorter"));
        }
        Ok(text)
    }

    fn escape(&mut self) -> Result<char, Problem> {
        let letter = self.peek();
        self.at += 1;
        Ok(match letter {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'u') => {
                let first = self.code()?;
                let code = match first {
                    // The first half of a letter; the second must follow.
                    0xd800..=0xdbff if self.passes(b'\\') && self.passes(b'u') => {
                        let second = self.code()?;
                        if !(0xdc00..=0xdfff).contains(&second) {
                            return Err(self.not_json("half a letter is missing after \\u"));
                        }
                        0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)
                    }
                    code => code,
                };
                char::from_u32(code).ok_or_else(|| self.not_json("half a letter is missing after \\u"))?
            }
            _ => {
                self.at -= 1;
                return Err(self.not_json("nothing is written by this after \\"));
            }
        })
    }

    fn code(&mut self) -> Result<u32, Problem> {
        let digits = self.text.get(self.at..self.at + 4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        self.at += if code.is_some() { 4 } else { 0 };
        code.ok_or_else(|| self.not_json("four digits are missing after \\u"))
    }
}
