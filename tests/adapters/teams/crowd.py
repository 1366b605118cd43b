"""Enrols many clients in many tenants, each with grants and a check-in every day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.domain.consent import Act, Entry, Purpose, extend
from bot.domain.days_off import WEEKDAYS
from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.people import Address, Person
from bot.domain.rhythm import Rhythm
from bot.domain.weekly import weekly
from bot.domain.words import Words
from bot.ports import Store
from bot.rules.grants import terms_of, wording_now
from bot.rules.planning import plan_next
from tests.fakes import SeededChance

HOURS = time(9), time(17)


async def enrol(
    store: Store,
    people: Sequence[Address],
    now: datetime,
    hours: tuple[time, time] = HOURS,
) -> None:
    """Enrols clients whose check-ins begin on the day after `now`, within `hours` (UTC)."""
    chance = SeededChance()
    for address in people:
        client = Person(chance.new_id(), address, Words("Mai"), "en", "UTC")
        mine = _engagement(chance, client, now)
        async with store.transaction() as tx:
            await tx.save_person(client, now)
            await tx.save_engagement(mine)
            for entry in _agreed(mine, now):
                await tx.append(entry)
            rhythm = _daily(mine, now, hours)
            await tx.save_rhythm(rhythm)
            await plan_next(tx, chance, Kind.CHECK_IN, client.id, rhythm, now, mine.ends_on)


def _engagement(chance: SeededChance, client: Person, now: datetime) -> Engagement:
    until = now + timedelta(days=90)
    return Engagement(
        id=chance.new_id(),
        coach_id="coach",
        client_id=client.id,
        state=EngagementState.ACTIVE,
        started_at=now,
        ends_on=until.date(),
        ends_at=until,
        keeps_until=until + timedelta(days=14),
        agreement_version="1",
    )


def _agreed(mine: Engagement, now: datetime) -> list[Entry]:
    entries: list[Entry] = []
    for purpose in (Purpose.AGREEMENT, Purpose.CHECK_INS):
        wording, terms = wording_now(purpose, "en", mine), terms_of(purpose, mine)
        given = extend(entries, mine.id, Act.GIVEN, purpose, wording, now, mine.ends_at, terms)
        entries.append(given)
    return entries


def _daily(mine: Engagement, now: datetime, hours: tuple[time, time]) -> Rhythm:
    drawn = weekly(mine.id, list(WEEKDAYS), 1, hours, "UTC", now.date())
    return replace(drawn, confirmed=True)
