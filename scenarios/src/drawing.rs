//! The drawings that a page can show: bundled with Miroir, free of rights, nobody's emblem.
//!
//! How one is drawn is the pages' affair.

/// A drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawing {
    Card,
    Home,
    Lock,
    Mail,
    Papers,
    Person,
    Phone,
    Print,
    Shield,
}

/// Every drawing, by the word of the language.
pub const DRAWINGS: [(&str, Drawing); 9] = [
    ("bouclier", Drawing::Shield),
    ("cadenas", Drawing::Lock),
    ("carte", Drawing::Card),
    ("enveloppe", Drawing::Mail),
    ("imprimante", Drawing::Print),
    ("maison", Drawing::Home),
    ("papiers", Drawing::Papers),
    ("personne", Drawing::Person),
    ("téléphone", Drawing::Phone),
];
