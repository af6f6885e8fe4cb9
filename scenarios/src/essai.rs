//! Essais: scripts in plain French that play a scenario, so that whoever changes it knows at once what no longer holds.
//!
//! It plays the engine alone: no page, no server. One instruction a line:
//! what the learner does: `remplir` (everything right), `saisir`, `cocher`, `valider`, `reculer`, `modifier`, `suivre`, `presser`, `ajouter`, `retirer`,
//! `cookies`, `relever`, `fermer`; what must be then: `foyer`, `page`, `texte`, `refus`, `erreur-nommée`, `courriel`, `papier`, `fin`;
//! `#` begins a comment.

use crate::{
    graph::Graph,
    persona::Household,
    reference::{Reference, fold},
    rehearsal::{self, Answers, Command, Consent, Draft, Event, Start, State, Viewer},
};

/// What an essai reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Played {
    pub ending: Option<String>,
    pub events: Vec<Event>,
}

/// Why an essai stopped. `line` counts from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    pub line: usize,
    /// One clause in French: what is, against what was expected.
    pub message: String,
}

/// The kind of household that `script` is about: « foyer parent-seul », its first instruction.
pub fn household(script: &str) -> Option<Household> {
    let instruction = |line: &'_ str| line.split('#').next().unwrap_or_default().trim().to_owned();
    let first = script.lines().map(instruction).find(|line| !line.is_empty())?;
    Household::from_word(first.strip_prefix("foyer")?.trim())
}

/// Plays `script` on `graph`.
pub fn play(graph: &Graph, start: Start, script: &str) -> Result<Played, Stopped> {
    let events = rehearsal::start(graph, start);
    let state = State::fold(&events)
        .ok_or(Stopped { line: 1, message: "le scénario ne commence pas".to_owned() })?;
    let mut player = Player { graph, state, events, answers: Answers::new(), sent: 0, last: Vec::new() };
    for (at, line) in script.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if !line.is_empty() {
            player.obey(line).map_err(|message| Stopped { line: at + 1, message })?;
        }
    }
    Ok(Played { ending: player.state.ended.clone(), events: player.events })
}

struct Player<'a> {
    graph: &'a Graph,
    state: State,
    events: Vec<Event>,
    /// What is typed on the page and not sent yet.
    answers: Answers,
    sent: u32,
    /// What the last sending did.
    last: Vec<Event>,
}

