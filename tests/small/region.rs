//! The small region: three towns, two of them together in a sub-region, one year, and records that are counted by hand.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use regiovisie::publish::{PublishError, PublishOptions, publish};

use super::figure::Figure;

/// The only year.
const YEAR: u16 = 2022;

const TOWNS: [&str; 3] = ["GM0001", "GM0002", "GM0003"];
const AGES: [(&str, u16); 4] = [
    ("0-3", 2020),
    ("4-11", 2015),
    ("12-17", 2008),
    ("18-22", 2002),
];
const FORMS: [(&str, &str); 3] = [("ambulant", "02"), ("daghulp", "03"), ("netwerk", "04")];
const REFERRERS: [(&str, &str); 3] = [("gemeente", "01"), ("huisarts", "02"), ("gi", "04")];
const NEVER: &str = "\
[[onthulling.altijd_nul]]
zorgvorm = \"met-verblijf\"
[[onthulling.altijd_nul]]
zorgvorm = \"wijkteam\"
[[onthulling.altijd_nul]]
verwijzer = \"jeugdarts\"
[[onthulling.altijd_nul]]
verwijzer = \"specialist\"
[[onthulling.altijd_nul]]
verwijzer = \"geen\"
[[onthulling.altijd_nul]]
verwijzer = \"onbekend\"
[[onthulling.altijd_nul]]
verwijzer = \"rechter\"
[[onthulling.altijd_nul]]
aantal_aanbieders = \"2\"
[[onthulling.altijd_nul]]
aantal_aanbieders = \"3-of-meer\"
[[onthulling.altijd_nul]]
kostenklasse = \"10000-tot-100000\"
[[onthulling.altijd_nul]]
kostenklasse = \"boven-100000\"
";
const AREAS: [(&str, &str, &str, Option<&str>); 5] = [
    ("R", "Drieland", "regio", None),
    ("D", "Tweeling", "deelregio", Some("R")),
    ("GM0001", "Aldorp", "gemeente", Some("D")),
    ("GM0002", "Bestad", "gemeente", Some("D")),
    ("GM0003", "Cestad", "gemeente", Some("R")),
];

/// Youths alike, each with one trajectory that begins and ends in the year, and of how many one side broke it off.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Care {
    town: &'static str,
    age: &'static str,
    form: &'static str,
    referrer: &'static str,
    youths: usize,
    one_sided: usize,
}

/// The records and the configuration of a small region.
#[derive(Clone, Debug)]
pub(crate) struct Small {
    pub(crate) release: &'static str,
    /// To a multiple of what counts are rounded.
    pub(crate) rounding: u32,
    /// The interval that must be left of a hidden count.
    pub(crate) width: u32,
    /// `definitief` or `voorlopig`.
    pub(crate) status: &'static str,
    pub(crate) care: Vec<Care>,
}

impl Small {
    /// So many youths in every combination of town, age, form and referrer that occurs, and of each half is broken off: nothing is
    /// small.
    pub(crate) fn even(youths: usize) -> Self {
        Self::of(|| (youths, youths / 2))
    }

    /// Of 42 youths of 18 and over whose day care ended in the first town, one side broke off that of four: the only small number, but
    /// for who returned, which nobody did.
    pub(crate) fn with_a_four() -> Self {
        Self::even(14)
            .with(["GM0001", "18-22", "daghulp", "gemeente"], 14, 4)
            .with(["GM0001", "18-22", "daghulp", "huisarts"], 14, 0)
            .with(["GM0001", "18-22", "daghulp", "gi"], 14, 0)
    }

