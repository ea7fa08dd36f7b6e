//! FNV-1a: short, stable names for texts, and the seeded order of things. Not for secrets.

pub fn fnv32(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

pub fn fnv64(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A number that looks random and is the same for the same seed and name, on every machine and for ever.
pub fn rank(seed: &str, name: &str) -> u64 {
    // FNV leaves its high bits poorly mixed for short texts; splitmix64's last steps even them out.
    let mut hash = fnv64(format!("{seed}\u{1f}{name}").as_bytes());
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// Changes with every change of a bank's source.
pub fn fingerprint(source: &str) -> String {
    format!("{:016x}", fnv64(source.as_bytes()))
}
