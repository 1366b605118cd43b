"""Sharing, approving and the digest: how many statements with a short history, and with a long one.

A press shows what would be shared, and a second one approves it. The coach's digest then composes
from all clients. What a statement count depends on is a loop somewhere: none may grow.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from bot.domain.words import Words
from storage import open_store
from storage.sql.store import SqlStore
from tests.benchmarks.counting import Counted, counted_on, counting
from tests.benchmarks.digests import compose, fill
from tests.benchmarks.figures import Reporter
from tests.benchmarks.road.population import ORGANISATION
from tests.things import answer, share
from tests.world import Chatter, World, joined

DIGEST_MS = 50.0
FEW_CLIENTS, FEW_WEEKS = 4, 3


@dataclass(frozen=True, slots=True)
class Gestures:
    """Statements of each gesture: their own words, one of them shown as it would be shared, and
    that approved.
    """

    words: int
    show: int
    approve: int


async def gestures(folder: Path, url: str | None, weeks: int) -> Gestures:
    """One client shares once more, after `weeks` of answers and shares."""
    with counting():
        opened = await open_store(folder, url, ORGANISATION)
        try:
            client = await _with_history(opened.store, weeks)
            words, show, approve = Counted(), Counted(), Counted()
            await client.writes("It went better than I thought")
            with counted_on(words):
                await client.writes("my words")
            with counted_on(show):
                await client.presses("Share with Daniel")
            if client.has("Yes", last=1):
                await client.presses("Yes")
            with counted_on(approve):
                await client.presses("Share exactly this")
        finally:
            await opened.close()
    return Gestures(*(len(one.statements) for one in (words, show, approve)))


async def digest_ms(store: SqlStore, rounds: int) -> list[float]:
    """Milliseconds of composing and noting one digest; nothing of it is kept."""
    await compose(store)
    took = []
    for _ in range(rounds):
        began = time.perf_counter()
        await compose(store)
        took.append((time.perf_counter() - began) * 1000)
    return took


async def measure(
    folder: Path,
    urls: tuple[str | None, ...],
    rounds: int,
    sizes: tuple[int, int],
    report: Reporter,
) -> None:
    """`sizes` are the clients and weeks of the long history; `urls` are three empty databases."""
    clients, weeks = sizes
    few = await gestures(folder / "few", urls[0], FEW_WEEKS)
    many = await gestures(folder / "many", urls[1], weeks)
    for what, short, long in (
        ("show what would be shared", few.show, many.show),
        ("show my words", few.words, many.words),
        ("approve it", few.approve, many.approve),
    ):
        report.at_most(f"{what}: statements more, with {weeks} weeks", [long - short], 0)
        report.told(f"{what}: statements", [long])
    what = f"digest of {clients} clients, {weeks} weeks"
    opened = await open_store(folder / "digest", urls[2], ORGANISATION)
    try:
        await fill(opened.store, clients, weeks, weekly=True)
        report.at_most(
            f"{what}, one a week", await digest_ms(opened.store, rounds), DIGEST_MS, "ms"
        )
    finally:
        await opened.close()


async def _with_history(store: SqlStore, weeks: int) -> Chatter:
    """Joins, and has answers and shares of so many weeks that are still kept."""
    world = World(store)
    client, _ = await joined(world)
    async with store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (one,) = await tx.engagements_of(person.id)
        about = {"engagement_id": one.id, "client_id": person.id}
        for week in range(weeks):
            words, until = Words(f"Week {week}"), one.keeps_until
            said = {"words": words, "at": world.clock.now(), "until": until, "check_in": None}
            await tx.save_answer(answer(f"a{week}", source=f"s{week}", **about, **said))
            shown = {"coach_id": one.coach_id, "answer_id": f"a{week}", "body": words}
            approved = {"approved_at": world.clock.now(), "until": until}
            await tx.save_share(share(f"h{week}", **about, **shown, **approved))
    return client
