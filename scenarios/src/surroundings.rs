//! What stands around the text of a scenario and is not in it: everything that checking asks of the outside.

use std::sync::LazyLock;

use crate::{date::Date, parameters::Parameters, shared::Shared};

static NOTHING_SHARED: LazyLock<Shared> = LazyLock::new(Shared::default);
static NO_PARAMETERS: LazyLock<Parameters> = LazyLock::new(Parameters::default);

/// Handed in by whoever has it; with nothing, a text is checked alone.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// Parts that scenarios share; the text is followed by those it uses, see [`Shared::joined`].
    pub shared: &'a Shared,
    /// Figures that change with the years.
    pub parameters: &'a Parameters,
    /// The day of the reading, for what gets old; nothing is too old without it.
    pub today: Option<Date>,
}

impl Default for Surroundings<'_> {
    fn default() -> Self {
        Self { shared: &NOTHING_SHARED, parameters: &NO_PARAMETERS, today: None }
    }
}
