//! A page and its questions: their keys.

use super::{
    content,
    fields::{Fields, construct, named},
    read,
    scenario::flat,
    settings::settings,
};
use crate::{
    model::{Block, BlockKind, Branch, Field, Mistake, Refusal, Screen},
    text::Spanned,
};

pub(super) fn screen(key: Spanned<String>, fields: &mut Fields<'_, '_>) -> Screen {
    let screen = Screen {
        key,
        title: fields.required_without(super::shared::KEY, "titre", read::template).unwrap_or_default(),
        step: fields.optional("étape", read::text),
        path: fields.required_without(super::shared::KEY, "chemin", read::text).unwrap_or_default(),
        when: fields.optional("si", read::term),
        each: fields.optional("pour-chaque", read::each),
        bare: !fields.optional("menu", read::yes_or_no).unwrap_or(true),
        blocks: content::of(fields),
        button: fields.optional("bouton", read::text),
        sends: fields.optional("envoie", read::word),
        next: fields.optional("suite", read::way(construct("la suite", branch))),
        recap: fields.optional("récapitule", read::list(read::word)).unwrap_or_default(),
        receipt: fields.optional("reçu", read::list(read::word)).unwrap_or_default(),
        last: fields.optional("dernière", read::yes_or_no_there),
        detour: fields.optional("détour", read::yes_or_no).unwrap_or_default(),
        hints: fields.optional("indices", read::hints).unwrap_or_default(),
    };
    // The pages of a part are there in its place: what is left of one is a key written wrong, told already.
    fields.optional(super::shared::KEY, read::word);
    screen
}

fn branch(fields: &mut Fields<'_, '_>) -> Option<Branch> {
    let when = fields.optional("si", read::term);
    let page = fields.required("page", read::word);
    Some(Branch { when, page: page? })
}

/// The questions written under « champs: ».
pub(super) fn questions(fields: &mut Fields<'_, '_>) -> Vec<Block> {
    let questions = fields.optional("champs", named("le champ", field)).unwrap_or_default();
    questions.into_iter().map(|field| Block { when: None, kind: BlockKind::Field(Box::new(field)) }).collect()
}

fn field(key: Spanned<String>, fields: &mut Fields<'_, '_>) -> Field {
    Field {
        key,
        kind: fields.required("genre", read::word).unwrap_or_default(),
        label: fields.required("étiquette", read::template).unwrap_or_default(),
        help: fields.optional("aide", read::template),
        when: fields.optional("si", read::term),
        settings: settings(fields),
        required: fields.optional("facultatif", read::required).unwrap_or(crate::model::Required::Always),
        expected: fields.optional("attendu", read::term),
        prefilled: fields.optional("prérempli", read::term),
        prefilled_when: fields.optional("prérempli-si", read::term),
        not_after: fields.optional("au-plus-tard", read::today),
        refusals: flat(fields.optional("refuser", read::list(construct("le refus", refusal)))),
        mistakes: flat(fields.optional("erreurs", named("l’erreur", mistake))),
        hints: fields.optional("indices", read::hints).unwrap_or_default(),
    }
}

fn refusal(fields: &mut Fields<'_, '_>) -> Option<Refusal> {
    let when = fields.required("si", read::when);
    let message = fields.required("message", read::template);
    Some(Refusal { when: when?, message: message? })
}

fn mistake(key: Spanned<String>, fields: &mut Fields<'_, '_>) -> Option<Mistake> {
    let when = fields.required("si", read::when);
    let explanation = fields.required("explication", read::template);
    Some(Mistake { key, when: when?, explanation: explanation? })
}
