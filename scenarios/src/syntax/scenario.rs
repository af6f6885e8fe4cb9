//! The scenario as a whole: its keys, in the order of the manual. Pages and what they show have files of their own.

use super::{
    fields::{Fields, construct, named},
    page, read,
    report::Report,
    settings, tolerance,
    value::Value,
};
use crate::{
    model::{
        Cookies, Ending, ForReal, Link, Mail, Mishap, Paper, PersonaNeeds, Scenario, Site, Source, Word,
    },
    text::Spanned,
};

pub(crate) fn scenario<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Scenario> {
    construct("le scénario", |fields| Scenario {
        title: fields.required("titre", read::text).unwrap_or_default(),
        agency: fields.required("organisme", read::word).unwrap_or_default(),
        summary: fields.required("résumé", read::text).unwrap_or_default(),
        duration: fields.required("durée", read::text).unwrap_or_default(),
        level: fields.optional("niveau", read::level),
        skills: fields.optional("compétences", read::list(read::skill)).unwrap_or_default(),
        version: fields.required("version", read::number).unwrap_or_default(),
        licence: fields.optional("licence", read::text),
        tolerances: fields
            .optional("tolérer", read::list(construct("la tolérance", tolerance::tolerance)))
            .unwrap_or_default()
            .into_iter()
            .flatten()
            .collect(),
        sources: fields.optional("sources", read::list(construct("la source", source))).unwrap_or_default(),
        differences: fields.optional("écarts", read::list(read::text)).unwrap_or_default(),
        site: fields.required("site", construct("le site", site)).unwrap_or_default(),
        persona: fields.required("personnage", construct("le personnage", persona)).unwrap_or_default(),
        papers: fields.optional("papiers", named("le papier", paper)).unwrap_or_default(),
        mails: fields.optional("messages", named("le message", mail)).unwrap_or_default(),
        screens: fields.required("pages", named("la page", page::screen)).unwrap_or_default(),
        mishaps: flat(fields.optional("incidents", named("l’incident", mishap))),
        endings: flat(fields.required("fins", named("la fin", ending))),
        envelope: fields.optional("enveloppe", read::list(read::template)).unwrap_or_default(),
        words: fields.optional("mots", words).unwrap_or_default(),
        for_real: fields.optional("pour-de-vrai", construct("la feuille pour de vrai", for_real)),
        calculation: fields.optional("calcul", construct("le calcul", super::calculation::calculation)),
    })(value, report)
}

/// What could be read whole.
pub(super) fn flat<T>(read: Option<Vec<Option<T>>>) -> Vec<T> {
    read.unwrap_or_default().into_iter().flatten().collect()
}

/// Words, each with its sentence.
fn words<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Vec<Word>> {
    let said = read::named_texts(value, report)?;
    Some(said.into_iter().map(|(word, says)| Word { word, says }).collect())
}

fn for_real(fields: &mut Fields<'_, '_>) -> ForReal {
    ForReal {
        address: fields.required("adresse", read::text).unwrap_or_default(),
        bring: fields.optional("apporter", read::list(read::text)).unwrap_or_default(),
        fakes: fields.optional("reconnaître-un-faux", read::list(read::text)).unwrap_or_default(),
        help: fields.optional("aide", read::list(read::text)).unwrap_or_default(),
    }
}

fn source(fields: &mut Fields<'_, '_>) -> Source {
    Source {
        what: fields.required("quoi", read::text).unwrap_or_default(),
        read_on: fields.required("lu", read::date).unwrap_or_default(),
    }
}

fn site(fields: &mut Fields<'_, '_>) -> Site {
    Site {
        name: fields.required("nom", read::text).unwrap_or_default(),
        subtitle: fields.required("sous-titre", read::text).unwrap_or_default(),
        initials: fields.required("initiales", read::text).unwrap_or_default(),
        host: fields.required("adresse", read::text).unwrap_or_default(),
        theme: fields.required("thème", read::word).unwrap_or_default(),
        menu: flat(fields.optional("menu", read::list(construct("le lien", link)))),
        footer: flat(fields.optional("pied", read::list(construct("le lien", link)))),
        cookies: fields.optional("cookies", construct("les cookies", cookies)).flatten(),
    }
}

fn cookies(fields: &mut Fields<'_, '_>) -> Option<Cookies> {
    let text = fields.required("texte", read::template);
    let purposes = fields.required("choix", settings::choices);
    Some(Cookies { text: text?, purposes: purposes? })
}

fn link(fields: &mut Fields<'_, '_>) -> Option<Link> {
    let words = fields.required("texte", read::template);
    let page = fields.required("page", read::word);
    Some(Link { words: words?, page: page? })
}

fn persona(fields: &mut Fields<'_, '_>) -> PersonaNeeds {
    PersonaNeeds {
        ages: fields.optional("âge", read::range),
        couple: fields.optional("situation", read::couple),
        children: fields.optional("enfants", read::range),
        households: fields.optional("foyers", read::list(read::household)).unwrap_or_default(),
        traits: fields.optional("a", read::list(read::word)).unwrap_or_default(),
        papers: fields.optional("papiers", read::list(read::word)).unwrap_or_default(),
    }
}

fn paper(key: Spanned<String>, fields: &mut Fields<'_, '_>) -> Paper {
    Paper {
        key,
        each: fields.optional("pour-chaque", read::loops).unwrap_or_default(),
        when: fields.optional("si", read::term),
        title: fields.required("titre", read::template).unwrap_or_default(),
        from: fields.required("de", read::template).unwrap_or_default(),
        date: fields.optional("date", read::template),
        body: fields.optional("texte", read::list(read::template)).unwrap_or_default(),
        lines: fields.optional("lignes", read::pairs).unwrap_or_default(),
    }
}

fn mail(key: Spanned<String>, fields: &mut Fields<'_, '_>) -> Mail {
    let phone = fields.optional("par", read::means).unwrap_or_default();
    let from = fields.required("de", read::template).unwrap_or_default();
    // A text message has neither an address nor a subject.
    let (address, subject) = if phone {
        (fields.optional("adresse", read::text), fields.optional("objet", read::template))
    } else {
        (fields.required("adresse", read::text), fields.required("objet", read::template))
    };
    Mail {
        key,
        phone,
        from,
        address,
        subject,
        body: fields.required("texte", read::list(read::template)).unwrap_or_default(),
        delay: fields.optional("délai", read::minutes),
        lasts: fields.optional("valable", read::minutes),
        at_start: fields.optional("au-début", read::yes_or_no).unwrap_or_default(),
        attached: fields.optional("pièce-jointe", read::word),
        unwanted: fields.optional("indésirable", read::yes_or_no).unwrap_or_default(),
    }
}

fn mishap(key: Spanned<String>, fields: &mut Fields<'_, '_>) -> Option<Mishap> {
    let strikes = fields.required("sur", read::word);
    let when = fields.optional("si", read::term);
    let page = fields.required("page", read::word);
    Some(Mishap { key, strikes: strikes?, when, page: page? })
}

fn ending(key: Spanned<String>, fields: &mut Fields<'_, '_>) -> Option<Ending> {
    let when = fields.required("quand", read::ending_when);
    let title = fields.required("titre", read::text).unwrap_or_default();
    let text = fields.required("texte", read::template).unwrap_or_default();
    Some(Ending { key, when: when?, title, text })
}
