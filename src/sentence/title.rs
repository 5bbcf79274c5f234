//! How long a title may be: what does not fit in it is told in the sentence below.

/// Letters that go on two lines beside the choices, and on three of a phone.
const MOST: usize = 78;

/// The first of some ways to say a title that fits; the last one where none does.
pub(super) fn fitting(ways: Vec<String>) -> String {
    let mut title = String::new();
    for way in ways {
        title = way;
        if title.chars().count() <= MOST {
            break;
        }
    }
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_way_that_fits_is_taken_and_else_the_last() {
        let of = |letters: usize| "a".repeat(letters);
        assert_eq!(fitting(vec![of(78), of(5)]).len(), 78);
        assert_eq!(fitting(vec![of(79), of(78), of(5)]).len(), 78);
        assert_eq!(fitting(vec![of(79), of(90)]).len(), 90);
    }
}
