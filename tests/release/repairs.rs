//! Publishing attacks what it wrote, hides more where that is needed, and gives up when that is not enough.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use regiovisie::disclosure::Depth;
use regiovisie::publish::audit::{Options, release};
use regiovisie::publish::{PublishError, PublishOptions, publish};
use regiovisie::release::Controle;

use crate::small::{Planted, Small};
use crate::support::{assert_same, bytes_of};

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
    // What goes with the release is what the last attack found; it knew of more figures that they are protected than the files tell.
    let said = audit.release.audit.clone().unwrap();
    let of_files = audit.summary();
    assert!(said.beschermd >= of_files.beschermd && said.bewezen == said.beschermd);
    let but_for_those = Controle {
        beschermd: said.beschermd,
        bewezen: said.bewezen,
        smalste: said.smalste,
        ..of_files
    };
    assert_eq!(said, but_for_those);
}

#[test]
fn what_a_release_hides_is_hidden_again_at_once() {
    let place = tempfile::tempdir().unwrap();
    let proved = drawn(18, 20).publish(place.path(), |_| {}).unwrap();
    let again = |hide_as, release: &str| {
        let mut attacks = 0;
        let options = PublishOptions {
            depth: Depth::Screen,
            hide_as,
            ..PublishOptions::default()
        };
        let release = place.path().join(release);
        publish(
            &place.path().join("records"),
            &release,
            &place.path().join("regio.toml"),
            &options,
            |step| attacks += usize::from(step == ATTACK),
        )
        .unwrap();
        (cubes_of(&release), attacks)
    };
    let proved = cubes_of(&proved);
    // Not one by one, as it was found.
    let (anew, attacks) = again(None, "anew");
    assert!(anew == proved && attacks > 1, "{attacks} attacks");
    let (followed, attacks) = again(Some(place.path().join("release")), "again");
    assert!(followed == proved && attacks == 1, "{attacks} attacks");
}

#[test]
fn publishing_that_was_stopped_goes_on_with_what_was_proved() {
    let place = tempfile::tempdir().unwrap();
    drawn(18, 20).publish(place.path(), |_| {}).unwrap();
    let kept = place.path().join("kept");
    let again = |release: &str, resume: &Path| {
        let options = PublishOptions {
            resume: Some(resume.to_owned()),
            ..PublishOptions::default()
        };
        publish(
            &place.path().join("records"),
            &place.path().join(release),
            &place.path().join("regio.toml"),
            &options,
            |_| {},
        )
    };
    again("first", &kept).unwrap();
    let proved = fs::read_to_string(&kept).unwrap();
    assert!(proved.lines().count() > 1);
    // The second time nothing is worked out, and the same comes of it.
    again("second", &kept).unwrap();
    assert_eq!(fs::read_to_string(&kept).unwrap(), proved);
    assert_same(&place.path().join("first"), &place.path().join("second"));
    assert_same(&place.path().join("first"), &place.path().join("release"));
    // Inside the release it would be published with it.
    let inside = again("first", &place.path().join("first/kept")).unwrap_err();
    assert!(matches!(inside, PublishError::Audit(_)), "{inside}");
}

/// The files of a release but for the descriptor, which tells how far the proof went.
fn cubes_of(release: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = bytes_of(release);
    files.remove("datapackage.json").unwrap();
    files
}

#[test]
fn a_folder_without_a_release_cannot_be_followed() {
    let place = tempfile::tempdir().unwrap();
    drawn(18, 20).publish(place.path(), |_| {}).unwrap();
    let options = PublishOptions {
        depth: Depth::Screen,
        hide_as: Some(place.path().join("records")),
        ..PublishOptions::default()
    };
    let error = publish(
        &place.path().join("records"),
        &place.path().join("again"),
        &place.path().join("regio.toml"),
        &options,
        |_| {},
    )
    .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("records holds no release whose hidden figures"),
        "{error}"
    );
    assert!(!place.path().join("again").exists());
}

#[test]
fn what_cannot_be_repaired_is_named_and_the_earlier_release_stays() {
    let place = tempfile::tempdir().unwrap();
    let small = drawn(18, 20);
    let earlier = Planted::of(&small.publish(place.path(), |_| {}).unwrap());
    // An older release, which readers may have kept, showed a count that must be hidden: no release can take that back.
    let hidden = earlier.first("eenzijdig", "geheim");
    let older = Planted::of(&earlier.folder()).show(&hidden, 5);
    let options = PublishOptions {
        previous: vec![older.folder()],
        ..PublishOptions::default()
    };
    let error = publish(
        &place.path().join("records"),
        &place.path().join("release"),
        &place.path().join("regio.toml"),
        &options,
        |_| {},
    )
    .unwrap_err();
    let PublishError::AuditFailed { found } = &error else {
        panic!("{error}");
    };
    assert!(
        found
            .lines()
            .any(|line| line.starts_with("DISCLOSED eenzijdig 2022")),
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
