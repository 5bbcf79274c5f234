//! Leaks are planted in what a small region published. The audit finds each of them, and passes the same release without it.

use std::collections::BTreeSet;
use std::path::Path;

use regiovisie::disclosure::{Depth, Fate, FigureName, Figures, Rule};
use regiovisie::publish::audit::{AuditError, Options, ReleaseAudit, release};
use regiovisie::publish::read_release;

use crate::small::{Figure, Planted, Small, figure};

/// The only small number in the small region.
const FOUR: Figure = figure("eenzijdig", "GM0001").form("daghulp").age("18-22");
const NAME_OF_FOUR: &str = "eenzijdig 2022, Aldorp, daghulp, 18-22";
/// Their care ended early, and that of nobody else did.
const FOUR_EARLY: &str = "voortijdig 2022, Aldorp, daghulp, 18-22";

/// The other ages, and all of them.
const MINORS: Figure = FOUR.age("0-17");
const ALL_AGES: Figure = FOUR.age("totaal");

fn four(rounding: u32) -> Small {
    Small {
        rounding,
        ..Small::with_a_four()
    }
}

/// A small region that of who broke off care shows the totals of each area, and besides only the figures that a test asks for.
struct Totals {
    small: Small,
    published: Planted,
}

impl Totals {
    fn of(small: Small) -> Self {
        Self {
            // Who broke off care is among those whose care ended early.
            published: Planted::published(&small)
                .only_totals("eenzijdig")
                .only_totals("voortijdig"),
            small,
        }
    }

    fn showing(&self, figures: &[Figure]) -> Planted {
        figures
            .iter()
            .fold(Planted::of(&self.published.folder()), |planted, figure| {
                planted.show(figure, self.small.shown(figure))
            })
    }
}

fn audited(planted: &Planted, earlier: &[&Planted]) -> Result<ReleaseAudit, AuditError> {
    let options = Options {
        previous: earlier.iter().map(|planted| planted.folder()).collect(),
        ..Options::default()
    };
    release(&planted.folder(), &options)
}

#[track_caller]
fn passes(planted: &Planted, earlier: &[&Planted]) {
    let audit = audited(planted, earlier).unwrap();
    assert!(
        audit.is_passed(),
        "{:?} {:?} {:?} {:?}",
        audit.exposed,
        audit.certain_shares,
        audit.alone,
        audit.check
    );
}

/// The figures that are told too much of, with what a reader can work out.
#[track_caller]
fn exposed(planted: &Planted, earlier: &[&Planted]) -> Vec<(String, (f64, f64))> {
    let audit = audited(planted, earlier).unwrap();
    assert!(audit.check.is_clean(), "{:?}", audit.check);
    assert!(!audit.is_passed());
    audit
        .exposed
        .into_iter()
        .map(|exposed| (exposed.figure, exposed.range))
        .collect()
}

fn four_is(low: f64, high: f64) -> Vec<(String, (f64, f64))> {
    vec![(NAME_OF_FOUR.to_owned(), (low, high))]
}

/// Where nothing is rounded, the totals tell that all care that ended early was broken off; so what is known of the one is of the other.
fn both_are_four() -> Vec<(String, (f64, f64))> {
    [NAME_OF_FOUR, FOUR_EARLY]
        .map(|name| (name.to_owned(), (4.0, 4.0)))
        .to_vec()
}

#[test]
fn a_total_less_its_siblings() {
    // 65 stands for 63 to 67 in both.
    let totals = Totals::of(four(5));
    assert_eq!(
        [ALL_AGES, MINORS].map(|figure| totals.small.count(&figure)),
        [67, 63]
    );
    let leak = totals.showing(&[ALL_AGES, MINORS]);
    assert_eq!(exposed(&leak, &[]), four_is(0.0, 4.0));
    for figure in [ALL_AGES, MINORS] {
        passes(&totals.showing(&[figure]), &[]);
    }
}

