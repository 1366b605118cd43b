"""Looks at the database in a backup before anything reads it: whoever made it may be a stranger."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.trouble import RefusedError

# The only ones that a backup has: they guard its ledger. Those of older schemas stay listed.
ONCE = "OLD.body IS NOT NULL OR NEW.body IS NULL"
GUARD = "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
GUARDS = frozenset(
    (
        f"CREATE TRIGGER ledger_refuses_DELETE BEFORE DELETE ON ledger {GUARD}",
        f"CREATE TRIGGER ledger_refuses_UPDATE BEFORE UPDATE ON ledger {GUARD}",
        f"CREATE TRIGGER ledger_refuses_UPDATE BEFORE UPDATE ON ledger WHEN {ONCE} {GUARD}",
    )
)
PLAIN = ("create table", "create index", "create unique index")
# A column that SQLite works out each time it is read.
WORKED_OUT = (
    "SELECT count(*) FROM sqlite_master AS named, pragma_table_xinfo(named.name) AS part"
    " WHERE named.type = 'table' AND part.hidden <> 0"
)


def refuse_all_but_tables(database: Path, file: Path) -> None:
    """Raises RefusedError where SQLite would run something by itself when rows are read or written.

    That is a view, a trigger of somebody else, or the table of a module. `file` is the backup, for
    the sentence.
    """
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as found:
            found.execute("PRAGMA trusted_schema=OFF")
            found.execute("PRAGMA cell_size_check=ON")
            made = found.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
            plain = all(_is_plain(sql) for (sql,) in made)
            plain = plain and found.execute(WORKED_OUT).fetchone() == (0,)
    except sqlite3.DatabaseError:
        plain = False
    if not plain:
        raise RefusedError(
            f"The database in {file} has something else than tables, which no `handrail backup` "
            "writes. Find out where the file comes from. Nothing was changed."
        )


def _is_plain(sql: str) -> bool:
    return sql in GUARDS or sql.lower().startswith(PLAIN)
