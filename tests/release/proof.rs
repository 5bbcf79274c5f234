//! The proof that enough stays uncertain: it agrees with the exact ends, counts no world that breaks a relation, and goes on where it
//! was stopped.

use std::collections::BTreeSet;
use std::fs;

use regiovisie::disclosure::solver::{Highs, Programme, Session, Solver, SolverError};
use regiovisie::disclosure::{
    Depth, Figures, Solvers, Verdict, attack as attack_block, blocks, reasoned,
};
use regiovisie::publish::audit::{Options, ReleaseAudit, release, words, write};
use regiovisie::publish::read_release;

use crate::small::{Planted, Small, figure};
use crate::support::shipped;

/// A small region with much to hide.
fn drawn() -> (Small, Planted) {
    let small = Small::drawn(18, 2, 20);
    let published = Planted::published(&small);
    (small, published)
}

fn audited(planted: &Planted, depth: Depth) -> ReleaseAudit {
    let options = Options {
        depth,
        ..Options::default()
    };
    release(&planted.folder(), &options).unwrap()
}

fn protected(audit: &ReleaseAudit) -> usize {
    audit.measures.iter().map(|of| of.protected).sum()
}

fn proved(audit: &ReleaseAudit) -> usize {
    audit.measures.iter().map(|of| of.proved).sum()
}

#[test]
fn a_release_says_that_every_figure_was_proved() {
    let (_, published) = drawn();
    let audit = audited(&published, Depth::Proof);
    assert!(audit.is_passed());
    assert!(protected(&audit) > 100);
    assert_eq!(proved(&audit), protected(&audit));
    let said = audit.release.audit.as_ref().unwrap();
    assert_eq!(said.bewezen, said.beschermd);
    assert_eq!(said.smalste, Some(5.0));
}

#[test]
fn the_release_in_data_is_proved() {
    // Of all years the proof takes ten minutes: the whole was proved when it was published, and says so.
    let options = Options {
        years: vec![2019],
        ..Options::default()
    };
    let audit = release(&shipped(), &options).unwrap();
    assert!(audit.is_passed());
    assert!(protected(&audit) > 10_000);
    assert_eq!(proved(&audit), protected(&audit));
    let said = audit.release.audit.as_ref().unwrap();
    assert_eq!(said.bewezen, said.beschermd);
    is_told_to_be_of_one_year(&audit);
}

/// Whoever reads that the audit of one year is passed must not take it for the proof of all.
fn is_told_to_be_of_one_year(audit: &ReleaseAudit) {
    let words = words(audit);
    for part in [
        "Only figures of 2019 were attacked, and nothing is proved of those of 2015, 2016, 2017, 2018, 2020, ",
        "The audit of 2019 is passed: every protected figure of 2019 is proved.",
    ] {
        assert!(words.contains(part), "no {part} in {words}");
    }
    let folder = tempfile::tempdir().unwrap();
    write(audit, folder.path()).unwrap();
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let json: serde_json::Value = serde_json::from_str(&read("controle.json")).unwrap();
    assert_eq!(json["jaren"], serde_json::json!([2019]));
    assert_eq!(json["jaren_niet_aangevallen"].as_array().unwrap().len(), 9);
    let page = read("controle.html");
    for part in [
        "<h1>Controle van de cijfers van 2019 in release 2025-1: geslaagd</h1>",
        "Alleen cijfers van 2019 zijn aangevallen. Van die van 2015, ",
    ] {
        assert!(page.contains(part), "no {part} in {page}");
    }
}

#[test]
fn a_year_can_be_proved_alone() {
    let (_, published) = drawn();
    let of = |year| {
        let options = Options {
            years: vec![year],
            ..Options::default()
        };
        protected(&release(&published.folder(), &options).unwrap())
    };
    assert!(of(2022) > 100);
}

