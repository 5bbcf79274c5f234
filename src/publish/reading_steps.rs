//! What is told while records are read: every file, and every two seconds how far it is.

use std::time::{Duration, Instant};

use super::input::Progress;

/// How long nothing is told.
const PATIENCE: Duration = Duration::from_secs(2);

/// What was told last, and when.
#[derive(Debug, Default)]
pub(super) struct ReadingSteps {
    told: Option<(&'static str, Instant)>,
}

impl ReadingSteps {
    /// What to tell `now`, if anything.
    pub(super) fn words(&mut self, progress: Progress, now: Instant) -> Option<String> {
        let Progress { file, done, total } = progress;
        let words = match self.told {
            Some((last, _)) if last != file => format!("reading {file}"),
            None => format!("reading {file}"),
            Some((_, moment)) if now.duration_since(moment) >= PATIENCE => {
                format!("reading {file}: {} %", done * 100 / total.max(1))
            }
            Some(_) => return None,
        };
        self.told = Some((file, now));
        Some(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_is_told_and_then_how_far_it_is_every_two_seconds() {
        let began = Instant::now();
        let mut steps = ReadingSteps::default();
        let mut told = |file, done, milliseconds| {
            let progress = Progress {
                file,
                done,
                total: 200,
            };
            steps.words(progress, began + Duration::from_millis(milliseconds))
        };
        assert_eq!(
            told("trajecten", 10, 0).as_deref(),
            Some("reading trajecten")
        );
        assert_eq!(told("trajecten", 20, 1_900), None);
        assert_eq!(
            told("trajecten", 50, 2_000).as_deref(),
            Some("reading trajecten: 25 %")
        );
        assert_eq!(told("trajecten", 60, 3_900), None);
        assert_eq!(
            told("declaraties", 1, 3_950).as_deref(),
            Some("reading declaraties")
        );
    }
}