#[test]
fn what_it_proposes_to_hide_mends_it() {
    let leak = Totals::of(four(5)).showing(&[ALL_AGES, MINORS]);
    let audit = audited(&leak, &[]).unwrap();
    let (_, proposed) = audit.exposed[0].repair.clone().unwrap();
    assert_eq!(proposed, "eenzijdig 2022, Aldorp, daghulp, 0-17");
    passes(&leak.hide(&MINORS, 10, 1000), &[]);
}

#[test]
fn a_figure_that_publishing_hid_for_another_is_shown_after_all() {
    let small = Small::even(14)
        .with(["GM0001", "18-22", "daghulp", "gemeente"], 4, 1)
        .with(["GM0001", "18-22", "daghulp", "huisarts"], 0, 0)
        .with(["GM0001", "18-22", "daghulp", "gi"], 0, 0)
        .with(["GM0001", "12-17", "daghulp", "gi"], 12, 6);
    let of_four = figure("jeugdigen", "GM0001").form("daghulp").age("18-22");
    let minors = of_four.age("0-17");
    let planted = Planted::published(&small);
    assert_eq!(planted.status(&of_four), "geheim");
    assert_eq!(planted.status(&minors), "secundair geheim");
    assert_eq!(planted.status(&of_four.age("totaal")), "zichtbaar");
    passes(&planted, &[]);
    let found = exposed(&planted.show(&minors, small.shown(&minors)), &[]);
    let (_, (low, high)) = found
        .iter()
        .find(|(name, _)| name == "jeugdigen 2022, Aldorp, daghulp, 18-22")
        .unwrap();
    assert!(
        (*low..=*high).contains(&4.0) && high - low < 5.0,
        "{found:?}"
    );
}

#[test]
fn two_margins_that_are_each_safe() {
    // By age: those of 18 to 22, less outpatient care, leave day care and the network. By form: the network less its minors.
    let totals = Totals::of(four(1));
    let by_form = [FOUR.form("totaal"), FOUR.form("ambulant")];
    let by_age = [ALL_AGES.form("netwerk"), MINORS.form("netwerk")];
    let files = |figures: [Figure; 2]| figures.map(|figure| figure.file());
    assert_eq!(
        [files(by_form)[0].as_str(), files(by_age)[0].as_str()],
        ["afgesloten-leeftijd.parquet", "afgesloten-zorgvorm.parquet"]
    );
    passes(&totals.showing(&by_form), &[]);
    passes(&totals.showing(&by_age), &[]);
    let both = totals.showing(&[by_form, by_age].concat());
    assert_eq!(exposed(&both, &[]), both_are_four());
}

#[test]
fn a_circle_that_only_all_relations_at_once_give_away() {
    // Two forms by three ages of which five are hidden: no row and no column has but one, and yet the two rows together less the two
    // columns leave the four (the test table of the sdcTable package has the same in it).
    let totals = Totals::of(four(1));
    let outpatient = |age| FOUR.form("ambulant").age(age);
    let mut figures = vec![
        ALL_AGES,
        ALL_AGES.form("ambulant"),
        FOUR.age("12-17"),
        outpatient("12-17"),
        outpatient("18-22"),
        FOUR.form("totaal").age("0-3"),
        FOUR.form("totaal").age("4-11"),
        FOUR.form("netwerk").age("0-3"),
        FOUR.form("netwerk").age("4-11"),
    ];
    let thorough = |planted: &Planted| {
        let options = Options {
            depth: Depth::Exact,
            ..Options::default()
        };
        release(&planted.folder(), &options).unwrap()
    };
    let found = thorough(&totals.showing(&figures));
    let exposed = found.exposed.iter();
    let exposed: Vec<_> = exposed
        .map(|exposed| (exposed.figure.clone(), exposed.range))
        .collect();
    assert_eq!(exposed, both_are_four());
    figures.pop();
    assert!(thorough(&totals.showing(&figures)).is_passed());
}

