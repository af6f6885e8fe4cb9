//! The only place where an address of Miroir is spelled.

pub mod people;
pub mod room;

use scenarios::rehearsal::Ask;

/// « S'entraîner seul », and all that can be rehearsed.
pub const HOME: &str = "/";
/// Where a rehearsal begins, by POST.
pub const EXERCISES: &str = "/exercice";
/// Where four pictures open an exercise left on another machine.
pub const TAKE_UP: &str = "/reprendre";
/// After a machine was left, its exercise kept.
pub const LEFT: &str = "/a-plus-tard";
/// After everything was erased.
pub const ERASED: &str = "/efface";
/// The same from a room, which is not the learner's to erase.
pub const SEAT_GIVEN: &str = "/efface/place";
pub const GALLERY: &str = "/galerie";
pub const HEALTH: &str = "/sante";
pub const ROBOTS: &str = "/robots.txt";

/// The addresses of one rehearsal.
#[derive(Clone, Copy, Debug)]
pub struct Exercise<'a>(pub &'a str);

impl Exercise<'_> {
    /// Leads to the current page, whichever it is.
    pub fn root(self) -> String {
        format!("{EXERCISES}/{}", self.0)
    }

    pub fn page(self, screen: &str) -> String {
        format!("{}/page/{screen}", self.root())
    }

    /// A page, at the cookie banner of its site.
    pub fn cookies(self, screen: &str) -> String {
        format!("{}#{COOKIES}", self.page(screen))
    }

    pub fn card(self) -> String {
        format!("{}/fiche", self.root())
    }

    pub fn papers(self) -> String {
        format!("{}/papiers", self.root())
    }

    pub fn paper(self, key: &str) -> String {
        format!("{}/{key}", self.papers())
    }

    /// A paper, with one of its places marked.
    pub fn place(self, paper: &str, place: &str) -> String {
        format!("{}?{PLACE}={place}#{HERE}", self.paper(paper))
    }

    /// Everything that can be printed.
    pub fn envelope(self) -> String {
        format!("{}/enveloppe", self.root())
    }

    pub fn messages(self) -> String {
        format!("{}/messages", self.root())
    }

    pub fn message(self, number: u32) -> String {
        format!("{}/{number}", self.messages())
    }

    /// The simulated telephone.
    pub fn phone(self) -> String {
        format!("{}/telephone", self.root())
    }

    /// « Je suis perdu ».
    pub fn lost(self) -> String {
        format!("{}/perdu", self.root())
    }

    /// « Prêt pour le vrai »: the sheet to take home.
    pub fn ready(self) -> String {
        format!("{}/pour-de-vrai", self.root())
    }

    /// A page, at the paper that lies beside it, where a place of it may be marked.
    pub fn beside(self, screen: &str, at: &str) -> String {
        format!("{}#{at}", self.page(screen))
    }

    /// How to come back.
    pub fn later(self) -> String {
        format!("{}/plus-tard", self.root())
    }

    /// Leaves this machine, by POST.
    pub fn quit(self) -> String {
        format!("{}/quitter", self.root())
    }

    pub fn comfort(self) -> String {
        format!("{}/confort", self.root())
    }

    /// What passes between the learner and the mediator, by POST, from a page without a form of the clone.
    pub fn room(self) -> String {
        format!("{}/salle", self.root())
    }

    /// What changes while the page lives. `seen` tells what the page shows already.
    pub fn live(self, seen: &str) -> String {
        format!("{}/direct?vu={seen}", self.root())
    }

    pub fn erase(self) -> String {
        format!("{}/effacer", self.root())
    }
}

/// The exercise that an address is about, when it is one.
pub fn exercise_of(path: &str) -> Option<Exercise<'_>> {
    let rest = path.strip_prefix(EXERCISES)?.strip_prefix('/')?;
    let id = rest.split_once('/').map_or(rest, |(id, _)| id);
    is_plain(id).then_some(Exercise(id))
}

/// The address itself, when it is a page of an exercise: what a failed answer can return to.
pub fn page_of_exercise(path: &str) -> Option<&str> {
    let (id, screen) = path.strip_prefix(EXERCISES)?.strip_prefix('/')?.split_once("/page/")?;
    (is_plain(id) && screen.split('.').all(is_plain)).then_some(path)
}

