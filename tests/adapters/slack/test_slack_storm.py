"""A storm: thousands of deliveries over 200 workspaces, against a Slack that says 429 at random.

The fake Slack enforces one message a second in a channel, hangs and drops connections, lists new
messages late, and checks that nobody calls during a Retry-After. Time is simulated. The full size
(10,000 deliveries) runs with `make simulate`.
"""

from __future__ import annotations

import os
import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage.sql.engine
from adapters.shared.json_values import Json
from adapters.slack.adapter import SlackAdapter, Timing
from adapters.slack.inbound.arrivals import Install
from adapters.slack.outbound.outcomes import of_error
from adapters.slack.sdk.calls import CallFailedError, PausedCalls
from bot.delivery.lanes import Lanes
from bot.ports import Store, Unknown
from bot.run.bot import Bot
from bot.settings import Settings
from tests.adapters.slack.crowd import enrol
from tests.adapters.slack.virtual_time import StoreInTime, VirtualTime
from tests.adapters.support import keyed_hash
from tests.databases import any_store
from tests.fakes import FakeClock, SeededChance

WORKSPACES = 200
LONG = os.environ.get("TESTS_HISTORIES") == "long"
STORE = "sqlite" if LONG else "memory"
EACH = 13 if LONG else 2
# Seconds by which other workspaces' storms may delay a calm one. Its own pace is no delay (ten at
# once, then five a second, looked at once a second).
LATEST = 0.0 if EACH <= 10 else 2.0
AT_ONCE, WIDTH, BATCH = 16, 2, 100
DAYS = 4 if LONG else 2  # after four, somebody who never answers is left in peace
MIDNIGHT = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
NINE_IN_BERLIN, DAY = 8 * 3600.0, 24 * 3600.0
LIMITED = 0.1
LOST = 0.02
# Seconds that a lost answer is waited for (adapters/slack/sdk/calls.py), and that the history lags.
HANGING, LAG = 20.0, 5.0
TICK = 1.0
LIMITS_THE_LANE = ("conversations.open", "chat.postMessage")
CALM = {f"T{number}" for number in range(0, WORKSPACES, 2)}


@dataclass
class Storm:
    """`SlackCalls` to a fake Slack that counts. It never limits the workspaces in CALM.

    Each workspace and each chat has a chance of its own, so that their order decides nothing.

    `early`: calls of a method during its Retry-After. `past_the_lane`: calls of any sending method
    during one, at a later moment.
    """

    clock: FakeClock
    time: VirtualTime
    chances: dict[str, random.Random] = field(default_factory=dict)
    chats: dict[str, list[Json]] = field(default_factory=lambda: defaultdict(list))
    last: dict[str, float] = field(default_factory=dict)
    until: dict[tuple[str, str], float] = field(default_factory=dict)
    told: dict[str, tuple[float, float]] = field(default_factory=dict)
    early: list[str] = field(default_factory=list)
    past_the_lane: list[str] = field(default_factory=list)
    refused: int = 0
    dropped: int = 0
    requests: int = 0

    async def call(self, workspace: str, method: str, **given: object) -> Json:
        self.requests += 1
        now = self.clock.at.timestamp()
        if now < self.until.get((workspace, method), 0.0):
            self.early.append(method)
        at, until = self.told.get(workspace, (0.0, 0.0))
        if method in LIMITS_THE_LANE and at < now < until:
            self.past_the_lane.append(method)
        if workspace not in CALM and self._chance(workspace).random() < LIMITED:
            raise self._limited(workspace, method, self._chance(workspace).randrange(1, 90))
        match method:
            case "conversations.open":
                return {"channel": {"id": f"D{given['users']}"}}
            case "chat.postMessage":
                return await self._post(workspace, str(given["channel"]), given, now)
            case "conversations.history":
                listed = self.chats[str(given["channel"])][::-1]
                return {"messages": [m for m in listed if float(m["ts"]) <= now - LAG]}
        return {}

    async def upload(self, url: str, content: bytes) -> None:
        raise AssertionError("no check-in has a file")

    def delays_of_the_calm(self) -> list[float]:
        """Seconds from the start of the check-in hours (nine in Berlin) to each arrival."""
        return [
            (float(message["ts"]) - NINE_IN_BERLIN) % DAY
            for chat, messages in self.chats.items()
            for message in messages
            if f"T{chat.removeprefix('DU').partition('X')[0]}" in CALM
        ]

    async def _post(self, workspace: str, channel: str, given: Json, now: float) -> Json:
        if now - self.last.get(channel, 0.0) < 1.0:
            raise self._limited(workspace, "chat.postMessage", 1)
        self.last[channel] = now
        fate = 1.0 if workspace in CALM else self._chance(channel).random()
        message = {"ts": f"{now:.6f}", "user": "U0BOT", "metadata": given["metadata"]}
        if fate >= LOST / 2:
            self.chats[channel].append(message)
        if fate < LOST:
            # Slack accepts one half of these; the sender cannot tell which.
            self.dropped += 1
            await self.time.sleep(HANGING)
            raise CallFailedError(Unknown("no_answer"))
        return message

    def _chance(self, whose: str) -> random.Random:
        return self.chances.setdefault(whose, drawn_for(whose))

    def _limited(self, workspace: str, method: str, seconds: int) -> CallFailedError:
        self.refused += 1
        now = self.clock.at.timestamp()
        self.until[workspace, method] = now + seconds
        _, before = self.told.get(workspace, (0.0, 0.0))
        if method in LIMITS_THE_LANE and now + seconds > before:
            self.told[workspace] = now, now + seconds
        return CallFailedError(of_error("ratelimited", 429, str(seconds)))


