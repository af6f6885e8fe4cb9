//! What a page shows: each item of « texte: » is a sentence, or one block named by its key.

use super::{
    fields::{Fields, construct},
    page, read,
    report::Report,
    tree::NodeKind,
    value::Value,
};
use crate::{
    diagnostic::Diagnostic,
    model::{Block, BlockKind, Rows, Tone},
    reference::fold,
    spelling::closest,
};

/// Names of blocks, in the order of the manual.
const NAMES: [&str; 14] = [
    "si",
    "paragraphe",
    "titre",
    "liste",
    "avis",
    "attention",
    "détails",
    "tableau",
    "définitions",
    "image",
    "lien",
    "bouton",
    "groupe",
    "lignes",
];

/// The texts of a page or of a group, then its questions.
pub(super) fn of(fields: &mut Fields<'_, '_>) -> Vec<Block> {
    let written = fields.optional("texte", read::list(block)).unwrap_or_default();
    let mut blocks: Vec<Block> = written.into_iter().collect();
    blocks.extend(page::questions(fields));
    blocks
}

/// A sentence, or a group of keys that names a block.
fn block<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Block> {
    let NodeKind::Keys(entries) = &value.node.kind else {
        return Some(Block { when: None, kind: BlockKind::Paragraph(read::template(value, report)?) });
    };
    // « - Votre code : 12 » is a sentence with a colon.
    let named = report.is_describing()
        || entries.iter().any(|entry| closest(&fold(entry.key.value.trim()), NAMES).is_some());
    if !named {
        read::template(value, report);
        return None;
    }
    let first = entries.first().map_or(value.key, |entry| &entry.key);
    let value = Value { key: first, ..value };
    let Some(Some(block)) = construct("le bloc", keys)(value, report) else {
        return None;
    };
    Some(block)
}

fn keys(fields: &mut Fields<'_, '_>) -> Option<Block> {
    let when = fields.optional("si", read::term);
    let text = fields.optional("paragraphe", read::template).map(BlockKind::Paragraph);
    let heading = fields.optional("titre", read::template).map(BlockKind::Heading);
    let list = fields.optional("liste", read::list(read::template)).map(BlockKind::List);
    let notice =
        fields.optional("avis", read::template).map(|text| BlockKind::Notice { tone: Tone::Info, text });
    let warning = fields
        .optional("attention", read::template)
        .map(|text| BlockKind::Notice { tone: Tone::Warning, text });
    let details = fields.optional("détails", construct("les détails", details)).flatten();
    let table = fields.optional("tableau", construct("le tableau", table)).flatten();
    let definitions = fields.optional("définitions", read::pairs).map(BlockKind::Definitions);
    let image = fields.optional("image", construct("l’image", image)).flatten();
    let link = fields.optional("lien", construct("le lien", link)).flatten();
    let button = fields.optional("bouton", construct("le bouton", button)).flatten();
    let group = fields.optional("groupe", construct("le groupe", group));
    let rows = fields.optional("lignes", construct("les lignes", rows)).flatten();
    let all = [
        text,
        heading,
        list,
        notice,
        warning,
        details,
        table,
        definitions,
        image,
        link,
        button,
        group,
        rows.map(|rows| BlockKind::Rows(Box::new(rows))),
    ];
    let mut found = all.into_iter().flatten();
    let kind = found.next();
    if found.next().is_some() {
        fields.say(|span| {
            Diagnostic::error("bloc-double", span, "deux blocs sont écrits après le même tiret")
                .help("mettez un tiret devant chacun")
        });
    }
    Some(Block { when, kind: kind? })
}

fn details(fields: &mut Fields<'_, '_>) -> Option<BlockKind> {
    let title = fields.required("titre", read::template);
    let text = fields.required("texte", read::list(read::template));
    Some(BlockKind::Details { title: title?, text: text? })
}

fn table(fields: &mut Fields<'_, '_>) -> Option<BlockKind> {
    let caption = fields.required("légende", read::template);
    let columns = fields.required("colonnes", read::list(read::template));
    let each = fields.optional("pour-chaque", read::each);
    // Both are asked for whatever is written: a key that is not asked for does not exist.
    let row = fields.optional("ligne", read::list(read::template)).map(|row| vec![row]);
    let rows = fields.optional("rangées", read::list(read::list(read::template)));
    let (key, rows) = if each.is_some() { ("ligne", row) } else { ("rangées", rows) };
    if rows.is_none() {
        fields.say(|span| {
            Diagnostic::error("cle-manquante", span, format!("il manque « {key} » dans le tableau"))
                .help(format!("ajoutez une ligne « {key}: … » sous « tableau: »"))
        });
    }
    Some(BlockKind::Table { caption: caption?, columns: columns?, each, rows: rows? })
}

fn image(fields: &mut Fields<'_, '_>) -> Option<BlockKind> {
    let drawing = fields.required("dessin", read::drawing);
    let description = fields.required("description", read::text);
    Some(BlockKind::Image { drawing: drawing?, description: description? })
}

fn link(fields: &mut Fields<'_, '_>) -> Option<BlockKind> {
    let words = fields.required("texte", read::template);
    let page = fields.required("page", read::word);
    Some(BlockKind::Link { words: words?, page: page? })
}

fn button(fields: &mut Fields<'_, '_>) -> Option<BlockKind> {
    let words = fields.required("texte", read::template);
    let sends = fields.optional("envoie", read::word);
    let downloads = fields.optional("télécharge", read::word);
    Some(BlockKind::Button { words: words?, sends, downloads })
}

fn group(fields: &mut Fields<'_, '_>) -> BlockKind {
    BlockKind::Group {
        title: fields.optional("titre", read::template),
        each: fields.optional("pour-chaque", read::each),
        blocks: of(fields),
    }
}

fn rows(fields: &mut Fields<'_, '_>) -> Option<Rows> {
    let key = fields.required("nom", read::name);
    let expected = fields.optional("pour-chaque", read::each);
    let first = fields.optional("au-début", read::number);
    let most = fields.optional("au-plus", read::number);
    let title = fields.optional("titre", read::template);
    let add = fields.required("ajouter", read::text);
    let blocks = of(fields);
    Some(Rows { key: key?, expected, first, most, title, add: add?, blocks })
}
