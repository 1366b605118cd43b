"""The shapes of the statements that nearly all rows are read and written with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Executable, Table, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.sql.many import among
from storage.sql.running.ready import FilledShape, Shape, given, matching
from storage.sql.schema.base import metadata

# The names of columns with the values that a row must have; None asks for NULL.
Same = Mapping[str, object]
# In the names of a shape, before the parameter of a column that is set, not compared.
NEW = "new_"


def rows_where(
    table: Table, same: Same, order: tuple[str, ...], limit: int | None, *, lock: bool
) -> FilledShape:
    """Rows of the organisation. A column in `order` with a minus sign is sorted downwards.

    `lock` keeps others from changing them until the end of the transaction.
    """
    return FilledShape(_selecting(table, _names(same), order, limit, lock), same)


def deleting_where(table: Table, same: Same) -> FilledShape:
    return FilledShape(_deleting(table, _names(same)), same)


def setting_where(table: Table, same: Same, new: Mapping[str, object]) -> FilledShape:
    """Sets columns to the values of `new`."""
    values = {NEW + name: value for name, value in new.items()}
    return FilledShape(_setting(table, _names(same), tuple(new)), {**same, **values})


@cache
def deleting_any(column: Column[Any]) -> Shape:
    """Deletes the rows of the organisation whose column is one of the parameter `ids`."""

    def build(dialect: str) -> Executable:
        return delete(column.table).where(*matching(column.table), among(column, dialect))

    return Shape(build)


def inserting(table: Table, row: Mapping[str, object], *, replace: bool) -> FilledShape:
    """Inserts a whole row. Another one with the same key is replaced, or else stays as it is."""
    return FilledShape(_inserting(table, tuple(row), replace), row)


def _names(same: Same) -> tuple[tuple[str, bool], ...]:
    return tuple((name, value is None) for name, value in same.items())


@cache
def _selecting(
    table: Table,
    names: tuple[tuple[str, bool], ...],
    order: tuple[str, ...],
    limit: int | None,
    lock: bool,
) -> Shape:
    def build(_: str) -> Executable:
        by = [table.c[one[1:]].desc() if one[0] == "-" else table.c[one] for one in order]
        rows = select(table).where(*_compared(table, names)).order_by(*by).limit(limit)
        return rows.with_for_update() if lock else rows

    return Shape(build)


@cache
def _deleting(table: Table, names: tuple[tuple[str, bool], ...]) -> Shape:
    small = _is_one_row(table, names) and not _leads_to_others(table)
    return Shape(lambda _: delete(table).where(*_compared(table, names)), small=small)


@cache
def _setting(table: Table, names: tuple[tuple[str, bool], ...], new: tuple[str, ...]) -> Shape:
    def build(_: str) -> Executable:
        values = {name: given(NEW + name, table.c[name]) for name in new}
        return update(table).where(*_compared(table, names)).values(values)

    return Shape(build, small=_is_one_row(table, names))


@cache
def _inserting(table: Table, names: tuple[str, ...], replace: bool) -> Shape:
    values = {name: given(name, table.c[name]) for name in names}
    return Shape(lambda dialect: insertion(dialect, table, values, replace=replace), small=True)


def insertion(
    dialect: str, table: Table, values: Mapping[str, Any], *, replace: bool
) -> Executable:
    """Builds the statement of `inserting` anew, for values that the database works out."""
    insert: Any = sqlite.insert if dialect == "sqlite" else postgresql.insert
    row = insert(table).values(values).inline()
    key = [column.key for column in table.primary_key]
    if not replace:
        made: Executable = row.on_conflict_do_nothing()
    else:
        rest = {name: row.excluded[name] for name in values if name not in key}
        made = row.on_conflict_do_update(index_elements=key, set_=rest)
    return made


def _is_one_row(table: Table, names: tuple[tuple[str, bool], ...]) -> bool:
    key = {column.key for column in table.primary_key} - {"organisation"}
    return key <= {name for name, null in names if not null}


def _leads_to_others(table: Table) -> bool:
    """True if rows of other tables go with a row of this one."""
    others = (key.column.table for one in metadata.sorted_tables for key in one.foreign_keys)
    return any(one is table for one in others)


def _compared(table: Table, names: tuple[tuple[str, bool], ...]) -> list[ColumnElement[bool]]:
    empty = [table.c[name].is_(None) for name, null in names if null]
    return [*matching(table, *(name for name, null in names if not null)), *empty]