#[test]
fn every_cell_is_attacked_with_what_lies_around_it_unless_it_has_to_be_quick() {
    let planted = Planted::published(&few(4, 5));
    let audited = |depth, settled| {
        let options = Options {
            depth,
            settled,
            ..Options::default()
        };
        release(&planted.folder(), &options).unwrap()
    };
    let proved = audited(Depth::Proof, Vec::new());
    assert!(proved.surroundings > 0);
    assert_eq!(audited(Depth::Screen, Vec::new()).surroundings, 0);
    // What an earlier round settled was settled of its block alone.
    let again = audited(Depth::Proof, proved.findings);
    assert_eq!(again.surroundings, proved.surroundings);
}

/// `publish` attacks what is hidden for its own sake just as a reader of the files does, whatever it knows of other figures: an attack looks
/// as far around more figures as around fewer.
#[test]
fn figures_that_go_untold_are_attacked_apart() {
    let planted = Planted::published(&few(4, 5));
    let (read, store) = read_release(&planted.folder()).unwrap();
    let figures = Figures::from_cubes(&store, &read.region, None);
    let cell = |variable: usize| {
        let FigureName { key, measure } = figures.layout.name(variable);
        (key, measure.table())
    };
    let of = |is: fn(Fate) -> bool| -> Vec<usize> {
        let fates = figures.fates.iter().enumerate();
        fates
            .filter(|(_, fate)| is(**fate))
            .map(|(variable, _)| variable)
            .collect()
    };
    let untold = of(|fate| fate == Fate::ForAnother);
    let apart: BTreeSet<_> = untold.iter().map(|variable| cell(*variable)).collect();
    let told: BTreeSet<_> = of(Fate::is_protected).into_iter().map(cell).collect();
    assert!(!apart.is_disjoint(&told));
    let name = |variable: &usize| (figures.layout.name(*variable), Fate::OfFew);
    let reasons = untold.iter().map(name).collect();
    let cells = |reasons| {
        let options = Options {
            depth: Depth::Exact,
            reasons,
            ..Options::default()
        };
        release(&planted.folder(), &options).unwrap().surroundings
    };
    assert_eq!(cells(None), told.len());
    assert_eq!(cells(Some(reasons)), told.len() + apart.len());
}

#[test]
fn two_groupings_that_do_not_nest() {
    // All referrers together are all ages together.
    let totals = Totals::of(four(1));
    let referrers = ["gemeente", "huisarts", "gi"].map(|code| ALL_AGES.referrer(code));
    passes(&totals.showing(&referrers), &[]);
    passes(&totals.showing(&[MINORS]), &[]);
    let both = totals.showing(&[&referrers[..], &[MINORS]].concat());
    assert_eq!(exposed(&both, &[]), both_are_four());
}

#[test]
fn the_region_less_towns_of_and_outside_a_sub_region() {
    let totals = Totals::of(four(1));
    let areas = ["R", "GM0002", "GM0003"].map(|area| Figure { area, ..FOUR });
    assert_eq!(exposed(&totals.showing(&areas), &[]), both_are_four());
    for left_out in 0..areas.len() {
        let mut others = areas.to_vec();
        others.remove(left_out);
        passes(&totals.showing(&others), &[]);
    }
}

#[test]
fn a_share_with_its_denominator() {
    // One side broke off the care of all 228.
    let small = Small::even(14)
        .with(["GM0001", "18-22", "daghulp", "gemeente"], 200, 200)
        .with(["GM0001", "18-22", "daghulp", "huisarts"], 14, 14)
        .with(["GM0001", "18-22", "daghulp", "gi"], 14, 14);
    assert_eq!(Planted::published(&small).status(&FOUR), "secundair geheim");
    let totals = Totals::of(small.clone());
    let audit = audited(&totals.showing(&[ALL_AGES, MINORS]), &[]).unwrap();
    assert!(audit.check.is_clean() && !audit.is_passed());
    // Whose care was broken off is among those whose care ended early.
    let certain = audit.certain_shares.iter();
    let names: Vec<&str> = certain.map(|share| share.figure.as_str()).collect();
    assert_eq!(names, [NAME_OF_FOUR, FOUR_EARLY]);
    let share = &audit.certain_shares[0];
    // 290 and 65, each 2 more or less.
    assert_eq!(
        (share.figure.as_str(), share.range),
        (NAME_OF_FOUR, (221.0, 228.0))
    );
    let (_, proposed) = share.repair.as_ref().unwrap();
    assert_eq!(proposed, "eenzijdig 2022, Aldorp, daghulp, 0-17");
    passes(&totals.showing(&[ALL_AGES]), &[]);

    let shown = Planted::published(&small).show(&FOUR, small.shown(&FOUR));
    assert_eq!(broken(&shown, Rule::GroupShare), [NAME_OF_FOUR]);
}

