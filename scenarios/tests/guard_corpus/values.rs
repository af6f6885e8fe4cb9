//! Real-looking values of each kind, made from the rules of their checks: plain, without separators.

use super::chance::Chance;
use scenarios::guard::Kind;

pub(crate) fn real(kind: Kind, chance: &mut Chance) -> String {
    match kind {
        Kind::Nir => {
            let order = chance.between(1, 999);
            nir(chance, order)
        }
        Kind::NumeroFiscal => tax_number(chance),
        Kind::Iban => iban(chance),
        Kind::Card => card(chance),
        Kind::Phone => phone(chance),
        Kind::Email => email(chance),
        Kind::Plate => plate(chance),
    }
}

/// Fifteen characters.
pub(crate) fn nir(chance: &mut Chance, order: u64) -> String {
    let sex = if chance.once_in(12) { chance.pick(&["3", "4", "7", "8"]) } else { chance.pick(&["1", "2"]) };
    let month = if chance.once_in(15) {
        chance.pick(&["20", "31", "42", "57", "99"]).to_owned()
    } else {
        format!("{:02}", chance.between(1, 12))
    };
    let department = match chance.below(12) {
        0 => "2A".to_owned(),
        1 => "2B".to_owned(),
        2 => "99".to_owned(),
        3 => "97".to_owned(),
        _ => format!("{:02}", chance.between(1, 95)),
    };
    let number =
        format!("{sex}{:02}{month}{department}{:03}{order:03}", chance.below(100), chance.between(1, 689));
    let plain: u64 = number.replace("2A", "19").replace("2B", "18").parse().unwrap_or(0);
    // Only the department is replaced: its place is checked against the whole.
    let plain = if department.starts_with("2A") || department.starts_with("2B") {
        let (head, tail) = number.split_at(5);
        format!("{head}{}{}", if department == "2A" { "19" } else { "18" }, &tail[2..])
            .parse()
            .unwrap_or(plain)
    } else {
        plain
    };
    format!("{number}{:02}", 97 - plain % 97)
}

fn tax_number(chance: &mut Chance) -> String {
    let number = chance.between(1, 39) * 100_000_000 + chance.below(100_000_000);
    format!("{number:010}{:03}", number % 511)
}

fn mod_97(text: &str) -> u64 {
    text.bytes().fold(0, |remainder, c| match c {
        b'0'..=b'9' => (remainder * 10 + u64::from(c - b'0')) % 97,
        _ => (remainder * 100 + u64::from(c - b'A') + 10) % 97,
    })
}

/// An IBAN from its country and its account, with its check digits.
pub(crate) fn with_check(country: &str, account: &str) -> String {
    format!("{country}{:02}{account}", 98 - mod_97(&format!("{account}{country}00")))
}

/// A French account of 21 characters and the key it should have.
pub(crate) fn french_account(chance: &mut Chance) -> (String, u64) {
    let mut account = chance.digits(21);
    if chance.once_in(4) {
        account.replace_range(12..13, chance.pick(&["A", "C", "K", "M", "T", "Z"]));
    }
    let weight = |from: usize, to: usize| {
        let digits = account[from..to]
            .replace(['A'], "1")
            .replace('K', "2")
            .replace(['C', 'T'], "3")
            .replace('M', "4")
            .replace('Z', "9");
        digits.parse::<u64>().unwrap_or(0)
    };
    let key = 97 - (89 * weight(0, 5) + 15 * weight(5, 10) + 3 * weight(10, 21)) % 97;
    (account, key)
}

fn iban(chance: &mut Chance) -> String {
    if !chance.once_in(4) {
        let (account, key) = french_account(chance);
        return with_check("FR", &format!("{account}{key:02}"));
    }
    let (country, letters, digits) = *chance.pick(&[
        &("DE", "", 18),
        &("BE", "", 12),
        &("ES", "", 20),
        &("IT", "X", 22),
        &("GB", "NWBK", 14),
        &("NL", "ABNA", 10),
        &("LU", "", 16),
        &("CH", "", 17),
        &("PT", "", 21),
        &("PL", "", 24),
        &("IE", "AIBK", 14),
        &("RO", "BTRL", 16),
        &("TN", "", 20),
        &("MC", "", 0),
    ]);
    if country == "MC" {
        let (account, key) = french_account(chance);
        return with_check("MC", &format!("{account}{key:02}"));
    }
    let account = format!("{letters}{}", chance.digits(digits));
    with_check(country, &account)
}

