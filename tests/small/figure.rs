//! The name of a figure, as the columns of the files spell it.

/// One measure of one cell of the only year of the small region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) measure: &'static str,
    pub(crate) area: &'static str,
    pub(crate) form: &'static str,
    pub(crate) age: &'static str,
    pub(crate) referrer: &'static str,
}

/// A measure of an area, of all youths in care there.
pub(crate) const fn figure(measure: &'static str, area: &'static str) -> Figure {
    Figure {
        measure,
        area,
        form: "totaal",
        age: "totaal",
        referrer: "totaal",
    }
}

impl Figure {
    pub(crate) const fn form(self, form: &'static str) -> Self {
        Self { form, ..self }
    }

    pub(crate) const fn age(self, age: &'static str) -> Self {
        Self { age, ..self }
    }

    pub(crate) const fn referrer(self, referrer: &'static str) -> Self {
        Self { referrer, ..self }
    }

    pub(crate) const fn of(self, measure: &'static str) -> Self {
        Self { measure, ..self }
    }

    /// The file that it stands in.
    pub(crate) fn file(&self) -> String {
        let table = match self.measure {
            "jeugdigen" | "trajecten" | "begintrajecten" | "instroom" | "uitstroom" | "kosten"
            | "kosten_kwadraat" => "gebruik",
            _ => "afgesloten",
        };
        let by: Vec<&str> = [
            ("zorgvorm", self.form),
            ("leeftijd", self.age),
            ("verwijzer", self.referrer),
        ]
        .into_iter()
        .filter(|(_, member)| *member != "totaal")
        .map(|(dimension, _)| dimension)
        .collect();
        let margin = if by.is_empty() {
            "totaal".to_owned()
        } else {
            by.join("-")
        };
        format!("{table}-{margin}.parquet")
    }

    /// What the columns of its row hold.
    pub(crate) fn place(&self) -> [(&'static str, &'static str); 4] {
        [
            ("gebied", self.area),
            ("zorgvorm", self.form),
            ("leeftijd", self.age),
            ("verwijzer", self.referrer),
        ]
    }
}
