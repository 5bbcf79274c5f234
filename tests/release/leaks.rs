//! scratch
use crate::small::{Planted, Small, figure};
use regiovisie::publish::audit::{Options, release, words};

#[test]
fn scratch() {
    for rounding in [5, 1] {
        let place = tempfile::tempdir().unwrap();
        let began = std::time::Instant::now();
        let mut small = Small::even(14)
            .with(["GM0001", "18-22", "daghulp", "gemeente"], 4, 1)
            .with(["GM0001", "18-22", "daghulp", "huisarts"], 0, 0)
            .with(["GM0001", "18-22", "daghulp", "gi"], 0, 0);
        small.rounding = rounding;
        let made = small.publish(place.path(), |step| {
            println!("{:?} {step}", began.elapsed());
        });
        let folder = match made {
            Ok(folder) => folder,
            Err(error) => {
                println!("{error}");
                continue;
            }
        };
        println!("{:?}", began.elapsed());
        let found = release(&folder, &Options::default()).unwrap();
        println!("{:?} {}", began.elapsed(), words(&found));
        let plant = Planted::of(&folder);
        for measure in ["jeugdigen", "trajecten", "eenzijdig"] {
            for area in ["R", "D", "GM0001", "GM0002", "GM0003"] {
                for form in [
                    "totaal",
                    "zonder-verblijf",
                    "ambulant",
                    "daghulp",
                    "netwerk",
                ] {
                    for age in ["totaal", "0-17", "0-3", "4-11", "12-17", "18-22"] {
                        for referrer in ["totaal", "gemeente", "huisarts", "gi"] {
                            if form != "totaal" && age != "totaal" && referrer != "totaal" {
                                continue;
                            }
                            let figure =
                                figure(measure, area).form(form).age(age).referrer(referrer);
                            let status = plant.status(&figure);
                            let count = small.count(&figure) as i64;
                            if status != "zichtbaar" {
                                println!(
                                    "{measure} {area} {form} {age} {referrer}: {status}, {count}"
                                );
                            } else {
                                let shown = plant.value(&figure).unwrap();
                                assert!((shown - count).abs() <= 2, "{figure:?} {shown} {count}");
                            }
                        }
                    }
                }
            }
        }
    }
}
