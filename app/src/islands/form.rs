//! A form sent without leaving the page: the same request as the browser's own, its answer as a document.

use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, DomParser, FormData, HtmlElement, HtmlFormElement, RequestInit, Response, SupportedType,
    UrlSearchParams, window,
};

/// What `button` sends. The page that answers and its address, or `None`: it did not come, or it is an error.
pub(crate) async fn post(form: &HtmlFormElement, button: &HtmlElement) -> Option<(String, Document)> {
    let typed = FormData::new_with_form(form).ok()?;
    typed.append_with_str(&button.get_attribute("name")?, &button.get_attribute("value")?).ok()?;
    let typed: JsValue = UrlSearchParams::new_with_str_sequence_sequence(&typed).ok()?.into();
    let asked = RequestInit::new();
    asked.set_method("POST");
    asked.set_body(&typed);
    let address = form.get_attribute("action")?;
    let answer = JsFuture::from(window()?.fetch_with_str_and_init(&address, &asked)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    let text = JsFuture::from(answer.text().ok()?).await.ok()?.as_string()?;
    let page = DomParser::new().ok()?.parse_from_string(&text, SupportedType::TextHtml).ok()?;
    Some((answer.url(), page))
}

/// As without script: the same form, the same button.
pub(crate) fn leave(form: &HtmlFormElement, button: &HtmlElement) {
    if form.request_submit_with_submitter(Some(button)).is_err() {
        let _ = form.submit();
    }
}
