#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::*;
use crate::cube::Status;
use crate::indicator::{Compared, OperandValue, by_id};
use crate::statistics::{Estimate, Z_95, rate_widened, wilson_widened};
use crate::vocabulary::Measure;

/// A figure of `events` among `n`, times `multiplier`, of which the events may be `rounding` off.
fn figure(events: f64, n: f64, multiplier: f64, rounding: f64) -> Outcome {
    let operand = |measure, value: f64, rounding: f64| {
        OperandValue::of_cell(
            measure,
            2023,
            (
                value,
                Interval::new(value - rounding, value + rounding).unwrap(),
            ),
            Status::Shown,
        )
    };
    let (top, bottom) = (
        operand(Measure::OneSided, events, rounding),
        operand(Measure::ReasonKnown, n, 0.0),
    );
    let within = top
        .within
        .divided_by(bottom.within)
        .unwrap()
        .scale(multiplier);
    let limits = if multiplier > 100.0 {
        rate_widened(top.within, bottom.within, multiplier, Z_95).unwrap()
    } else {
        wilson_widened(top.within, bottom.within, Z_95)
            .unwrap()
            .scale(multiplier)
    };
    let value = events / n * multiplier;
    Outcome::Figure(Box::new(Figure {
        value,
        within,
        confidence: limits,
        estimate: Estimate::from_limits(value, within, limits, Z_95).unwrap(),
        numerator: top,
        denominator: Some(bottom),
        multiplier,
        also: Vec::new(),
    }))
}

fn compared(towns: &[Outcome], region: Outcome, alike_until: Option<u16>) -> Comparison {
    Comparison {
        region,
        alike_until,
        municipalities: (0..)
            .zip(towns)
            .map(|(place, own)| Compared {
                area: AreaId(place),
                own: own.clone(),
                rest: None,
                verdict: None,
                alone: None,
                places: None,
            })
            .collect(),
    }
}

/// A share of 25 of 100 has limits 17.36 to 32.79 (99.8 %) and 20.02 to 29.82 (95 %) at 300 units, by scipy: see `statistics/funnel.rs`.
#[test]
fn a_share_is_held_against_its_limits() {
    let of = |events: f64| figure(events, 300.0, 100.0, 0.0);
    let hidden = Outcome::Hidden {
        within: Interval::new(0.0, 9.0).unwrap(),
        secondary: false,
    };
    let towns = [of(75.0), of(90.0), of(99.0), of(59.0), of(52.0), hidden];
    let found = funnel(
        by_id("uitval").unwrap(),
        &compared(&towns, of(75.0), None),
        2023,
    )
    .unwrap();
    let standings: Vec<Standing> = found.points.iter().map(|point| point.standing).collect();
    assert_eq!(
        standings,
        [
            Standing::Within,
            Standing::Above { far: false },
            Standing::Above { far: true },
            Standing::Below { far: false },
            Standing::Below { far: true },
        ]
    );
    assert_eq!((found.outside(), found.far()), (4, 2));
    assert_eq!(found.without, [AreaId(5)]);
    assert!((found.points[0].limits.outer.hi() - 32.788_237_264_957_54).abs() < 1e-9);
}

/// 2,400 are expected among 60,000 at 40 of 1,000: limits 2,303.96 and 2,495.99, by the Poisson distribution.
#[test]
fn a_rate_is_held_against_its_limits() {
    let of = |events: f64| figure(events, 60_000.0, 1_000.0, 0.0);
    let found = funnel(
        by_id("instroom").unwrap(),
        &compared(&[of(2_495.0), of(2_497.0)], of(2_400.0), None),
        2023,
    )
    .unwrap();
    assert!((found.points[0].limits.inner.hi() - 2_495.988_813_464_980_5 / 60.0).abs() < 1e-9);
    assert_eq!(found.points[0].standing, Standing::Within);
    assert_eq!(found.points[1].standing, Standing::Above { far: false });
}

#[test]
fn what_rounding_may_explain_is_within() {
    let of = |rounding: f64| figure(90.0, 300.0, 100.0, rounding);
    let target = figure(75.0, 300.0, 100.0, 0.0);
    let found = funnel(
        by_id("uitval").unwrap(),
        &compared(&[of(0.0), of(2.0)], target, None),
        2023,
    )
    .unwrap();
    assert_eq!(found.points[0].standing, Standing::Above { far: false });
    assert_eq!(found.points[1].standing, Standing::Within);
    // That is not the same as chance: it lies outside as far as is known.
    let undecided: Vec<bool> = found
        .points
        .iter()
        .map(|point| point.is_undecided)
        .collect();
    assert_eq!(undecided, [false, true]);
}

/// 99 of 300 are above the outer limit of 32.79; with two fewer they are not.
#[test]
fn that_rounding_decides_on_an_outer_limit_is_known_too() {
    let of = |events: f64| figure(events, 300.0, 100.0, 2.0);
    let found = funnel(
        by_id("uitval").unwrap(),
        &compared(&[of(99.0), of(94.0)], figure(75.0, 300.0, 100.0, 0.0), None),
        2023,
    )
    .unwrap();
    let above = Standing::Above { far: false };
    let told: Vec<(Standing, bool)> = found
        .points
        .iter()
        .map(|point| (point.standing, point.is_undecided))
        .collect();
    assert_eq!(told, [(above, true), (above, false)]);
}

#[test]
fn the_largest_comes_first_and_its_limits_are_closest() {
    let towns = [
        figure(30.0, 120.0, 100.0, 0.0),
        figure(500.0, 2_000.0, 100.0, 0.0),
    ];
    let found = funnel(
        by_id("uitval").unwrap(),
        &compared(&towns, towns[0].clone(), None),
        2023,
    )
    .unwrap();
    assert_eq!(found.points[0].area, AreaId(1));
    assert!(
        found.points[1]
            .limits
            .inner
            .covers(found.points[0].limits.inner)
    );
    assert_eq!(found.limits(0.0), None);
}

#[test]
fn says_why_there_is_no_funnel() {
    let some = compared(
        &[figure(75.0, 300.0, 100.0, 0.0)],
        figure(75.0, 300.0, 100.0, 0.0),
        Some(2023),
    );
    let of =
        |id: &str, year| funnel(by_id(id).unwrap(), &some, year).map(|found| found.points.len());
    assert_eq!(of("uitval", 2023), Ok(1));
    assert_eq!(of("uitval", 2024), Err(NoFunnel::NotAlike(2023)));
    assert_eq!(of("kosten_per_jeugdige", 2023), Err(NoFunnel::Mean));
    assert_eq!(of("kosten", 2023), Err(NoFunnel::Total));
    assert_eq!(
        of("aanbieders_alle_gemeenten", 2023),
        Err(NoFunnel::Providers)
    );
    assert_eq!(of("wacht_aanbieders", 2023), Err(NoFunnel::Providers));
    assert_eq!(of("onderwijs", 2023), Err(NoFunnel::NoFigures));
    assert_eq!(of("kostengroei", 2023), Err(NoFunnel::Change));
    assert_eq!(of("kostenontleding", 2023), Err(NoFunnel::Change));
}
