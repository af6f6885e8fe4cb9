//! The words around a number that say what it is: « sécu », « tél. », « dossier n° ».
//!
//! A label lends weight to a weak shape, or takes it away; it never makes a number of nothing.

use super::reading::Reading;

/// What a word announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Nir,
    Fiscal,
    /// Taxes at large: a number near them may be theirs, or a notice's.
    Taxes,
    Account,
    Card,
    Phone,
    Plate,
    /// A number that names a thing, not a person: file, order, parcel, product.
    Reference,
    /// Numbers in a row: a lottery, a series.
    Series,
}

/// How many words may stand between a label and its number: « mon numéro de sécu, c'est le … ».
const REACH: usize = 6;

/// Words in lower case without accents; a star stands for any ending.
const LABELS: [(Label, &[&str]); 9] = [
    (Label::Nir, &["secu*", "nir", "insee", "vitale", "sociale", "nss", "ss", "assure*"]),
    (Label::Fiscal, &["fiscal*", "spi", "nif", "dgfip", "teledeclar*"]),
    (Label::Taxes, &["impot*", "declarant*"]),
    (Label::Account, &["iban*", "rib", "compte", "comptes", "banque", "virement*"]),
    (Label::Card, &["carte*", "cb", "visa", "mastercard", "maestro", "amex", "bancaire", "bleue"]),
    (
        Label::Phone,
        &[
            "tel",
            "tele",
            "teleph*",
            "phone",
            "portable*",
            "port",
            "mobile",
            "fixe",
            "gsm",
            "appel*",
            "rappel*",
            "joindre",
            "joignable*",
            "sms",
            "whatsapp",
            "fax",
            "telecopie",
            "numero",
            "num",
            "contact*",
            "perso",
            "texto*",
        ],
    ),
    (
        Label::Plate,
        &[
            "plaque*",
            "immat*",
            "vehicule*",
            "voiture*",
            "moto",
            "scooter",
            "auto",
            "grise",
            "camion*",
            "remorque",
            "garee",
            "fourgon*",
            "clio",
            "twingo",
            "kangoo",
            "citroen",
            "renault",
            "peugeot",
        ],
    ),
    (
        Label::Series,
        &[
            "loto",
            "tirage*",
            "suite*",
            "keno",
            "euromillions",
            "serie*",
            "departement*",
            "numeros",
            "combinaison*",
            "quinte*",
            "tierce",
            "temperature*",
            "lignes",
            "pages",
            "bus",
            "cases",
        ],
    ),
    (
        Label::Reference,
        &[
            "dossier*",
            "facture*",
            "commande*",
            "reference*",
            "ref",
            "contrat*",
            "colis",
            "suivi",
            "siret",
            "siren",
            "ean",
            "isbn*",
            "code*",
            "ticket",
            "lot",
            "pdl",
            "prm",
            "pce",
            "devis",
            "transaction*",
            "billet*",
            "reservation*",
            "avis",
            "bordereau",
            "article*",
            "produit*",
            "modele",
            "formule",
            "vin",
            "demande",
            "version",
            "inventaire",
            "tracking",
            "parcelle",
            "cs",
            "bp",
            "tsa",
            "police",
            "sinistre",
            "rcs",
            "imei",
            "gtin",
            "barres",
            "client",
            "identifiant",
            "id",
            "sn",
            "salle*",
            "cours",
            "ue",
            "rangee",
            "section",
            "recepisse",
            "courrier",
            "recommande",
            "compteur",
            "timestamp",
            "identite",
            "passe",
        ],
    ),
];

/// The nearest label before a piece, and how many words away it stands.
pub(super) fn label_before(reading: &Reading, piece: usize) -> Option<(Label, usize)> {
    let mut words = 0;
    let mut at = piece;
    while at > 0 && words < REACH && piece - at < 2 * REACH {
        let ends = |unit: &super::normalise::Unit| matches!(unit.c, b'?' | b'!' | b';');
        if reading.units_of(reading.pieces.get(at)?.gap).iter().any(ends) {
            return None;
        }
        at -= 1;
        if reading.pieces.get(at)?.is_word() {
            if let Some(label) = label(reading, at) {
                return Some((label, words));
            }
            words += 1;
        }
    }
    None
}

/// Whether the nearest label before a piece, or else one shortly after, is this one.
pub(super) fn is_labelled(reading: &Reading, first: usize, last: usize, wanted: Label) -> bool {
    if let Some((label, _)) = label_before(reading, first) {
        return label == wanted;
    }
    (last + 1..last + 6).any(|at| label(reading, at) == Some(wanted))
}

/// Whether the words just before a piece name a thing: « dossier n° … », but not « pour mon dossier, … ».
pub(super) fn names_a_thing(reading: &Reading, first: usize) -> bool {
    let Some((Label::Reference, words)) = label_before(reading, first) else { return false };
    let ends = |unit: &super::normalise::Unit| matches!(unit.c, b',' | b';');
    let gaps = (first.saturating_sub(words)..=first).filter_map(|at| reading.pieces.get(at));
    words <= 3 && !gaps.into_iter().any(|piece| reading.units_of(piece.gap).iter().any(ends))
}

/// Whether a word glued to the digits after it is a label: « tel0612… », « n°sécu285… ».
pub(super) fn is_glued_label(reading: &Reading, piece: usize) -> bool {
    let plain =
        ["n", "no", "au", "le", "est", "c", "numerotel", "numtel", "numsecu", "nosecu", "nsecu", "montel"];
    let known = !matches!(label(reading, piece), None | Some(Label::Reference | Label::Series));
    known || plain.iter().any(|word| reading.is(piece, word))
}

/// What one piece announces.
pub(super) fn label(reading: &Reading, piece: usize) -> Option<Label> {
    reading.pieces.get(piece).filter(|piece| piece.is_word())?;
    let letters = reading.glyphs_of(piece);
    let says = |word: &&str| match word.strip_suffix('*') {
        Some(start) => letters.get(..start.len()).is_some_and(|letters| super::reading::same(letters, start)),
        None => super::reading::same(letters, word),
    };
    LABELS.iter().find(|(_, words)| words.iter().any(says)).map(|(label, _)| *label)
}

#[cfg(test)]
mod tests {
    use super::super::reading::read_as;
    use super::super::spoken::Cut;
    use super::*;

    #[test]
    fn the_nearest_label_decides() {
        let reading = read_as("Mon dossier : le numéro de téléphone est 12", Cut::Usual);
        assert_eq!(label_before(&reading, 7), Some((Label::Phone, 1)));
    }

    #[test]
    fn a_comma_ends_the_naming_of_a_thing() {
        let reading = read_as("dossier n° 12", Cut::Usual);
        assert!(names_a_thing(&reading, 2));
        let reading = read_as("pour mon dossier, 12", Cut::Usual);
        assert!(!names_a_thing(&reading, 3));
    }
}
