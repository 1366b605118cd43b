"""Enrols many clients in many workspaces, each with grants and a check-in every day."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.domain.consent import Act, Entry, Purpose, extend
from bot.domain.days_off import WEEKDAYS
from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.people import Address, Person
from bot.domain.weekly import weekly
from bot.domain.words import Words
from bot.ports import Store, Transaction
from bot.rules.grants import terms_of, wording_now
from bot.rules.planning import plan_next
from tests.fakes import SeededChance

ZONE = "Europe/Berlin"


async def enrol(store: Store, workspaces: int, each: int, now: datetime) -> None:
    """Enrols `each` clients in every workspace T0…; check-ins begin on the day after `now`."""
    chance = SeededChance()
    for team in range(workspaces):
        async with store.transaction() as tx:
            for number in range(each):
                await _client(tx, chance, f"T{team}", f"U{team}X{number}", now)


async def _client(
    tx: Transaction, chance: SeededChance, team: str, user: str, now: datetime
) -> None:
    to = Address("slack", team, user)
    person = Person(chance.new_id(), to, Words(user), "en", ZONE)
    until = now + timedelta(days=90)
    mine = Engagement(
        id=chance.new_id(),
        coach_id=f"coach-{team}",
        client_id=person.id,
        state=EngagementState.ACTIVE,
        started_at=now,
        ends_on=until.date(),
        ends_at=until,
        keeps_until=until + timedelta(days=14),
        agreement_version="1",
    )
    await tx.save_person(person, now)
    await tx.save_engagement(mine)
    for entry in _ledger(mine, now):
        await tx.append(entry)
    drawn = weekly(mine.id, list(WEEKDAYS), 1, (time(9), time(17)), ZONE, now.date())
    rhythm = replace(drawn, confirmed=True)
    await tx.save_rhythm(rhythm)
    await plan_next(tx, chance, Kind.CHECK_IN, person.id, rhythm, now, mine.ends_on)


def _ledger(mine: Engagement, now: datetime) -> list[Entry]:
    entries: list[Entry] = []
    for purpose in (Purpose.AGREEMENT, Purpose.CHECK_INS):
        wording, terms = wording_now(purpose, "en", mine), terms_of(purpose, mine)
        until = mine.keeps_until if purpose is Purpose.AGREEMENT else mine.ends_at
        entries.append(extend(entries, mine.id, Act.GIVEN, purpose, wording, now, until, terms))
    return entries