fn is_plain(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// In the address of a paper: the name of the place that a hint shows.
pub const PLACE: &str = "repere";
/// Where that place is on the page.
pub const HERE: &str = "ici";

/// Where the paper that lies beside the clone is on the page.
pub const BESIDE: &str = "papier";

/// What was typed in a form: `c.<field>` or `c.<field>.<line>`.
pub const ANSWER: &str = "c.";
/// A value the island stopped: `arret.<name of its input>`, holding the kind.
pub const STOPPED: &str = "arret.";
/// Which scenario to begin.
pub const PROCEDURE: &str = "demarche";
/// Whoever begins is the one whose exercise just ended: how they like to read goes on.
pub const AGAIN: &str = "encore";
/// What was ticked in the cookie banner; and where the banner is on the page.
pub const COOKIES: &str = "cookies";
/// Hidden inputs of a page's form.
pub const VISIT: &str = "visite";
pub const SUBMISSION: &str = "envoi";

/// Where a part's own form comes from, to lead back there.
pub const PLACE_HERE: &str = "ici";

/// On the page where one takes an exercise up again: a picture chosen already, one more, one less, the key tried.
pub const CHOSEN: &str = "image";
pub const CHOOSE: &str = "ajouter";
pub const CORRECT: &str = "corriger";
pub const TRY: &str = "ouvrir";

/// The name of the input for a line of a field.
pub fn input_name(field: &str, line: &str) -> String {
    if line.is_empty() { format!("{ANSWER}{field}") } else { format!("{ANSWER}{field}.{line}") }
}

/// What a button of the cookie banner asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cookies {
    /// « Tout accepter ».
    Accept,
    /// « Tout refuser ».
    Refuse,
    /// « Enregistrer mes choix », of what is ticked.
    Save,
    /// « Gestion des cookies », at the foot of the site.
    Manage,
}

/// What a button of the page's form asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// « Continuer ».
    Submit,
    /// « Précédent ».
    Back,
    /// « Modifier » a page already passed.
    Modify(String),
    /// A link of the clone, to a page.
    Follow(String),
    /// A button beside the page's own, by its rank from 0.
    Press(usize),
    /// One more row in a list.
    AddRow(String),
    /// A row less, counted from 1.
    RemoveRow(String, usize),
    /// A choice in the cookie banner, or the way back to it.
    Cookies(Cookies),
    /// A place on a paper, which a hint shows.
    Show {
        paper: String,
        place: String,
    },
    /// A paper to lay beside the clone.
    Lay(String),
    /// The paper beside the clone, put away.
    PutAway,
    /// Another way of rehearsing, by its word.
    Mode(String),
    /// « J’ai fini ».
    Finish,
    Hint,
    Card,
    Papers,
    Messages,
    Phone,
    /// « Je suis perdu ».
    Lost,
    Procedure,
    /// « Continuer plus tard ».
    Later,
    Comfort,
    Erase,
    /// Raises a hand, and says why.
    Hand(Ask),
    LowerHand,
    /// « J’ai compris » what the mediator asks.
    CallRead,
    /// Goes where the mediator proposes.
    CallFollowed,
    /// Whoever looks may see values, or is asked to look away.
    Look(bool),
}

impl Gesture {
    /// Reads the value of the button pressed; none was when Enter was typed in a field.
    pub fn read(value: Option<&str>) -> Option<Self> {
        Some(match value {
            None | Some("continuer") => Self::Submit,
            Some("precedent") => Self::Back,
            Some("indice") => Self::Hint,
            Some("fiche") => Self::Card,
            Some("papiers") => Self::Papers,
            Some("messages") => Self::Messages,
            Some("telephone") => Self::Phone,
            Some("perdu") => Self::Lost,
            Some("ranger") => Self::PutAway,
            Some("demarche") => Self::Procedure,
            Some("plus-tard") => Self::Later,
            Some("confort") => Self::Comfort,
            Some("effacer") => Self::Erase,
            Some("finir") => Self::Finish,
            Some("main-baissee") => Self::LowerHand,
            Some("appel-lu") => Self::CallRead,
            Some("appel-suivi") => Self::CallFollowed,
            Some("regard-oui") => Self::Look(true),
            Some("regard-non") => Self::Look(false),
            Some("cookies.accepter") => Self::Cookies(Cookies::Accept),
            Some("cookies.refuser") => Self::Cookies(Cookies::Refuse),
            Some("cookies.enregistrer") => Self::Cookies(Cookies::Save),
            Some("cookies.gerer") => Self::Cookies(Cookies::Manage),
            Some(other) => {
                let (what, which) = other.split_once('.')?;
                match what {
                    "modifier" => Self::Modify(which.to_owned()),
                    "aller" => Self::Follow(which.to_owned()),
                    "presser" => Self::Press(which.parse().ok()?),
                    "mode" => Self::Mode(which.to_owned()),
                    "main" => Self::Hand(Ask::from_word(which)?),
                    "poser" => Self::Lay(which.to_owned()),
                    "montrer" => {
                        let (place, paper) = which.split_once('.')?;
                        Self::Show { paper: paper.to_owned(), place: place.to_owned() }
                    }
                    "ajouter" => Self::AddRow(which.to_owned()),
                    "retirer" => {
                        let (row, rows) = which.split_once('.')?;
                        Self::RemoveRow(rows.to_owned(), row.parse().ok()?)
                    }
                    _ => return None,
                }
            }
        })
    }

