//! A picture that a telephone reads, drawn in one path. The words beside it say the same.

use leptos::prelude::*;

use super::Example;

/// Squares of the picture, row by row: the server makes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Qr {
    /// Squares on a side.
    pub side: usize,
    /// The path of the dark squares.
    pub path: String,
}

/// White around it, as telephones want: four squares.
const MARGIN: usize = 4;

pub fn qr(picture: &Qr, label: &str) -> AnyView {
    let side = picture.side + 2 * MARGIN;
    let around = format!("{} {} {side} {side}", -4, -4);
    view! {
        <svg class="qr" viewBox=around role="img" aria-label=label.to_owned() shape-rendering="crispEdges">
            <path class="qr__ground" d=format!("M-4-4h{side}v{side}h-{side}z")/>
            <path class="qr__squares" d=picture.path.clone()/>
        </svg>
    }
    .into_any()
}

pub fn examples() -> Vec<Example> {
    let picture =
        Qr { side: 3, path: "M0 0h1v1h-1zM2 0h1v1h-1zM1 1h1v1h-1zM0 2h1v1h-1zM2 2h1v1h-1z".to_owned() };
    vec![Example::new("Un dessin à photographier", qr(&picture, "Dessin à photographier"))]
}
