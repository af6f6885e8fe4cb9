//! Tables of bands: what is due grows band by band, as for income tax, or is read in the band, as for a tariff.
//!
//! It knows no date: a parameter says which table holds when.

use rust_decimal::Decimal;

use super::{Value, number};

/// Bands in increasing order. Below the first, nothing is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    bands: Vec<Band>,
    values: Unit,
}

/// From `from` on, up to the next band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    pub from: Decimal,
    /// A rate (0,11 for 11 %), a number, or euros.
    pub value: Decimal,
}

/// What the numbers of a scale, or of a term, count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Plain,
    Euros,
}

/// The bands are not in strictly increasing order, or there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAScale;

impl Unit {
    pub(crate) const fn value(self, amount: Decimal) -> Value {
        match self {
            Self::Plain => Value::Number(amount),
            Self::Euros => Value::Money(amount),
        }
    }
}

impl Scale {
    pub fn new(bands: Vec<Band>, values: Unit) -> Result<Self, NotAScale> {
        let increasing = bands.windows(2).all(|pair| pair[0].from < pair[1].from);
        if bands.is_empty() || !increasing { Err(NotAScale) } else { Ok(Self { bands, values }) }
    }

    pub fn bands(&self) -> &[Band] {
        &self.bands
    }

    pub const fn values(&self) -> Unit {
        self.values
    }

    /// The part of `amount` in each band, times the rate of the band.
    pub fn marginal(&self, amount: Decimal) -> Decimal {
        let ends = self.bands.iter().skip(1).map(|band| Some(band.from)).chain([None]);
        let mut due = Decimal::ZERO;
        for (band, end) in self.bands.iter().zip(ends) {
            let top = end.map_or(amount, |end| end.min(amount));
            if top <= band.from {
                break;
            }
            due = number::plus(due, number::times(number::plus(top, -band.from), band.value));
        }
        due
    }

    /// The parts of `amount` by band: where each begins and ends, and the value of the band.
    pub(super) fn crossed(&self, amount: Decimal) -> Vec<(Decimal, Decimal, Decimal)> {
        let ends = self.bands.iter().skip(1).map(|band| band.from.min(amount)).chain([amount]);
        let parts = self.bands.iter().zip(ends).map(|(band, end)| (band.from, end, band.value));
        parts.take_while(|(from, to, _)| from < to).collect()
    }

    /// The value of the band in which `amount` falls; none below the first.
    pub fn band(&self, amount: Decimal) -> Value {
        let band = self.bands.iter().rev().find(|band| band.from <= amount);
        band.map_or(Value::Nothing, |band| self.values.value(band.value))
    }

    /// « 0 à partir de 0, 0,11 à partir de 11 600 ».
    pub fn in_french(&self) -> String {
        let bands = self.bands.iter().map(|band| {
            let value = self.values.value(band.value).in_french();
            format!("{value} à partir de {}", number::in_french(band.from))
        });
        bands.collect::<Vec<_>>().join("\u{a0}; ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale() -> Scale {
        let band = |from, value| Band { from: Decimal::from(from), value: Decimal::new(value, 2) };
        Scale::new(vec![band(0, 0), band(100, 10), band(200, 50)], Unit::Plain).unwrap()
    }

    #[test]
    fn each_band_taxes_its_own_part() {
        for (amount, due) in [(-5, 0), (0, 0), (100, 0), (150, 5), (200, 10), (300, 60)] {
            assert_eq!(scale().marginal(Decimal::from(amount)), Decimal::from(due), "{amount}");
        }
    }

    #[test]
    fn a_tariff_is_read_in_the_band() {
        assert_eq!(scale().band(Decimal::from(150)), Value::Number(Decimal::new(10, 2)));
        assert_eq!(scale().band(Decimal::from(-1)), Value::Nothing);
    }

    #[test]
    fn bands_out_of_order_are_no_scale() {
        let band = |from| Band { from: Decimal::from(from), value: Decimal::ONE };
        assert!(Scale::new(vec![band(2), band(1)], Unit::Plain).is_err());
        assert!(Scale::new(vec![], Unit::Plain).is_err());
    }
}