    pub fn write(&self) -> String {
        match self {
            Self::Submit => "continuer".into(),
            Self::Back => "precedent".into(),
            Self::Hint => "indice".into(),
            Self::Card => "fiche".into(),
            Self::Papers => "papiers".into(),
            Self::Messages => "messages".into(),
            Self::Phone => "telephone".into(),
            Self::Lost => "perdu".into(),
            Self::PutAway => "ranger".into(),
            Self::Procedure => "demarche".into(),
            Self::Later => "plus-tard".into(),
            Self::Comfort => "confort".into(),
            Self::Erase => "effacer".into(),
            Self::Hand(asks) => format!("main.{}", asks.word()),
            Self::LowerHand => "main-baissee".into(),
            Self::CallRead => "appel-lu".into(),
            Self::CallFollowed => "appel-suivi".into(),
            Self::Look(true) => "regard-oui".into(),
            Self::Look(false) => "regard-non".into(),
            Self::Finish => "finir".into(),
            Self::Cookies(Cookies::Accept) => "cookies.accepter".into(),
            Self::Cookies(Cookies::Refuse) => "cookies.refuser".into(),
            Self::Cookies(Cookies::Save) => "cookies.enregistrer".into(),
            Self::Cookies(Cookies::Manage) => "cookies.gerer".into(),
            Self::Modify(screen) => format!("modifier.{screen}"),
            Self::Follow(page) => format!("aller.{page}"),
            Self::Press(rank) => format!("presser.{rank}"),
            Self::Show { paper, place } => format!("montrer.{place}.{paper}"),
            Self::Mode(mode) => format!("mode.{mode}"),
            Self::Lay(paper) => format!("poser.{paper}"),
            Self::AddRow(rows) => format!("ajouter.{rows}"),
            Self::RemoveRow(rows, row) => format!("retirer.{row}.{rows}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_of_an_exercise_can_be_returned_to() {
        assert!(page_of_exercise(&Exercise("01ab").page("vehicule")).is_some());
        assert!(page_of_exercise(&Exercise("01ab").page("ressources.2")).is_some());
        for other in [
            "/",
            "/exercice",
            "/exercice/01ab/papiers",
            "//ailleurs/page/x",
            "/exercice/a/page/",
            "/exercice/a/page/b/c",
            "/exercice/a/page/b..c",
        ] {
            assert_eq!(page_of_exercise(other), None, "{other}");
        }
    }

    #[test]
    fn an_address_tells_the_exercise_it_is_about() {
        for about in
            ["/exercice/01ab", "/exercice/01ab/papiers", "/exercice/01ab/page/b/c", "/exercice/01ab/"]
        {
            assert_eq!(exercise_of(about).map(Exercise::root), Some("/exercice/01ab".to_owned()), "{about}");
        }
        for other in ["/", "/exercice", "/exercice/", "/exercice/..", "/exercice//papiers", "/atelier/01ab"] {
            assert!(exercise_of(other).is_none(), "{other}");
        }
    }

    #[test]
    fn a_gesture_reads_back_as_it_is_written() {
        let all = [
            Gesture::Submit,
            Gesture::Back,
            Gesture::Modify("vehicule".into()),
            Gesture::Follow("aide".into()),
            Gesture::Press(2),
            Gesture::Mode("epreuve".into()),
            Gesture::Show { paper: "bulletin-de-paie.1.2".into(), place: "net-social".into() },
            Gesture::AddRow("autres.1".into()),
            Gesture::RemoveRow("autres.1".into(), 3),
            Gesture::Finish,
            Gesture::Cookies(Cookies::Accept),
            Gesture::Cookies(Cookies::Refuse),
            Gesture::Cookies(Cookies::Save),
            Gesture::Cookies(Cookies::Manage),
            Gesture::Hint,
            Gesture::Card,
            Gesture::Papers,
            Gesture::Messages,
            Gesture::Phone,
            Gesture::Lost,
            Gesture::Lay("bulletin-de-paie.1.2".into()),
            Gesture::PutAway,
            Gesture::Procedure,
            Gesture::Later,
            Gesture::Comfort,
            Gesture::Erase,
            Gesture::Hand(Ask::Paper),
            Gesture::LowerHand,
            Gesture::CallRead,
            Gesture::CallFollowed,
            Gesture::Look(true),
            Gesture::Look(false),
        ];
        for gesture in all {
            assert_eq!(Gesture::read(Some(&gesture.write())), Some(gesture));
        }
        assert_eq!(Gesture::read(None), Some(Gesture::Submit));
        assert_eq!(Gesture::read(Some("voler")), None);
    }
}
