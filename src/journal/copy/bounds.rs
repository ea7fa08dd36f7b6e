//! What a file may hold before anything is made of it: so none, however made, costs more than looking at it.

/// How deep lists and maps may stand in each other.
const NESTING: usize = 32;
/// Values and names.
const VALUES: usize = 5_000_000;
/// Of one text, in bytes as they stand in the file.
const TEXT: usize = 400_000;
/// Of a number.
const DIGITS: usize = 20;

pub fn is_within_bounds(json: &str) -> bool {
    let (mut depth, mut values, mut length) = (0usize, 0usize, 0usize);
    let (mut in_text, mut escaped) = (false, false);
    for byte in json.bytes() {
        if in_text {
            length += 1;
            in_text = escaped || byte != b'"';
            escaped = byte == b'\\' && !escaped;
            if !in_text {
                length = 0;
            }
        } else {
            length = if byte.is_ascii_digit() { length + 1 } else { 0 };
            match byte {
                b'"' => in_text = true,
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            values += usize::from(matches!(byte, b'[' | b'{' | b',' | b':'));
        }
        let longest = if in_text { TEXT } else { DIGITS };
        if depth > NESTING || values > VALUES || length > longest {
            return false;
        }
    }
    true
}
