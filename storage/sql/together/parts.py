"""Reads one table's columns in the rows of a join as if they were rows of that table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, Row, Table
from sqlalchemy.engine.result import SimpleResultMetaData


def parts_of(rows: Sequence[Row[Any]], table: Table, **also: Column[Any]) -> list[Row[Any]]:
    """Returns the part of each row that is a row of `table`. Leaves out where there is none.

    Other tables of the join may have columns of the same name. `also`: columns of another.
    """
    if not rows:
        return []
    # Every row of one statement has its columns at the same places.
    place: Any = rows[0]._mapping._key_to_index
    keys = [place[column] for column in table.primary_key]
    places = [place[column] for column in (*table.c, *also.values())]
    meta = _rows_of(table, tuple(also))
    known = meta._key_to_index
    return [
        Row(meta, None, known, tuple([row[at] for at in places]))
        for row in rows
        if not any(row[at] is None for at in keys)
    ]


@cache
def _rows_of(table: Table, also: tuple[str, ...]) -> Any:
    """What such a row is read by: the names of its columns, and the columns themselves."""
    names = [*(column.key for column in table.c), *also]
    columns = [*((column,) for column in table.c), *(() for _ in also)]
    return SimpleResultMetaData(names, extra=columns)
