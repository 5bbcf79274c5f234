//! Care that ended of a few forms, by how long it lasted and by where that stands in what was agreed: counted apart from the program's own
//! derivation and queries.

use std::collections::BTreeSet;

use regiovisie::cube::CellKey;
use regiovisie::disclosure::RawTable;
use regiovisie::release::{AreaId, Region};
use regiovisie::vocabulary::{Dimension, Table};

use super::FIRST_YEAR;
use super::draw::Draw;
use super::lasting::{Cells, LEAST, table};

/// What was agreed in every region of these tests: at home three months to a year, and elsewhere half a year to a year and a half.
pub(super) const AGREED_CONFIG: &str = "[[kader]]\nzorgvorm = \"zonder-verblijf\"\nvan_maanden = 3\ntot_maanden = 12\n\
     [[kader]]\nzorgvorm = \"met-verblijf\"\nvan_maanden = 6\ntot_maanden = 18\n";

/// The same in days, of each form: from the fewest that those calendar months have, up to and not including what is over the most.
pub(super) const AGREED: &[(&str, i64, i64)] = &[
    ("wijkteam", 89, 367),
    ("ambulant", 89, 367),
    ("daghulp", 89, 367),
    ("netwerk", 89, 367),
    ("pleegzorg", 181, 551),
    ("gezinsgericht", 181, 551),
    ("gesloten", 181, 551),
    ("ander-verblijf", 181, 551),
];

pub(super) fn agreed(draw: &mut Draw, region: &Region, towns: &[AreaId]) -> Vec<RawTable> {
    let class = |place: usize| Dimension::Duration.parts().nth(place).unwrap();
    let part = |code: &str| Dimension::Range.member(code).unwrap();
    let forms = draw.some_of(Dimension::CareForm.parts().collect(), 2);
    let (mut ended, mut ranges) = (Cells::new(), Cells::new());
    for (area, _) in region.areas() {
        let all = CellKey::total(FIRST_YEAR, area);
        for form in Dimension::CareForm.iter() {
            ended.insert(all.with(form), (vec![0], BTreeSet::new()));
            for of in Dimension::Duration.parts() {
                ended.insert(all.with(form).with(of), (vec![0], BTreeSet::new()));
            }
        }
        for member in Dimension::Range.iter() {
            ranges.insert(all.with(member), (vec![0], BTreeSet::new()));
        }
    }
    let most = i64::try_from(60 + draw.below(300)).unwrap();
    let mut person = 0;
    for town in towns {
        for _ in 0..draw.between(40, most) {
            person += 1;
            let form = forms[draw.place(forms.len())];
            let days = draw.between(1, 400) * draw.between(1, 4);
            let of = LEAST.iter().filter(|least| days >= **least).count() - 1;
            let (_, from, until) = AGREED
                .iter()
                .find(|(code, ..)| *code == form.code())
                .unwrap();
            let place = match days {
                days if days < *from => part("korter"),
                days if days < *until => part("binnen"),
                _ => part("langer"),
            };
            for area in region.with_groups(*town) {
                let all = CellKey::total(FIRST_YEAR, area);
                let add = |cells: &mut Cells, key: CellKey| {
                    let (count, youths) = cells.get_mut(&key).unwrap();
                    count[0] += 1;
                    youths.insert(person);
                };
                for group in form.with_groups() {
                    add(&mut ended, all.with(group));
                    add(&mut ended, all.with(group).with(class(of)));
                }
                add(&mut ranges, all);
                add(&mut ranges, all.with(place));
            }
        }
    }
    vec![table(Table::Durations, ended), table(Table::Ranges, ranges)]
}
