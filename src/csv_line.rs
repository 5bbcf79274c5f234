//! What all readers of CSV share: on which line something stands, and whether its quotes are closed.

/// The line on which a record stands: its position is where the one before it ended, and empty lines may follow that.
pub(crate) fn line_at(text: &str, position: Option<&csv::Position>) -> u64 {
    let Some(position) = position else {
        return 1;
    };
    let rest = usize::try_from(position.byte())
        .ok()
        .and_then(|byte| text.as_bytes().get(byte..))
        .unwrap_or_default();
    let ends = rest
        .iter()
        .take_while(|byte| matches!(byte, b'\r' | b'\n'))
        .filter(|byte| **byte == b'\n');
    position.line() + ends.map(|_| 1).sum::<u64>()
}

/// The line that a byte stands on.
pub(crate) fn line_of(bytes: &[u8], place: usize) -> u64 {
    1 + bytes[..place]
        .iter()
        .map(|byte| u64::from(*byte == b'\n'))
        .sum::<u64>()
}

/// What is said of a record with a quote that is not closed.
pub(crate) const UNCLOSED: &str = "a quote (\") opens here and is not closed";

/// How far a record is, as its quotes tell. A quote opens a field only as its first letter.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum At {
    /// Before the first letter of a field.
    #[default]
    Begin,
    /// In a field without quotes, or after it.
    Field,
    /// In a field in quotes.
    Quoted,
    /// After the quote that closes a field.
    Closed,
}

/// The quotes of a record while it is read.
#[derive(Default)]
pub(crate) struct Quotes {
    at: At,
    /// Whether more of a field follows its closing quote.
    is_broken: bool,
}

impl Quotes {
    /// Whether the record so far ends inside a field in quotes.
    pub(crate) fn is_open(&self) -> bool {
        self.at == At::Quoted
    }

    /// Reads on.
    pub(crate) fn follow(&mut self, added: &[u8], separator: u8) {
        for byte in added {
            self.at = match (self.at, *byte) {
                (At::Quoted, b'"') => At::Closed,
                // Two quotes are one of the field itself: the field closes and opens again.
                (At::Quoted, _) | (At::Begin | At::Closed, b'"') => At::Quoted,
                (_, byte) if byte == separator => At::Begin,
                (at, b' ' | b'\t') => at,
                (at, byte) => {
                    self.is_broken |= at == At::Closed && !matches!(byte, b'\r' | b'\n');
                    At::Field
                }
            };
        }
    }
}

/// What is wrong with the quotes of a file, and on which line the record begins: what follows would be read as part of one field, and
/// rows would be lost in silence.
pub(crate) fn wrong_quotes(bytes: &[u8], separator: u8) -> Option<(u64, &'static str)> {
    let mut quotes = Quotes::default();
    let mut begin = 1;
    for (line, added) in (1..).zip(bytes.split_inclusive(|byte| *byte == b'\n')) {
        if !quotes.is_open() {
            quotes = Quotes::default();
            begin = line;
        }
        quotes.follow(added, separator);
        if quotes.is_broken {
            return Some((
                begin,
                "a quote (\") closes a text here and more of it follows",
            ));
        }
    }
    quotes.is_open().then_some((begin, UNCLOSED))
}