impl Player<'_> {
    fn obey(&mut self, line: &str) -> Result<(), String> {
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        match fold(word).as_str() {
            "foyer" => self.lives_as(rest),
            "page" => self.is_on(rest),
            "saisir" => self.types(rest),
            "remplir" => {
                self.answers.extend(rehearsal::right_answers(self.graph, &self.state));
                Ok(())
            }
            "cocher" => self.fill(rest, vec!["oui".to_owned()]),
            "valider" => self.submits(),
            "reculer" => self.does(Command::GoBack { visit: self.state.visit }),
            "modifier" => self.does(Command::GoTo { visit: self.state.visit, screen: fold(rest) }),
            "suivre" => self.does(Command::Follow { visit: self.state.visit, page: fold(rest) }),
            "presser" => self.presses(rest),
            "ajouter" => self.does(Command::AddRow { visit: self.state.visit, rows: fold(rest) }),
            "retirer" => self.removes(rest),
            "cookies" => self.chooses_cookies(&fold(rest)),
            "relever" => self.does(Command::Wait),
            "fermer" => self.does(Command::Finish),
            "texte" => self.reads(rest),
            "refus" => self.was_refused(&fold(rest)),
            "erreur-nommee" | "erreur" => self.was_mistaken(rest),
            "courriel" | "message" => self.has_mail(&fold(rest)),
            "papier" => self.has_paper(&fold(rest)),
            "fin" => self.has_ended(&fold(rest)),
            _ => Err(format!("« {word} » n’est pas une instruction")),
        }
    }

    fn is_on(&self, page: &str) -> Result<(), String> {
        expect(self.state.screen == fold(page), || {
            format!("la page est « {} », pas « {page} »", self.state.screen)
        })
    }

    fn lives_as(&self, kind: &str) -> Result<(), String> {
        let lives = self.state.persona.value("foyer.sorte").unwrap_or("inconnu");
        expect(fold(lives) == fold(kind), || format!("le foyer est « {lives} », pas « {kind} »"))
    }

    /// `champ : texte`; the lines of one question are separated by `|`; `{…}` is a term.
    fn types(&mut self, rest: &str) -> Result<(), String> {
        let (field, text) = rest.split_once(':').ok_or("il manque « : » entre le champ et le texte")?;
        let (field, text) = (fold(field.trim()), text.trim());
        let quoted = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
        let parts = match quoted.map(str::trim) {
            None => text.split('|').map(|part| part.trim().to_owned()).collect(),
            Some("juste") => self.answer(&field, None)?,
            Some(name) => match name.strip_prefix("erreur ") {
                Some(mistake) => self.answer(&field, Some(&fold(mistake.trim())))?,
                None => self.parts_of(&field, name)?,
            },
        };
        self.fill(&field, parts)
    }

    /// The right answer, or the wrong one that bears this name.
    fn answer(&self, field: &str, mistake: Option<&str>) -> Result<Vec<String>, String> {
        let typed = match mistake {
            None => rehearsal::right_answers(self.graph, &self.state).remove(field),
            Some(mistake) => rehearsal::mistaken_answer(self.graph, &self.state, field, mistake),
        };
        typed.ok_or_else(|| match mistake {
            None => no_field(field),
            Some(mistake) => format!("aucune valeur ne fait l’erreur « {mistake} » du champ « {field} »"),
        })
    }

    /// What a learner who copies the value would type.
    fn parts_of(&self, field: &str, name: &str) -> Result<Vec<String>, String> {
        let reference = Reference::parse(name).map_err(|_| format!("« {name} » n’est pas une valeur"))?;
        let value = self.state.value(&reference).ok_or(format!("« {name} » n’est pas encore connu"))?;
        let (_, asked) = self.graph.field(field).ok_or(no_field(field))?;
        Ok(asked.kind.rules().parts(&value, &asked.settings))
    }

    fn fill(&mut self, field: &str, parts: Vec<String>) -> Result<(), String> {
        let key = fold(field);
        let asked = rehearsal::read(self.graph, &self.state, &self.state.screen, &Answers::new());
        expect(asked.iter().any(|reading| reading.field == key), || no_field(field))?;
        self.answers.insert(key, parts);
        Ok(())
    }

    fn submits(&mut self) -> Result<(), String> {
        let screen = self.state.screen.clone();
        let mut answers = self.standing();
        answers.append(&mut self.answers.clone());
        let readings = rehearsal::read(self.graph, &self.state, &screen, &answers);
        self.sent += 1;
        let command =
            Command::Submit { screen, visit: self.state.visit, submission: self.sent.to_string(), readings };
        self.does(command)
    }

    /// What the page already holds: a browser sends it again.
    fn standing(&self) -> Answers {
        let (graph, state) = (self.graph, &self.state);
        let draft = Draft::default();
        let Some(shown) = rehearsal::screen(graph, state, &state.screen, &draft, Viewer::Learner) else {
            return Answers::new();
        };
        rehearsal::standing(&shown.asked())
    }

    fn presses(&mut self, rest: &str) -> Result<(), String> {
        let rank: usize = rest.parse().map_err(|_| "attendu : presser NUMÉRO")?;
        self.does(Command::Press { visit: self.state.visit, button: rank.saturating_sub(1) })
    }

    /// `lignes numéro`
    fn removes(&mut self, rest: &str) -> Result<(), String> {
        let (rows, row) = rest.split_once(char::is_whitespace).ok_or("attendu : retirer LIGNES NUMÉRO")?;
        let row = row.trim().parse().map_err(|_| "attendu : retirer LIGNES NUMÉRO")?;
        self.does(Command::RemoveRow { visit: self.state.visit, rows: fold(rows), row })
    }

    /// `tout`, `rien`, `rouvrir`, or the names of what is accepted.
    fn chooses_cookies(&mut self, rest: &str) -> Result<(), String> {
        let Some(cookies) = &self.graph.site.cookies else {
            return Err("le site n’a pas de bannière des cookies".to_owned());
        };
        let consent = match rest {
            "" => return Err("attendu : cookies tout, cookies rien, ou des noms de choix".to_owned()),
            "rouvrir" => return self.does(Command::ReopenCookies),
            "tout" => Consent::All,
            "rien" => Consent::Nothing,
            names => Consent::Only(names.split_whitespace().map(str::to_owned).collect()),
        };
        if let Consent::Only(names) = &consent {
            let known: Vec<&str> = cookies.purposes.iter().map(|purpose| purpose.key.as_str()).collect();
            let unknown = names.iter().find(|name| !known.contains(&name.as_str()));
            unknown.map_or(Ok(()), |name| {
                Err(format!("« {name} » n’est pas un choix de la bannière : {}", known.join(", ")))
            })?;
        }
        self.does(Command::ChooseCookies { consent })
    }

    /// The page shows these words, somewhere.
    fn reads(&self, words: &str) -> Result<(), String> {
        let (graph, state) = (self.graph, &self.state);
        let draft = Draft::default();
        let shown = rehearsal::screen(graph, state, &state.screen, &draft, Viewer::Learner);
        let spaces = ["\u{a0}", "\u{202f}", "\\u{a0}", "\\u{202f}"];
        let plain = |text: String| spaces.iter().fold(text, |text, space| text.replace(space, " "));
        let (all, words) = (plain(fold(&format!("{shown:?}"))), plain(words.to_owned()));
        expect(all.contains(&fold(&words)), || format!("la page « {} » ne dit pas « {words} »", state.screen))
    }

    fn does(&mut self, command: Command) -> Result<(), String> {
        self.last = rehearsal::decide(self.graph, &self.state, command)
            .map_err(|_| "cela n’est pas possible sur cette page".to_owned())?;
        let before = self.state.screen.clone();
        for event in &self.last {
            self.state.apply(event);
        }
        self.events.extend(self.last.iter().cloned());
        if self.state.screen != before {
            self.answers.clear();
        }
        Ok(())
    }

    fn was_refused(&self, field: &str) -> Result<(), String> {
        let refused: Vec<&str> = self.state.problems.iter().map(|problem| problem.field.as_str()).collect();
        expect(refused.contains(&field), || match refused.as_slice() {
            [] => "rien n’a été refusé".to_owned(),
            others => format!("le refus porte sur « {} », pas sur « {field} »", others.join(" », « ")),
        })
    }

    /// `champ nom-de-l-erreur`
    fn was_mistaken(&self, rest: &str) -> Result<(), String> {
        let (field, name) = rest.split_once(char::is_whitespace).ok_or("attendu : erreur CHAMP NOM")?;
        let found = self.state.mistakes.get(&fold(field));
        expect(found.is_some_and(|found| *found == fold(name.trim())), || match found {
            Some(found) => format!("l’erreur nommée est « {found} », pas « {} »", name.trim()),
            None => format!("aucune erreur n’est nommée pour « {field} »"),
        })
    }

    fn has_paper(&self, key: &str) -> Result<(), String> {
        expect(self.state.has_paper(key), || format!("le papier « {key} » n’est pas là"))
    }

    fn has_mail(&self, key: &str) -> Result<(), String> {
        expect(self.state.arrived().any(|mail| mail.mail == key), || {
            format!("le message « {key} » n’est pas arrivé")
        })
    }

    fn has_ended(&self, ending: &str) -> Result<(), String> {
        expect(self.state.ended.as_deref() == Some(ending), || match &self.state.ended {
            Some(other) => format!("la fin est « {other} », pas « {ending} »"),
            None => format!("ce n’est pas fini : la page est « {} »", self.state.screen),
        })
    }
}

fn expect(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

fn no_field(field: &str) -> String {
    format!("la page ne demande pas « {} »", field.trim())
}