#[test]
fn the_proof_finds_what_the_exact_ends_find() {
    let (small, published) = drawn();
    let mut found = 0;
    for measure in ["eenzijdig"] {
        for (form, age) in [("ambulant", "4-11"), ("daghulp", "12-17")] {
            for area in ["D", "GM0001"] {
                let figure = figure(measure, area).form(form).age(age);
                if published.status(&figure) != "secundair geheim" {
                    continue;
                }
                let planted = Planted::of(&published.folder()).show(&figure, small.shown(&figure));
                let exact = audited(&planted, Depth::Exact);
                let proof = audited(&planted, Depth::Proof);
                let names = |audit: &ReleaseAudit| {
                    let mut names: Vec<String> = audit
                        .exposed
                        .iter()
                        .map(|exposed| exposed.figure.clone())
                        .collect();
                    names.sort();
                    names
                };
                assert_eq!(names(&proof), names(&exact), "{figure:?}");
                assert_eq!(proved(&proof) + proof.exposed.len(), protected(&proof));
                found += exact.exposed.len();
            }
        }
    }
    assert!(found > 0, "nothing was given away");
}

/// A solver whose answers keep no relation.
struct Liar;

impl Solver for Liar {
    fn name(&self) -> String {
        "liar".to_owned()
    }

    fn load(&self, programme: &Programme) -> Result<Box<dyn Session>, SolverError> {
        Ok(Box::new(Lies {
            bounds: programme.bounds.clone(),
        }))
    }
}

struct Lies {
    bounds: Vec<(f64, f64)>,
}

impl Session for Lies {
    fn minimise(&mut self, objective: &[(usize, f64)]) -> Result<Vec<f64>, SolverError> {
        let mut values: Vec<f64> = self.bounds.iter().map(|(low, _)| *low).collect();
        for (variable, weight) in objective {
            let (low, high) = self.bounds[*variable];
            values[*variable] = if *weight > 0.0 { low } else { high };
        }
        Ok(values)
    }

    fn hold(&mut self, _: &[(usize, (f64, f64))]) -> Result<(), SolverError> {
        Ok(())
    }
}

#[test]
fn a_world_that_breaks_a_relation_proves_nothing() {
    let (_, published) = drawn();
    let (release, store) = read_release(&published.folder()).unwrap();
    let figures = Figures::from_cubes(&store, &release.region, None);
    let knowledge = reasoned(&figures).unwrap();
    let honest = Highs::default();
    let verdicts = |solvers| -> Vec<Verdict> {
        blocks(&figures, &knowledge)
            .iter()
            .flat_map(|block| {
                attack_block(block, &figures, solvers, Depth::Proof, &BTreeSet::new())
                    .unwrap()
                    .findings
            })
            .map(|finding| finding.verdict)
            .collect()
    };
    // Told lies about many figures at once, the attack asks for them one by one.
    let all = verdicts(Solvers {
        alone: &honest,
        together: &Liar,
    });
    assert!(!all.is_empty());
    assert!(all.iter().all(|verdict| *verdict == Verdict::Proved));
    // Told nothing but lies it proves next to nothing: here and there a lie happens to be true.
    let none = verdicts(Solvers {
        alone: &Liar,
        together: &Liar,
    });
    let proved = none
        .iter()
        .filter(|verdict| **verdict == Verdict::Proved)
        .count();
    assert!(proved * 2 < all.len(), "{proved} of {}", all.len());
}

#[test]
fn an_audit_that_was_stopped_goes_on_where_it_was() {
    let (small, published) = drawn();
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("voortgang");
    let audited = || {
        let options = Options {
            resume: Some(file.clone()),
            ..Options::default()
        };
        release(&published.folder(), &options).unwrap()
    };
    let first = audited();
    let text = fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines.len() > 1);
    // Killed while it wrote its second line.
    let (whole, half) = (lines[0], &lines[1][..lines[1].len() / 2]);
    fs::write(&file, format!("{whole}\n{half}")).unwrap();
    let second = audited();
    assert_eq!(second.programmes, first.programmes);
    assert_eq!(proved(&second), proved(&first));
    let again = fs::read_to_string(&file).unwrap();
    assert!(again.starts_with(&format!("{whole}\n{half}\n")));
    // The one line that was whole was not worked out again, the others were.
    assert_eq!(again.lines().count(), lines.len() + 1);
    // Of another release nothing is used.
    let hidden = published.first("eenzijdig", "secundair geheim");
    let other = Planted::of(&published.folder()).show(&hidden, small.shown(&hidden));
    let options = Options {
        resume: Some(file.clone()),
        ..Options::default()
    };
    release(&other.folder(), &options).unwrap();
    assert!(fs::read_to_string(&file).unwrap().lines().count() > again.lines().count());
}
