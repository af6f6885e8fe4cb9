//! Our own icons: one line weight, one path each, drawn on a grid of 24 to be read at 20 and at 32 px.
//!
//! Never alone: a word always stands beside, so the drawing itself is hidden from screen readers.
//! Inline rather than in a sprite: a page uses about eight, 60 bytes each once compressed, and no request more.

use leptos::prelude::*;

use super::Example;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    ArrowLeft,
    ArrowRight,
    Attach,
    Card,
    Chart,
    Check,
    Clock,
    Cut,
    Door,
    Dots,
    Eraser,
    Eye,
    Form,
    Hand,
    Help,
    Home,
    Info,
    Letters,
    Lock,
    Mail,
    Papers,
    Pencil,
    Person,
    Phone,
    Plus,
    Pause,
    Print,
    Screen,
    Shield,
    Warning,
}

impl Icon {
    /// The outline to stroke.
    const fn path(self) -> &'static str {
        match self {
            Self::ArrowLeft => "M20 12H4M10 6l-6 6 6 6",
            Self::ArrowRight => "M4 12h16M14 6l6 6-6 6",
            Self::Attach => {
                "M19.5 11l-7.6 7.6a4.5 4.5 0 0 1-6.4-6.4l8-8a3 3 0 0 1 4.3 4.3l-7.9 7.9a1.5 1.5 0 0 1-2.1-2.1l7.2-7.2"
            }
            Self::Card => {
                "M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM8.5 11.5a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6zM5.7 16c.3-1.5 1.4-2.2 2.8-2.2s2.5.7 2.8 2.2M14.5 9.5h3.5M14.5 13.5h3.5"
            }
            Self::Chart => "M4 20h16M7 20v-6M12 20V5M17 20v-9",
            Self::Check => "M4.5 12.5l5 5 10-11",
            Self::Clock => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.2l3.4 2.2",
            Self::Cut => {
                "M9 12l-3 3a4 4 0 0 0 5.600 5.600l2-2M15 12l3-3a4 4 0 0 0-5.600-5.600l-2 2M4 4l16 16"
            }
            Self::Door => "M6 21V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v17M3.500 21h17M14.500 12v1",
            Self::Dots => "M6 12h.010M12 12h.010M18 12h.010",
            Self::Eraser => {
                "M13.6 4.6l5.8 5.8a1.4 1.4 0 0 1 0 2l-7 7.1H8.3l-4.2-4.2a1.4 1.4 0 0 1 0-2l7.5-8.7a1.4 1.4 0 0 1 2 0zM7.5 9.3l7.7 7.4M12 19.5h8.5"
            }
            Self::Eye => {
                "M2.5 12c2.2-4.2 5.5-6.3 9.5-6.3s7.3 2.1 9.5 6.3c-2.2 4.2-5.5 6.3-9.5 6.3S4.700 16.200 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"
            }
            Self::Form => {
                "M4 4h16a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM3 8.5h18M7 12.5h10M7 16h6"
            }
            Self::Hand => {
                "M8 13V6a1.5 1.5 0 0 1 3 0v5M11 11V4.5a1.5 1.5 0 0 1 3 0V11M14 11V6a1.5 1.5 0 0 1 3 0v8c0 4-2.4 7-6 7-2.6 0-4-1.3-5.2-3.5l-2.2-4c-.6-1.1.7-2.3 1.9-1.4L8 14.3"
            }
            Self::Help => {
                "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.4 9.6a2.6 2.6 0 1 1 3.8 2.3c-.9.4-1.2 1-1.2 1.9M12 16.9v.1"
            }
            Self::Home => "M3.5 11.5L12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-5.5h4V20",
            Self::Info => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.6v.1",
            Self::Letters => {
                "M2.5 19L8 5l5.5 14M4.3 14.5h7.4M21.5 12v7M21.5 15.5a2.7 3.3 0 1 1-5.4 0a2.7 3.3 0 1 1 5.4 0"
            }
            Self::Lock => {
                "M7 11h10a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"
            }
            Self::Mail => {
                "M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM3.5 7l8.5 6 8.5-6"
            }
            Self::Papers => {
                "M8 3h8l4 4v9a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM16 3v4h4M4 7v13a1 1 0 0 0 1 1h11M10.5 10.5h5.5M10.5 13.5h4"
            }
            Self::Pencil => {
                "M4 20l1-4.5L16.2 4.3a1.5 1.5 0 0 1 2.1 0l1.4 1.4a1.5 1.5 0 0 1 0 2.1L8.5 19zM14 6.5l3.5 3.5"
            }
            Self::Person => "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c.6-3.7 3.8-5.5 8-5.5s7.4 1.8 8 5.5",
            Self::Phone => {
                "M8 2.5h8A1.5 1.5 0 0 1 17.5 4v16a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 20V4A1.5 1.5 0 0 1 8 2.5zM11 18.3h2"
            }
            Self::Plus => "M12 5v14M5 12h14",
            Self::Pause => "M9 5v14M15 5v14",
            Self::Print => {
                "M7 8V3.5h10V8M7 17H5a1.5 1.5 0 0 1-1.5-1.5v-6A1.5 1.5 0 0 1 5 8h14a1.5 1.5 0 0 1 1.5 1.5v6A1.5 1.5 0 0 1 19 17h-2M7 14h10v6.5H7z"
            }
            Self::Screen => "M3 4h18v12H3zM12 16v4M8 20h8",
            Self::Shield => {
                "M12 3l7.5 2.8v5.7c0 4.5-3 8-7.5 9.5-4.5-1.5-7.5-5-7.5-9.5V5.8zM8.5 12l2.5 2.5 4.5-5"
            }
            Self::Warning => "M12 3.5L21.5 20h-19zM12 10v4.5M12 17.2v.1",
        }
    }
}

