"""Statements about many ids, compiled once, with all the ids in one parameter.

Building one anew takes longer than reading a hundred of its rows.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    String,
    any_,
    bindparam,
    func,
    select,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeEngine

# The parameter with the organisation.
WHOSE = bindparam("whose", type_=String())
MANY: Mapping[str, TypeEngine[Any]] = {
    "sqlite": String(),
    "postgresql": postgresql.ARRAY(String),
}


def among(
    column: Column[str], dialect: str, ids: ColumnElement[Any] | None = None
) -> ColumnElement[bool]:
    """True if the column is one of `ids`; without them, of the parameter `ids`."""
    many = bindparam("ids", type_=MANY[dialect]) if ids is None else ids
    if dialect == "sqlite":
        return column.in_(select(func.json_each(many).table_valued("value").c.value))
    return column == any_(many)


def given_as(dialect: str, ids: Collection[str]) -> Any:
    """Returns the ids as that one parameter."""
    return json.dumps(list(ids)) if dialect == "sqlite" else list(ids)
