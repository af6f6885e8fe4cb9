//! Margins: made of tabs or unusual spaces, or aligned with nothing.

use std::borrow::Cow;

use super::{Slip, Stop};
use crate::{
    diagnostic::Diagnostic,
    syntax::{
        lines::{Line, Outline},
        mend::Edit,
    },
    text::Span,
};

/// Widths that a tab may have been meant to have, likeliest first.
const TAB_WIDTHS: [usize; 4] = [2, 4, 8, 1];

/// Longest passage with its margins made anew for its author, in bytes.
const LONGEST: usize = 64 << 10;

/// Margins with tabs or unusual spaces: a finding for each run of lines, an edit for each line.
///
/// The lines are moved to where they were meant to be.
pub(crate) fn odd_margins(content: &str, lines: &mut [Line]) -> (Vec<Diagnostic>, Vec<Edit>) {
    let (mut findings, mut edits) = (Vec::new(), Vec::new());
    let mut outline = Outline::default();
    let mut run: Option<Run> = None;
    for line in lines {
        let margin = content.get(line.span.start..line.start).unwrap_or_default();
        if margin.bytes().all(|byte| byte == b' ') {
            outline.pass(line);
            findings.extend(run.take().map(|run| run.tell(content)));
            continue;
        }
        let width = meant_width(margin, &outline);
        line.move_to(width);
        outline.pass(line);
        let place = Span::new(line.span.start, line.start);
        edits.push(Edit::new(place, spaces(width)));
        let run = run.get_or_insert_with(|| Run { first: place, lines: 0, tab: false, margins: Vec::new() });
        run.margins.push((place, width));
        run.lines += 1;
        run.tab |= margin.contains('\t');
    }
    findings.extend(run.map(|run| run.tell(content)));
    (findings, edits)
}

/// Neighbouring lines with such margins.
struct Run {
    first: Span,
    lines: usize,
    tab: bool,
    /// Each margin, and its width in spaces.
    margins: Vec<(Span, usize)>,
}

impl Run {
    fn tell(self, content: &str) -> Diagnostic {
        let code = if self.tab { "tabulation" } else { "espace-insecable" };
        let what = if self.tab { "tabulation" } else { "espace insécable" };
        let message = match self.lines {
            1 => format!("la ligne commence par une {what}"),
            many => format!("{many} lignes qui se suivent commencent par une {what}"),
        };
        let finding = Diagnostic::error(code, self.first, message)
            .help("décalez les lignes avec la barre d’espace : deux espaces par niveau");
        match self.respaced(content) {
            Some((span, replacement)) => finding.doubtful_fix(span, replacement),
            None => finding,
        }
    }

    /// The passage from the first margin to the last, with its margins made of spaces.
    fn respaced(&self, content: &str) -> Option<(Span, String)> {
        let whole = Span::new(self.first.start, self.margins.last()?.0.end);
        if whole.end - whole.start > LONGEST {
            return None;
        }
        let (mut respaced, mut from) = (String::new(), whole.start);
        for (margin, width) in &self.margins {
            respaced.push_str(content.get(from..margin.start)?);
            respaced.push_str(&spaces(*width));
            from = margin.end;
        }
        Some((whole, respaced))
    }
}

fn spaces(width: usize) -> Cow<'static, str> {
    const MARGIN: &str = "                                ";
    MARGIN.get(..width).map_or_else(|| " ".repeat(width).into(), Cow::Borrowed)
}

/// How far from the edge a margin with tabs was meant to be, from the lines above.
fn meant_width(margin: &str, outline: &Outline) -> usize {
    let tabs = margin.chars().filter(|letter| *letter == '\t').count();
    let others = margin.chars().count() - tabs;
    let follows = |width: &usize| {
        outline.last().is_some_and(|last| if outline.opens { *width > last } else { *width == last })
    };
    let widths = TAB_WIDTHS.map(|tab| others + tabs * tab);
    let open =
        widths.into_iter().find(follows).or_else(|| widths.into_iter().find(|width| outline.holds(*width)));
    open.or_else(|| outline.last().map(|last| if outline.opens { last + 2 } else { last }))
        .unwrap_or(widths[0])
}

/// A line aligned with none of those above.
pub(super) fn astray(stop: &Stop<'_>) -> Option<Slip> {
    let line = stop.lines.get(stop.line)?;
    let outline = Outline::of(&stop.lines[..stop.line]);
    let last = outline.last()?;
    if outline.holds(line.margin)
        || (outline.opens && line.margin > last)
        || (!line.dash && line.key.is_none())
    {
        return None;
    }
    let (column, word) = outline.nearest(line.margin)?;
    let before = stop.line.checked_sub(1).and_then(|above| stop.lines.get(above));
    // Of two neighbours, the one an odd number of spaces away from the edge slipped.
    let slipped = before.filter(|before| before.key == Some(word) && column % 2 == 1 && line.margin % 2 == 0);
    Some(match slipped {
        Some(before) => aligned(stop, before, line.margin, first_word(stop, line)),
        None => aligned(stop, line, column, word),
    })
}

/// `line` is to be aligned with `word`, at `column`.
fn aligned(stop: &Stop<'_>, line: &Line, column: usize, word: Span) -> Slip {
    let place = first_word(stop, line);
    let (here, there) = (stop.words(place), stop.words(word));
    let away = match column {
        0 => "contre la marge".to_owned(),
        1 => "à une espace de la marge".to_owned(),
        many => format!("à {many} espaces de la marge"),
    };
    let margin = Span::new(line.span.start, line.start);
    let finding = Diagnostic::error("decalage", place, "la ligne n’est pas alignée avec ses voisines")
        .label(word, "une voisine est ici")
        .help(format!("alignez « {here} » avec « {there} », {away}"))
        .doubtful_fix(margin, " ".repeat(column));
    Slip::mended(finding, margin, spaces(column))
}

/// The key or the first sign of `line`.
fn first_word(stop: &Stop<'_>, line: &Line) -> Span {
    let first = stop.words(line.span).trim_start().chars().next().map_or(0, char::len_utf8);
    if line.dash { None } else { line.key }.unwrap_or(Span::new(line.start, line.start + first))
}
