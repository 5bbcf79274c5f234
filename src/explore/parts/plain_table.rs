//! A table of words that were made elsewhere: rows with a name, under the names of the columns.

use leptos::prelude::*;

use super::Wide;
use crate::sentence;

/// The table; `name` says what it is to whoever hears it.
pub(in crate::explore) fn plain_table(
    id: &'static str,
    name: &'static str,
    header: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
) -> AnyView {
    let header: Vec<_> = header
        .into_iter()
        .map(|title| view! { <th scope="col">{sentence::capital(&title)}</th> })
        .collect();
    let row = |(name, cells): (String, Vec<String>)| {
        let cells: Vec<_> = cells
            .into_iter()
            .map(|cell| view! { <td>{cell}</td> })
            .collect();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    view! {
        <Wide>
            <table class="utrecht-table" id=id aria-label=name>
                <thead class="utrecht-table__header"><tr><td></td>{header}</tr></thead>
                <tbody class="utrecht-table__body">{rows}</tbody>
            </table>
        </Wide>
    }
    .into_any()
}
