//! « 1 200 € (garde) plus 900 € (garde) », « 2 sur 3 (enfants) »: lists, item by item.

use super::{Binds, Phrase, Telling, in_words};
use crate::term::{
    Value,
    functions::Fold,
    node::{Loop, Node},
};

/// Most items of a sum that are told one by one.
const MOST_TOLD: usize = 12;

impl Telling<'_> {
    pub(super) fn each(&mut self, whole: &Node, each: &Loop) -> Phrase {
        match (each.fold, &each.item) {
            (Fold::Sum, Some(item)) => self.sum_of_items(whole, each, item),
            (Fold::Count, _) => {
                let path = self.evaluation.path(&each.list).into_owned();
                let total = self.evaluation.count(&path);
                let among =
                    self.vocabulary.label(&path).map(|label| format!(" ({label})")).unwrap_or_default();
                let count = in_words(&self.evaluation.value(whole));
                let is_all = Value::count(total).amount() == self.amount(whole);
                let of = if is_all { String::new() } else { format!(" sur {total}") };
                Phrase::whole(format!("{count}{of}{among}"))
            }
            _ => self.value(whole),
        }
    }

    fn sum_of_items(&mut self, whole: &Node, each: &Loop, item: &Node) -> Phrase {
        let mut told = Vec::new();
        for number in self.evaluation.kept(each) {
            self.evaluation.enter(each.level, number);
            if !self.is_nil(item) {
                let phrase = self.phrase(item);
                told.push(phrase);
            }
        }
        self.evaluation.leave(each.level);
        if told.is_empty() || told.len() > MOST_TOLD {
            return self.value(whole);
        }
        if told.len() == 1 {
            return told.swap_remove(0);
        }
        let told: Vec<String> = told.into_iter().map(Phrase::in_sum).collect();
        Phrase { text: told.join(" plus "), binds: Binds::Sum }
    }
}
