//! The thirty-two drawings, as data: a word that is stored, a name that is read, and shapes on a grid of 64.
//!
//! Told apart by their outline alone, whatever the colours: no two stand for things of one shape. To change a drawing,
//! change its shapes; its word is kept in keys that people have noted, and never changes.

/// One picture. Each shape is a fill and a path; the style sheet draws its ink.
pub(super) struct Drawing {
    /// Stored, and sent in forms.
    pub(super) word: &'static str,
    /// With its article: « le chat ».
    pub(super) name: &'static str,
    pub(super) shapes: &'static [(&'static str, &'static str)],
}

const RED: &str = "#d64545";
const ORANGE: &str = "#f08a24";
const YELLOW: &str = "#ffd24a";
const GREEN: &str = "#5fae6b";
const BLUE: &str = "#5b9bdc";
const VIOLET: &str = "#9a7fd1";
const PINK: &str = "#f2a3b5";
const BROWN: &str = "#a8764a";
const GREY: &str = "#c3ccd5";
const DARK: &str = "#2b3640";
const WHITE: &str = "#fff";
/// A line without a ground.
const LINE: &str = "none";

const fn drawing(
    word: &'static str,
    name: &'static str,
    shapes: &'static [(&'static str, &'static str)],
) -> Drawing {
    Drawing { word, name, shapes }
}

