//! One question of a screen, drawn by the component of its control.

use leptos::prelude::*;
use scenarios::{
    field::{self, Keyboard, Line, Privacy},
    rehearsal::{Asked, Control},
    typography::spaced,
};

use crate::{
    routes::input_name,
    ui::{
        Example,
        checkbox::{Checkbox, Checkboxes},
        field_shell::{Field, Kept, grouped},
        icon::{Icon, icon},
        radios::{Choice, Layout, Radios},
        safe_textarea::SafeTextarea,
        search_list::SearchList,
        text_input::{Keys, TextInput},
    },
};

/// The question that help points at, a hand beside it.
pub(super) fn pointed(asked: &Asked) -> AnyView {
    let drawn = field(asked);
    view! {
        <div class="pointed" id=POINTED tabindex="-1">
            <p class="pointed__here">{icon(Icon::Hand)} " C’est cette question"</p>
            {drawn}
        </div>
    }
    .into_any()
}

pub fn examples() -> Vec<Example> {
    let asked = Asked {
        key: "montree".to_owned(),
        label: "Montant net social".to_owned(),
        help: Some("En bas du bulletin de paie.".to_owned()),
        optional: false,
        control: Control::Area(String::new()),
        privacy: Privacy::Neutral,
        problem: None,
        news: false,
        understood: None,
    };
    vec![Example::new("L’aide montre une question", pointed(&asked))]
}

/// Where the question that help points at is on the page.
pub const POINTED: &str = "question-montree";

pub(super) fn field(asked: &Asked) -> AnyView {
    let shell = || shell(asked, "");
    match &asked.control {
        Control::Lines(lines) => match lines.as_slice() {
            [(line, value)] => single(asked, line, value),
            several => group(asked, several),
        },
        Control::Area(text) => view! { <SafeTextarea field=shell() value=text.clone()/> }.into_any(),
        Control::Secret => {
            view! { <TextInput field=shell() keys=Keys::Password chars=20 maxlength=LONGEST/> }.into_any()
        }
        Control::Papers(papers, chosen) => {
            view! { <Radios field=shell() choices=choices(papers) chosen=chosen.clone()/> }.into_any()
        }
        Control::Tick(ticked) => view! { <Checkbox field=shell() checked=*ticked/> }.into_any(),
        Control::YesNo(chosen) => {
            let choices = vec![Choice::new("oui", "Oui"), Choice::new("non", "Non")];
            let chosen = chosen.map(|yes| if yes { "oui" } else { "non" }.to_owned());
            view! { <Radios field=shell() choices chosen layout=Layout::Row/> }.into_any()
        }
        Control::Radios(offered, chosen) => {
            view! { <Radios field=shell() choices=choices(offered) chosen=chosen.clone()/> }.into_any()
        }
        Control::Boxes(offered, ticked) => {
            view! { <Checkboxes field=shell() choices=choices(offered) chosen=ticked.clone()/> }.into_any()
        }
        Control::Search(offered, value) => {
            let options = offered.iter().map(|choice| choice.label.clone()).collect();
            view! { <SearchList field=shell() value=value.as_str() options/> }.into_any()
        }
    }
}

fn single(asked: &Asked, line: &Line, value: &str) -> AnyView {
    view! {
        <TextInput
            field=shell(asked, line.name)
            value
            keys=keys(line)
            chars=u16::from(line.width)
            unit=line.unit
            maxlength=LONGEST
        />
    }
    .into_any()
}

/// Several lines under one question, each with its own label.
fn group(asked: &Asked, lines: &[(Line, String)]) -> AnyView {
    let inputs: Vec<_> = lines
        .iter()
        .map(|(line, value)| {
            let field = Field::new(input_name(&asked.key, line.name), line.label.unwrap_or_default());
            view! { <TextInput field value=value.as_str() keys=keys(line) chars=u16::from(line.width) maxlength=LONGEST/> }
                .into_any()
        })
        .collect();
    grouped(&shell(asked, ""), inputs)
}

/// What an input holds at the most: enough for every answer, and for whoever pastes too much to see it.
const LONGEST: u16 = 250;

fn shell(asked: &Asked, line: &str) -> Field {
    let mut field = Field::new(input_name(&asked.key, line), asked.label.clone());
    field.hint.clone_from(&asked.help);
    let said = if asked.news { &mut field.news } else { &mut field.error };
    said.clone_from(&asked.problem);
    field.understood = asked.understood.as_deref().map(spaced);
    field.optional = asked.optional;
    field.kept = match asked.privacy {
        Privacy::Neutral => Kept::Vetted,
        Privacy::Identity => Kept::Known,
        Privacy::Secret => Kept::Never,
    };
    field
}

fn choices(offered: &[field::Choice]) -> Vec<Choice> {
    offered.iter().map(|choice| Choice::new(choice.key.clone(), choice.label.clone())).collect()
}

const fn keys(line: &Line) -> Keys {
    match line.keyboard {
        Keyboard::Text => Keys::Text,
        Keyboard::Digits => Keys::Digits,
        Keyboard::Decimal => Keys::Decimal,
        Keyboard::Email => Keys::Email,
        Keyboard::Phone => Keys::Phone,
    }
}
