//! Values that can belong to nobody, in the spellings of real ones.

use super::chance::Chance;
use super::{carriers, spellings, values};
use scenarios::guard::Kind;

/// The values of the bundled personas.
const PERSONAS: [(Kind, &str); 23] = [
    (Kind::Nir, "285079612300041"),
    (Kind::Nir, "178049612300095"),
    (Kind::Nir, "252019612300010"),
    (Kind::Nir, "106069612300066"),
    (Kind::Nir, "285079999900064"),
    (Kind::Nir, "195062A99900022"),
    (Kind::Nir, "264112B99900046"),
    (Kind::NumeroFiscal, "3012345678999"),
    (Kind::NumeroFiscal, "1234567890997"),
    (Kind::NumeroFiscal, "3000000001998"),
    (Kind::NumeroFiscal, "3000000002997"),
    (Kind::Iban, "FR1399999000000000000000100"),
    (Kind::Iban, "FR8399999000000000000000198"),
    (Kind::Iban, "FR5699999000000000000000199"),
    (Kind::Iban, "FR2999999000000000000000200"),
    (Kind::Phone, "0639981001"),
    (Kind::Phone, "0199001003"),
    (Kind::Email, "camille.essai@courriel.example"),
    (Kind::Email, "lucile.valfranche@courriel.example"),
    (Kind::Email, "noe.exemple@courriel.example"),
    (Kind::Plate, "GA-000-ZZ"),
    (Kind::Plate, "ZZ-000-AB"),
    (Kind::Plate, "123 AB 96"),
];

pub(crate) fn texts(chance: &mut Chance) -> Vec<String> {
    let mut texts = Vec::new();
    for (kind, value) in PERSONAS {
        for _ in 0..60 {
            texts.push(spelled(kind, value, chance));
        }
    }
    for _ in 0..400 {
        for kind in [Kind::Nir, Kind::NumeroFiscal, Kind::Iban, Kind::Phone, Kind::Email, Kind::Plate] {
            let value = fictitious(kind, chance);
            texts.push(spelled(kind, &value, chance));
        }
    }
    texts
}

fn spelled(kind: Kind, value: &str, chance: &mut Chance) -> String {
    let value = if chance.once_in(2) {
        spellings::clumsy(kind, value, chance)
    } else {
        spellings::canonical(kind, value, chance)
    };
    carriers::around(kind, &value, chance)
}

fn fictitious(kind: Kind, chance: &mut Chance) -> String {
    match kind {
        Kind::Nir => values::nir(chance, 0),
        // Not the shape of a social-security number without its key: such a number is never given to a persona.
        Kind::NumeroFiscal => format!(
            "{}{}{}",
            chance.pick(&["0", "3", "30", "1113"]),
            chance.digits(9),
            chance.between(511, 999)
        )
        .chars()
        .rev()
        .take(13)
        .collect::<String>()
        .chars()
        .rev()
        .collect(),
        Kind::Iban => {
            let (account, _) = values::french_account(chance);
            values::with_check("FR", &format!("{account}{}", chance.pick(&["00", "98", "99"])))
        }
        Kind::Phone => {
            let block = chance.pick(&["019900", "026191", "035301", "046571", "053649", "063998"]);
            format!("{block}{}", chance.digits(4))
        }
        Kind::Email => {
            let domain = chance.pick(&[
                "courriel.example",
                "mairie.test",
                "a.invalid",
                "b.localhost",
                "example.com",
                "example.org",
                "mail.example.net",
            ]);
            format!(
                "{}@{domain}",
                chance.pick(&["camille.essai", "marius", "lucile_valfranche", "noe.exemple20"])
            )
        }
        _ => format!("{}-000-{}", chance.pick(&["GA", "ZZ", "AB", "XY"]), chance.pick(&["ZZ", "AB", "KL"])),
    }
}