pub(super) const ALL: [Drawing; super::COUNT] = [
    drawing(
        "chat",
        "le chat",
        &[
            (ORANGE, "M12 8l12 9h16L52 8v26c0 13-9 22-20 22S12 47 12 34z"),
            (DARK, "M24 31v4M40 31v4"),
            (PINK, "M29 40h6l-3 4z"),
            (LINE, "M32 44c-2 4-6 4-7 2M32 44c2 4 6 4 7 2M18 41L6 38M18 45L6 48M46 41l12-3M46 45l12 3"),
        ],
    ),
    drawing(
        "oiseau",
        "l’oiseau",
        &[
            (BLUE, "M6 34c14 2 14-20 30-20 9 0 15 6 15 14 0 14-12 22-24 22C16 50 8 44 6 34z"),
            (YELLOW, "M50 23l11 4-11 5z"),
            (DARK, "M41 23v2"),
            (WHITE, "M20 34c4-4 12-6 18-4-2 8-8 11-14 10z"),
            (LINE, "M26 50v8M34 49v9"),
        ],
    ),
    drawing(
        "poisson",
        "le poisson",
        &[
            (ORANGE, "M42 32l18-14v28z"),
            (YELLOW, "M4 32c8-12 18-17 28-15 7 1 12 8 14 15-2 7-7 14-14 15-10 2-20-3-28-15z"),
            (DARK, "M15 28v2"),
            (LINE, "M24 21c4 7 4 15 0 22M33 26c2 4 2 8 0 12"),
        ],
    ),
    drawing(
        "tortue",
        "la tortue",
        &[
            (
                GREEN,
                "M46 40c2-8 5-12 10-12s6 8 2 11-8 5-12 5zM12 40h10v12H12zM36 40h10v12H36zM8 40l-6 4 8 2z",
            ),
            (BROWN, "M6 42c0-16 9-26 22-26s22 10 22 26z"),
            (DARK, "M55 33v1"),
            (LINE, "M20 42l3-13h11l3 13M23 29l-6-9M34 29l6-9"),
        ],
    ),
    drawing(
        "escargot",
        "l’escargot",
        &[
            (YELLOW, "M4 54c0-5 6-6 14-6h28c4 0 6-4 6-10v-8h8v12c0 8-5 12-12 12z"),
            (BROWN, "M26 12c11 0 19 8 19 19S37 50 26 50 7 42 7 31s8-19 19-19z"),
            (LINE, "M26 31c0-3 5-3 5 1s-6 6-9 3-3-11 4-12 13 5 12 12-8 11-14 10M54 30l-3-10M59 30l3-10"),
        ],
    ),
    drawing(
        "papillon",
        "le papillon",
        &[
            (VIOLET, "M30 30C20 8 4 8 6 22c1 8 8 12 24 10zM34 30C44 8 60 8 58 22c-1 8-8 12-24 10z"),
            (PINK, "M30 34c-14 0-20 6-18 14s16 8 18-12zM34 34c14 0 20 6 18 14s-16 8-18-12z"),
            (DARK, "M32 22c3 0 3 4 3 14s-1 20-3 20-3-10-3-20 0-14 3-14z"),
            (LINE, "M31 22c-1-6-4-10-8-12M33 22c1-6 4-10 8-12"),
        ],
    ),
    drawing(
        "arbre",
        "l’arbre",
        &[
            (BROWN, "M27 38h10l3 22H24z"),
            (
                GREEN,
                "M32 4c9 0 13 6 13 10 7 1 11 6 11 12 0 8-6 14-14 14H22C14 40 8 34 8 26c0-6 4-11 11-12 0-4 4-10 13-10z",
            ),
        ],
    ),
    drawing(
        "fleur",
        "la fleur",
        &[
            (LINE, "M32 36v25"),
            (GREEN, "M32 56c2-8 9-11 16-10-1 8-8 12-16 10zM32 52c-2-7-8-9-14-8 1 7 7 10 14 8z"),
            (
                RED,
                "M32 3a8 8 0 0 1 7 10 8 8 0 1 1 5 13 8 8 0 1 1-12 8 8 8 0 1 1-12-8 8 8 0 1 1 5-13 8 8 0 0 1 7-10z",
            ),
            (YELLOW, "M32 15a6 6 0 1 1 0 12 6 6 0 0 1 0-12z"),
        ],
    ),
    drawing(
        "pomme",
        "la pomme",
        &[
            (
                RED,
                "M32 20c8-6 24-4 24 14 0 14-10 26-17 26-3 0-4-2-7-2s-4 2-7 2C18 60 8 48 8 34 8 16 24 14 32 20z",
            ),
            (LINE, "M32 20c0-6-1-10-4-14"),
            (GREEN, "M33 13c3-8 10-10 17-8-2 8-9 11-17 8z"),
        ],
    ),
    drawing(
        "banane",
        "la banane",
        &[
            (YELLOW, "M12 5l6-1c0 20 14 34 38 36l4 7c-6 9-18 12-29 8C14 50 6 30 12 5z"),
            (DARK, "M12 5l6-1v6l-6 1z"),
            (LINE, "M19 22c4 15 15 25 31 27"),
        ],
    ),
    drawing(
        "carotte",
        "la carotte",
        &[
            (
                GREEN,
                "M42 22C38 12 42 5 46 3c2 5 2 9 0 13 5-6 10-8 15-7-1 5-4 8-9 10 4-1 8 0 10 3-6 5-14 5-20 0z",
            ),
            (ORANGE, "M28 20c6-5 13-4 16 0 4 3 5 10 0 16C34 46 18 56 4 60c4-14 14-30 24-40z"),
            (LINE, "M29 27l5 5M21 36l5 5M28 44l-4-4"),
        ],
    ),
    drawing(
        "cerises",
        "les cerises",
        &[
            (LINE, "M18 38C20 22 30 10 46 6c0 14-1 22-1 30"),
            (GREEN, "M44 7c4-5 10-6 16-3-4 7-10 8-16 3z"),
            (RED, "M18 36a12 12 0 1 1 0 24 12 12 0 0 1 0-24zM45 34a12 12 0 1 1 0 24 12 12 0 0 1 0-24z"),
        ],
    ),
    drawing(
        "chaise",
        "la chaise",
        &[
            (BROWN, "M14 4h8v30h26v7H22v19h-8zM42 41h6v19h-6z"),
            (RED, "M14 31h36v9H14z"),
            (LINE, "M14 14h8M14 22h8"),
        ],
    ),
    drawing(
        "soleil",
        "le soleil",
        &[
            (LINE, "M32 3v9M32 52v9M3 32h9M52 32h9M11 11l7 7M46 46l7 7M53 11l-7 7M18 46l-7 7"),
            (YELLOW, "M32 18a14 14 0 1 1 0 28 14 14 0 0 1 0-28z"),
        ],
    ),
    drawing(
        "lune",
        "la lune",
        &[(YELLOW, "M42 6C24 4 10 16 10 32s14 28 32 26c-11-5-17-14-17-26S31 11 42 6z")],
    ),
    drawing("etoile", "l’étoile", &[(YELLOW, "M32 4l8 19 21 2-16 14 5 21-18-11-18 11 5-21L3 25l21-2z")]),
    drawing(
        "nuage",
        "le nuage",
        &[(
            WHITE,
            "M18 50C8 50 3 44 3 37s6-12 12-12c1-9 8-14 16-14 7 0 13 4 15 11 9 0 15 6 15 14s-6 14-14 14z",
        )],
    ),
    drawing(
        "parapluie",
        "le parapluie",
        &[
            (LINE, "M32 4v48c0 8-12 8-12 0"),
            (BLUE, "M4 34C5 18 17 8 32 8s27 10 28 26c-5-5-13-5-18 0-5-5-15-5-20 0-5-5-13-5-18 0z"),
        ],
    ),
    drawing(
        "maison",
        "la maison",
        &[(WHITE, "M12 30h40v30H12z"), (RED, "M32 6l28 26H4z"), (BROWN, "M27 42h10v18H27z")],
    ),
    drawing(
        "cle",
        "la clé",
        &[
            (YELLOW, "M18 8a14 14 0 0 1 13 19l28 28v6H48v-7h-7v-7h-7l-9-9A14 14 0 1 1 18 8z"),
            (WHITE, "M15 15a5 5 0 1 1 0 10 5 5 0 0 1 0-10z"),
        ],
    ),
    drawing(
        "horloge",
        "l’horloge",
        &[
            (WHITE, "M32 5a27 27 0 1 1 0 54 27 27 0 0 1 0-54z"),
            (LINE, "M32 32V15M32 32l11 8M32 5v5M32 54v5M5 32h5M54 32h5"),
        ],
    ),
    drawing(
        "tasse",
        "la tasse",
        &[
            (LINE, "M44 30c16-4 18 16-1 17M18 4c-4 5 4 7 0 13M30 4c-4 5 4 7 0 13"),
            (BLUE, "M8 22h37v20c0 9-6 14-14 14h-9c-8 0-14-5-14-14z"),
            (LINE, "M4 60h46"),
        ],
    ),
    drawing(
        "velo",
        "le vélo",
        &[
            (WHITE, "M15 30a12 12 0 1 1 0 24 12 12 0 0 1 0-24zM49 30a12 12 0 1 1 0 24 12 12 0 0 1 0-24z"),
            (LINE, "M15 42l9-20h18l7 20M24 22l9 20H15M33 42l9-20-3-8h7M19 15h10M24 22l-2-7"),
        ],
    ),
    drawing(
        "bateau",
        "le bateau",
        &[
            (WHITE, "M30 6v32H8zM34 12l20 26H34z"),
            (BROWN, "M4 42h56c-2 9-7 15-14 15H18C11 57 6 51 4 42z"),
            (LINE, "M32 4v38"),
        ],
    ),
    drawing(
        "voiture",
        "la voiture",
        &[
            (RED, "M3 48V35c0-3 2-5 5-5h5l7-13c1-2 2-3 5-3h15c2 0 4 1 5 3l7 13h4c3 0 5 2 5 5v13z"),
            (WHITE, "M20 30l5-10h6v10zM35 30V20h6l5 10z"),
            (DARK, "M17 41a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM47 41a7 7 0 1 1 0 14 7 7 0 0 1 0-14z"),
        ],
    ),
    drawing(
        "avion",
        "l’avion",
        &[(
            GREY,
            "M32 3c4 0 5 6 5 12v9l24 14v6l-24-7v12l8 6v5l-13-3-13 3v-5l8-6V37L3 44v-6l24-14v-9c0-6 1-12 5-12z",
        )],
    ),
    drawing(
        "cloche",
        "la cloche",
        &[
            (DARK, "M32 46a7 7 0 1 1 0 14 7 7 0 0 1 0-14z"),
            (YELLOW, "M32 8c12 0 17 9 17 20 0 12 2 16 8 23H7c6-7 8-11 8-23C15 17 20 8 32 8z"),
            (LINE, "M32 8V3"),
        ],
    ),
    drawing(
        "chapeau",
        "le chapeau",
        &[
            (
                BROWN,
                "M3 46c0-5 8-5 14-5 0-16 2-29 9-29 3 0 4 2 6 2s3-2 6-2c7 0 9 13 9 29 6 0 14 0 14 5 0 6-14 8-29 8S3 52 3 46z",
            ),
            (RED, "M17 34c9 4 21 4 30 0v8c-9 4-21 4-30 0z"),
        ],
    ),
    drawing(
        "lunettes",
        "les lunettes",
        &[
            (BLUE, "M17 24a13 13 0 1 1 0 26 13 13 0 0 1 0-26zM47 24a13 13 0 1 1 0 26 13 13 0 0 1 0-26z"),
            (LINE, "M30 36c1-4 3-4 4 0M5 32l5-18 6 3M59 32l-5-18-6 3"),
        ],
    ),
    drawing(
        "ciseaux",
        "les ciseaux",
        &[
            (GREY, "M18 3l19 36-6 5C22 34 16 18 18 3zM46 3L27 39l6 5C42 34 48 18 46 3z"),
            (RED, "M16 38a11 11 0 1 1 0 22 11 11 0 0 1 0-22zM48 38a11 11 0 1 1 0 22 11 11 0 0 1 0-22z"),
            (WHITE, "M16 44a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM48 44a5 5 0 1 1 0 10 5 5 0 0 1 0-10z"),
        ],
    ),
    drawing(
        "livre",
        "le livre",
        &[
            (GREEN, "M3 12h58v44H3z"),
            (WHITE, "M7 10c9-3 19-2 25 3 6-5 16-6 25-3v40c-9-3-19-2-25 3-6-5-16-6-25-3z"),
            (LINE, "M32 13v40M13 20c5-1 9 0 13 2M13 29c5-1 9 0 13 2M51 20c-5-1-9 0-13 2M51 29c-5-1-9 0-13 2"),
        ],
    ),
    drawing(
        "coeur",
        "le cœur",
        &[(
            RED,
            "M32 58C14 46 4 36 4 23 4 13 11 7 19 7c6 0 11 3 13 9 2-6 7-9 13-9 8 0 15 6 15 16 0 13-10 23-28 35z",
        )],
    ),
];
