"""The step in which a group is left half: begun and not sent, or sent and half settled.

The process dies at one of these calls, and meanwhile somebody of the group acts, or the
organisation does.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.domain.delivery import Delivery, DeliveryState, Kind
from tests.simulation import deeds, organisation
from tests.simulation.loop import turns
from tests.simulation.people import Pair
from tests.simulation.stage import MINUTE, Stage

SOON = timedelta(days=9)
# Where the process dies, and at most at how many of these calls from now on.
PLACES = {"send": 3, "sent": 3, "committed": 8, "commit": 8, "begin": 8, "statement": 60}
DEEDS = (deeds.stops, deeds.pauses, deeds.switches, deeds.wants_no_check_ins, deeds.answers)
LATE_DEEDS = (*DEEDS, deeds.erases, deeds.erases)
ORGANISATION = (organisation.halts, organisation.forbids_check_ins)


async def a_group_is_left_half(stage: Stage, late: bool) -> None:
    for pair in stage.pairs:
        await _goes_on(stage, pair)
    due = await _all_due(stage)
    if due is None:
        return
    random = stage.random
    stage.clock.at = max(stage.clock.at, due)
    place = random.choice(tuple(PLACES))
    stage.faults.dies_at(place, random.randint(1, PLACES[place]))
    stage.transcript.note(f"a process will die ({place})")
    doing = [_somebody_acts(stage, late) for _ in range(random.randint(1, 2))]
    if random.random() < 0.3:
        doing.append(_acts(stage, random.choice(ORGANISATION)))
    await asyncio.gather(stage.tick(), *doing)
    await stage.live(MINUTE)


async def _goes_on(stage: Stage, pair: Pair) -> None:
    """Whoever gets no check-ins at present lets them come again, so that there is a group."""
    if await _next(stage, pair) is not None:
        return
    if pair.silent:
        await pair.join()
        return
    await deeds.resumes(stage, pair)
    if await _next(stage, pair) is None:
        await deeds.wants_no_check_ins(stage, pair)


async def _somebody_acts(stage: Stage, late: bool) -> None:
    pair = stage.random.choice(stage.pairs)
    deed = stage.random.choice(LATE_DEEDS if late else DEEDS)

    async def acts(_: Stage) -> None:
        await deed(stage, pair)

    await _acts(stage, acts, f"{deed.__name__}")


async def _acts(
    stage: Stage, deed: Callable[[Stage], Awaitable[None]], name: str | None = None
) -> None:
    """Acts at once, or once a group is broken off."""
    if stage.random.random() < 0.7:
        for _ in range(40):
            if stage.groups.is_broken:
                break
            await turns().turn()
    name = name or deed.__name__
    stage.transcript.note(f"{name} while a group leaves")
    await deed(stage)
    stage.groups.acts(name)


async def _all_due(stage: Stage) -> datetime | None:
    """When the next check-ins of all are due, if they have a moment in common; else None."""
    found = [one for one in [await _next(stage, pair) for pair in stage.pairs] if one]
    if len(found) < 2:
        return None
    first = min(one.due_at for one in found)
    both = [one for one in found if one.due_at < first + SOON]
    last = max(one.due_at for one in both)
    fits = last <= min(one.not_after for one in both) - 30 * MINUTE
    if not fits or last > stage.clock.now() + SOON:
        return None
    await stage.live(max(timedelta(0), first - stage.clock.now() - timedelta(seconds=1)))
    return last


async def _next(stage: Stage, pair: Pair) -> Delivery | None:
    with turns().elsewhere():
        async with stage.installation.truth.transaction() as tx:
            person = await tx.person_at(pair.client.address)
            found = await tx.engagements_of(person.id) if person else ()
            every = [d for e in found for d in await tx.deliveries(e.id, Kind.CHECK_IN)]
    planned = [d for d in every if d.state is DeliveryState.PLANNED]
    return min(planned, key=lambda one: one.due_at, default=None)