    /// Numbers that look like chance and are the same every time: of ten combinations so many with under seven youths, and 5 to
    /// `most` + 4 in the others.
    pub(crate) fn drawn(seed: u64, few: u64, most: u64) -> Self {
        let mut state = seed;
        // Knuth's MMIX generator, of which the upper bits are good enough.
        let mut below = move |bound: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % bound
        };
        Self::of(|| {
            let youths = if below(10) < few {
                below(7)
            } else {
                5 + below(most)
            };
            let number = |count: u64| usize::try_from(count).unwrap();
            (number(youths), number(below(youths + 1)))
        })
    }

    /// The number of youths, and of how many care was broken off, in every combination.
    fn of(mut numbers: impl FnMut() -> (usize, usize)) -> Self {
        let mut care = Vec::new();
        for town in TOWNS {
            for (age, _) in AGES {
                for (form, _) in FORMS {
                    for (referrer, _) in REFERRERS {
                        let (youths, one_sided) = numbers();
                        care.push(Care {
                            town,
                            age,
                            form,
                            referrer,
                            youths,
                            one_sided,
                        });
                    }
                }
            }
        }
        Self {
            release: "2025-1",
            rounding: 5,
            width: 5,
            status: "definitief",
            care,
        }
    }

    /// The same with so many youths, and of those so many broken off, in one combination.
    pub(crate) fn with(
        mut self,
        [town, age, form, referrer]: [&'static str; 4],
        youths: usize,
        one_sided: usize,
    ) -> Self {
        let care = self
            .care
            .iter_mut()
            .find(|care| {
                [care.town, care.age, care.form, care.referrer] == [town, age, form, referrer]
            })
            .unwrap();
        (care.youths, care.one_sided) = (youths, one_sided);
        self
    }

    /// What a count truly is. Every youth has one trajectory, so all counts but that of the broken off are alike.
    pub(crate) fn count(&self, figure: &Figure) -> usize {
        let is_in = |group: &str, member: &str| match group {
            "totaal" | "zonder-verblijf" | "R" => true,
            "D" => member != "GM0003",
            "0-17" => member != "18-22",
            _ => group == member,
        };
        self.care
            .iter()
            .filter(|care| {
                is_in(figure.area, care.town)
                    && is_in(figure.form, care.form)
                    && is_in(figure.age, care.age)
                    && is_in(figure.referrer, care.referrer)
            })
            .map(|care| match figure.measure {
                "eenzijdig" => care.one_sided,
                _ => care.youths,
            })
            .sum()
    }

    /// A count as it is shown.
    pub(crate) fn shown(&self, figure: &Figure) -> i64 {
        let count = u32::try_from(self.count(figure)).unwrap();
        i64::from((count + self.rounding / 2) / self.rounding * self.rounding)
    }

    /// Writes `records` and `regio.toml` into `folder`.
    pub(crate) fn write(&self, folder: &Path) {
        let records = folder.join("records");
        fs::create_dir_all(&records).unwrap();
        let mut trajectories = "toewijzing,persoon,geboortedatum,gemeente,aanbieder,product,verwijzer,begin,einde,reden_einde\n".to_owned();
        let mut declarations = "toewijzing,kwartaal_begin,bedrag\n".to_owned();
        let mut number = 0;
        for care in &self.care {
            let born = AGES.iter().find(|(age, _)| *age == care.age).unwrap().1;
            let referrer = REFERRERS
                .iter()
                .find(|(code, _)| *code == care.referrer)
                .unwrap()
                .1;
            for youth in 0..care.youths {
                number += 1;
                let reason = if youth < care.one_sided { "32" } else { "31" };
                // Four providers in turn: none has most of the cost.
                writeln!(
                    trajectories,
                    "T{number},P{number},{born}-06-01,{},A{},{},{referrer},{YEAR}-02-01,{YEAR}-06-30,{reason}",
                    care.town,
                    number % 4,
                    care.form
                )
                .unwrap();
                writeln!(declarations, "T{number},{YEAR}-04-01,1000.00").unwrap();
            }
        }
        let mut products = "product,zorgvorm\n".to_owned();
        for (form, code) in FORMS {
            writeln!(products, "{form},{code}").unwrap();
        }
        let mut inhabitants = "jaar,gemeente,leeftijd,inwoners\n".to_owned();
        for town in TOWNS {
            for age in 0..=22 {
                writeln!(inhabitants, "{YEAR},{town},{age},1000").unwrap();
            }
        }
        for (name, text) in [
            ("trajecten.csv", trajectories),
            ("declaraties.csv", declarations),
            ("producten.csv", products),
            ("bevolking.csv", inhabitants),
        ] {
            fs::write(records.join(name), text).unwrap();
        }
        fs::write(folder.join("regio.toml"), self.config()).unwrap();
    }

    fn config(&self) -> String {
        let Self {
            release,
            rounding,
            width,
            status,
            ..
        } = self;
        let mut text = format!(
            "release = \"{release}\"\npeildatum = \"2025-04-01\"\nsynthetisch = true\nnaam = \"Drieland\"\nuitgever = \"Drieland\"\nbronnen = []\n\
             [onthulling]\ndrempel = 10\nbreedte = {width}\nafronding_aantal = {rounding}\nafronding_euro = 1000\nafronding_dagen = 100\n{NEVER}"
        );
        for (code, name, kind, part_of) in AREAS {
            write!(
                text,
                "[[gebieden]]\ncode = \"{code}\"\nsleutel = \"{}\"\nnaam = \"{name}\"\nsoort = \"{kind}\"\n",
                name.to_lowercase()
            )
            .unwrap();
            if let Some(whole) = part_of {
                writeln!(text, "deel_van = \"{whole}\"").unwrap();
            }
        }
        write!(text, "[[perioden]]\njaar = {YEAR}\nstatus = \"{status}\"\n").unwrap();
        text
    }

    /// Publishes into `release` in `folder`; `step` is told what is being done.
    ///
    /// # Errors
    /// As [`publish`].
    pub(crate) fn publish(
        &self,
        folder: &Path,
        step: impl FnMut(&str),
    ) -> Result<PathBuf, PublishError> {
        self.write(folder);
        let release = folder.join("release");
        publish(
            &folder.join("records"),
            &release,
            &folder.join("regio.toml"),
            &PublishOptions::default(),
            step,
        )?;
        Ok(release)
    }
}
