"""Plans what comes at another time than first planned: put off, moved, or with new hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement
from bot.domain.rhythm import Obeys, Occurrence, Rhythm, open_on
from bot.domain.wall_time import local_date
from bot.ports import Chance, Transaction
from bot.rules.plan_notes import plan_notes_anew
from bot.rules.planning import at_occurrence, plan_session, plan_step_prompt, replan

# After an outage a question that was put off still comes for so long.
STILL_WANTED = timedelta(hours=3)
MOVED_WITHIN = 7
MOVED = "+"
OF_SESSIONS = (Kind.SESSION_PREP, Kind.SESSION_AFTER)


async def was_put_off(tx: Transaction, engagement: Engagement, asked: str) -> bool:
    """True if the question of the delivery `asked` was put off before: it is asked again once."""
    return any(one.slot == asked for one in await tx.deliveries(engagement.id, Kind.LATER))


async def put_off(
    tx: Transaction, chance: Chance, engagement: Engagement, asked: str, until: Occurrence
) -> None:
    """Asks the question of the delivery `asked` again, once, at the client's own wish."""
    last = min(until.not_after, until.not_before + STILL_WANTED)
    until, to = replace(until, not_after=last), engagement.client_id
    await tx.plan(at_occurrence(chance, Kind.LATER, to, engagement.id, until, asked, asked))


async def plan_moved(tx: Transaction, chance: Chance, moved: Delivery, obeys: Obeys) -> bool:
    """Plans a delivery again for which its day had no room. False where no day comes for it."""
    engagement, rhythm = await tx.engagement(moved.owner), await tx.rhythm(moved.owner)
    if engagement is None or rhythm is None:
        return False
    day = local_date(moved.not_before, rhythm.zone) + timedelta(days=1)
    window = _first(rhythm, day, obeys, engagement.ends_on)
    if window is None:
        return False
    to, slot = engagement.client_id, f"{moved.slot}{MOVED}"
    again = at_occurrence(chance, moved.kind, to, moved.owner, window, slot, moved.subject)
    return await tx.plan(again)


async def plan_anew(
    tx: Transaction, chance: Chance, engagement: Engagement, rhythm: Rhythm, now: datetime
) -> None:
    """Plans everything of an engagement by its new rhythm: nothing keeps to the times of before."""
    await replan(tx, chance, engagement, rhythm, now)
    await plan_notes_anew(tx, chance, engagement, rhythm, now)
    if any([await _planned(tx, engagement, kind) for kind in OF_SESSIONS]):
        await plan_session(tx, chance, engagement, rhythm, now)
    prompts = await _planned(tx, engagement, Kind.STEP_PROMPT)
    await tx.unplan(engagement.id, Kind.STEP_PROMPT)
    for one in prompts:
        day = local_date(one.not_before, rhythm.zone)
        await plan_step_prompt(tx, chance, engagement, rhythm, one.subject or "", day)


async def _planned(tx: Transaction, engagement: Engagement, kind: Kind) -> list[Delivery]:
    every = await tx.deliveries(engagement.id, kind)
    return [one for one in every if one.state is DeliveryState.PLANNED]


def _first(rhythm: Rhythm, first: date, obeys: Obeys, last: date) -> Occurrence | None:
    days = (first + timedelta(days=ahead) for ahead in range(MOVED_WITHIN))
    found = (part for day in days if day <= last for part in open_on(rhythm, day, obeys))
    return next(found, None)
