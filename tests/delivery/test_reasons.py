"""Each reason for which a message does not leave is told to whom it concerns, and nobody else.

The scenes make the gate give each reason once, in a world with a client and a coach.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import time, timedelta

import pytest
import structlog

from bot.chat import Message
from bot.delivery import gate
from bot.domain.complete import complete
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.halting.halt import Halt
from bot.domain.policy.rows import FREE, Policy
from bot.domain.purposes import Purpose
from bot.domain.reasons import REASONS, Reason, ReasonRow, Telling, told_above
from bot.ports import DamagedError
from bot.settings import Settings
from bot.text import catalogue
from tests.memory_store.store import MemoryStore
from tests.memory_store.tables import Tables
from tests.world import Chatter, World, joined, text_of

DAY = timedelta(days=1)
PATCH = pytest.MonkeyPatch
Scene = Callable[[World, Chatter, Chatter, PATCH], Awaitable[None]]


def tables(world: World) -> Tables:
    assert isinstance(world.store, MemoryStore)
    return world.store._tables


async def due(world: World) -> None:
    """Moves time to the next check-in, and lets the bot work."""
    planned = min(
        (d for d in tables(world).deliveries.values() if d.state is DeliveryState.PLANNED),
        key=lambda d: d.due_at,
    )
    world.clock.at = max(world.clock.at, planned.due_at)
    await world.bot.tick()


async def an_outage(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    world.clock.at = _planned(world).not_after + timedelta(hours=1)
    await world.bot.tick()


async def nobody_there(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    (gone,) = [key for key, who in tables(world).people.items() if who.address == client.address]
    del tables(world).people[gone]
    await due(world)


async def app_removed(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    await world.bot.events.left(client.address)
    await due(world)
    await world.bot.events.returned(client.address)


async def a_forged_row(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    for key, one in list(tables(world).deliveries.items()):
        if one.kind is Kind.CHECK_IN and one.state is DeliveryState.PLANNED:
            tables(world).deliveries[key] = replace(one, owner="somebody-else")
    await due(world)


async def a_stop(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    await _meanwhile(world, client, "stop")


async def a_no(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    kept = _planned(world)
    await client.writes("my switches")
    await client.presses("Turn off: Check-ins")
    _plan_again(world, kept)
    await due(world)


async def a_pause(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    await _meanwhile(world, client, "pause until 1 February")


async def an_end(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    kept = _planned(world)
    await coach.writes("my clients")
    await coach.presses("End all my coaching here …")
    await coach.presses("End it")
    _plan_again(world, kept)
    # The goodbye leaves first, and then what was planned before the end is withheld.
    await due(world)
    await due(world)


async def other_hours(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    for key, one in list(tables(world).rhythms.items()):
        if one.owner in tables(world).engagements:
            later = replace(one, window_from=time(10), window_to=time(11))
            tables(world).rhythms[key] = later
    await due(world)


async def two_at_once(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    other = replace(_planned(world), id="an-end", kind=Kind.ENDING, slot="of-today")
    tables(world).deliveries[other.id] = other
    await due(world)


async def no_room(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    short = replace(_planned(world), not_after=_planned(world).not_before + timedelta(hours=1))
    tables(world).deliveries[short.id] = short
    await two_at_once(world, client, coach, patch)


async def a_changed_card(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    step = replace(_planned(world), id="a-step", kind=Kind.STEP_PROMPT, slot="s", subject="s")
    tables(world).deliveries[step.id] = step
    await client.writes("my switches")
    await client.presses("Turn on: Step reminders")
    await client.presses("Yes")
    await coach.writes("my profile")
    await coach.submits(fees="90 euros")
    await coach.submits()
    await due(world)


async def taken_off(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    await client.writes("for Daniel")
    await client.asks_to_share()
    for label in ("Yes", "Share exactly this"):
        await client.presses(label)
    world.settings = Settings(coaches="local/local/somebody-else")
    await world.restart()
    await world.until(world.clock.now() + 7 * DAY)


CHECKING_IN = (Purpose.CHECK_INS, Purpose.REMINDER)


async def not_allowed(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    world.settings.policy = Policy.model_validate(
        {
            "organisation": {"name": "Example", "contact": "help@example.org"},
            "purposes": {"allowed": [one for one in FREE if one not in CHECKING_IN]},
        }
    )
    await due(world)


async def long_silence(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    await world.until(world.clock.now() + 21 * DAY)


async def a_damaged_field(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    async def damaged(*_: object) -> None:
        raise DamagedError

    patch.setattr(gate, "live", damaged)
    patch.setattr("bot.delivery.begin.compose", damaged)
    await due(world)
    patch.undo()


async def a_halt(world: World, client: Chatter, coach: Chatter, patch: PATCH) -> None:
    tables(world).halts["last"] = Halt(world.clock.now(), "operator")
    await due(world)
    tables(world).halts["last"] = Halt(world.clock.now(), "operator", None, world.clock.now())


SCENES: Mapping[Reason, Scene] = complete(
    {
        Reason.OUTSIDE_WINDOW: an_outage,
        Reason.GONE: nobody_there,
        Reason.APP_REMOVED: app_removed,
        Reason.WRONG_OWNER: a_forged_row,
        Reason.STOPPED: a_stop,
        Reason.ENDED: an_end,
        Reason.PAUSED: a_pause,
        Reason.TOO_EARLY: other_hours,
        Reason.SPACED: two_at_once,
        Reason.CROWDED: no_room,
        Reason.NO_CONSENT: a_no,
        Reason.CHANGED: a_changed_card,
        Reason.HALTED: a_halt,
        Reason.NOT_A_COACH: taken_off,
        Reason.NOT_ALLOWED: not_allowed,
        Reason.NOTHING_TO_SAY: long_silence,
        Reason.NOT_COMPOSED: a_damaged_field,
    },
    Reason,
)


@pytest.mark.parametrize("reason", Reason)
async def test_each_reason_is_told_to_the_person_it_concerns(
    reason: Reason, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World()
    client, coach = await joined(world)
    shown = len(client.shown)
    with structlog.testing.capture_logs() as logged:
        await SCENES[reason](world, client, coach, monkeypatch)
    ended = [d for d in tables(world).deliveries.values() if d.reason == reason]
    assert ended
    row = REASONS[reason]
    assert {one.state for one in ended} == {row.state}
    whom = coach if reason is Reason.NOT_A_COACH else client
    line = "digest" if whom is coach else "hello"
    first, second = await whom.writes(line), await whom.writes("hello")
    match row.telling:
        case Telling.ABOVE_THE_ANSWER:
            assert first[0].template == row.sentence
            assert row.sentence not in [one.template for one in second]
        case Telling.WHEN_THEY_ASK:
            assert row.sentence is not None
            named = row.sentence in [one.template for one in first]
            assert named or catalogue("en")(row.sentence) in text_of(first)
        case Telling.ALREADY:
            assert len(client.shown) > shown
            assert not _unsent(first)
        case Telling.NOT_LOST:
            assert not _unsent(first)
        case Telling.OPERATOR:
            assert not _unsent(first)
            assert [one for one in logged if one["event"] == "delivery_refused"]
        case Telling.NOBODY:
            assert not _unsent(first)


# What concerns the coach, or was done by them: they read of that.
BY_THE_COACH = {Reason.ENDED, Reason.CHANGED, Reason.NOT_A_COACH}
# What a coach types to read all that they can read.
LOOKS = ("digest", "my clients", "home", "when will you write?", "hello", "my switches")


@pytest.mark.parametrize("reason", sorted(set(Reason) - BY_THE_COACH))
async def test_no_reason_is_told_to_the_coach(
    reason: Reason, monkeypatch: pytest.MonkeyPatch
) -> None:
    world, calm = World(), World()
    client, coach = await joined(world)
    _, other = await joined(calm)
    await SCENES[reason](world, client, coach, monkeypatch)
    await calm.until(world.clock.at)
    for line in LOOKS:
        assert text_of(await coach.writes(line)) == text_of(await other.writes(line)), line


async def test_a_coach_who_changed_the_card_reads_nothing_of_what_waits() -> None:
    told = []
    for answers in (True, False):
        world = World()
        client, coach = await joined(world)
        await coach.writes("my profile")
        await coach.submits(fees="90 euros")
        await coach.submits()
        await due(world)
        if answers:
            await client.presses("I agree")
        await world.until(world.clock.now() + 21 * DAY)
        told.append([text_of(await coach.writes(line)) for line in LOOKS])
    assert told[0] == told[1]


async def test_a_kind_is_named_once_however_often_it_was_not_sent() -> None:
    world = World()
    client, _ = await joined(world)
    for _ in range(4):
        world.clock.at += 4 * DAY + timedelta(hours=12)
        await world.bot.tick()
    told = text_of(await client.writes("hello"))
    assert told.count("check-in (") == 1


async def test_nothing_is_told_below_a_stop_or_words_of_distress_but_afterwards() -> None:
    for line in ("stop", "I want to die"):
        world = World()
        client, _ = await joined(world)
        await an_outage(world, client, client, pytest.MonkeyPatch())
        assert not _unsent(await client.writes(line)), line


def test_what_is_told_later_needs_a_sentence() -> None:
    row = REASONS[Reason.GONE]
    with pytest.raises(ValueError, match="sentence"):
        replace(row, telling=Telling.ABOVE_THE_ANSWER)
    with pytest.raises(ValueError, match="sentence"):
        ReasonRow(state=row.state, telling=row.telling, sentence="unsent-late", because="")


def test_what_a_platform_refused_is_told_by_one_sentence_for_all_its_reasons() -> None:
    for word in ("blocked", "gone", "app_removed", "broke"):
        assert told_above(word, DeliveryState.NOT_DELIVERED) == "unsent-refused"
        assert told_above(word, DeliveryState.SENT) is None


def _unsent(messages: list[Message]) -> list[str]:
    return [one.template for one in messages if one.template.startswith("unsent-")]


def _planned(world: World) -> Delivery:
    return next(
        d
        for d in tables(world).deliveries.values()
        if d.kind is Kind.CHECK_IN and d.state is DeliveryState.PLANNED
    )


def _plan_again(world: World, kept: Delivery) -> None:
    """Puts a row back that was unplanned, as if it had been claimed a moment before."""
    tables(world).deliveries[kept.id] = kept


async def _meanwhile(world: World, client: Chatter, line: str) -> None:
    kept = _planned(world)
    await client.writes(line)
    _plan_again(world, kept)
    await due(world)
