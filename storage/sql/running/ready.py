"""Statements that are built and compiled once for each shape, and rows that are read by position.

To build a statement anew takes longer than the database needs to carry it out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Dialect,
    Executable,
    Row,
    Select,
    Table,
    bindparam,
    literal,
)
from sqlalchemy.engine.result import SimpleResultMetaData

from storage.sql.legible import NOT_A_VALUE
from storage.sql.running.effect import Effect

# Before the name of each parameter: SQLAlchemy keeps the names of columns for itself.
GIVEN = "given_"
# The parameter with the organisation, which every shape has.
WHOSE = "whose"


def given(name: str, column: Column[Any]) -> BindParameter[Any]:
    """The parameter `name` of a shape. Its value is given as the column's would be."""
    return bindparam(GIVEN + name, type_=column.type)


def matching(table: Table, *names: str) -> list[ColumnElement[bool]]:
    """Of the organisation, and equal to the parameters of these columns."""
    whose = table.c.organisation == given(WHOSE, table.c.organisation)
    return [whose, *(table.c[name] == given(name, table.c[name]) for name in names)]


def one_of(column: Column[Any], values: Iterable[object]) -> ColumnElement[bool]:
    """True if the column has one of these values, which are fixed in the text of the shape."""
    return column.in_([literal(value, column.type) for value in values])


class Shape:
    """How a statement is built; its values are left open, as parameters that `given` makes."""

    def __init__(self, build: Callable[[str], Executable], *, small: bool = False) -> None:
        """`build` gets the name of the dialect. `small` is a change of one row, found by its key.

        A small statement takes as long as the row is, however many rows there are.
        """
        self._build = build
        self._small = small
        self._ready: dict[str, ReadyStatement] = {}

    def ready(self, dialect: Dialect) -> ReadyStatement:
        """The statement for this dialect. It is built and compiled at the first call."""
        found = self._ready.get(dialect.name)
        if found is None:
            found = self._ready[dialect.name] = ReadyStatement(
                self._build(dialect.name), dialect, small=self._small
            )
        return found

    def filled(self, **values: object) -> FilledShape:
        return FilledShape(self, values)


@dataclass(frozen=True, slots=True)
class FilledShape:
    """A shape with its values. The unit of work adds its organisation."""

    shape: Shape
    values: Mapping[str, object]


class ReadyStatement:
    """A statement as the text that a driver takes, with what turns values into its own and back.

    Raises ValueError for a statement whose text would depend on its values.
    """

    def __init__(self, statement: Executable, dialect: Dialect, *, small: bool = False) -> None:
        compiled: Any = statement.compile(dialect=dialect)  # type: ignore[attr-defined]
        if compiled.post_compile_params or compiled.literal_execute_params:
            raise ValueError("the text of this statement depends on its values")
        self.sql = str(compiled)
        self.effect = Effect.of(statement)
        self.small = small
        self.reads = isinstance(statement, Select)
        names = {name: parameter for parameter, name in compiled.bind_names.items()}
        self._positional: bool = compiled.positional
        self._places = [
            (name, _asked_as(name), _converter(names[name], dialect))
            for name in (compiled.positiontup if compiled.positional else names)
        ]
        self._fixed = {
            _asked_as(name): one.value for name, one in names.items() if not one.required
        }
        self._row = _Rows(compiled, dialect) if compiled._result_columns else None

    def bind(self, values: Mapping[str, object]) -> Any:
        """Returns the values as the driver takes them: a list, or a mapping by their names.

        Raises KeyError where one is missing.
        """
        whole = {**self._fixed, **values}
        if self._positional:
            return [
                whole[key] if convert is None else convert(whole[key])
                for _, key, convert in self._places
            ]
        return {
            name: whole[key] if convert is None else convert(whole[key])
            for name, key, convert in self._places
        }

    def read(self, found: Sequence[Any]) -> list[Row[Any]]:
        """Raises one of `NOT_A_VALUE` for a value that nobody saved."""
        return self._row.read(found) if self._row is not None else []

    def legible(self, found: Sequence[Any]) -> list[Row[Any]]:
        """Leaves out the rows that have a value that nobody saved."""
        rows: list[Row[Any]] = []
        for one in found:
            with suppress(*NOT_A_VALUE):
                rows += self.read([one])
        return rows


class _Rows:
    """Makes the same rows as SQLAlchemy does: by name, by position and by column."""

    def __init__(self, compiled: Any, dialect: Dialect) -> None:
        columns = compiled._result_columns
        self._meta = SimpleResultMetaData(
            [one.keyname for one in columns], extra=[one.objects for one in columns]
        )
        converters = [one.type.dialect_impl(dialect) for one in columns]
        made = [one.result_processor(dialect, None) for one in converters]
        self._made = made if any(one is not None for one in made) else None
        self._places = self._meta._key_to_index

    def read(self, found: Sequence[Any]) -> list[Row[Any]]:
        meta, made, places = self._meta, self._made, self._places
        return [Row(meta, made, places, one) for one in found]


def _asked_as(name: str) -> str:
    return name.removeprefix(GIVEN)


def _converter(parameter: BindParameter[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    return parameter.type.dialect_impl(dialect).bind_processor(dialect)