/// It can only be hidden for its own sake; and as it does not say that it is small, it tells that nearly everybody is in it.
#[test]
fn a_figure_that_is_hidden_for_another_where_there_is_no_other() {
    for figure in [FOUR, FOUR.of("voortijdig")] {
        let whole = Planted::published(&Small::even(20));
        assert_eq!(whole.status(&figure), "zichtbaar");
        let leak = whole.hide(&figure, 0, 1_000);
        let audit = audited(&leak, &[]).unwrap();
        assert!(!audit.is_passed());
        assert_eq!((audit.exposed.len(), audit.certain_shares.len()), (0, 0));
        let [alone] = &audit.alone[..] else {
            panic!("{:?}", audit.alone)
        };
        assert!(alone.figure.ends_with(" 2022, Aldorp, daghulp, 18-22"));
        let (_, proposed) = alone.repair.as_ref().unwrap();
        assert!(proposed.starts_with(figure.measure), "{proposed}");
        passes(&leak.hide(&figure.age("0-17"), 0, 1_000), &[]);
    }
    // Any reader knows why an amount may be hidden, or a count that is in no group.
    let amount = FOUR.of("duur_dagen");
    passes(
        &Planted::published(&Small::even(20)).hide(&amount, 0, 100_000),
        &[],
    );
}

#[test]
fn a_revised_release_less_the_old_one() {
    let totals = Totals::of(four(1));
    let old = totals.showing(&[FOUR.form("totaal"), FOUR.form("ambulant")]);
    let new = totals
        .showing(&[ALL_AGES.form("netwerk"), MINORS.form("netwerk")])
        .named("2025-2");
    passes(&old, &[]);
    passes(&new, &[]);
    let found = exposed(&new, &[&old]);
    assert!(found.contains(&four_is(4.0, 4.0)[0]), "{found:?}");
    assert!(
        found.contains(&(format!("{NAME_OF_FOUR} (2025-1)"), (4.0, 4.0))),
        "{found:?}"
    );
    passes(&new, &[&new]);
    assert_eq!(
        audited(&new, &[&new, &new]).unwrap().previous,
        ["2025-2", "2025-2"]
    );
}

/// So many youths of one referrer where otherwise nobody is.
fn few(youths: usize, rounding: u32) -> Small {
    Small {
        rounding,
        ..Small::even(14)
            .with(["GM0001", "18-22", "daghulp", "gemeente"], youths, 0)
            .with(["GM0001", "18-22", "daghulp", "huisarts"], 0, 0)
            .with(["GM0001", "18-22", "daghulp", "gi"], 0, 0)
    }
}

#[test]
fn one_record_more_brings_a_count_to_the_threshold() {
    for rounding in [1, 5] {
        let (old, new) = (
            Planted::published(&few(9, rounding)),
            Planted::published(&few(10, rounding)).named("2025-2"),
        );
        passes(&new, &[]);
        let name = "jeugdigen 2022, Aldorp, daghulp, 18-22 (2025-1)".to_owned();
        // The other way round one record was taken away.
        assert!(exposed(&new, &[&old]).contains(&(name, (9.0, 9.0))));
        let name = "jeugdigen 2022, Aldorp, daghulp, 18-22".to_owned();
        assert!(exposed(&old, &[&new]).contains(&(name, (9.0, 9.0))));
    }
}

