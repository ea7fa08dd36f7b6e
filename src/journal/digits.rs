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
    VALUES.get(usize::from(digit)).filter(|value| **value < NONE).map(|value| u64::from(*value))
}

const NONE: u8 = 64;
/// Of each sign its value: there are hundreds of thousands to read.
const VALUES: [u8; 128] = {
    let mut values = [NONE; 128];
    let mut value = 0;
    while value < DIGITS.len() {
        values[DIGITS[value] as usize] = value as u8;
        value += 1;
    }
    values
};
