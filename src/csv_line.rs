//! On which line of a CSV file something stands, for messages.

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
