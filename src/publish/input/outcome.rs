//! Outcomes: what was asked when care ended, and what the answer was.

use super::Reading;
use super::checks::Checks;
use super::end_reason::EndReason;
use super::report::{Fate, FileReport};
use super::rows::Rows;
use super::rule::Rule;
use super::source::Part;
use super::specification::OUTCOMES;
use super::spell::Spells;
use super::trajectory::Trajectory;
use super::unique::{Keyed, mark};
use crate::publish::error::PublishError;
use crate::vocabulary::{Bilingual, Dimension, Member};

/// The answers, what they mean, and whether they are favourable.
pub(super) const ANSWERS: [(&str, Bilingual, bool); 2] = [
    ("ja", Bilingual::new("ja", "yes"), true),
    ("nee", Bilingual::new("nee", "no"), false),
];

/// What was asked at the end of a trajectory, and what the answer to each question was. There are many, so it is small: two bits for each
/// question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Outcomes(u8);

/// As bits: not asked, asked without an answer, no, yes. What tells more is larger.
const NO_ANSWER: u8 = 1;
const NO: u8 = 2;
const YES: u8 = 3;

impl Outcomes {
    /// Adds the answer to a question, none when there was none. Of two answers the favourable one counts.
    pub fn add(&mut self, question: Member, answer: Option<bool>) {
        let bits = match answer {
            None => NO_ANSWER,
            Some(false) => NO,
            Some(true) => YES,
        };
        if let Some(shift) = shift(question)
            && bits > self.bits(shift)
        {
            self.0 = self.0 & !(YES << shift) | bits << shift;
        }
    }

    /// Adds what was asked besides.
    pub fn add_all(&mut self, other: Self) {
        for (question, answer) in other.asked() {
            self.add(question, answer);
        }
    }

    /// Whether anything was asked.
    pub fn is_any_asked(self) -> bool {
        self.0 != 0
    }

    /// What was asked, with the answer to each question where there is one.
    pub fn asked(self) -> impl Iterator<Item = (Member, Option<bool>)> {
        Dimension::Question.parts().filter_map(move |question| {
            let answer = match self.bits(shift(question)?) {
                NO_ANSWER => None,
                NO => Some(false),
                YES => Some(true),
                _ => return None,
            };
            Some((question, answer))
        })
    }

    fn bits(self, shift: u8) -> u8 {
        self.0 >> shift & YES
    }
}

/// By how many bits the answer to a question is shifted; none for what is no question.
fn shift(question: Member) -> Option<u8> {
    let place = question.index().checked_sub(1)?;
    (question.dimension() == Dimension::Question && place < 4).then_some(2 * place)
}

/// Reads the outcomes and adds them to their trajectories.
pub(super) fn add(
    parts: &[Part],
    trajectories: &mut Spells<Trajectory>,
    reading: &Reading<'_>,
) -> Result<FileReport, PublishError> {
    let (mut rows, mut report) = Rows::of(&OUTCOMES, parts, reading);
    let mut keyed = Keyed::default();
    let mut found = Vec::new();
    while let Some(row) = rows.next(&mut report)? {
        let [allocation, question, answer] = row.fields;
        let mut checks = Checks::of(&mut report, reading.actions, row.place);
        let trajectory = trajectories.find(mark(allocation));
        let counts = trajectory.is_some_and(|number| is_end_of_care(trajectories.at(number)));
        if trajectory.is_none() {
            checks.rejects(Rule::AllocationExists, "toewijzing");
        } else if !counts {
            checks.broke(Rule::AskedAtTheEnd, "toewijzing");
        }
        let asked = Member::of_question(question);
        if asked.is_none() {
            checks.rejects(Rule::QuestionIsKnown, "vraag");
        }
        let answered = self::answer(answer);
        if answered.is_none() {
            checks.rejects(Rule::AnswerIsKnown, "antwoord");
        }
        let (Some(trajectory), Some(asked), Some(answered), true) =
            (trajectory, asked, answered, checks.fate < Fate::Rejected)
        else {
            checks.finish();
            continue;
        };
        let key = mark(&(allocation, question));
        if keyed.admits(key, &answer, checks, "toewijzing") {
            found.push(counts.then_some((trajectory, asked, answered)));
        }
    }
    // What was not asked at an end stands in no figure, also where the allocation became one with another that did end.
    for (trajectory, question, answer) in keyed.kept(found).into_iter().flatten() {
        trajectories
            .at_mut(trajectory)
            .outcomes
            .add(question, answer);
    }
    Ok(report)
}

/// The answer that a text is: none when it was not answered, and nothing when it is no answer.
#[allow(
    clippy::option_option,
    reason = "no answer is something else than a text that is none"
)]
fn answer(text: &str) -> Option<Option<bool>> {
    if text.is_empty() {
        return Some(None);
    }
    let mut answers = ANSWERS.iter();
    answers
        .find(|(word, ..)| text.eq_ignore_ascii_case(word))
        .map(|(.., is_favourable)| Some(*is_favourable))
}

fn is_end_of_care(trajectory: &Trajectory) -> bool {
    trajectory.end.is_some() && trajectory.reason != EndReason::Administrative
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn every_question_fits_and_keeps_its_own_answer() {
        let questions: Vec<Member> = Dimension::Question.parts().collect();
        let answers = [None, Some(false), Some(true), None];
        assert_eq!(questions.len(), answers.len());
        let mut outcomes = Outcomes::default();
        assert!(!outcomes.is_any_asked());
        let expected: Vec<_> = questions.into_iter().zip(answers).collect();
        for (question, answer) in &expected {
            outcomes.add(*question, *answer);
        }
        assert!(outcomes.is_any_asked());
        assert_eq!(outcomes.asked().collect::<Vec<_>>(), expected);
        // What is no question is not asked.
        let before = outcomes;
        outcomes.add(Dimension::Question.total(), Some(true));
        outcomes.add(Member::of_age(3).unwrap(), Some(true));
        assert_eq!(outcomes, before);
    }

    #[test]
    fn of_two_answers_the_favourable_one_counts_whichever_comes_first() {
        let goals = Member::of_question("doelen-gehaald").unwrap();
        let of = |answers: [Option<bool>; 2]| {
            let mut outcomes = Outcomes::default();
            for answer in answers {
                let mut other = Outcomes::default();
                other.add(goals, answer);
                outcomes.add_all(other);
            }
            outcomes.asked().collect::<Vec<_>>()
        };
        for (answers, counts) in [
            ([None, Some(false)], Some(false)),
            ([Some(false), Some(true)], Some(true)),
            ([None, None], None),
        ] {
            assert_eq!(of(answers), [(goals, counts)]);
            assert_eq!(of([answers[1], answers[0]]), [(goals, counts)]);
        }
    }
}
