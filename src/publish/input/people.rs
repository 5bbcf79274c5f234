//! Persons and providers as running numbers, so that no key lives longer than reading.

use std::collections::HashMap;

use super::unique::{Mark, mark};

/// A person, by her key or by what stands in for it.
pub(super) enum Person<'a> {
    Key(&'a str),
    /// Born on that day, of that sex, at that postcode.
    Like(i32, &'a str, &'a str),
}

/// The numbers that were given, over all files that share keys.
#[derive(Default)]
pub(super) struct People {
    persons: HashMap<Mark, u32>,
    providers: HashMap<String, u32>,
}

impl People {
    /// The number of a person.
    pub(super) fn person(&mut self, person: &Person<'_>) -> u32 {
        let key = match person {
            Person::Key(key) => mark(*key),
            Person::Like(birth, sex, postcode) => mark(&(birth, sex, postcode)),
        };
        let next = u32::try_from(self.persons.len()).unwrap_or(u32::MAX);
        *self.persons.entry(key).or_insert(next)
    }

    /// The number of a provider.
    pub(super) fn provider(&mut self, key: &str) -> u32 {
        let next = u32::try_from(self.providers.len()).unwrap_or(u32::MAX);
        match self.providers.get(key) {
            Some(number) => *number,
            None => *self.providers.entry(key.to_owned()).or_insert(next),
        }
    }
}
