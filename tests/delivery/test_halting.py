"""While the organisation has halted everything, nothing leaves by itself, of any kind.

Each kind is played through each moment at which a halt can come: before the claim, between claim
and gate, between gate and send; and a resume inside the window or after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product
from typing import Any, cast

import pytest

from bot.chat import Message
from bot.delivery import claim, halting
from bot.delivery.gate import halted
from bot.delivery.halting import FreshLook, looks_again
from bot.delivery.kinds import KINDS
from bot.delivery.verdict import Covered, Withheld
from bot.domain.consent import Grant
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.halting.halt import Halt, WhileHalted
from bot.domain.reasons import Reason
from bot.messages.halting.halted import ABOUT_WHAT_COMES, SENTENCE
from bot.ports import (
    Chance,
    HaltedError,
    NotSent,
    Outcome,
    Transaction,
    last_look,
    leaving_by_itself,
)
from bot.settings import Settings
from bot.text import catalogue, languages
from tests.memory_store.store import MemoryStore
from tests.memory_store.tables import Tables
from tests.things import NOW
from tests.world import Chatter, World, joined

HOUR = timedelta(hours=1)
KINDS_THAT_SPEAK = [kind for kind in Kind if KINDS[kind].while_halted is not WhileHalted.GOES_ON]


def tables(world: World) -> Tables:
    assert isinstance(world.store, MemoryStore)
    return world.store._tables


def press(world: World) -> None:
    tables(world).halts["last"] = Halt(world.clock.now(), "operator")


def release(world: World) -> None:
    before = tables(world).halts["last"]
    tables(world).halts["last"] = replace(before, resumed_at=world.clock.now())


def of_kind(kind: Kind, at: datetime = NOW) -> Delivery:
    return Delivery("d", kind, "to", "owner", "slot", at, at + 8 * HOUR, at)


def test_each_kind_has_the_fact_and_none_can_be_made_without_it() -> None:
    assert {KINDS[kind].while_halted for kind in Kind} == set(WhileHalted)
    assert [kind for kind in Kind if KINDS[kind].while_halted is WhileHalted.GOES_ON] == [
        Kind.AMEND
    ]
    row = KINDS[Kind.CHECK_IN]
    facts = {name: getattr(row, name) for name in row.__slots__ if name != "while_halted"}
    with pytest.raises(TypeError, match="while_halted"):
        type(row)(**facts)


@pytest.mark.parametrize("kind", Kind)
def test_what_a_kind_does_while_a_halt_holds_and_after_it(kind: Kind) -> None:
    one = of_kind(kind)
    holds = Halt(NOW - HOUR, "operator")
    over = replace(holds, resumed_at=NOW + HOUR)
    during, after = NOW + timedelta(minutes=30), NOW + 2 * HOUR
    assert halted(one, None, during) is None
    match KINDS[kind].while_halted:
        case WhileHalted.GOES_ON:
            assert halted(one, holds, during) is None
        case WhileHalted.DROPS:
            assert halted(one, holds, during) == Withheld(Reason.HALTED)
            # It fell due meanwhile, and nobody claimed it: it does not follow in a burst.
            assert halted(one, over, after) == Withheld(Reason.HALTED)
            assert halted(replace(one, due_at=NOW + 2 * HOUR), over, after) is None
        case WhileHalted.WAITS:
            found = halted(one, holds, during)
            assert found is not None
            assert found.until is not None
            assert halted(one, over, after) is None
            late = one.not_after - timedelta(minutes=1)
            assert halted(one, holds, late) == Withheld(Reason.HALTED)


MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
LATE, ON_TIME = NOW - 30 * MINUTE, NOW
# When it was halted and resumed, when the delivery was due, and whether the halt took it.
CLOCKS = (
    (NOW - HOUR, NOW - MINUTE, LATE, True),
    (NOW - HOUR, NOW - 45 * MINUTE, LATE, False),
    # The resume's clock was ahead: what is late fell due in the halt, and nothing else is kept.
    (NOW - HOUR, NOW + 5 * MINUTE, LATE, True),
    (NOW - HOUR, NOW + 400 * DAY, LATE, True),
    (NOW - HOUR, NOW + 400 * DAY, ON_TIME, False),
    # It was behind.
    (NOW - HOUR, NOW - DAY, LATE, True),
    (NOW - HOUR, NOW - DAY, ON_TIME, False),
    # What was overdue when it was halted waited in the halt, whenever that ended.
    (NOW - MINUTE, NOW + 400 * DAY, NOW - MINUTE, True),
    # The halt's clock was ahead, too.
    (NOW + DAY, NOW + DAY, ON_TIME, False),
)


@pytest.mark.parametrize(("halted_at", "resumed_at", "due_at", "took"), CLOCKS)
def test_a_wrong_clock_lets_nothing_out_that_is_late_and_keeps_nothing_else(
    halted_at: datetime, resumed_at: datetime, due_at: datetime, took: bool
) -> None:
    over = Halt(halted_at, "operator", resumed_at=resumed_at)
    one = replace(of_kind(Kind.CHECK_IN), due_at=due_at)
    assert halted(one, over, NOW) == (Withheld(Reason.HALTED) if took else None)


def test_what_waits_comes_back_at_moments_of_its_own() -> None:
    waiting = [replace(of_kind(Kind.NOTE), id=f"note-{number}") for number in range(200)]
    moments = sorted(looks_again(one, NOW) for one in waiting)
    assert moments[0] >= NOW + halting.LOOKS_AGAIN
    assert moments[-1] < NOW + 2 * halting.LOOKS_AGAIN
    busiest = max(sum(at <= one < at + timedelta(seconds=30) for one in moments) for at in moments)
    assert busiest < 30


async def planned_now(world: World, client: Chatter, kind: Kind) -> Delivery:
    """Puts a delivery of one kind in the place of the next check-in, due now."""
    first = next(
        one
        for one in tables(world).deliveries.values()
        if one.kind is Kind.CHECK_IN and one.state is DeliveryState.PLANNED
    )
    world.clock.at = first.due_at
    if kind is Kind.CHECK_IN:
        return first
    del tables(world).deliveries[first.id]
    row, owner = KINDS[kind], first.owner
    coach = tables(world).engagements[owner].coach_id
    to, owner = (coach, coach) if row.to_coach else (first.to, owner)
    made = replace(first, id=f"a-{kind}", kind=kind, to=to, owner=owner, slot="s", subject="s")
    tables(world).deliveries[made.id] = made
    return made


WHEN = ("before the claim", "between claim and gate", "between gate and send", "after the resume")


def let_it_come(world: World, message: Message, when: str, patch: pytest.MonkeyPatch) -> None:
    """Lets the halt come at one moment, and nothing but the halt keep the row back."""

    async def covered(
        tx: Transaction, delivery: Delivery, now: datetime, settings: Settings
    ) -> Covered | Withheld:
        """The gate with all else in order, so that the halt alone can keep it back."""
        to = await tx.person(delivery.to)
        assert to is not None
        grant = cast("Grant", None)
        return halted(delivery, await tx.halt(), now) or Covered(to, message, grant, None)

    async def claimed(
        tx: Transaction, chance: Chance, found: Sequence[Delivery], now: datetime
    ) -> list[Delivery]:
        """The claim, without what else could keep this row back."""
        return list(await claim._without_halted(tx, found, now))

    sending = world.bot.deliveries._sending
    send, sent_now = sending.send, sending._sent

    async def before_gate(*given: Any) -> int:
        if when == "between claim and gate":
            press(world)
        return await send(*given)

    async def before_send(*given: Any) -> Outcome:
        if when == "between gate and send":
            press(world)
        return await sent_now(*given)

    patch.setattr("bot.delivery.begin.compose", covered)
    patch.setattr("bot.delivery.deliveries.plan_next_and_filter", claimed)
    patch.setattr(sending, "send", before_gate)
    patch.setattr(sending, "_sent", before_send)
    # Every look counts as too old, as if the platform took its time.
    patch.setattr(halting, "FRESH_SECONDS", -1.0)
    patch.setattr(halting, "MOST_LOOKS", 1)


@pytest.mark.parametrize(("kind", "when"), list(product(KINDS_THAT_SPEAK, WHEN)))
async def test_nothing_leaves_whenever_the_halt_comes(
    kind: Kind, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World()
    client, coach = await joined(world)
    one = await planned_now(world, client, kind)
    shown = len(client.shown), len(coach.shown)

    let_it_come(world, client.shown[-1], when, monkeypatch)
    if when in ("before the claim", "after the resume"):
        press(world)
    if when == "after the resume":
        world.clock.at += timedelta(seconds=30)
        release(world)
    sent = await world.bot.deliveries.send_due()
    ended = tables(world).deliveries[one.id]
    waits = KINDS[kind].while_halted is WhileHalted.WAITS
    if when == "after the resume" and waits:
        return
    assert sent == 0
    assert (len(client.shown), len(coach.shown)) == shown
    if waits:
        assert ended.state is DeliveryState.PLANNED
        assert ended.due_at >= world.clock.now() + halting.LOOKS_AGAIN
    else:
        assert (ended.state, ended.reason) == (DeliveryState.DROPPED, Reason.HALTED)


async def test_the_next_occurrence_is_planned_and_leaves_and_nothing_follows_in_a_burst() -> None:
    world = World()
    client, _ = await joined(world)
    press(world)
    shown = len(client.shown)
    await world.until(world.clock.now() + timedelta(days=15))
    assert len(client.shown) == shown
    release(world)
    await world.bot.tick()
    assert len(client.shown) == shown
    dropped = [d for d in tables(world).deliveries.values() if d.reason == Reason.HALTED]
    assert len(dropped) >= 2
    await world.until(world.clock.now() + timedelta(days=8))
    assert len(client.shown) > shown


async def test_the_second_to_last_look_is_asked_only_for_what_leaves_by_itself() -> None:
    async def stopped() -> NotSent | None:
        return NotSent(Reason.HALTED)

    await last_look()
    with leaving_by_itself(stopped), pytest.raises(HaltedError) as found:
        await last_look()
    assert found.value.outcome == NotSent("halted")
    await last_look()


async def test_a_look_is_believed_for_a_second_and_a_slow_one_is_repeated() -> None:
    store, seconds = MemoryStore(), iter([0.0, 0.5, 2.0, 2.0, 5.0, 5.5])
    fresh = FreshLook(store, lambda: next(seconds))
    assert await fresh.look() is None
    # Read at 2.0, and at once asked again whether that is fresh: it is.
    assert await fresh.look() is None
    store._tables.halts["last"] = Halt(NOW, "operator")
    assert await fresh.look() == NotSent("halted")


async def test_where_nobody_can_look_nothing_leaves_and_it_is_tried_again() -> None:
    class Away(MemoryStore):
        def transaction(self):  # type: ignore[no-untyped-def]
            raise OSError

    seconds = iter([0.0, 2.0])
    found: Outcome | None = await FreshLook(Away(), lambda: next(seconds)).look()
    assert found == NotSent("interrupted", timedelta(0))


async def test_answers_go_on_and_say_so_where_it_matters() -> None:
    world = World()
    client, _ = await joined(world)
    press(world)
    sentence = catalogue("en")(SENTENCE)
    for line in ("what comes next?", "home", "when will you write to me?"):
        told = [b for one in await client.writes(line) for b in map(str, one.blocks)]
        assert sum(sentence in block for block in told) == 1, line
    for line in ("I want to die", "thank you", "what do you hold?"):
        assert SENTENCE not in [one.template for one in await client.writes(line)], line
    assert SENTENCE not in [one.template for one in await client.writes("stop")]


def test_the_messages_that_say_so_are_there_in_every_language() -> None:
    for language in languages():
        say = catalogue(language)
        for key in (*ABOUT_WHAT_COMES, SENTENCE, "unsent-halted"):
            assert say.bundle.has_message(key), (language, key)
