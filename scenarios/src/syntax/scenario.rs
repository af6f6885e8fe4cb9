//! Every construct of the language: its keys, in the order of the manual.

use super::{
    fields::{Fields, construct, named},
    read,
    report::Report,
    tolerance,
    value::Value,
};
use crate::{
    model::{Ending, Field, Mail, Mistake, PersonaNeeds, Refusal, Scenario, Screen, Site, Source},
    text::Spanned,
};

pub(crate) fn scenario<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Scenario> {
    construct("le scénario", |fields| Scenario {
        title: fields.required("titre", read::text).unwrap_or_default(),
        agency: fields.required("organisme", read::word).unwrap_or_default(),
        summary: fields.required("résumé", read::text).unwrap_or_default(),
        duration: fields.required("durée", read::text).unwrap_or_default(),
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
        mails: fields.optional("messages", named("le message", mail)).unwrap_or_default(),
        screens: fields.required("pages", named("la page", screen)).unwrap_or_default(),
        endings: fields
            .required("fins", named("la fin", ending))
            .unwrap_or_default()
            .into_iter()
            .flatten()
            .collect(),
    })(value, report)
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
    }
}

fn persona(fields: &mut Fields<'_, '_>) -> PersonaNeeds {
    PersonaNeeds {
        traits: fields.optional("a", read::list(read::word)).unwrap_or_default(),
        papers: fields.optional("papiers", read::list(read::word)).unwrap_or_default(),
    }
}

fn mail(key: Spanned<String>, fields: &mut Fields<'_, '_>) -> Mail {
    Mail {
        key,
        from: fields.required("de", read::text).unwrap_or_default(),
        address: fields.required("adresse", read::text).unwrap_or_default(),
        subject: fields.required("objet", read::template).unwrap_or_default(),
        body: fields.required("texte", read::list(read::template)).unwrap_or_default(),
    }
}

fn screen(key: Spanned<String>, fields: &mut Fields<'_, '_>) -> Screen {
    Screen {
        key,
        title: fields.required("titre", read::text).unwrap_or_default(),
        step: fields.optional("étape", read::text),
        path: fields.required("chemin", read::text).unwrap_or_default(),
        paragraphs: fields.optional("texte", read::list(read::template)).unwrap_or_default(),
        fields: fields.optional("champs", named("le champ", field)).unwrap_or_default(),
        button: fields.optional("bouton", read::text),
        sends: fields.optional("envoie", read::word),
        next: fields.optional("suite", read::word),
        recap: fields.optional("récapitule", read::list(read::word)).unwrap_or_default(),
        receipt: fields.optional("reçu", read::list(read::word)).unwrap_or_default(),
    }
}

fn field(key: Spanned<String>, fields: &mut Fields<'_, '_>) -> Field {
    Field {
        key,
        kind: fields.required("genre", read::word).unwrap_or_default(),
        label: fields.required("étiquette", read::text).unwrap_or_default(),
        help: fields.optional("aide", read::text),
        optional: fields.optional("facultatif", read::yes_or_no).unwrap_or_default(),
        expected: fields.optional("attendu", read::reference),
        not_after: fields.optional("au-plus-tard", read::today),
        refusals: fields
            .optional("refuser", read::list(construct("le refus", refusal)))
            .unwrap_or_default()
            .into_iter()
            .flatten()
            .collect(),
        mistakes: fields
            .optional("erreurs", named("l’erreur", mistake))
            .unwrap_or_default()
            .into_iter()
            .flatten()
            .collect(),
        hints: fields.optional("indices", read::list(read::template)).unwrap_or_default(),
    }
}

fn refusal(fields: &mut Fields<'_, '_>) -> Option<Refusal> {
    let when = fields.required("si", read::when);
    let message = fields.required("message", read::text);
    Some(Refusal { when: when?, message: message? })
}

fn mistake(key: Spanned<String>, fields: &mut Fields<'_, '_>) -> Option<Mistake> {
    let when = fields.required("si", read::when);
    let explanation = fields.required("explication", read::template);
    Some(Mistake { key, when: when?, explanation: explanation? })
}

fn ending(key: Spanned<String>, fields: &mut Fields<'_, '_>) -> Option<Ending> {
    let when = fields.required("quand", read::ending_when);
    let title = fields.required("titre", read::text).unwrap_or_default();
    let text = fields.required("texte", read::text).unwrap_or_default();
    Some(Ending { key, when: when?, title, text })
}
