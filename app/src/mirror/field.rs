//! One question of a screen, drawn by the component of its control.

use leptos::prelude::*;
use scenarios::{
    field::{Keyboard, Line},
    rehearsal::{Asked, Control},
};

use crate::{
    routes::input_name,
    ui::{
        checkbox::Checkbox,
        field_shell::{Field, grouped},
        radios::{Choice, Radios},
        text_input::{Keys, TextInput},
    },
};

pub(super) fn field(asked: &Asked) -> AnyView {
    match &asked.control {
        Control::Lines(lines) => match lines.as_slice() {
            [(line, value)] => single(asked, line, value),
            several => group(asked, several),
        },
        Control::Papers(papers, chosen) => {
            let choices = papers.iter().map(|paper| Choice::new(paper.key(), paper.title())).collect();
            let chosen = chosen.map(|paper| paper.key().to_owned());
            view! { <Radios field=shell(asked, "") choices chosen/> }.into_any()
        }
        Control::Tick(ticked) => view! { <Checkbox field=shell(asked, "") checked=*ticked/> }.into_any(),
    }
}

fn single(asked: &Asked, line: &Line, value: &str) -> AnyView {
    view! { <TextInput field=shell(asked, line.name) value keys=keys(line) chars=u16::from(line.width) maxlength=LONGEST/> }
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
const LONGEST: u16 = 200;

fn shell(asked: &Asked, line: &str) -> Field {
    let mut field = Field::new(input_name(&asked.key, line), asked.label.clone());
    field.hint.clone_from(&asked.help);
    field.error.clone_from(&asked.problem);
    field.optional = asked.optional;
    field
}

const fn keys(line: &Line) -> Keys {
    match line.keyboard {
        Keyboard::Text => Keys::Text,
        Keyboard::Digits => Keys::Digits,
        Keyboard::Email => Keys::Email,
    }
}