/// Completes digits with the one that passes Luhn.
pub(crate) fn with_luhn(start: &str) -> String {
    let sum: u64 = start
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let digit = u64::from(digit - b'0');
            if at % 2 == 1 { digit } else { digit * 2 / 10 + digit * 2 % 10 }
        })
        .sum();
    format!("{start}{}", (10 - sum % 10) % 10)
}

fn card(chance: &mut Chance) -> String {
    let (prefix, length) = *chance.pick(&[
        &("4", 16),
        &("4970", 16),
        &("4974", 16),
        &("4", 16),
        &("51", 16),
        &("55", 16),
        &("2221", 16),
        &("2720", 16),
        &("34", 15),
        &("37", 15),
        &("36", 14),
        &("6011", 16),
        &("3530", 16),
        &("62", 16),
        &("5018", 16),
        &("6759", 16),
        &("4", 19),
    ]);
    with_luhn(&format!("{prefix}{}", chance.digits(length - 1 - prefix.len())))
}

/// Ten digits; none of the blocks of fiction.
fn phone(chance: &mut Chance) -> String {
    let start = chance.pick(&[
        "06", "06", "06", "07", "07", "01", "02", "03", "04", "05", "09", "0262", "0590", "0596", "0692",
        "0639",
    ]);
    let number = format!("{start}{}", chance.digits(10 - start.len()));
    let fiction = ["019900", "026191", "035301", "046571", "053649", "063998"];
    if fiction.iter().any(|block| number.starts_with(block)) { phone(chance) } else { number }
}

fn email(chance: &mut Chance) -> String {
    let first = chance.pick(&[
        "jean",
        "marie",
        "ahmed",
        "fatou",
        "lucie",
        "noé",
        "zoé",
        "thi",
        "olga",
        "pedro",
        "anne-marie",
        "jp",
        "s",
    ]);
    let last = chance.pick(&[
        "dupont", "martin", "benali", "nguyen", "lefèvre", "diallo", "silva", "petit", "roux", "lopez",
    ]);
    let local = match chance.below(8) {
        0 => format!("{first}{last}"),
        1 => format!("{first}_{last}"),
        2 => format!("{last}.{first}{}", chance.between(1, 99)),
        3 => format!("{first}{}", chance.between(50, 2005)),
        4 => format!("{first}-{last}"),
        5 => format!("{}{last}", &first[..1]),
        _ => format!("{first}.{last}"),
    };
    let domain = chance.pick(&[
        "gmail.com",
        "orange.fr",
        "free.fr",
        "wanadoo.fr",
        "laposte.net",
        "hotmail.fr",
        "outlook.com",
        "yahoo.fr",
        "sfr.fr",
        "icloud.com",
        "mairie-dijon.fr",
        "ac-lyon.fr",
        "live.fr",
        "proton.me",
        "interieur.gouv.fr",
        "bbox.fr",
        "uneassociation.org",
        "entreprise.eu",
        "univ-lille.fr",
        "test-rh.com",
    ]);
    format!("{local}@{domain}")
}

fn letters(chance: &mut Chance, count: usize) -> String {
    const USED: &[u8] = b"ABCDEFGHJKLMNPQRSTVWXYZ";
    let letter = |chance: &mut Chance| char::from(USED[usize::try_from(chance.below(23)).unwrap_or(0)]);
    (0..count).map(|_| letter(chance)).collect()
}

/// « AB-123-CD » or « 1234 AB 75 », as they are printed.
fn plate(chance: &mut Chance) -> String {
    if chance.once_in(4) {
        let department = match chance.below(8) {
            0 => "2A".to_owned(),
            1 => "974".to_owned(),
            _ => format!("{:02}", chance.between(1, 95)),
        };
        let count = if chance.once_in(3) { 3 } else { 2 };
        let number = chance.between(if count == 3 { 10 } else { 100 }, if count == 3 { 999 } else { 9999 });
        return format!("{number} {} {department}", letters(chance, count));
    }
    let plate = format!("{}-{:03}-{}", letters(chance, 2), chance.between(1, 999), letters(chance, 2));
    if plate.starts_with("SS") || plate.ends_with("SS") || plate.starts_with("WW") {
        super::values::plate(chance)
    } else {
        plate
    }
}
