//! What stands before the text of a blog post.

/// The length of what a blog keeps between two lines of `---` at the very top, and of a byte order mark.
pub fn length(source: &str) -> usize {
    let mark = source.len() - source.trim_start_matches('\u{feff}').len();
    let lines: Vec<&str> = source[mark..].split_inclusive('\n').collect();
    let is_fence = |line: &&str| line.trim_end() == "---";
    let last = lines.iter().skip(1).position(is_fence).filter(|_| lines.first().is_some_and(is_fence));
    mark + last.map_or(0, |last| lines[..last + 2].iter().map(|line| line.len()).sum())
}

/// What it says of the post under a name, such as `title`.
pub fn value(source: &str, name: &str) -> Option<String> {
    let value = source[..length(source)].lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    let value = value.trim().trim_matches(['"', '\'']);
    (!value.is_empty()).then(|| value.to_owned())
}
