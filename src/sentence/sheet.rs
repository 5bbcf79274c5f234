//! A table as a file for a spreadsheet: semicolons, and decimal commas as a Dutch spreadsheet expects or decimal points in
//! English, with where it came from on lines of its own above it.
//!
//! Read it by program as `read_csv(file, sep=";", decimal=",", comment="#")`; the English one without `decimal`.

use crate::vocabulary::Language;

/// The mark by which a spreadsheet knows that a file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Lines about the table, and the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Lines above the table, without their `#`.
    pub notes: Vec<String>,
    /// Names of the columns.
    pub header: Vec<String>,
    /// Rows, as long as the header.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// The file.
    ///
    /// # Errors
    /// When a row is not as long as the header.
    pub fn csv(&self) -> Result<Vec<u8>, csv::Error> {
        let mut start = BYTE_ORDER_MARK.to_owned();
        for note in &self.notes {
            start.push_str("# ");
            // A note is one cell: what would part or quote it is written another way.
            start.extend(note.chars().map(|letter| match letter {
                ';' => ',',
                '"' => '\u{201d}',
                '\r' | '\n' => ' ',
                letter => letter,
            }));
            start.push_str("\r\n");
        }
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer(start.into_bytes());
        writer.write_record(&self.header)?;
        for row in &self.rows {
            writer.write_record(row)?;
        }
        writer
            .into_inner()
            .map_err(|error| csv::Error::from(error.into_error()))
    }

    /// A number with all its digits, and the decimal sign of the language.
    pub fn number(value: f64, language: Language) -> String {
        match language {
            Language::Nl => value.to_string().replace('.', ","),
            Language::En => value.to_string(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    fn words(row: &[&str]) -> Vec<String> {
        row.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_sheet_reads_back_as_it_was() {
        let sheet = Sheet {
            notes: words(&["Titel; met \"teken\"", "Bron: release\n2025-1"]),
            header: words(&["jaar", "waarde", "in woorden"]),
            rows: vec![
                words(&["2023", &Sheet::number(12.5, Language::Nl), "12,5"]),
                words(&["2024", "", "tussen 0 en 9; \"klein\""]),
            ],
        };
        let bytes = sheet.csv().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with(
            "\u{feff}# Titel, met \u{201d}teken\u{201d}\r\n# Bron: release 2025-1\r\njaar;waarde;in woorden\r\n"
        ));
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b';')
            .comment(Some(b'#'))
            .from_reader(text.trim_start_matches(BYTE_ORDER_MARK).as_bytes());
        assert_eq!(
            reader.headers().unwrap().iter().collect::<Vec<_>>(),
            sheet.header
        );
        let rows: Vec<Vec<String>> = reader
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect();
        assert_eq!(rows, sheet.rows);
    }

    #[test]
    fn the_decimal_sign_is_that_of_the_language() {
        assert_eq!(Sheet::number(12.5, Language::Nl), "12,5");
        assert_eq!(Sheet::number(12.5, Language::En), "12.5");
    }

    #[test]
    fn a_row_that_is_too_short_is_refused() {
        let sheet = Sheet {
            header: words(&["a", "b"]),
            rows: vec![words(&["1"])],
            ..Sheet::default()
        };
        assert!(sheet.csv().is_err());
    }
}
