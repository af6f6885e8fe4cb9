//! Finds screens, fields, messages and papers by their keys. A number after a dot tells one repeated screen or question
//! from the others: `ressources.2` is the screen « ressources » for the second item.

use super::{Block, BlockKind, Ending, Field, Graph, Mail, Mishap, Rows, Screen, WrittenPaper};

/// The key without the numbers after it.
pub fn base(id: &str) -> &str {
    id.split('.').next().unwrap_or(id)
}

/// The numbers after the key.
pub fn numbers(id: &str) -> Vec<usize> {
    id.split('.').skip(1).filter_map(|number| number.parse().ok()).collect()
}

/// A key and the numbers of the items it is about.
pub(crate) fn id(key: &str, numbers: &[usize]) -> String {
    numbers.iter().fold(key.to_owned(), |id, number| format!("{id}.{number}"))
}

impl Graph {
    /// The screen with which a rehearsal begins.
    pub fn first(&self) -> &Screen {
        &self.screens[0]
    }

    pub fn screens(&self) -> &[Screen] {
        &self.screens
    }

    pub fn endings(&self) -> &[Ending] {
        &self.endings
    }

    pub fn mishaps(&self) -> &[Mishap] {
        &self.mishaps
    }

    pub fn mails(&self) -> &[Mail] {
        &self.mails
    }

    pub fn screen(&self, id: &str) -> Option<&Screen> {
        let key = base(id);
        self.screens.iter().find(|screen| screen.key == key)
    }

    pub fn mail(&self, key: &str) -> Option<&Mail> {
        self.mails.iter().find(|mail| mail.key == key)
    }

    pub fn ending(&self, key: &str) -> Option<&Ending> {
        self.endings.iter().find(|ending| ending.key == key)
    }

    /// A field and the screen that asks it.
    pub fn field(&self, id: &str) -> Option<(&Screen, &Field)> {
        self.screens.iter().find_map(|screen| screen.field(id).map(|field| (screen, field)))
    }

    pub(crate) fn paper(&self, id: &str) -> Option<&WrittenPaper> {
        let key = base(id);
        self.written.iter().find(|paper| paper.key == key)
    }

    /// Names of the steps, in the order of the screens that begin them.
    pub fn steps(&self) -> Vec<&str> {
        let mut steps: Vec<&str> = Vec::new();
        for step in self.screens.iter().filter_map(|screen| screen.step.as_deref()) {
            if !steps.contains(&step) {
                steps.push(step);
            }
        }
        steps
    }
}

impl Screen {
    pub fn field(&self, id: &str) -> Option<&Field> {
        let key = base(id);
        self.fields().into_iter().find(|field| field.key == key)
    }

    /// Every question that the screen may ask, whatever the persona and the answers.
    pub fn fields(&self) -> Vec<&Field> {
        let mut fields = Vec::new();
        gather(&self.blocks, &mut |block| {
            if let BlockKind::Field(field) = &block.kind {
                fields.push(&**field);
            }
        });
        fields
    }

    pub(crate) fn rows(&self, id: &str) -> Option<&Rows> {
        let key = base(id);
        let mut found = None;
        gather(&self.blocks, &mut |block| match &block.kind {
            BlockKind::Rows(rows) if rows.key == key => found = Some(&**rows),
            _ => {}
        });
        found
    }
}

impl Rows {
    /// Keys of the questions of one row.
    pub(crate) fn fields(&self) -> Vec<String> {
        let mut keys = Vec::new();
        gather(&self.blocks, &mut |block| {
            if let BlockKind::Field(field) = &block.kind {
                keys.push(field.key.clone());
            }
        });
        keys
    }
}

/// Goes through `blocks` and all that they hold.
pub(crate) fn gather<'g>(blocks: &'g [Block], see: &mut dyn FnMut(&'g Block)) {
    for block in blocks {
        see(block);
        match &block.kind {
            BlockKind::Group { blocks, .. } => gather(blocks, see),
            BlockKind::Rows(rows) => gather(&rows.blocks, see),
            _ => {}
        }
    }
}
