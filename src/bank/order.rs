//! Sorting, once. The standard library's sort is some four kilobytes of code for every type it is used with, and
//! every one of them is paid for by a reader's phone; so all sorting goes through one concrete type.

/// The items by their keys; those with equal keys stay as they are.
pub fn by_key<T>(items: Vec<T>, key: impl Fn(&T) -> (u64, u64)) -> Vec<T> {
    let mut keys: Vec<(u64, u64, usize)> = Vec::with_capacity(items.len());
    for (place, item) in items.iter().enumerate() {
        let (first, second) = key(item);
        keys.push((first, second, place));
    }
    keys.sort_unstable();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    keys.into_iter().filter_map(|(_, _, place)| items.get_mut(place)?.take()).collect()
}
