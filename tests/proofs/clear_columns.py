"""All that somebody reads who has the databases and the log, but no keys.

Random numbers and keyed hashs become numbers in the order of their appearance, and sealed bytes
become their length. Rows come in the order in which they were inserted.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

RANDOM = re.compile(r"[0-9a-f]{16,}")
# The real clock of this machine, which no act of a person moves.
REAL_TIMES = {("process", "seen_at"), ("process", "beat_at"), ("worker", "seen_at")}


def clear_rows(folder: Path) -> list[str]:
    """One line for each row of each table in each database of a data folder."""
    known: dict[str, str] = {}
    lines: list[str] = []
    for file in sorted(folder.rglob("*.db")):
        with closing(sqlite3.connect(file)) as database:
            lines += [_without_random(line, known) for line in _rows(database, file.name)]
    return lines


@contextmanager
def writes() -> Iterator[list[str]]:
    """Collects the statements that change something, without their values."""
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _rows(database: sqlite3.Connection, name: str) -> Iterator[str]:
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    for (table,) in tables.fetchall():
        found = database.execute(f'SELECT * FROM "{table}" ORDER BY rowid')
        columns = [column[0] for column in found.description]
        for row in found.fetchall():
            cells = (
                f"{column}={_cell(value)}"
                for column, value in zip(columns, row, strict=True)
                if (table, column) not in REAL_TIMES
            )
            yield f"{name} {table}: {' '.join(cells)}"


def _cell(value: object) -> str:
    return f"<{len(value)} bytes>" if isinstance(value, bytes) else repr(value)


def _without_random(line: str, known: dict[str, str]) -> str:
    return RANDOM.sub(lambda found: known.setdefault(found[0], f"#{len(known)}"), line)
