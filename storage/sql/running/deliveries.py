"""The shapes of the statements about one delivery, or about those of one person."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Executable, delete, not_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.delivery import ABOUT_ONE, NO_MESSAGES, NOT_SENT, DeliveryState, Kind
from storage.sql.claim_statement import CLAIMED
from storage.sql.many import among
from storage.sql.running.ready import WHOSE, Shape, given, matching, one_of
from storage.sql.schema import delivery, engagement, person

MAY_HAVE_ARRIVED = [one for one in DeliveryState if one.may_have_arrived]
WORKSPACE_OF = Shape(lambda _: select(person.c.workspace).where(*_of_receiver()))


def _of_receiver() -> list[ColumnElement[bool]]:
    return [*matching(person), person.c.id == given("to", delivery.c.to)]


def _planning(dialect: str) -> Executable:
    """Inserts a whole row, but for the workspace, which is that of the person."""
    known = select(person.c.workspace).where(*_of_receiver()).scalar_subquery()
    row = {column.key: given(column.key, column) for column in delivery.c} | {
        "organisation": given(WHOSE, delivery.c.organisation),
        "workspace": known,
    }
    insert: Any = sqlite.insert if dialect == "sqlite" else postgresql.insert
    planned: Executable = insert(delivery).values(row).inline().on_conflict_do_nothing()
    return planned


PLANNING = Shape(_planning, small=True)


def _of_worker(dialect: str) -> list[ColumnElement[bool]]:
    """Those of the parameter `ids` that the worker has claimed."""
    return [*matching(delivery, "claimed_by"), among(delivery.c.id, dialect), CLAIMED]


BEGINNING = Shape(
    lambda dialect: (
        update(delivery)
        .where(*_of_worker(dialect))
        .values(begun_at=given("begun_at", delivery.c.begun_at))
        .returning(delivery.c.id)
    )
)
SETTLING_MANY = Shape(
    lambda dialect: (
        update(delivery)
        .where(*_of_worker(dialect))
        .values({name: given(name, delivery.c[name]) for name in ("state", "settled_at", "reason")})
    )
)
SETTLING = Shape(
    lambda _: (
        update(delivery)
        .where(*matching(delivery, "id", "claimed_by"), CLAIMED)
        .values({name: given(name, delivery.c[name]) for name in ("state", "settled_at", "reason")})
    ),
    small=True,
)
NOT_SENT_LATELY = Shape(
    lambda _: (
        select(delivery)
        .where(
            *matching(delivery, "to"),
            one_of(delivery.c.state, NOT_SENT),
            delivery.c.settled_at > given("since", delivery.c.settled_at),
        )
        .order_by(delivery.c.not_before, delivery.c.id)
    )
)


def _removing_briefs(dialect: str) -> Executable:
    """Removes what is planned for the coaches of the engagements in the parameter `ids` about
    these; not what is on its way.
    """
    coaches = select(engagement.c.coach_id).where(
        *matching(engagement), among(engagement.c.id, dialect)
    )
    return delete(delivery).where(
        *matching(delivery),
        delivery.c.owner.in_(coaches),
        one_of(delivery.c.kind, ABOUT_ONE),
        among(delivery.c.subject, dialect),
        not_(CLAIMED),
    )


REMOVING_BRIEFS = Shape(_removing_briefs)


def is_around() -> ColumnElement[bool]:
    """True for what `Outbox.around` returns of one person's deliveries. Parameter: `since`."""
    began = delivery.c.begun_at > given("since", delivery.c.begun_at)
    left = one_of(delivery.c.state, MAY_HAVE_ARRIVED) & began
    later = (delivery.c.kind == Kind.LATER) & (delivery.c.state == DeliveryState.PLANNED)
    return not_(one_of(delivery.c.kind, NO_MESSAGES)) & (left | later)


def _around(_: str) -> Executable:
    near = (*matching(delivery, "to"), is_around())
    return select(delivery).where(*near).order_by(delivery.c.id)


AROUND = Shape(_around)
