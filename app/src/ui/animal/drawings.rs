//! The twelve outlines, on a grid of 64, inside a disc of radius 30. Told apart in black and white, at 32 px.
//!
//! `animal__body` takes the colour, `animal__light` is the ground seen through, `animal__line` a stroke of the colour.

pub(super) struct Drawing {
    pub(super) name: &'static str,
    /// With its space, if it wants one.
    pub(super) article: &'static str,
    pub(super) feminine: bool,
    pub(super) shapes: &'static [(&'static str, &'static str)],
}

const BODY: &str = "animal__body";
const LIGHT: &str = "animal__light";
const LINE: &str = "animal__line";

pub(super) const ALL: [Drawing; 12] = [
    Drawing {
        name: "renard",
        article: "le ",
        feminine: false,
        shapes: &[
            (BODY, "M13 13l11 9h16l11-9v19c0 9-10 19-19 21-9-2-19-12-19-21z"),
            (LIGHT, "M14 35c5 0 10 3 13 8l5 8c-8-2-17-9-18-16zM50 35c-5 0-10 3-13 8l-5 8c8-2 17-9 18-16z"),
            (
                LIGHT,
                "M22 30a2.500 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0zM37 30a2.500 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0z",
            ),
        ],
    },
    Drawing {
        name: "baleine",
        article: "la ",
        feminine: true,
        shapes: &[
            (
                BODY,
                "M8 38c0-10 10-14 20-14 11 0 15 7 22 7 0-5-2-9-5-11 5-1 8 1 9 4 2-3 4-4 6-4 0 5-2 9-6 13-1 12-11 19-23 19-14 0-23-5-23-14z",
            ),
            (
                LIGHT,
                "M16 36a2.500 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0zM12 44c8 4 18 4 26 0-3 5-8 6-13 6s-11-2-13-6z",
            ),
            (LINE, "M24 19c0-5-3-7-7-7M24 19c0-5 3-7 7-7"),
        ],
    },
    Drawing {
        name: "hibou",
        article: "le ",
        feminine: false,
        shapes: &[
            (
                BODY,
                "M15 13c3 4 6 5 9 5 5-2 11-2 16 0 3 0 6-1 9-5 2 6 2 10 1 14v11c0 9-8 15-18 15s-18-6-18-15V27c-1-4-1-8 1-14z",
            ),
            (LIGHT, "M17 28a7 7 0 1 0 14 0 7 7 0 1 0-14 0zM33 28a7 7 0 1 0 14 0 7 7 0 1 0-14 0z"),
            (BODY, "M21 28a3 3 0 1 0 6 0 3 3 0 1 0-6 0zM37 28a3 3 0 1 0 6 0 3 3 0 1 0-6 0z"),
            (LIGHT, "M29 36h6l-3 5z"),
        ],
    },
    Drawing {
        name: "abeille",
        article: "l’",
        feminine: true,
        shapes: &[
            (LINE, "M28 24c-8-12-20-8-16 0 2 5 9 6 15 4M36 24c8-12 20-8 16 0-2 5-9 6-15 4"),
            (BODY, "M32 20c8 0 11 9 11 17 0 9-5 17-11 17s-11-8-11-17c0-8 3-17 11-17z"),
            (LIGHT, "M22 32h20v4H22zM22 41h20l-1 4H23z"),
            (LINE, "M29 20c0-4-2-6-4-7M35 20c0-4 2-6 4-7"),
        ],
    },
    Drawing {
        name: "lapin",
        article: "le ",
        feminine: false,
        shapes: &[
            (
                BODY,
                "M22 7c6 0 7 11 7 19h6c0-8 1-19 7-19 5 0 5 15 1 22 5 4 7 8 7 12 0 8-8 13-18 13s-18-5-18-13c0-4 2-8 7-12-4-7-4-22 1-22z",
            ),
            (
                LIGHT,
                "M23 37a2.500 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0zM36 37a2.500 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0zM29 44h6l-3 4z",
            ),
        ],
    },
    Drawing {
        name: "tortue",
        article: "la ",
        feminine: true,
        shapes: &[
            (BODY, "M10 42c0-13 8-22 19-22s19 9 19 22z"),
            (BODY, "M44 30c3-5 12-6 14 0 1 5-3 8-8 8h-3zM14 43h9v6c0 2-9 2-9 0zM34 43h9v6c0 2-9 2-9 0z"),
            (LIGHT, "M52 29a1.500 1.500 0 1 0 3 0 1.500 1.500 0 1 0-3 0zM21 30l8-5 8 5v7H21z"),
        ],
    },
    Drawing {
        name: "canard",
        article: "le ",
        feminine: false,
        shapes: &[
            (
                BODY,
                "M38 11a9 9 0 0 1 9 9l10 3-10 4c-1 4-3 6-5 8 9 4 11 14 1 18H23C12 53 7 45 7 36c7 4 15 4 20 0 3-3 3-8 2-14 0-7 4-11 9-11z",
            ),
            (LIGHT, "M38 19a2 2 0 1 0 4 0 2 2 0 1 0-4 0z"),
            (LIGHT, "M20 43c6 3 14 3 19-1-2 6-15 8-19 1z"),
        ],
    },
    Drawing {
        name: "grenouille",
        article: "la ",
        feminine: true,
        shapes: &[
            (
                BODY,
                "M14 20a8 8 0 0 1 15-3h6a8 8 0 0 1 15 3c4 4 6 9 6 14 0 11-11 18-24 18S8 45 8 34c0-5 2-10 6-14z",
            ),
            (LIGHT, "M18 20a4 4 0 1 0 8 0 4 4 0 1 0-8 0zM38 20a4 4 0 1 0 8 0 4 4 0 1 0-8 0z"),
            (LIGHT, "M16 36c9 7 23 7 32 0-3 10-29 10-32 0z"),
        ],
    },
    Drawing {
        name: "ours",
        article: "l’",
        feminine: false,
        shapes: &[
            (
                BODY,
                "M12 20a8 8 0 0 1 14-5h12a8 8 0 1 1 11 11c2 3 3 6 3 10 0 11-9 18-20 18s-20-7-20-18c0-4 1-7 3-10a8 8 0 0 1-3-6z",
            ),
            (
                LIGHT,
                "M22 31a2.500 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0zM37 31a2.500 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0z",
            ),
            (LIGHT, "M23 43a9 7 0 1 0 18 0 9 7 0 1 0-18 0z"),
            (BODY, "M29 40h6l-3 4z"),
        ],
    },
    Drawing {
        name: "girafe",
        article: "la ",
        feminine: true,
        shapes: &[
            (BODY, "M26 14l-3-6 4 1 3 3h5l9 9c2 2 0 5-3 5l-6-1 5 33H24l4-33-8 1c2-6 3-9 6-12z"),
            (
                LIGHT,
                "M31 18a2 2 0 1 0 4 0 2 2 0 1 0-4 0zM29 30l5-1 1 5-6 1zM29 40l7-1v6l-7 1zM28 50l6-1 1 6h-7z",
            ),
        ],
    },
    Drawing {
        name: "crabe",
        article: "le ",
        feminine: false,
        shapes: &[
            (BODY, "M32 28c11 0 17 5 17 12s-7 11-17 11-17-4-17-11 6-12 17-12z"),
            (
                BODY,
                "M11 30C4 22 8 11 18 12l-3 6 7 1c0 7-4 11-8 11zM53 30c7-8 3-19-7-18l3 6-7 1c0 7 4 11 8 11z",
            ),
            (LINE, "M15 44l-7 3M16 49l-6 5M49 44l7 3M48 49l6 5M27 28v-6M37 28v-6"),
            (
                LIGHT,
                "M24 39a2.500 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0zM35 39a2.500 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0z",
            ),
        ],
    },
    Drawing {
        name: "souris",
        article: "la ",
        feminine: true,
        shapes: &[
            (
                BODY,
                "M18 8a10 10 0 0 1 8 16c4-1 8-1 12 0a10 10 0 1 1 9 6c0 9-7 19-15 25-8-6-15-16-15-25A10 10 0 0 1 18 8z",
            ),
            (LIGHT, "M13 18a5 5 0 1 0 10 0 5 5 0 1 0-10 0zM41 18a5 5 0 1 0 10 0 5 5 0 1 0-10 0z"),
            (LIGHT, "M24 34a2 2 0 1 0 4 0 2 2 0 1 0-4 0zM36 34a2 2 0 1 0 4 0 2 2 0 1 0-4 0z"),
            (LINE, "M26 45l-12-2M26 48l-11 3M38 45l12-2M38 48l11 3"),
        ],
    },
];
