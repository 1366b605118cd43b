"""Reads one table's columns in a row of a join as if they were a row of that table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from sqlalchemy import Column, Row, Table


class _PartOfJoin:
    """Other tables of the join may have columns of the same name. `also`: columns of another."""

    def __init__(self, row: Row[Any], table: Table, also: Mapping[str, Column[Any]]) -> None:
        self._whole = row._mapping
        self._columns = table.c
        self._also = also

    @property
    def _mapping(self) -> _PartOfJoin:
        return self

    def __getitem__(self, key: str | Column[Any]) -> Any:
        if isinstance(key, str):
            key = self._also[key] if key in self._also else self._columns[key]
        return self._whole[key]

    def __getattr__(self, name: str) -> Any:
        return self[name]


def parts_of(rows: Iterable[Row[Any]], table: Table, **also: Column[Any]) -> list[Row[Any]]:
    """Returns the part of each row that is a row of `table`. Leaves out where there is none."""
    keys = list(table.primary_key)
    found = (row for row in rows if all(row._mapping[key] is not None for key in keys))
    return [cast("Row[Any]", _PartOfJoin(row, table, also)) for row in found]
