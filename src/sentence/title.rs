//! How long a title may be: what does not fit in it is told in the sentence below.

/// Letters that go on two lines beside the choices, and on three of a phone.
const MOST: usize = 78;

/// The first of some ways to say a title that fits; the last one where none does.
pub(super) fn fitting<const N: usize>(ways: [String; N]) -> String {
    let mut ways = ways.into_iter();
    let mut way = ways.next().unwrap_or_default();
    for next in ways {
        if way.chars().count() <= MOST {
            break;
        }
        way = next;
    }
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_way_that_fits_is_taken_and_else_the_last() {
        let of = |letters: usize| "a".repeat(letters);
        assert_eq!(fitting([of(78), of(5)]), of(78));
        assert_eq!(fitting([of(79), of(78), of(5)]), of(78));
        assert_eq!(fitting([of(79), of(90)]), of(90));
    }
}
