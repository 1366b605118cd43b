"""Writes people straight into a store. They allow everything and have many prompts due."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.consent import Act, Entry, Purpose, extend
from bot.domain.delivery import Delivery, Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.people import Address, Person
from bot.domain.rhythm import Rhythm
from bot.domain.step import Step, StepState
from bot.domain.words import Words
from bot.ports import Store, Transaction
from bot.rules.grants import terms_of, wording_now
from tests.scaled.peer_adapter import PLATFORM

DAY = timedelta(days=1)


async def populate(
    store: Store, clients: int, each: int, workspaces: int, due: datetime | None = None
) -> list[str]:
    """Plans `each` deliveries for each client, spread over `workspaces`. Returns their ids.

    They are due at `due` (UTC), or now.
    """
    now = datetime.now(UTC)
    ids: list[str] = []
    async with store.transaction() as tx:
        await tx.save_person(_person("coach", "coaches"), now)
    for number in range(clients):
        async with store.transaction() as tx:
            client = _person(f"client-{number}", f"workspace-{number % workspaces}")
            ids += await _enrol(tx, client, each, due or now, now)
    return ids


def _person(name: str, workspace: str) -> Person:
    return Person(name, Address(PLATFORM, workspace, name), Words(name), zone="UTC")


async def _enrol(
    tx: Transaction, client: Person, each: int, due: datetime, now: datetime
) -> list[str]:
    engagement = Engagement(
        id=f"with-{client.id}",
        coach_id="coach",
        client_id=client.id,
        state=EngagementState.ACTIVE,
        started_at=now,
        ends_on=date(now.year + 1, 1, 1),
        ends_at=now + 30 * DAY,
        keeps_until=now + 60 * DAY,
        agreement_version="1",
    )
    await tx.save_person(client, now)
    await tx.save_engagement(engagement)
    entries: list[Entry] = []
    for purpose in (Purpose.AGREEMENT, Purpose.CHECK_INS, Purpose.STEP_PROMPTS):
        wording = wording_now(purpose, "en", engagement)
        terms = terms_of(purpose, engagement)
        entries.append(
            extend(entries, engagement.id, Act.GIVEN, purpose, wording, now, now + 20 * DAY, terms)
        )
        await tx.append(entries[-1])
    await tx.save_rhythm(_all_day(engagement.id, now))
    step = Step(
        f"step-{client.id}",
        engagement.id,
        client.id,
        Words("I sit down"),
        Words("I breathe once"),
        StepState.TAKEN,
        now,
        now + 20 * DAY,
    )
    await tx.save_step(step)
    prompt = Delivery(
        id="",
        kind=Kind.STEP_PROMPT,
        to=client.id,
        owner=engagement.id,
        slot="",
        not_before=due - DAY,
        not_after=due + DAY,
        due_at=due,
        subject=step.id,
    )
    ids = [f"{client.id}-{number}" for number in range(each)]
    await tx.plan_many([replace(prompt, id=one, slot=one) for one in ids])
    return ids


def _all_day(owner: str, now: datetime) -> Rhythm:
    """Makes a rhythm whose window is the whole day, so the test can run at any time."""
    return Rhythm(
        owner=owner,
        rrule="FREQ=DAILY;INTERVAL=1",
        starts_on=now.date() - DAY,
        window_from=time(0, 0),
        window_to=time(23, 59, 59),
        zone="UTC",
        confirmed=True,
    )
