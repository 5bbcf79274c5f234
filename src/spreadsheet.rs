//! Writes a [`Workbook`] as a file for spreadsheets (XLSX): the edge at which what stands in it becomes bytes.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula,
    Workbook as File, Worksheet as Page, XlsxError,
};

use crate::answer::{Digits, Entry, Workbook, Worksheet};

/// A4, as Excel numbers sizes of paper.
const A4: u8 = 9;

/// The bytes of the file; the same workbook gives the same bytes.
///
/// # Errors
/// When a sheet holds what a spreadsheet cannot: too long a text, or too many rows.
pub fn write(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut file = File::new();
    let date = ExcelDateTime::parse_from_str(&workbook.date)?;
    file.set_properties(
        &DocProperties::new()
            .set_title(&workbook.title)
            .set_creation_datetime(&date),
    );
    for sheet in &workbook.sheets {
        page(file.add_worksheet(), sheet)?;
    }
    file.save_to_buffer()
}

fn page(page: &mut Page, sheet: &Worksheet) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0);
    for (column, width) in (0..).zip(&sheet.widths) {
        page.set_column_width(column, f64::from(*width))?;
    }
    if sheet.frozen > 0 {
        page.set_freeze_panes(sheet.frozen, 0)?
            .set_repeat_rows(sheet.frozen - 1, sheet.frozen - 1)?;
    }
    for (row, entries) in (0..).zip(&sheet.rows) {
        for (column, entry) in (0..).zip(entries) {
            cell(page, row, column, entry)?;
        }
    }
    Ok(())
}

fn cell(page: &mut Page, row: u32, column: u16, entry: &Entry) -> Result<(), XlsxError> {
    let top = Format::new().set_align(FormatAlign::Top);
    match entry {
        Entry::Empty => {}
        Entry::Title(words) => {
            let title = top.set_bold().set_font_size(14);
            page.write_with_format(row, column, words, &title)?;
        }
        Entry::Name(words) => {
            let name = top
                .set_bold()
                .set_text_wrap()
                .set_border_bottom(FormatBorder::Thin);
            page.write_with_format(row, column, words, &name)?;
        }
        Entry::Words(words) => {
            page.write_with_format(row, column, words, &top)?;
        }
        Entry::Prose(words) => {
            page.write_with_format(row, column, words, &top.set_text_wrap())?;
        }
        Entry::Notice(words) => {
            let notice = top.set_bold().set_font_color(Color::RGB(0x006B_4200));
            page.write_with_format(row, column, words, &notice)?;
        }
        Entry::Link(address) => {
            // An address that is too long for a link is still worth reading.
            if page.write_url(row, column, address.as_str()).is_err() {
                page.write_with_format(row, column, address, &top)?;
            }
        }
        Entry::Number(value, digits) => {
            page.write_with_format(row, column, *value, &numbers(*digits))?;
        }
        Entry::Formula(formula, result, digits) => {
            let formula = Formula::new(formula).set_result(result.to_string());
            page.write_with_format(row, column, formula, &numbers(*digits))?;
        }
    }
    Ok(())
}

fn numbers(digits: Digits) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    match digits {
        Digits::Whole => format.set_num_format("#,##0"),
        Digits::Tenths => format.set_num_format("0.0"),
        Digits::Hundredths => format.set_num_format("0.00"),
        Digits::Plain => format,
    }
}