def drawn_for(whose: str) -> random.Random:
    return random.Random(f"7:{whose}")


def certainly_dropped() -> int:
    """How many answers are lost whatever the order: among the first DAYS posts of each chat."""
    stormy = [team for team in range(WORKSPACES) if f"T{team}" not in CALM]
    chats = [f"DU{team}X{number}" for team in stormy for number in range(EACH)]
    fates = [drawn.random() for drawn in map(drawn_for, chats) for _ in range(DAYS)]
    return sum(fate < LOST for fate in fates)


class Everywhere:
    """Pretends that the app is installed in every workspace."""

    async def install(self, workspace: str) -> Install | None:
        return Install(workspace, "U0BOT")

    async def token(self, workspace: str) -> str | None:
        return "xoxb"

    async def remove(self, workspace: str) -> None:
        raise AssertionError("nobody removes it")

    def is_allowed(self, install: Install) -> bool:
        return True

    async def not_allowed(self) -> int:
        return 0


async def test_in_a_storm_nothing_is_lost_doubled_or_early(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Another test is about power cuts; here fsync would only cost time.
    quick = tuple(one.replace("FULL", "OFF") for one in storage.sql.engine.PRAGMAS)
    monkeypatch.setattr(storage.sql.engine, "PRAGMAS", quick)
    async with any_store(STORE, tmp_path) as store:
        storm = await weathered(store)
        async with store.transaction() as tx:
            unsettled = await tx.claimed()
            set_aside = await tx.set_aside(MIDNIGHT)
    expected = WORKSPACES * EACH * DAYS
    references = Counter(str(m["metadata"]) for chat in storm.chats.values() for m in chat)
    assert len(references) == expected
    assert set(references.values()) == {1}
    assert (storm.early, storm.past_the_lane) == ([], [])
    assert (unsettled, set_aside) == ([], 0)
    latest = max(storm.delays_of_the_calm())
    assert latest <= LATEST
    # Check that there was a storm at all.
    assert storm.refused > expected / 20
    assert storm.dropped >= certainly_dropped() > expected / 200
    print(
        f"{expected:,} deliveries over {WORKSPACES} workspaces, {storm.requests:,} requests: "
        f"{storm.refused:,} refused, {storm.dropped} answers lost; the calm ones at most "
        f"{latest:.1f} s late"
    )


async def weathered(store: Store) -> Storm:
    """Runs DAYS of check-ins for everybody; returns the peer as it is afterwards."""
    clock = FakeClock(at=MIDNIGHT)
    time = VirtualTime(clock)
    storm = Storm(clock, time)
    times = Timing(clock.now, time.tick, time.sleep)
    adapter = SlackAdapter(PausedCalls(storm, times.tick), Everywhere(), keyed_hash, "own", times)
    await enrol(store, WORKSPACES, EACH, clock.now())
    lanes = Lanes(AT_ONCE, WIDTH, BATCH, patience=0.0)
    timed = StoreInTime(store, time)
    bot = Bot(timed, {"slack": adapter}, clock, SeededChance(2), Settings(), lanes)
    await time.run(_days(bot, timed, time))
    return storm


async def _days(bot: Bot, store: Store, time: VirtualTime) -> None:
    """Ticks once a second, and skips the time in which nothing is due or under way."""
    over = MIDNIGHT + timedelta(days=DAYS)
    while (due := await bot.deliveries.next_due()) is not None:
        async with store.transaction() as tx:
            under_way = bool(await tx.claimed())
        if not under_way and due >= over:
            break
        until_due = (due - time.clock.now()).total_seconds()
        await time.sleep(TICK if under_way or until_due < 0 else until_due)
        await bot.tick()
