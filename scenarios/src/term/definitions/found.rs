//! Named terms worked out when they are read, once each.
//!
//! A term that reads another, not yet worked out, waits for it: what remains to be done is a list here, never the
//! machine's stack, so that a long chain of terms cannot exhaust it.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use super::{Definitions, Worked};
use crate::term::{Value, World, check::starred, within::Bound};

/// A term, and the item of its list; 0 for a term that is no column.
type Wanted = (usize, usize);

/// A world with named terms in it.
pub struct Found<'a> {
    definitions: &'a Definitions,
    inner: &'a dyn World,
    memory: RefCell<BTreeMap<Wanted, Value>>,
    working: Cell<bool>,
    /// What the term being worked out lacks: its value is not to be kept, nor is anything more looked up for it.
    lacking: Cell<Option<Wanted>>,
}

impl<'a> Found<'a> {
    pub(super) fn new(definitions: &'a Definitions, inner: &'a dyn World) -> Self {
        Self {
            definitions,
            inner,
            memory: RefCell::default(),
            working: Cell::new(false),
            lacking: Cell::new(None),
        }
    }

    /// The term that `path` names, and the item of its list, from 1, when it is a column.
    pub fn which(&self, path: &str) -> Option<(&'a Worked, Option<usize>)> {
        let (at, item) = self.locate(path)?;
        Some((self.definitions.worked.get(at)?, (item > 0).then_some(item)))
    }

    fn locate(&self, path: &str) -> Option<Wanted> {
        if let Some(at) = self.definitions.by_path.get(path) {
            return Some((*at, 0));
        }
        let item = path.split('.').find_map(|word| word.parse::<usize>().ok())?;
        let at = self.definitions.by_path.get(&starred(path))?;
        let (_, list) = self.definitions.worked.get(*at)?.each.as_ref()?;
        (1..=self.inner.count(list)).contains(&item).then_some((*at, item))
    }

    fn work_out(&self, wanted: Wanted) -> Value {
        self.working.set(true);
        let mut waiting = vec![wanted];
        while let Some(next) = waiting.last().copied() {
            self.lacking.set(None);
            let value = self.one(next);
            if let Some(lacking) = self.lacking.take() {
                waiting.push(lacking);
            } else {
                self.memory.borrow_mut().insert(next, value);
                waiting.pop();
            }
        }
        self.working.set(false);
        self.memory.borrow().get(&wanted).cloned().unwrap_or(Value::Nothing)
    }

    fn one(&self, (at, item): Wanted) -> Value {
        let Some(worked) = self.definitions.worked.get(at) else { return Value::Nothing };
        match &worked.each {
            None => worked.term.value(self),
            Some((variable, list)) => {
                let variables = [(variable.clone(), format!("{list}.{item}"))];
                worked.term.value(&Bound { inner: self, variables: &variables })
            }
        }
    }
}

impl World for Found<'_> {
    fn value(&self, path: &str) -> Value {
        if self.lacking.get().is_some() {
            return Value::Nothing;
        }
        let Some(wanted) = self.locate(path) else { return self.inner.value(path) };
        if let Some(known) = self.memory.borrow().get(&wanted) {
            return known.clone();
        }
        if self.working.get() {
            self.lacking.set(Some(wanted));
            return Value::Nothing;
        }
        self.work_out(wanted)
    }

    fn count(&self, path: &str) -> usize {
        if self.lacking.get().is_some() { 0 } else { self.inner.count(path) }
    }
}
