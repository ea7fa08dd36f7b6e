//! Sorting, once. The standard library's sort is some four kilobytes of code for every type it is used with, and
//! every one of them is paid for by a reader's phone; so all sorting goes through one concrete type.

/// The items by their keys; those with equal keys stay as they are.
pub fn by_key<T>(mut items: Vec<T>, key: impl Fn(&T) -> (u64, u64)) -> Vec<T> {
    let mut keys: Vec<(u64, u64, usize)> = Vec::with_capacity(items.len());
    for (place, item) in items.iter().enumerate() {
        let (first, second) = key(item);
        keys.push((first, second, place));
    }
    let mut places = places(keys);
    for n in 0..places.len() {
        // Each time one comes to its place, so this is done soon.
        while let Some(place) = places.get(n).copied().filter(|place| *place != n) {
            items.swap(n, place);
            places.swap(n, place);
        }
    }
    items
}

/// Where each belongs.
#[inline(never)]
fn places(mut keys: Vec<(u64, u64, usize)>) -> Vec<usize> {
    keys.sort_unstable();
    let mut places = vec![0; keys.len()];
    for (place, (.., item)) in keys.into_iter().enumerate() {
        places[item] = place;
    }
    places
}
