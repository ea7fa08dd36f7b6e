//! Whole numbers in few characters: five bits in each, the lowest first; a character from the upper half says that more follow.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BITS: u32 = 5;
const MORE: u64 = 1 << BITS;

pub fn push(text: &mut String, mut number: u64) {
    loop {
        let low = number & (MORE - 1);
        number >>= BITS;
        let digit = low | if number > 0 { MORE } else { 0 };
        text.push(char::from(DIGITS[digit as usize]));
        if number == 0 {
            return;
        }
    }
}

/// Takes one number off the beginning; none where there is none, or a larger one than we write.
pub fn take(text: &mut &[u8]) -> Option<u64> {
    let (mut number, mut shift) = (0u64, 0);
    loop {
        let (first, rest) = text.split_first()?;
        *text = rest;
        let digit = value(*first)?;
        let low = digit & (MORE - 1);
        if shift >= u64::BITS || (low << shift) >> shift != low {
            return None;
        }
        number |= low << shift;
        shift += BITS;
        if digit < MORE {
            // Written otherwise than we would, it is not ours.
            return (low > 0 || shift == BITS).then_some(number);
        }
    }
}

fn value(digit: u8) -> Option<u64> {
    let value = match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(value.into())
}
