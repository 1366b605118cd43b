"""What is kept and what leaves never goes beyond the least that policy and person allowed since.

Random policies, stricter and looser, between random choices of one client. A plain model of a few
numbers runs beside the bot and knows what the least was.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.delivery.kinds import KINDS
from bot.domain import actions
from bot.domain.delivery import DeliveryState
from bot.domain.policy.rows import FREE, NEEDS
from bot.domain.purposes import Purpose, switches
from bot.rules.grants import live
from tests.scenarios.policy.house import House, allowing, keeping
from tests.world import Chatter, joined

DAYS = (5, 30, 60, 365)
TURNED = [one for one in switches() if one is not Purpose.SPONSOR]


@dataclass(frozen=True)
class Decide:
    allowed: frozenset[Purpose]
    days: int


@dataclass(frozen=True)
class Turn:
    purpose: Purpose
    on: bool


@dataclass(frozen=True)
class Keep:
    days: int | str


@dataclass(frozen=True)
class Pass:
    days: int


@dataclass(frozen=True)
class Answer:
    pass


Happens = Decide | Turn | Keep | Pass | Answer


def _sound(chosen: frozenset[Purpose]) -> frozenset[Purpose]:
    """Leaves out what makes no sense alone; check-ins stay where nothing else would."""
    kept = chosen
    while True:
        sound = frozenset(one for one in kept if one not in NEEDS or set(NEEDS[one]) & kept)
        if sound == kept:
            return kept or frozenset({Purpose.CHECK_INS})
        kept = sound


decides = st.builds(Decide, st.frozensets(st.sampled_from(FREE)).map(_sound), st.sampled_from(DAYS))
loosest = st.just(Decide(frozenset(FREE), 365))
happens = st.one_of(
    decides,
    loosest,
    st.builds(Turn, st.sampled_from(TURNED), st.booleans()),
    st.builds(Keep, st.sampled_from((30, 90, "end"))),
    st.builds(Pass, st.integers(1, 6)),
    st.just(Answer()),
)


@dataclass
class Least:
    """The model: how long what is new may be kept, how long each answer may, what was forbidden."""

    ceiling: int
    agreed: int
    allowed: frozenset[Purpose]
    of: dict[str, int] = field(default_factory=dict)
    forbidden_at: dict[Purpose, int] = field(default_factory=dict)
    sent: set[str] = field(default_factory=set)


async def _play(story: Sequence[Happens], folder: Path) -> None:
    house = House(folder)
    client, _ = await joined(house.world)
    least = Least(365, 365, frozenset(FREE))
    for one in story:
        await _do(house, client, least, one)
        _holds(house, least)


async def _do(house: House, client: Chatter, least: Least, one: Happens) -> None:
    engagement = house.engagement()
    match one:
        case Decide():
            await house.decides(allowing(sorted(one.allowed)), keeping(one.days))
            least.ceiling, least.allowed = one.days, one.allowed
            least.agreed = min(least.agreed, one.days)
            least.of = {key: min(days, one.days) for key, days in least.of.items()}
            seq = len(house.tables.ledgers[engagement.id])
            least.forbidden_at |= {gone: seq for gone in FREE if gone not in one.allowed}
        case Turn():
            move = actions.SWITCH(engagement.id, one.purpose, "on" if one.on else "off")
            await client.presses_raw(move)
            if one.on:
                yes = actions.ALLOW(engagement.id, one.purpose, "yes", actions.SWITCHED)
                await client.presses_raw(yes)
        case Keep():
            answers = await client.presses_raw(
                actions.KEEP_FOR(engagement.id, "end" if one.days == "end" else int(one.days))
            )
            if answers[0].template == "keep-now":
                days = least.ceiling if one.days == "end" else int(one.days)
                least.agreed = min(days, least.ceiling)
                least.of = {key: min(was, least.agreed) for key, was in least.of.items()}
        case Pass():
            await house.world.until(house.world.clock.now() + timedelta(days=one.days))
        case Answer():
            await client.writes("I talked with my team")


def _holds(house: House, least: Least) -> None:
    now, engagement = house.world.clock.now(), house.engagement()
    ledger = house.tables.ledgers[engagement.id]
    for purpose in FREE:
        grant = live(ledger, purpose, now, engagement)
        if grant is not None:
            assert purpose in least.allowed
            assert grant.entry.seq > least.forbidden_at.get(purpose, 0)
    for answer in house.tables.answers.values():
        days = least.of.setdefault(answer.id, least.agreed)
        assert answer.until <= answer.at + timedelta(days=days)
        kept_by = Purpose.KEEP_WORDS if answer.words is not None else Purpose.KEEP_MARKS
        assert kept_by in least.allowed or answer.until <= now
    for delivery in house.tables.deliveries.values():
        if delivery.state is DeliveryState.SENT and delivery.id not in least.sent:
            least.sent.add(delivery.id)
            assert KINDS[delivery.kind].purpose in least.allowed


@example([Decide(frozenset(FREE), 30), Keep("end"), Decide(frozenset(FREE), 365), Answer()])
@given(story=st.lists(happens, min_size=2, max_size=12))
@settings(max_examples=40, deadline=None)
def test_no_policy_and_no_choice_ever_gives_more_than_the_least_since(
    story: list[Happens],
) -> None:
    with TemporaryDirectory() as folder:
        asyncio.run(_play(story, Path(folder)))
