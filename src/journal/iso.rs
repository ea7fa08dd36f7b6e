//! Stamps as people and other programs read them: `2026-01-06T14:05:09.123Z`.

use crate::round::clock::Millis;

const DAY: u64 = 24 * 60 * 60_000;
/// From the first of March of the year 0 to 1970; counted from there, a leap day is the last of its year.
const TO_1970: u64 = 719_468;
/// Of four hundred years, after which the calendar repeats.
const ERA: u64 = 146_097;

/// None after the year 9999.
pub fn write(at: Millis) -> Option<String> {
    let (days, rest) = (at.0 / DAY + TO_1970, at.0 % DAY);
    let (era, day) = (days / ERA, days % ERA);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = era * 400 + year + next;
    let (hour, minute, second, milli) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60, rest % 1000);
    (year <= 9999).then(|| format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z"))
}

/// None where it is not written just so.
pub fn read(text: &str) -> Option<Millis> {
    if !text.is_ascii() || text.len() != 24 {
        return None;
    }
    let number = |from: usize, to: usize| text[from..to].parse::<u64>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second, milli) = (number(11, 13)?, number(14, 16)?, number(17, 19)?, number(20, 23)?);
    if year < 1970 || !(1..=12).contains(&month) {
        return None;
    }
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day.checked_sub(1)?;
    let at = Millis((days.checked_sub(TO_1970)?) * DAY + hour * 3_600_000 + minute * 60_000 + second * 1000 + milli);
    // So a thirtieth of February is none.
    (write(at)? == text).then_some(at)
}
