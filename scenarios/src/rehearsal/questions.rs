//! The questions of a page as this learner meets them: once for each item of a list, without those that do not apply.

use super::world::Lived;
use crate::graph::{Block, BlockKind, Button, Field, Link, Rows, Screen, id};

/// One question, and the place from which its terms are understood.
#[derive(Clone)]
pub(crate) struct Question<'a> {
    /// The field's key, then the numbers of the items it is about: `salaire.1.3`.
    pub(crate) id: String,
    pub(crate) field: &'a Field,
    pub(crate) lived: Lived<'a>,
}

/// Which questions are wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Those that the answers so far call for.
    Shown,
    /// Those that other answers of the same page would call for, too.
    Possible,
}

/// Most questions of one page: a page that has more is cut.
const MOST: usize = 500;

/// What a page holds besides texts.
#[derive(Default)]
pub(crate) struct Held<'a> {
    pub(crate) questions: Vec<Question<'a>>,
    pub(crate) links: Vec<&'a Link>,
    pub(crate) buttons: Vec<&'a Button>,
    /// Lists of rows, by their name here.
    pub(crate) rows: Vec<(String, &'a Rows, Lived<'a>)>,
}

/// The questions of `screen`, seen from `lived`.
pub(crate) fn questions<'a>(screen: &'a Screen, lived: &Lived<'a>, wanted: Wanted) -> Vec<Question<'a>> {
    held(screen, lived, wanted).questions
}

/// Everything of `screen` that can be answered or pressed.
pub(crate) fn held<'a>(screen: &'a Screen, lived: &Lived<'a>, wanted: Wanted) -> Held<'a> {
    let mut held = Held::default();
    gather(&screen.blocks, lived, wanted, &mut held);
    held
}

fn gather<'a>(blocks: &'a [Block], lived: &Lived<'a>, wanted: Wanted, held: &mut Held<'a>) {
    for block in blocks {
        if held.questions.len() >= MOST || (wanted == Wanted::Shown && !lived.holds(block.when.as_ref())) {
            continue;
        }
        match &block.kind {
            BlockKind::Field(field) if wanted == Wanted::Possible || lived.holds(field.when.as_ref()) => {
                let id = id(&field.key, &lived.numbers);
                let lived = lived.asked(field, id.clone());
                held.questions.push(Question { id, field, lived });
            }
            BlockKind::Group { each, blocks, .. } => {
                for inside in lived.each(each.as_ref()) {
                    gather(blocks, &inside, wanted, held);
                }
            }
            BlockKind::Rows(rows) => {
                held.rows.push((lived.rows_id(rows), rows, lived.clone()));
                for inside in lived.rows(rows) {
                    gather(&rows.blocks, &inside, wanted, held);
                }
            }
            BlockKind::Link(link) => held.links.push(link),
            BlockKind::Button(button) => held.buttons.push(button),
            _ => {}
        }
    }
}
