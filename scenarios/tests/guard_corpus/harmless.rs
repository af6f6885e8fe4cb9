//! Harmless text: what people really type into forms and chats of these procedures.

use super::chance::Chance;
use super::prose;

pub(crate) fn texts(chance: &mut Chance) -> Vec<String> {
    let mut texts: Vec<String> = prose::LINES.iter().map(|line| (*line).to_owned()).collect();
    for _ in 0..130 {
        for template in TEMPLATES {
            texts.push(fill(template, chance));
        }
    }
    texts
}

/// `#` a digit, `@D` a date, `@A` an amount, `@H` a time, `@T` a town, `@P` a postal code, `@L` a letter, `@S` a company number.
const TEMPLATES: [&str; 74] = [
    "@A",
    "J'ai payé @A en 2025.",
    "@D",
    "le @D à @H",
    "Rendez-vous le @D à @H, bureau ###",
    "@P @T",
    "## rue de la République, @P @T",
    "#### €",
    "Dossier n° ##########",
    "dossier 2026-######",
    "Réf. : @L@L-####-#####",
    "Facture F2026-########",
    "commande ########## du @D",
    "SIREN ### ### ###",
    "SIRET @S",
    "@S",
    "code ######",
    "votre code est ### ###",
    "case 1AJ : ##### €",
    "7UF ### €",
    "tirage du loto : ## ## ## ## ##",
    "de ## à ## km",
    "version #.##.#",
    "##,# %",
    "Clio # (##)",
    "salle @L##",
    "chapitre #, page ###",
    "@H - @H",
    "lundi @H-@H et @H-@H",
    "##.######, #.######",
    "GPS : 4#.####, 2.####",
    "192.168.#.##",
    "formule 2099ZZ#####",
    "@A + @A = @A",
    "Total : @A dont TVA @A",
    "compteur : ##### kWh",
    "index #### puis #### m3",
    "colis 6A###########",
    "suivi LA#########FR",
    "ISBN 978-2-07-######-#",
    "EAN 3############",
    "PDL ##############",
    "INE ##########@L",
    "n° allocataire #######",
    "0 806 ### ###",
    "08 06 ## ## ##",
    "le 3939 ou le 0 809 ### ###",
    "https://www.exemple-ville.fr/demarches/########",
    "capteur ##:##:##",
    "#### x ####",
    "lot n° #######, série @L@L####",
    "parcelle @L@L ####",
    "score ## à ##, puis ## à ##",
    "entre ## et ## ans",
    "j'ai ## ans et ### euros",
    "Bus ##, arrêt à @H",
    "né en 19##, marié en 20##",
    "revenu fiscal de référence : ## ### €",
    "quotient familial ###",
    "loyer ### € + ## € de charges",
    "T# de ## m² au #e étage",
    "bordereau ####/####/##",
    "réponse @L",
    "ticket n°### guichet ##",
    "année 20##-20##",
    "du @D au @D",
    "@D - @D : @A",
    "Article R. ###-## du code",
    "loi n° 20##-### du @D",
    "appartement ###, bâtiment @L, escalier ##",
    "taille 1m##, ## kg",
    "avis 20 ## #######",
    "CS ##### @P @T Cedex",
    "BP ### @P @T",
];

fn fill(template: &str, chance: &mut Chance) -> String {
    let mut text = String::new();
    let mut characters = template.chars();
    while let Some(c) = characters.next() {
        match c {
            '#' => text.push_str(&chance.digits(1)),
            '@' => text.push_str(&special(characters.next(), chance)),
            c => text.push(c),
        }
    }
    text
}

fn special(what: Option<char>, chance: &mut Chance) -> String {
    match what {
        Some('D') => date(chance),
        Some('A') => amount(chance),
        Some('H') => format!(
            "{:02}{}{:02}",
            chance.between(7, 19),
            chance.pick(&["h", ":", " h ", "H"]),
            chance.below(4) * 15
        ),
        Some('T') => chance
            .pick(&[
                "Lyon",
                "Saint-Étienne",
                "Le Mans",
                "Aix-en-Provence",
                "L'Haÿ-les-Roses",
                "Paris 14",
                "Pau",
                "Ajaccio",
            ])
            .to_owned(),
        Some('P') => format!("{:02}{:03}", chance.between(1, 95), chance.below(100) * 10),
        Some('L') => char::from(b'A' + u8::try_from(chance.below(26)).unwrap_or(0)).to_string(),
        Some('S') => {
            let siren = super::values::with_luhn(&chance.digits(8));
            let company = super::values::with_luhn(&format!("{siren}000{}", chance.between(1, 9)));
            if chance.once_in(2) { super::spellings::groups(&company, &[3, 3, 3, 5], " ") } else { company }
        }
        _ => String::new(),
    }
}

fn date(chance: &mut Chance) -> String {
    let (day, month, year) = (chance.between(1, 28), chance.between(1, 12), chance.between(1950, 2030));
    match chance.below(9) {
        0..3 => format!("{day:02}/{month:02}/{year}"),
        3 => format!("{year}-{month:02}-{day:02}"),
        4 => format!("{day:02}.{month:02}.{year}"),
        5 => format!("{day:02}/{month:02}/{:02}", year % 100),
        6 => format!("{day:02}-{month:02}-{year}"),
        7 => format!("{day:02} {month:02} {year}"),
        _ => {
            format!("{day} {} {year}", chance.pick(&["janvier", "mars", "août", "décembre", "fév.", "sept"]))
        }
    }
}

fn amount(chance: &mut Chance) -> String {
    let (large, small) = (chance.between(1, 999), chance.below(1000));
    match chance.below(8) {
        0 => format!("{large} {small:03},{:02} €", chance.below(100)),
        1 => format!("{large},{:02}€", chance.below(100)),
        2 => format!("{large}.{small:03} euros"),
        3 => format!("{large}\u{202f}{small:03}\u{a0}€"),
        4 => format!("{large} {small:03} {:03} €", chance.below(1000)),
        5 => format!("{large} euros {:02}", chance.below(100)),
        6 => format!("{large}{small:03} EUR"),
        _ => format!("-{large},{:02}", chance.below(100)),
    }
}
