//! How much of the most: a bar beside the number that says the same. Drawn, because browsers draw `<meter>` each their way,
//! and print it empty.

use leptos::prelude::*;

use super::Example;

/// Widths are told in so many parts.
const WHOLE: i64 = 100;

/// `value` of `most`; a `most` of 0 is an empty bar. The number always stands beside.
pub fn bar(value: impl TryInto<i64>, most: impl TryInto<i64>) -> AnyView {
    drawn(value.try_into().unwrap_or_default(), most.try_into().unwrap_or_default())
}

fn drawn(value: i64, most: i64) -> AnyView {
    let part = if most > 0 { (value.clamp(0, most) * WHOLE).div_euclid(most) } else { 0 };
    view! {
        <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar__part" width=part.to_string() height="1"/>
        </svg>
    }
    .into_any()
}

pub fn examples() -> Vec<Example> {
    let line = |value: i64| view! { <li>{bar(value, 8)} {value} " sur 8"</li> }.into_any();
    let lines: Vec<_> = [0, 3, 8].map(line).into_iter().collect();
    vec![Example::new("Rien, un peu, tout", view! { <ul>{lines}</ul> })]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn it_is_never_wider_than_the_whole() {
        let width = |value, most| {
            let html = to_html(|| bar(value, most));
            html.split("width=\"").nth(1).and_then(|rest| rest.split('"').next()).map(ToOwned::to_owned)
        };
        assert_eq!(width(3, 8).as_deref(), Some("37"));
        assert_eq!(width(9, 8).as_deref(), Some("100"));
        assert_eq!(width(2, 0).as_deref(), Some("0"), "nothing of nothing");
    }
}