/// Draws `icon` at the size of the text around it.
pub fn icon(icon: Icon) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=icon.path()/>
        </svg>
    }
}

pub fn examples() -> Vec<Example> {
    let all = [
        (Icon::ArrowLeft, "flèche vers la gauche"),
        (Icon::ArrowRight, "flèche vers la droite"),
        (Icon::Attach, "trombone"),
        (Icon::Card, "carte"),
        (Icon::Chart, "graphique"),
        (Icon::Check, "coche"),
        (Icon::Clock, "horloge"),
        (Icon::Cut, "lien coupé"),
        (Icon::Door, "porte"),
        (Icon::Dots, "suite"),
        (Icon::Eraser, "gomme"),
        (Icon::Eye, "œil"),
        (Icon::Form, "démarche"),
        (Icon::Hand, "main levée"),
        (Icon::Help, "aide"),
        (Icon::Home, "maison"),
        (Icon::Info, "information"),
        (Icon::Letters, "lettres"),
        (Icon::Lock, "cadenas"),
        (Icon::Mail, "enveloppe"),
        (Icon::Papers, "papiers"),
        (Icon::Pencil, "crayon"),
        (Icon::Person, "personne"),
        (Icon::Phone, "téléphone"),
        (Icon::Pause, "pause"),
        (Icon::Plus, "ajouter"),
        (Icon::Print, "imprimante"),
        (Icon::Screen, "écran"),
        (Icon::Shield, "bouclier"),
        (Icon::Warning, "attention"),
    ];
    let row = |class: &'static str| {
        let items: Vec<_> = all
            .iter()
            .map(|&(drawing, name)| {
                view! { <li class="gallery__icon">{icon(drawing)} {name}</li> }.into_any()
            })
            .collect();
        view! { <ul class=class>{items}</ul> }
    };
    vec![
        Example::new("À 20 px, avec leur mot", row("gallery__icons")),
        Example::new("À 32 px", row("gallery__icons gallery__icons--large")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn an_icon_is_hidden_from_screen_readers() {
        assert!(to_html(|| icon(Icon::Lock)).contains(r#"aria-hidden="true""#));
    }
}
