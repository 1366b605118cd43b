"""Many deliveries planned by one statement with one parameter: JSON that the database takes apart.

The statement stays the same, however many rows there are: it is built and compiled once.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    bindparam,
    cast,
    func,
    literal_column,
    select,
    true,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import JSON

from bot.domain.delivery import Delivery
from storage.columns import as_text
from storage.schema import delivery, person

# Whatever else a delivery has is the same of all that are planned.
NAMES = ("id", "kind", "to", "owner", "slot", "not_before", "not_after", "due_at", "subject")
PLANNED_NOW: ColumnElement[Any] = literal_column("'planned'")
AT_FIRST: ColumnElement[Any] = literal_column("0")
CELLS = attrgetter(*NAMES)


def as_rows(deliveries: Sequence[Delivery]) -> str:
    """For the parameter `rows` of `planning`."""
    return json.dumps([CELLS(one) for one in deliveries], default=as_text)


@cache
def planning(dialect: str) -> Any:
    """Inserts what was not planned before, in the order given; returns `id` and `workspace` of it.

    Parameters: `rows`, and `whose`, the organisation.
    """
    whose = bindparam("whose", type_=delivery.c.organisation.type)
    given = bindparam("rows", type_=delivery.c.slot.type)
    if dialect == "sqlite":
        each = func.json_each(given).table_valued("value")
        cells = [_extracted(each.c.value, place) for place in range(len(NAMES))]
        insert: Any = sqlite.insert(delivery)
    else:
        each = func.json_array_elements(cast(given, JSON)).table_valued("value")
        cells = [_cast(each.c.value, place, delivery.c[name]) for place, name in enumerate(NAMES)]
        insert = postgresql.insert(delivery)
    to = cells[NAMES.index("to")]
    known = select(person.c.workspace).where(person.c.organisation == whose, person.c.id == to)
    # SQLite takes the ON of ON CONFLICT for that of a join, unless there is a WHERE before it.
    fixed: list[ColumnElement[Any]] = [whose, known.scalar_subquery(), PLANNED_NOW, AT_FIRST]
    rows = select(*fixed, *cells).select_from(each).where(true())
    planned = insert.from_select(
        ["organisation", "workspace", "state", "attempts", *NAMES], rows, include_defaults=False
    )
    return planned.on_conflict_do_nothing().returning(delivery.c.id, delivery.c.workspace)


def _extracted(row: ColumnElement[Any], place: int) -> ColumnElement[Any]:
    return func.json_extract(row, literal_column(f"'$[{place}]'"))


def _cast(row: ColumnElement[Any], place: int, column: Column[Any]) -> ColumnElement[Any]:
    return cast(row.op("->>")(literal_column(str(place))), column.type)
