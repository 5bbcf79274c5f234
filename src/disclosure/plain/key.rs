//! Names of cells: what a cell is in every dimension.

/// What a cell is in one dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Place {
    /// A member.
    Member(usize),
    /// The total over one of the sets of members in [`Linked::scopes`].
    Total(usize),
}

/// What a cell is in every dimension where it is not the total of everything, in order of dimension.
pub(super) type Key = Vec<(usize, Place)>;

/// One dimension of one table.
#[derive(Debug)]
pub(super) struct Axis {
    /// Which dimension.
    pub dimension: usize,
    /// Its members in this table, with those that are needed to tell how they hang together.
    pub members: Vec<usize>,
    /// What a total in this table is; `None` when it is everything.
    pub total: Option<Place>,
    /// Whether the table has totals.
    pub totals: bool,
    /// Members that make up the total.
    pub cover: Vec<usize>,
}

impl Axis {
    /// All that a cell can be in this dimension; `None` is the total of everything.
    pub(super) fn options(&self) -> Vec<(usize, Option<Place>)> {
        self.members
            .iter()
            .map(|member| (self.dimension, Some(Place::Member(*member))))
            .chain(self.totals.then_some((self.dimension, self.total)))
            .collect()
    }
}

/// The name of a cell that is this in these dimensions; what is no member is the total.
pub(super) fn key_of<'a>(places: impl Iterator<Item = (&'a Axis, Option<Place>)>) -> Key {
    let mut key: Key = places
        .filter_map(|(axis, member)| Some((axis.dimension, member.or(axis.total)?)))
        .collect();
    key.sort_unstable();
    key
}

/// Every combination of one of each, as names of cells.
pub(super) fn keys(options: &[Vec<(usize, Option<Place>)>]) -> Vec<Key> {
    let mut keys = vec![Key::new()];
    for options in options {
        keys = keys
            .iter()
            .flat_map(|key| {
                options.iter().map(|(dimension, place)| match place {
                    Some(place) => with(key, *dimension, *place),
                    None => key.clone(),
                })
            })
            .collect();
    }
    keys
}

/// A name with one more dimension.
pub(super) fn with(key: &Key, dimension: usize, place: Place) -> Key {
    let mut key = key.clone();
    let at = key.partition_point(|(other, _)| *other < dimension);
    key.insert(at, (dimension, place));
    key
}
