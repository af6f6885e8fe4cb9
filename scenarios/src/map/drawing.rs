//! The map as SVG: pages in columns by their distance from the first, ways as curves.
//!
//! No script, no style sheet: attributes only, so that it can be shown under the strictest policy.

use std::fmt::Write;

use super::{Map, PathKind, Stop};

const WIDTH: usize = 230;
const HEIGHT: usize = 64;
const GAP_X: usize = 70;
const GAP_Y: usize = 26;
const MARGIN: usize = 20;
/// Letters of a title that fit in a box.
const LETTERS: usize = 28;

pub(super) fn svg(map: &Map, title: &str) -> String {
    let places = places(map);
    let right = places.iter().map(|(x, _)| x + WIDTH).max().unwrap_or(WIDTH) + MARGIN;
    let bottom = places.iter().map(|(_, y)| y + HEIGHT).max().unwrap_or(HEIGHT) + MARGIN;
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {right} {bottom}\" width=\"{right}\" height=\"{bottom}\" \
         role=\"img\" font-family=\"sans-serif\" font-size=\"14\">\n<title>{}</title>\n<desc>{}</desc>\n",
        escaped(title),
        escaped(&map.in_words()),
    );
    svg.push_str("<defs><marker id=\"pointe\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#333\"/></marker></defs>\n");
    let _ = writeln!(svg, "<rect width=\"{right}\" height=\"{bottom}\" fill=\"#fff\"/>");
    for path in &map.paths {
        let dashes = match path.kind {
            PathKind::Next => "",
            PathKind::Link => " stroke-dasharray=\"6 4\"",
            PathKind::Mishap => " stroke-dasharray=\"2 4\"",
        };
        let _ = writeln!(
            svg,
            "<path d=\"{}\" fill=\"none\" stroke=\"#333\" stroke-width=\"1.5\"{dashes} marker-end=\"url(#pointe)\"/>",
            curve(places[path.from], places[path.to]),
        );
    }
    for (stop, place) in map.stops.iter().zip(&places) {
        draw(&mut svg, stop, *place);
    }
    svg.push_str("</svg>\n");
    svg
}

/// Columns by distance; pages that no way leads to come after all others.
fn places(map: &Map) -> Vec<(usize, usize)> {
    let farthest = map.stops.iter().filter_map(|stop| stop.depth).max().unwrap_or_default();
    let mut filled = vec![0; farthest + 2];
    map.stops
        .iter()
        .map(|stop| {
            let column = stop.depth.unwrap_or(farthest + 1);
            let row = filled[column];
            filled[column] += 1;
            (MARGIN + column * (WIDTH + GAP_X), MARGIN + row * (HEIGHT + GAP_Y))
        })
        .collect()
}

/// From the right side of a box to the left side of the next; backwards, below both.
fn curve(from: (usize, usize), to: (usize, usize)) -> String {
    let (x1, y1) = (from.0 + WIDTH, from.1 + HEIGHT / 2);
    let (x2, y2) = (to.0, to.1 + HEIGHT / 2);
    if x2 > x1 {
        let middle = usize::midpoint(x1, x2);
        return format!("M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}");
    }
    let (x1, x2) = (from.0 + WIDTH / 2, to.0 + WIDTH / 2);
    let (y1, y2) = (from.1 + HEIGHT, to.1 + HEIGHT);
    let below = y1.max(y2) + GAP_Y;
    format!("M{x1} {y1}C{x1} {below} {x2} {below} {x2} {y2}")
}

fn draw(svg: &mut String, stop: &Stop, (x, y): (usize, usize)) {
    let (fill, stroke) = match stop {
        Stop { depth: None, .. } => ("#fbe9e7", "#b3261e"),
        Stop { last: true, .. } => ("#e3f2e6", "#1b5e20"),
        Stop { detour: true, .. } => ("#f4f4f4", "#666"),
        _ => ("#eaf1fb", "#1a4a8a"),
    };
    let round = if stop.last { HEIGHT / 2 } else { 6 };
    let _ = writeln!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" rx=\"{round}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"1.5\"/>"
    );
    let middle = x + WIDTH / 2;
    let _ = writeln!(
        svg,
        "<text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\" font-weight=\"700\">{}</text>",
        y + 27,
        escaped(&short(&stop.title))
    );
    let again = if stop.repeated { " ↻" } else { "" };
    let asks = match stop.questions {
        0 => String::new(),
        1 => " · 1 question".to_owned(),
        several => format!(" · {several} questions"),
    };
    let _ = writeln!(
        svg,
        "<text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\" fill=\"#444\">{}{asks}{again}</text>",
        y + 48,
        escaped(&short(&stop.key))
    );
}

fn short(text: &str) -> String {
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    text.chars().take(LETTERS - 1).chain(['…']).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
