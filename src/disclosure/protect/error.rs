//! Why tables cannot be protected.

/// Why a release cannot be protected; nothing is published then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProtectError {
    /// A small count can be derived from figures that may not be hidden.
    #[error(
        "the region is too small for this threshold: {measure} of a small cell in {year} can be derived from headline totals, which \
         are not hidden; nothing was published. Give the smallest municipalities one code together (in gebieden, trajecten.csv and \
         bevolking.csv), or agree on a lower drempel or breedte"
    )]
    HeadlinesDisclose {
        /// Column.
        measure: &'static str,
        /// Year.
        year: u16,
    },
    /// The figure of the whole region is hidden itself, so no published figure bounds the hidden ones.
    #[error(
        "the region is too small for this threshold: {measure} of the whole region in {year} is hidden itself; nothing was published. \
         Leave {year} out of perioden when it is the first or the last one, publish together with a neighbouring region, or agree on \
         a lower drempel"
    )]
    RegionHidden {
        /// Column.
        measure: &'static str,
        /// Year.
        year: u16,
    },
    /// A headline is nearly all of its group, and follows from others that are not hidden.
    #[error(
        "{measure} of {area} in {year} is nearly all of its group, or hardly any of it, and can be derived from headline totals, which are \
         not hidden; nothing was published. Look whether the records are right there; if they are, agree on a higher groep_aandeel, or give \
         the municipality one code together with others (in gebieden, trajecten.csv and bevolking.csv)"
    )]
    OfEverybody {
        /// Column.
        measure: &'static str,
        /// Where.
        area: String,
        /// Year.
        year: u16,
    },
    /// A figure of nearly everybody in a group looks hidden for another, and nothing can be hidden with it.
    #[error(
        "the region is too small for this threshold: {measure} in {year} is hidden as it is nearly all of its group, or hardly any of it, and \
         no other figure can be hidden with it, so that it gives itself away; nothing was published. Publish together with a neighbouring \
         region, or agree on a higher groep_aandeel"
    )]
    Alone {
        /// Column.
        measure: &'static str,
        /// Year.
        year: u16,
    },
    /// A combination that the configuration calls impossible does occur.
    #[error(
        "`altijd_nul` says that nobody can be in {cell}, but {measure} there is not zero in {year}; nothing was published. Correct the \
         records or take the combination out of `altijd_nul`"
    )]
    NotAlwaysZero {
        /// The combination.
        cell: String,
        /// Column.
        measure: &'static str,
        /// Year.
        year: u16,
    },
    /// The true figures break a relation that is reasoned with: a fault of this program.
    #[error(
        "the counted figures of {measure} in {year} contradict a relation that protection relies on; nothing was published, please \
         report this"
    )]
    RelationBroken {
        /// Column.
        measure: &'static str,
        /// Year.
        year: u16,
    },
    /// The check of the finished table found a small count that can be derived: a fault of this program.
    #[error(
        "{measure} of a small cell in {year} could still be derived after protection; nothing was published, please report this"
    )]
    CheckFailed {
        /// Column.
        measure: &'static str,
        /// Year.
        year: u16,
    },
    /// The cubes could not be formed; the tabulation is incomplete.
    #[error("the tabulation of {table} is incomplete or out of order")]
    Incomplete {
        /// Table.
        table: &'static str,
    },
}
