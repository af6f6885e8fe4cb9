//! Chance, drawn here and nowhere else, from the system's own generator.

use rand::RngExt;

/// Letters and digits that cannot be mistaken for one another, lower case.
const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// A token of 128 bits or more, in 26 letters and digits.
pub fn token() -> String {
    word(26)
}

/// A short reference to read aloud: 30 bits.
pub fn reference() -> String {
    word(6).to_uppercase()
}

/// A seed for one rehearsal. Kept to 53 bits, so that any reader of JSON keeps it whole.
pub fn seed() -> u64 {
    rand::rng().random::<u64>() >> 11
}

/// A whole number below `most`, which is more than nothing.
pub fn below(most: u32) -> u32 {
    rand::rng().random_range(0..most.max(1))
}

/// For a secret that a telephone keeps.
pub fn bytes<const COUNT: usize>() -> [u8; COUNT] {
    rand::rng().random()
}

/// Some of the numbers below `most`, in any order, no two alike. `most` is no smaller than their count.
pub fn some_of<const COUNT: usize>(most: usize) -> [usize; COUNT] {
    let mut chance = rand::rng();
    let mut drawn = [most; COUNT];
    for place in 0..COUNT {
        let mut one = chance.random_range(0..most);
        while drawn[..place].contains(&one) {
            one = chance.random_range(0..most);
        }
        drawn[place] = one;
    }
    drawn
}

/// An identifier that sorts by time.
pub fn id() -> String {
    ulid::Ulid::generate().to_string().to_lowercase()
}

/// Whether a text that comes back could be one of our identifiers. Anything else may be what somebody typed, and an
/// identifier is stored.
pub fn is_id(text: &str) -> bool {
    text.len() == ulid::ULID_LEN && text == text.to_lowercase() && ulid::Ulid::from_string(text).is_ok()
}

fn word(letters: usize) -> String {
    let mut chance = rand::rng();
    (0..letters).map(|_| char::from(ALPHABET[chance.random_range(0..ALPHABET.len())])).collect()
}
