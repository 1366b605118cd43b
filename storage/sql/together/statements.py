"""The set reads of a group: each is built once, with all ids in one parameter."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Select, exists, select, union_all

from bot.domain.delivery import Kind
from bot.domain.halting.halt import Halt
from bot.domain.pace import Lane
from storage.sql.ledger import entries_with_heads
from storage.sql.many import WHOSE, among
from storage.sql.rows import names
from storage.sql.running.deliveries import is_around
from storage.sql.schema import (
    asking,
    delivery,
    engagement,
    halt,
    lane,
    ledger,
    person,
    profile,
    question_set,
    rhythm,
    step,
)

CONFIRMED = rhythm.c.confirmed.is_(True)
LANE = names(Lane)
HALT = names(Halt)


@cache
def addresses(dialect: str) -> Select[Any]:
    mine = (person.c.organisation == WHOSE, among(person.c.id, dialect))
    return select(person.c.id, person.c.address).where(*mine)


@cache
def people(dialect: str) -> Select[Any]:
    """Each with `coaches`: true for who has a chain of their own, and so keys as a coach."""
    own = exists().where(ledger.c.organisation == WHOSE, ledger.c.chain == person.c.id)
    mine = (person.c.organisation == WHOSE, among(person.c.id, dialect))
    return select(person, own.label("coaches")).where(*mine)


@cache
def people_and_lanes(dialect: str) -> Select[Any]:
    """The same, each with the lane of their workspace, and with the organisation's last halt."""
    theirs = (lane.c.organisation == WHOSE) & (lane.c.workspace == person.c.workspace)
    told = [lane.c[name].label(f"lane_{name}") for name in LANE]
    stopped = [halt.c[name].label(f"halt_{name}") for name in HALT]
    joined = person.outerjoin(lane, theirs).outerjoin(halt, halt.c.organisation == WHOSE)
    return people(dialect).add_columns(*told, *stopped).select_from(joined)


@cache
def entries(dialect: str) -> Select[Any]:
    """Each with the columns of its chain's head."""
    return entries_with_heads(ledger.c.organisation == WHOSE, among(ledger.c.chain, dialect))


@cache
def steps(dialect: str) -> Select[Any]:
    """Newest first."""
    mine = (step.c.organisation == WHOSE, among(step.c.engagement_id, dialect))
    return select(step).where(*mine).order_by(step.c.at.desc(), step.c.id)


@cache
def question_sets(dialect: str) -> Select[Any]:
    """Of the coaches of these engagements (`of_coach`): theirs, newest first, or no set."""
    theirs = (question_set.c.organisation == WHOSE) & (
        question_set.c.coach_id == engagement.c.coach_id
    )
    mine = (engagement.c.organisation == WHOSE, among(engagement.c.id, dialect))
    whole = select(engagement.c.coach_id.label("of_coach"), question_set).distinct()
    newest = (question_set.c.at.desc(), question_set.c.id)
    joined = engagement.outerjoin(question_set, theirs)
    return whole.select_from(joined).where(*mine).order_by(*newest)


@cache
def deliveries(dialect: str) -> Select[Any]:
    """The check-ins of the owners among the ids, and the messages around the people among them.

    Parameters beside them: `since`, as `around` is asked with. Each part has an index of its own.
    """
    mine = delivery.c.organisation == WHOSE
    asked = (among(delivery.c.owner, dialect), delivery.c.kind == Kind.CHECK_IN)
    near = (among(delivery.c.to, dialect), is_around())
    both = union_all(
        select(delivery.c.id).where(mine, *asked), select(delivery.c.id).where(mine, *near)
    )
    newest = (delivery.c.not_before.desc(), delivery.c.id)
    return select(delivery).where(mine, delivery.c.id.in_(both)).order_by(*newest)


@cache
def owners(dialect: str) -> Select[Any]:
    """Engagements, each with its confirmed rhythm, the client's choices, and the coach's card."""
    followed = (rhythm.c.organisation == WHOSE) & (rhythm.c.owner == engagement.c.id)
    chosen = (asking.c.organisation == WHOSE) & (asking.c.engagement_id == engagement.c.id)
    card = (profile.c.organisation == WHOSE) & (profile.c.coach_id == engagement.c.coach_id)
    joined = engagement.outerjoin(rhythm, followed & CONFIRMED).outerjoin(asking, chosen)
    mine = (engagement.c.organisation == WHOSE, among(engagement.c.id, dialect))
    whole = select(engagement, rhythm, asking, profile)
    return whole.select_from(joined.outerjoin(profile, card)).where(*mine)


@cache
def people_with_askings(dialect: str) -> Select[Any]:
    """The people among the ids, each with their engagements among them and what they chose."""
    theirs = (engagement.c.organisation == WHOSE) & (engagement.c.client_id == person.c.id)
    chosen = (asking.c.organisation == WHOSE) & (asking.c.engagement_id == engagement.c.id)
    joined = person.outerjoin(engagement, theirs & among(engagement.c.id, dialect))
    whole = people(dialect).add_columns(*engagement.c, *asking.c)
    return whole.select_from(joined.outerjoin(asking, chosen))
