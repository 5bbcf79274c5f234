"""The tables about care with DuckDB: the definitions as the recount has them, read from the records and counted by every margin."""

import sys
from pathlib import Path

import duckdb

sys.path.insert(0, str(Path(__file__).parents[2] / "recount"))
import recount

from care import TABLES


def count(records, regio):
    """Every cell of each table, as rows of its name and its measures."""
    db = duckdb.connect()
    recount.derive_care(db, recount.read(db, records, regio))
    return {
        table: [row for margin in recount.margins(table) for row in db.execute(recount.cells_sql(table, margin)).fetchall()]
        for table in TABLES
    }
