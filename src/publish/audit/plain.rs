//! The audit of plain tables: reads files, and lets all cores look for the ranges of their hidden cells.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::AuditError;
use super::progress::Progress;
use crate::disclosure::plain::{Attack, CellRange, File, PlainError};
use crate::disclosure::solver::Highs;
use crate::publish::parallel::each;

/// What the files look like, for the help of the command line.
pub const FORMAT: &str = "\
TABLES
  A table is a CSV file in UTF-8, separated by , or ; with a column for every dimension and the columns
    waarde      the count; a whole number of 0 or more. Of a hidden cell it may be empty, and is never used
    status      open or geheim
    afronding   (optional) the open count was rounded to the nearest multiple of this: rounding to 5 leaves -2 to +2
  A total is the member totaal. A combination of members that is missing from the file is unknown, not zero.

  Percentages stand in a table of their own, with in place of waarde the columns
    percentage  0 to 100; the last digit that is printed tells the rounding (12,5 is 12,45 to 12,55)
    van         the dimension whose total is 100 %; several with + between them (vorm+leeftijd). A hidden percentage may leave it
                empty where all others name the same
  A table that hides a percentage is taken to list everything that together is 100 %.

  Tables are linked by the names of their dimensions: a cell is named by its members other than totaal, so that
  gemeente=Delft, vorm=totaal in one table is gemeente=Delft, leeftijd=totaal in another. Tables with other members in a
  dimension have other totals of it, unless the members cover the same. A cell that is open in one table is known.

HIERARCHY
  A CSV file with the columns dimensie, lid and deel_van. A group is the sum of its parts; a member may be part of several
  groups that do not nest. Of a member that stands in no table the figures are unknown. Years and quarters go the same way.

ANSWER
  With --json: a list of {\"cel\": {dimension: member, ...}, \"laagst\": n, \"hoogst\": n}, one for every hidden cell in the order
  of first appearance; hoogst is null when nothing bounds it. Of a hidden percentage the cell also has percentages: a list of
  {\"van\": dimension, \"laagst\": p, \"hoogst\": p}, in percentages, fractions of persons taken as possible.
  The ends are those of whole numbers. In a large table of three or more dimensions whole numbers can be too hard to find; then
  the range is that of the linear programme, the truth lies within it, and the line says: of nauwer.
  It ends with 0 when all hidden cells have room, with 3 when one is known exactly or a hidden percentage as precisely as the
  others in its table are, give or take one in the last digit (with --json always with 0), and with 1 when the input is wrong.
  Of a release it ends with 0 when the audit is passed, with 3 when it is not, and with 1 when the release or an earlier one cannot
  be read, has no figure in common with it, or contradicts it, or when the answer cannot be printed or written. With --year only the
  figures of those years are attacked, and it says so: of the others nothing is proved.

Examples:
  regiovisie audit release --previous release-2024 --report report
  regiovisie audit --table vormen.csv --table leeftijden.csv --hierarchy regio.csv";

/// The range of every hidden cell of these tables.
///
/// # Errors
/// [`AuditError`] when a file cannot be read or is malformed, or when the tables contradict each other.
pub fn tables(paths: &[PathBuf], hierarchy: Option<&Path>) -> Result<Vec<CellRange>, AuditError> {
    let texts = paths.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let groups = hierarchy.map(read).transpose()?;
    let files: Vec<File<'_>> = texts.iter().map(Text::file).collect();
    let attack = Attack::new(&files, groups.as_ref().map(Text::file))?;
    for (dimension, members) in attack.unpublished() {
        // Where it cannot be said there is nobody to tell.
        let _ = writeln!(
            std::io::stderr(),
            "regiovisie: in the hierarchy but in no table, so taken as unknown: {dimension} {}",
            members.join(", ")
        );
    }
    Ok(solve(&attack)?)
}

fn solve(attack: &Attack) -> Result<Vec<CellRange>, PlainError> {
    let solver = Highs::default();
    let progress = Progress::start();
    let components: Vec<usize> = (0..attack.components()).collect();
    progress.begin("survey", components.len());
    let surveys = each(&components, |component| {
        let survey = attack.survey(*component, &solver);
        progress.done(1);
        survey
    })
    .into_iter()
    .collect::<Result<Vec<_>, _>>()?;
    let open: Vec<_> = surveys
        .iter()
        .enumerate()
        .map(|(component, survey)| (component, survey, attack.open_ends(component, survey)))
        .collect();
    // Not too small, as each piece finds its first answer from scratch; and the same on every machine, as what is met on the
    // way decides what can be proven.
    let pieces: Vec<_> = open
        .iter()
        .flat_map(|(component, survey, ends)| {
            let size = ends.len().div_ceil(8).max(64);
            ends.chunks(size).map(|piece| (*component, *survey, piece))
        })
        .collect();
    progress.begin("cells", pieces.iter().map(|(_, _, ends)| ends.len()).sum());
    let settled = each(&pieces, |(component, survey, ends)| {
        let settled = attack.settle(*component, survey, ends, &solver);
        progress.done(ends.len());
        settled
    })
    .into_iter()
    .collect::<Result<Vec<_>, _>>();
    progress.finish();
    attack.answer(settled?.into_iter().flatten(), &solver)
}

/// A file with its name.
struct Text {
    name: String,
    bytes: Vec<u8>,
}

impl Text {
    fn file(&self) -> File<'_> {
        File {
            name: &self.name,
            bytes: &self.bytes,
        }
    }
}

fn read(path: impl AsRef<Path>) -> Result<Text, AuditError> {
    let path = path.as_ref();
    let bytes = std::fs::read(path).map_err(|source| AuditError::File {
        path: path.to_owned(),
        source,
    })?;
    Ok(Text {
        name: path.display().to_string(),
        bytes,
    })
}
