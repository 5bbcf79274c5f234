//! Publishing attacks what it wrote, hides more where that is needed, and gives up when that is not enough.

use std::fs;

use regiovisie::publish::PublishError;
use regiovisie::publish::audit::{Options, release};

use crate::small::{Planted, Small};
use crate::support::assert_same;

/// A region in which reasoning relation by relation sees less than all relations at once.
fn drawn(seed: u64, most: u64) -> Small {
    Small {
        width: 9,
        ..Small::drawn(seed, 1, most)
    }
}

const ATTACK: &str = "attacking what was written";

#[test]
fn what_the_attack_finds_is_repaired_and_then_published() {
    let place = tempfile::tempdir().unwrap();
    let mut attacks = 0;
    let count = |step: &str| attacks += usize::from(step == ATTACK);
    let published = drawn(18, 20).publish(place.path(), count).unwrap();
    assert!(attacks > 1, "nothing was to be repaired");
    let audit = release(&published, &Options::default()).unwrap();
    assert!(audit.is_passed());
    // What goes with the release is what the last attack found.
    assert_eq!(audit.release.audit, Some(audit.summary()));
}

#[test]
fn what_cannot_be_repaired_is_named_and_the_earlier_release_stays() {
    let place = tempfile::tempdir().unwrap();
    let earlier = Planted::of(&Small::even(14).publish(place.path(), |_| {}).unwrap());
    let mut attacks = 0;
    let error = drawn(47, 30)
        .publish(place.path(), |step| attacks += usize::from(step == ATTACK))
        .unwrap_err();
    let PublishError::AuditFailed { found } = &error else {
        panic!("{error}");
    };
    assert!(attacks > 1, "no repair was tried");
    assert!(
        found
            .lines()
            .any(|line| line.starts_with("DISCLOSED ") && line.contains(", 9 wide is required")),
        "{found}"
    );
    assert!(
        error
            .to_string()
            .starts_with("the audit is not passed, and nothing was published")
    );
    assert_same(&place.path().join("release"), &earlier.folder());
    let mut left: Vec<_> = fs::read_dir(place.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    left.sort();
    assert_eq!(left, ["records", "regio.toml", "release"]);
}
