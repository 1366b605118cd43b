"""Joined clients who are due now: one pair joins by hand, and the others are made like it.

Each client has keys, a ledger, a rhythm and agreed texts of their own, saved through the store as
joining saves them. Ten clients share a coach.
"""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from bot.domain.agreed import AgreedTexts
from bot.domain.consent import Act, Entry, Purpose, extend
from bot.domain.delivery import Delivery, Kind
from bot.domain.engagement import Engagement
from bot.domain.people import Address, Person
from bot.domain.rhythm import Rhythm, window_on
from bot.domain.words import Words
from bot.ports import Transaction
from bot.rules.grants import terms_of
from bot.run.assemble import Randomness
from storage import open_store
from storage.sql.store import SqlStore
from tests.benchmarks.road.server import Databases
from tests.world import World, joined

ORGANISATION = "benchmark"
PLATFORM = "slack"
TO_A_COACH = 10
AT_ONCE = 20
EVERY_DAY = "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR,SA,SU"
NEEDED = (Purpose.AGREEMENT, Purpose.CHECK_INS)
HOURS = time(7), time(21)
MIDDAY = 11
ZONES = (
    *("Pacific/Auckland", "Australia/Brisbane", "Asia/Tokyo", "Asia/Singapore", "Asia/Bangkok"),
    *("Asia/Dhaka", "Asia/Tashkent", "Asia/Dubai", "Africa/Nairobi", "Africa/Johannesburg"),
    *("Africa/Lagos", "Africa/Abidjan", "Atlantic/Cape_Verde", "Atlantic/South_Georgia"),
    *("America/Sao_Paulo", "America/La_Paz", "America/Bogota", "America/Costa_Rica"),
    *("America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu"),
    *("Pacific/Pago_Pago", "Pacific/Noumea", "Pacific/Port_Moresby"),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """What one client has after joining."""

    client: Person
    coach: Person
    engagement: Engagement
    entries: Sequence[Entry]
    rhythm: Rhythm
    agreed: AgreedTexts


@dataclass(frozen=True, slots=True)
class Population:
    """A closed database with its folder, and the clients in it, who all live in `zone`."""

    folder: Path
    url: str | None
    clients: Sequence[Address]
    zone: str
    databases: Databases | None

    @asynccontextmanager
    async def copied(self) -> AsyncIterator[tuple[Path, str | None]]:
        """Yields a copy that may be changed, and removes it."""
        with TemporaryDirectory(prefix="hr-bench-") as place:
            folder = Path(place) / "data"
            shutil.copytree(self.folder, folder)
            url = self.databases.copy(self.url) if self.databases and self.url else None
            try:
                if self.databases is not None:
                    self.databases.settle()
                yield folder, url
            finally:
                if self.databases is not None and url is not None:
                    self.databases.drop(url)


async def populated(
    folder: Path,
    count: int,
    databases: Databases | None,
    workspaces: Sequence[str] = ("T1",),
    *,
    lean: bool = False,
    keys_url: str | None = None,
    epochs: Path | None = None,
) -> Population:
    """Makes `count` clients, by turns in these workspaces, each with a check-in that is due.

    A `lean` ledger has only what a check-in needs: for many clients of whom nothing else is asked.
    """
    url = databases.new() if databases else None
    opened = await open_store(folder, url, ORGANISATION, keys_url=keys_url, epochs=epochs)
    now = datetime.now(UTC)
    try:
        like = await _first_pair(opened.store, now - timedelta(days=1))
        if lean:
            entries = [e for e in like.entries if e.act is Act.GIVEN and e.purpose in NEEDED]
            like = replace(like, entries=entries)
        clients: list[Address] = []
        for start in range(0, count, AT_ONCE):
            async with opened.store.transaction() as tx:
                for number in range(start, min(start + AT_ONCE, count)):
                    where = workspaces[number % len(workspaces)]
                    if number % TO_A_COACH == 0:
                        await tx.save_person(_coach(like, number), now)
                    clients.append(await _one_more(tx, like, number, where, now))
    finally:
        await opened.close()
    return Population(folder, url, clients, _zone_of(now), databases)


async def _first_pair(store: SqlStore, at: datetime) -> Pair:
    """Joins through the bot itself, and is due at no time of a measurement."""
    world = World(store)
    world.platform.platform, world.clock.at = PLATFORM, at
    learner, _ = await joined(world, zone=_zone_of(at), workspace="first")
    async with store.transaction() as tx:
        client = await tx.person_at(learner.address)
        assert client is not None
        (engagement,) = await tx.engagements_of(client.id)
        coach, rhythm = await tx.person(engagement.coach_id), await tx.rhythm(engagement.id)
        entries, agreed = await tx.ledger(engagement.id), await tx.agreed(engagement.id)
        assert coach is not None
        assert rhythm is not None
        assert agreed is not None
        for owner in (engagement.id, coach.id):
            await tx.unplan(owner)
        return Pair(client, coach, engagement, entries, rhythm, agreed)


def _coach(like: Pair, number: int) -> Person:
    address = Address(PLATFORM, "T1", f"K{number // TO_A_COACH}")
    return replace(like.coach, id=f"coach{number // TO_A_COACH}", address=address)


async def _one_more(
    tx: Transaction, like: Pair, number: int, workspace: str, now: datetime
) -> Address:
    address = Address(PLATFORM, workspace, f"U{number}")
    own, who = f"engagement{number}", f"client{number}"
    zone = _zone_of(now)
    client = replace(like.client, id=who, address=address, name=Words(f"Mai {number}"), zone=zone)
    coach = f"coach{number // TO_A_COACH}"
    engagement = replace(like.engagement, id=own, client_id=who, coach_id=coach)
    await tx.save_person(client, now)
    await tx.save_engagement(engagement)
    entries: list[Entry] = []
    for one in like.entries:
        terms = terms_of(one.purpose, engagement)
        told = one.act, one.purpose, one.wording, one.at, one.until, terms
        entries.append(extend(entries, own, *told))
        await tx.append(entries[-1])
    today = now.astimezone(ZoneInfo(zone)).date()
    rhythm = _rhythm(like, own, zone, today - timedelta(days=1))
    await tx.save_rhythm(rhythm)
    await tx.save_agreed(replace(like.agreed, engagement_id=own, client_id=who))
    await tx.plan(_due(rhythm, who, own, today))
    return address


def _rhythm(like: Pair, owner: str, zone: str, since: date) -> Rhythm:
    """Every day, from morning to evening: so that the day of the measurement is one of theirs."""
    begins, ends = HOURS
    return replace(
        like.rhythm,
        owner=owner,
        rrule=EVERY_DAY,
        starts_on=since,
        window_from=begins,
        window_to=ends,
        zone=zone,
    )


def _due(rhythm: Rhythm, to: str, owner: str, today: date) -> Delivery:
    occurrence = window_on(rhythm, today)
    assert occurrence is not None
    return Delivery(
        id=Randomness().new_id(),
        kind=Kind.CHECK_IN,
        to=to,
        owner=owner,
        slot=occurrence.on.isoformat(),
        not_before=occurrence.not_before,
        not_after=occurrence.not_after,
        due_at=occurrence.not_before,
    )


def _zone_of(now: datetime) -> str:
    """A zone in which it is late morning now, so that nobody is asked in the night."""
    return min(ZONES, key=lambda zone: abs(now.astimezone(ZoneInfo(zone)).hour - MIDDAY))