#[test]
fn one_record_more_where_a_count_stays_under_the_threshold() {
    // Unrounded totals tell that one was added, and not to how many.
    passes(
        &Planted::published(&few(5, 1)),
        &[&Planted::published(&few(4, 1))],
    );
    // Rounded totals go up a step, which tells exactly what they were.
    let found = exposed(
        &Planted::published(&few(5, 5)),
        &[&Planted::published(&few(4, 5))],
    );
    assert!(
        found
            .iter()
            .all(|(_, (low, high))| *low <= 5.0 && *high >= 4.0),
        "{found:?}"
    );
}

#[test]
fn a_provisional_year_may_change() {
    let provisional = Small {
        status: "voorlopig",
        ..few(9, 5)
    };
    passes(
        &Planted::published(&few(10, 5)),
        &[&Planted::published(&provisional)],
    );
}

#[test]
fn releases_of_other_records_contradict_each_other() {
    let error = audited(
        &Planted::published(&Small::even(14)),
        &[&Planted::published(&Small::even(20))],
    )
    .unwrap_err();
    assert!(matches!(error, AuditError::Contradiction { .. }), "{error}");
}

#[test]
fn a_release_of_another_region_is_not_passed_over() {
    let error = release(
        &Planted::published(&Small::even(14)).folder(),
        &Options {
            previous: vec![crate::support::shipped()],
            ..Options::default()
        },
    )
    .unwrap_err();
    let AuditError::NothingInCommon { folder } = &error else {
        panic!("{error}");
    };
    assert!(error.to_string().contains(&*folder.to_string_lossy()));
    assert_eq!(*folder, Path::new(&crate::support::shipped()));
}

/// The first figures that break a rule, when no other rule is broken.
#[track_caller]
fn broken(planted: &Planted, rule: Rule) -> Vec<String> {
    let audit = audited(planted, &[]).unwrap();
    assert!(!audit.is_passed());
    let found: Vec<_> = audit
        .check
        .rules
        .iter()
        .filter(|result| result.broken > 0)
        .collect();
    assert_eq!(
        found.iter().map(|result| result.rule).collect::<Vec<_>>(),
        [rule]
    );
    assert_eq!(found[0].broken, found[0].examples.len());
    let region = &audit.release.region;
    found[0]
        .examples
        .iter()
        .map(|breach| {
            let members = breach.key.members().filter(|member| !member.is_total());
            [
                format!("{} {}", breach.measure.code(), breach.key.year),
                region.area(breach.key.area).name.clone(),
            ]
            .into_iter()
            .chain(members.map(|member| member.code().to_owned()))
            .collect::<Vec<_>>()
            .join(", ")
        })
        .collect()
}

#[test]
fn rounded_in_one_file_and_not_in_another() {
    // Nobody has care with residence, so that both files tell the same number.
    let all = figure("jeugdigen", "GM0001");
    let without_residence = all.form("zonder-verblijf");
    let small = Small::even(14);
    assert_eq!(
        [small.count(&all), small.count(&without_residence)],
        [504; 2]
    );
    assert_ne!(all.file(), without_residence.file());
    let shown_as = |count| Planted::published(&small).show(&without_residence, count);
    assert_eq!(
        broken(&shown_as(504), Rule::Counts),
        ["jeugdigen 2022, Aldorp, zonder-verblijf"]
    );
    passes(&shown_as(505), &[]);
}

#[test]
fn a_count_under_the_threshold_and_an_amount_of_few_youths() {
    let small = few(4, 5);
    let of_four = figure("jeugdigen", "GM0001").form("daghulp").age("18-22");
    passes(&Planted::published(&small), &[]);
    let name = "2022, Aldorp, daghulp, 18-22";
    assert_eq!(
        broken(
            &Planted::published(&small).show(&of_four, 5),
            Rule::Threshold
        ),
        [format!("jeugdigen {name}")]
    );
    assert_eq!(
        broken(
            &Planted::published(&small).show(&of_four.of("kosten"), 4000),
            Rule::WholeCell
        ),
        [format!("kosten {name}")]
    );
}
