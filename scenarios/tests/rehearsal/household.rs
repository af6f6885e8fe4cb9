//! The persona of the tests, with a household: another adult, two children, three months of income.

use scenarios::persona::Persona;

use super::persona::camille;

pub(crate) fn camille_at_home() -> Persona {
    let mut persona = camille();
    let household = [
        ("adultes.1.prenom", "Camille"),
        ("adultes.1.naissance", "1985-07-14"),
        ("adultes.2.prenom", "Dominique"),
        ("adultes.2.naissance", "1987-02-03"),
        ("enfants.1.prenom", "Noa"),
        ("enfants.1.naissance", "2016-03-02"),
        ("enfants.2.prenom", "Lou"),
        ("enfants.2.naissance", "2021-09-30"),
    ];
    persona.values.extend(household.map(|(path, value)| (path.to_owned(), value.to_owned())));
    let incomes = [
        (1, 1, "2026-08", ["1478.00", "1534.20", "1391.77"]),
        (1, 2, "2026-09", ["1478.00", "1534.20", "1391.77"]),
        (1, 3, "2026-10", ["1602.45", "1660.10", "1510.02"]),
        (2, 1, "2026-08", ["0.00", "0.00", "0.00"]),
        (2, 2, "2026-09", ["845.30", "880.00", "801.12"]),
        (2, 3, "2026-10", ["845.30", "880.00", "801.12"]),
    ];
    for (adult, month, name, amounts) in incomes {
        let item = format!("adultes.{adult}.mois.{month}");
        persona.values.insert(format!("{item}.mois"), name.to_owned());
        for (line, amount) in ["net-social", "net-imposable", "net-a-payer"].into_iter().zip(amounts) {
            persona.values.insert(format!("{item}.{line}"), amount.to_owned());
        }
    }
    persona
}
