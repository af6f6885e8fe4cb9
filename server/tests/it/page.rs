//! A page as its reader sees it: title, errors, fields by their labels, buttons by their words.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, header};
use scraper::{ElementRef, Html, Selector};

#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) address: String,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Bytes,
}

/// What a button or a link does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    Follow(String),
    Send { to: String, inputs: Vec<(String, String)> },
}

/// A line of the error summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub(crate) message: String,
    /// The id its link leads to.
    pub(crate) field: String,
}

pub(crate) fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

/// The words of an element, its spaces reduced to single ones.
pub(crate) fn words(element: ElementRef) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page {
    pub(crate) fn body(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(crate) fn html(&self) -> Html {
        Html::parse_document(&self.body())
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub(crate) fn is_html(&self) -> bool {
        self.header(header::CONTENT_TYPE.as_str()).starts_with("text/html")
    }

    pub(crate) fn title(&self) -> String {
        self.first("title").unwrap_or_default()
    }

    pub(crate) fn heading(&self) -> String {
        self.first("h1").unwrap_or_default()
    }

    fn first(&self, selector: &str) -> Option<String> {
        all(&self.html(), selector).first().map(|element| words(*element))
    }

    /// Everything there is to read.
    pub(crate) fn text(&self) -> String {
        self.first("body").unwrap_or_default()
    }

    pub(crate) fn says(&self, sentence: &str) -> bool {
        self.text().contains(sentence)
    }

    /// The lines of the error summary.
    pub(crate) fn errors(&self) -> Vec<Wrong> {
        let wrong = |link: ElementRef| Wrong {
            message: words(link),
            field: link.attr("href").unwrap_or_default().trim_start_matches('#').to_owned(),
        };
        all(&self.html(), ".error_summary a").into_iter().map(wrong).collect()
    }

    /// What stands beside `label` on a card, a paper or a recap.
    pub(crate) fn reads(&self, label: &str) -> String {
        let html = self.html();
        let beside = all(&html, "dt").into_iter().find(|term| words(*term) == label);
        let value = beside.and_then(|term| {
            term.next_siblings().filter_map(ElementRef::wrap).find(|next| next.value().name() == "dd")
        });
        words(
            value
                .unwrap_or_else(|| panic!("nothing beside « {label} » at {}: {}", self.address, self.text())),
        )
    }

    /// The lines of the address on a bill: name, street, town.
    pub(crate) fn addressee(&self) -> Vec<String> {
        let html = self.html();
        let lines = all(&html, ".papers__address")[0].text().map(|line| line.trim().to_owned());
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// The name and the value to send for the field that a label names: what a box holds, what a choice stands for.
    pub(crate) fn field(&self, label: &str) -> (String, String) {
        let html = self.html();
        let id = all(&html, "label").into_iter().find(|named| words(*named) == label);
        let id = id
            .and_then(|label| label.attr("for"))
            .unwrap_or_else(|| panic!("no field « {label} » in {}", self.text()));
        let input = all(&html, "input")
            .into_iter()
            .find(|input| input.attr("id") == Some(id))
            .expect("a labelled field");
        (
            input.attr("name").unwrap_or_default().to_owned(),
            input.attr("value").unwrap_or_default().to_owned(),
        )
    }

    /// What the box under `label` shows.
    pub(crate) fn shows(&self, label: &str) -> String {
        self.field(label).1
    }

    /// Whether the choice named `label` is made.
    pub(crate) fn is_chosen(&self, label: &str) -> bool {
        let (name, value) = self.field(label);
        self.inputs("page").contains(&(name, value))
    }

    /// Names of the fields one may fill in.
    pub(crate) fn fields(&self) -> Vec<String> {
        let html = self.html();
        let mut names: Vec<String> = Vec::new();
        for input in all(&html, "#page input:not([type=hidden])") {
            let name = input.attr("name").unwrap_or_default().to_owned();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// What the form of that id would send as it is.
    pub(crate) fn inputs(&self, form: &str) -> Vec<(String, String)> {
        let html = self.html();
        let form = all(&html, "form").into_iter().find(|found| found.attr("id") == Some(form));
        form.map(|form| sent(&html, form)).unwrap_or_default()
    }

    /// Where the page's own form goes.
    pub(crate) fn target(&self) -> String {
        let html = self.html();
        all(&html, "form#page").first().and_then(|form| form.attr("action")).unwrap_or_default().to_owned()
    }

    /// What pressing `label` does. The very words first, then the beginning, then any part of them.
    pub(crate) fn action(&self, label: &str) -> Option<Action> {
        let html = self.html();
        let pressable = all(&html, "main a[href], main button, .tools a, .tools button, a[href], button");
        let found = |matches: &dyn Fn(&str) -> bool| {
            pressable.iter().find(|element| matches(&words(**element))).copied()
        };
        let element = found(&|text| text == label)
            .or_else(|| found(&|text| text.starts_with(label)))
            .or_else(|| found(&|text| text.contains(label)))?;
        if let Some(href) = element.attr("href") {
            return Some(Action::Follow(href.to_owned()));
        }
        let form = match element.attr("form") {
            Some(id) => all(&html, "form").into_iter().find(|form| form.attr("id") == Some(id)),
            None => {
                element.ancestors().filter_map(ElementRef::wrap).find(|above| above.value().name() == "form")
            }
        };
        let form = form.unwrap_or_else(|| panic!("« {label} » belongs to no form"));
        let mut inputs = sent(&html, form);
        if let Some(name) = element.attr("name") {
            inputs.push((name.to_owned(), element.attr("value").unwrap_or_default().to_owned()));
        }
        Some(Action::Send { to: form.attr("action").unwrap_or_default().to_owned(), inputs })
    }

    /// The attributes of the answer's security policy that matter here.
    pub(crate) fn policy(&self) -> BTreeMap<String, String> {
        let policy = self.header("content-security-policy");
        let part =
            |part: &str| part.trim().split_once(' ').map(|(name, rest)| (name.to_owned(), rest.to_owned()));
        policy.split(';').filter_map(part).collect()
    }
}

/// The inputs of a form, wherever they stand, in order, as a browser sends them when no button is pressed.
fn sent(html: &Html, form: ElementRef) -> Vec<(String, String)> {
    let of_form = |input: &ElementRef| match input.attr("form") {
        Some(id) => form.attr("id") == Some(id),
        None => input.ancestors().any(|above| above.id() == form.id()),
    };
    let inputs: Vec<_> = all(html, "input[name]").into_iter().filter(of_form).collect();
    let given = |input: &&ElementRef| {
        let ticked = matches!(input.attr("type"), Some("checkbox" | "radio"));
        !ticked || input.attr("checked").is_some()
    };
    let pair = |input: &ElementRef| {
        (
            input.attr("name").unwrap_or_default().to_owned(),
            input.attr("value").unwrap_or_default().to_owned(),
        )
    };
    let chosen = |list: ElementRef| {
        let options = Selector::parse("option").expect("a selector");
        let chosen = list.select(&options).find(|option| option.attr("selected").is_some());
        let chosen = chosen.or_else(|| list.select(&options).next());
        let value = chosen.and_then(|option| option.attr("value")).unwrap_or_default();
        (list.attr("name").unwrap_or_default().to_owned(), value.to_owned())
    };
    let lists = all(html, "select[name]").into_iter().filter(of_form).map(chosen);
    inputs.iter().filter(given).map(pair).chain(lists).collect()
}
