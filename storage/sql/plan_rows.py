"""Plans many deliveries at once, with statements that are compiled once.

SQLite takes the rows one after the other. PostgreSQL unpacks one parameter in JSON.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, bindparam, cast, func, literal_column, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import JSON

from bot.domain.delivery import Delivery
from storage.sql.columns import as_text
from storage.sql.schema import delivery, person
from storage.sql.seals.row_seals import sealed_columns
from storage.sql.unit_of_work import UnitOfWork

# All other columns have the same value in every planned delivery.
NAMES = ("id", "kind", "to", "owner", "slot", "not_before", "not_after", "due_at", "subject")
CELLS = attrgetter(*NAMES)
CELL_NAMES = (*NAMES, "seal")
SEALED_CELLS = attrgetter(*(c.key for c in sealed_columns(delivery) if c.key != "organisation"))
FIXED: dict[str, ColumnElement[Any]] = {
    "state": literal_column("'planned'"),
    "attempts": literal_column("0"),
}


async def plan_rows(work: UnitOfWork, deliveries: Sequence[Delivery]) -> set[str]:
    """Inserts deliveries that were not planned before, in this order; returns their ids."""
    if work.dialect == "sqlite":
        return await _one_by_one(work, deliveries)
    known = {"rows": _as_json(work, deliveries), "whose": work.organisation}
    return {row.id for row in (await work.execute(_out_of_json(), known)).all()}


async def _one_by_one(work: UnitOfWork, deliveries: Sequence[Delivery]) -> set[str]:
    """Inserts row by row. The driver only counts the new ones, so their ids are read after."""
    statement, cells = _ready_made()
    rows = [
        cells((work.organisation, *_as_text(one), planned_seal(work, one))) for one in deliveries
    ]
    await work.send_waiting()
    done = await work.connection.exec_driver_sql(statement, rows)
    wanted = {one.id for one in deliveries}
    if done.rowcount == len(deliveries):
        return wanted
    new = work.select(delivery, work.among(delivery.c.id, wanted))
    return {row.id for row in await work.all(new)}


def _as_text(one: Delivery) -> tuple[object, ...]:
    times = as_text(one.not_before), as_text(one.not_after), as_text(one.due_at)
    return (one.id, one.kind.value, one.to, one.owner, one.slot, *times, one.subject)


@cache
def _ready_made() -> tuple[str, itemgetter[Any]]:
    """Returns the statement, and a function that puts the cells in its order."""
    values: dict[str, ColumnElement[Any]] = {name: bindparam(name) for name in CELL_NAMES}
    mine = {"organisation": bindparam("whose"), "workspace": _workspace(values["to"])}
    insert = sqlite.insert(delivery).values(mine | FIXED | values).on_conflict_do_nothing()
    compiled = insert.compile(dialect=sqlite.dialect())
    places = [("whose", *CELL_NAMES).index(name) for name in compiled.positiontup or ()]
    return str(compiled), itemgetter(*places)


def planned_seal(work: UnitOfWork, one: Delivery) -> str:
    """Returns the seal of a delivery's row: see `storage.sql.seals.row_seals`."""
    return work.keys.row_seal(planned_facts(work.organisation, one))


def planned_facts(organisation: str, one: Delivery | Row[Any]) -> str:
    """Returns what `row_seals.facts` does, for a delivery or a row: thousands at a time."""
    name, kind, to, owner, slot, not_before, not_after, subject = SEALED_CELLS(one)
    times = as_text(not_before), as_text(not_after)
    return json.dumps(["delivery", 0, organisation, name, kind, to, owner, slot, *times, subject])


def _as_json(work: UnitOfWork, deliveries: Sequence[Delivery]) -> str:
    rows = [(*CELLS(one), planned_seal(work, one)) for one in deliveries]
    return json.dumps(rows, default=as_text)


@cache
def _out_of_json() -> Any:
    """Builds the statement. Parameters: `rows`, and the organisation `whose`."""
    given = bindparam("rows", type_=delivery.c.slot.type)
    each = func.json_array_elements(cast(given, JSON)).table_valued("value")
    cells = {
        name: _cell(each.c.value, place, delivery.c[name]) for place, name in enumerate(CELL_NAMES)
    }
    mine = {"organisation": _whose(), "workspace": _workspace(cells["to"])}
    values: dict[str, Any] = mine | FIXED | cells
    insert = postgresql.insert(delivery).from_select(
        list(values), select(*values.values()).select_from(each), include_defaults=False
    )
    return insert.on_conflict_do_nothing().returning(delivery.c.id)


def _whose() -> ColumnElement[Any]:
    return bindparam("whose", type_=delivery.c.organisation.type)


def _workspace(to: ColumnElement[Any]) -> ColumnElement[Any]:
    known = select(person.c.workspace).where(person.c.organisation == _whose(), person.c.id == to)
    return known.scalar_subquery()


def _cell(row: ColumnElement[Any], place: int, column: Column[Any]) -> ColumnElement[Any]:
    return cast(row.op("->>")(literal_column(str(place))), column.type)
