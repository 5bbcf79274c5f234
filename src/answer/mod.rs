//! The answer to a selection: the same rows for chart, table, file and command line.

mod about;
mod citation;
mod document;
mod grid_sheet;
mod map_drawing;
mod notices;
mod picture;
mod response;
mod rows;
mod screen;
mod sheet;
mod waiting_guide;
mod waiting_sheet;
mod workbook;
mod years;

pub use about::{About, about};
pub use citation::{citation, footnote};
pub use document::{Document, document};
pub use grid_sheet::{grid_citation, grid_file_name, grid_sheet};
pub use map_drawing::{MapDrawing, MapInks, MapPlace, MapShape};
pub use notices::{notices, overview_notices};
pub use picture::{Inks, Picture};
pub use response::Response;
pub use rows::{Answer, Municipality, Row, answer, reasons_of_unknown, topic};
pub use screen::screen;
pub use sheet::{file_name, sheet};
pub use waiting_guide::{
    WaitingFor, WaitingGuide, quarter_shown, quarters_asked, waiting_guide, waiting_guide_files,
    years_asked,
};
pub use waiting_sheet::{waiting_citation, waiting_file_name, waiting_finding, waiting_sheet};
pub use workbook::{Digits, Entry, Workbook, Worksheet, workbook};
pub use years::{has_figures, year_with_figures, years_with_figures};
