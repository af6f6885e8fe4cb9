//! Variables that are bound outside a term: a page repeated for each child quotes `enfant.prénom`.
//!
//! Loops inside a term are its own affair.

use super::{Kind, Scope, Sign, Value, World, expr::canonical};

/// A scope in which each name of `variables` stands for an item of the list beside it.
///
/// A list may begin with a variable that comes before it.
pub struct Within<'a> {
    pub inner: &'a dyn Scope,
    pub variables: &'a [(String, String)],
}

/// A world in which each name of `variables` stands for one item, such as `personnage.enfants.2`.
pub struct Bound<'a> {
    pub inner: &'a dyn World,
    pub variables: &'a [(String, String)],
}

impl Within<'_> {
    fn resolve(&self, path: &str) -> Option<String> {
        resolve(self.variables, path, ".*")
    }
}

impl Scope for Within<'_> {
    fn kind(&self, path: &str) -> Option<Kind> {
        let Some(resolved) = self.resolve(path) else { return self.inner.kind(path) };
        let resolved = super::check::starred(&resolved);
        let is_rank = path.split_once('.').is_some_and(|(_, rest)| rest == "rang");
        self.inner.kind(&resolved).or(is_rank.then_some(Kind::Number))
    }

    fn names(&self) -> Vec<String> {
        let mut names = self.inner.names();
        let of_items: Vec<String> = self
            .variables
            .iter()
            .filter_map(|(variable, _)| {
                Some(super::check::of_item(variable, &self.resolve(variable)?, &names))
            })
            .flatten()
            .collect();
        names.extend(of_items);
        names.extend(self.variables.iter().map(|(variable, _)| variable.clone()));
        names
    }

    fn sign(&self, path: &str) -> Sign {
        match self.resolve(path) {
            Some(resolved) => self.inner.sign(&super::check::starred(&resolved)),
            None => self.inner.sign(path),
        }
    }

    fn canonical(&self, path: &str) -> String {
        match self.resolve(path) {
            Some(resolved) => self.inner.canonical(&resolved),
            None => self.inner.canonical(path),
        }
    }
}

impl Bound<'_> {
    fn resolve(&self, path: &str) -> Option<String> {
        resolve(self.variables, path, "")
    }
}

impl World for Bound<'_> {
    fn value(&self, path: &str) -> Value {
        let Some(resolved) = self.resolve(path) else { return self.inner.value(path) };
        let value = self.inner.value(&resolved);
        let rank = resolved.strip_suffix(".rang").filter(|_| value.is_nothing());
        let rank = rank.and_then(|item| item.rsplit('.').next()?.parse().ok());
        rank.map_or(value, Value::count)
    }

    fn count(&self, path: &str) -> usize {
        match self.resolve(path) {
            Some(resolved) => self.inner.count(&resolved),
            None => self.inner.count(path),
        }
    }
}

/// `path` with its variable replaced by what it stands for and `item`; nothing when it begins with no variable.
fn resolve(variables: &[(String, String)], path: &str, item: &str) -> Option<String> {
    let head = path.split('.').next().unwrap_or_default();
    let at = variables.iter().rposition(|(variable, _)| variable == head)?;
    let (variable, standing) = &variables[at];
    let standing = resolve(&variables[..at], standing, item).unwrap_or_else(|| standing.clone());
    Some(canonical(&[(variable.clone(), format!("{standing}{item}"))], path))
}
