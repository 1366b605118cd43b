"""The statement by which one worker claims what is due, built once for each filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, literal_column, select, update
from sqlalchemy.sql.dml import ReturningUpdate

from bot.domain.delivery import Delivery, DeliveryState, Kind
from storage.sql.many import WHOSE
from storage.sql.schema import delivery

# The exact text of the partial index: SQLite uses it only for a query that repeats it.
OPEN = delivery.c.state.in_([literal_column("'planned'"), literal_column("'claimed'")])
PLANNED = OPEN & (delivery.c.state == DeliveryState.PLANNED)
CLAIMED = OPEN & (delivery.c.state == DeliveryState.CLAIMED)
# The columns that a claim does not set itself.
TOLD = [
    delivery.c[name]
    for name in (
        *("id", "kind", "to", "owner", "slot", "not_before", "not_after", "due_at", "subject"),
        *("attempts", "settled_at", "reason", "seal"),
    )
]
AT = bindparam("at", type_=delivery.c.due_at.type)
LATELY = bindparam("lately", type_=delivery.c.due_at.type)


@dataclass(frozen=True, slots=True)
class DueFilter:
    """Selects the due deliveries that a claim takes.

    `named`: only those of the workspace `where`. `unknown`: only those without a workspace.
    `only_amends`: only edits. `spaced`: only the first of each chat, and none if a message to the
    chat has left since `lately`. `ended`: only those whose window is over.
    """

    named: bool = False
    unknown: bool = False
    only_amends: bool = False
    spaced: bool = False
    ended: bool = False


@cache
def claiming(which: DueFilter) -> ReturningUpdate[Any]:
    """Builds the statement. Parameters: `whose`, `by`, `at`, `lately`, `where`, the limit `most`.

    A CTE chooses the due rows, because PostgreSQL runs it exactly once. It may run a subquery
    again for every row, and then claims more than the limit.
    """
    due = (delivery.c.organisation == WHOSE) & PLANNED & (delivery.c.due_at <= AT)
    if which.named:
        due &= delivery.c.workspace == bindparam("where", type_=delivery.c.workspace.type)
    if which.unknown:
        due &= delivery.c.workspace.is_(None)
    if which.only_amends:
        due &= delivery.c.kind == Kind.AMEND
    if which.ended:
        due &= delivery.c.not_after <= AT
    if which.spaced:
        due &= delivery.c.id.in_(_spaced(due))
    chosen = (
        select(delivery.c.id)
        .where(due)
        .order_by(delivery.c.due_at, delivery.c.id)
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True)
        .cte("due")
    )
    these = (delivery.c.organisation == WHOSE, delivery.c.id.in_(select(chosen.c.id)))
    taken = update(delivery).where(*these)
    values = {"claimed_at": AT, "claimed_by": bindparam("by"), "begun_at": None}
    return taken.values(state=DeliveryState.CLAIMED, **values).returning(*TOLD)


def _spaced(due: ColumnElement[bool]) -> Select[Any]:
    order = func.row_number().over(
        partition_by=delivery.c.to, order_by=(delivery.c.due_at, delivery.c.id)
    )
    just = delivery.alias("just")
    recent = select(just.c.id).where(
        just.c.organisation == WHOSE,
        just.c.to == delivery.c.to,
        just.c.begun_at > LATELY,
        just.c.begun_at <= AT,
    )
    first = select(delivery.c.id, order.label("rank")).where(due, ~recent.exists()).subquery()
    return select(first.c.id).where(first.c.rank == 1)


def as_claimed(told: Sequence[Any], at: datetime, by: str) -> Delivery:
    """Makes a Delivery of the columns in `TOLD`, by position: a claim has hundreds of rows."""
    id_, kind, to, owner, slot, not_before, not_after, due_at, subject, *late, _ = told
    attempts, settled_at, reason = late
    state, when = DeliveryState.CLAIMED, (not_before, not_after, due_at)
    return Delivery(
        id_, kind, to, owner, slot, *when, subject, state, attempts, at, settled_at, reason, by
    )
