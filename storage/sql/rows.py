"""Turns dataclasses into rows whose columns are their fields, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from typing import Any, ClassVar, Protocol, TypeVar

from sqlalchemy import Row


class Flat(Protocol):
    """A dataclass whose fields are a table's columns."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


F = TypeVar("F", bound=Flat)


def flat(thing: Flat) -> dict[str, Any]:
    """Returns a dataclass as a row."""
    return {name: getattr(thing, name) for name in names(type(thing))}


def thing(kind: type[F], row: Row[Any]) -> F:
    """Returns a row as the dataclass."""
    values = row._mapping
    return kind(**{name: values[name] for name in names(kind)})


def each_thing(kind: type[F], rows: Sequence[Row[Any]]) -> list[F]:
    """Does so for many rows of one query, and looks for the columns once."""
    if not rows:
        return []
    columns = [rows[0]._fields.index(name) for name in names(kind)]
    return [kind(*[row[column] for column in columns]) for row in rows]


@cache
def names(kind: type[Flat]) -> tuple[str, ...]:
    """Returns the names of the fields that are stored: those without `stored` false."""
    return tuple(field.name for field in fields(kind) if field.metadata.get("stored", True))
