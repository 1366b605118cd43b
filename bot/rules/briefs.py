"""When a coach's brief comes, and what it shows: the shares of one client before a session.

It is planned only for a session that the client lets the coach see, whether anything was shared or
not. So nothing that is planned tells of a client's silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.domain.consent import Entry
from bot.domain.delivery import Delivery, Kind
from bot.domain.engagement import Engagement, seen_session
from bot.domain.pause import in_pause
from bot.domain.purposes import Purpose
from bot.domain.rhythm import (
    ROOM,
    Obeys,
    Occurrence,
    Rhythm,
    RhythmError,
    check,
    next_waking,
    open_on,
)
from bot.domain.wall_time import local_date, resolve
from bot.messages.overview.brief import Brief
from bot.ports import Chance, CoachSide, DamagedError, Transaction
from bot.rules.digest import LOOK_BACK
from bot.rules.grants import goes_on_seeing, live, over, still_allowed
from bot.rules.planning import at_occurrence

EVENING = time(17)
# An evening that quiet hours cut off begins so long before them.
LEAST = timedelta(hours=1)
# How many days before a session an evening is looked for: the coach may rest on the last ones.
DAYS_BEFORE = 7
UNKNOWN = "-"


@dataclass(frozen=True, slots=True)
class Before:
    """What one brief is about: an engagement, its next session, and the one before it (UTC).

    It is the slot of the delivery. `since` is None where no earlier session is known.
    """

    engagement_id: str
    session_at: datetime
    since: datetime | None = None

    @property
    def slot(self) -> str:
        since = self.since.isoformat() if self.since else UNKNOWN
        return "|".join((self.engagement_id, self.session_at.isoformat(), since))

    @staticmethod
    def of(slot: str) -> Before:
        """Reads a slot. Raises ValueError for any other text."""
        engagement_id, session_at, since = slot.split("|")
        last = None if since == UNKNOWN else datetime.fromisoformat(since)
        return Before(engagement_id, datetime.fromisoformat(session_at), last)


async def brief_of(
    tx: Transaction, coach_id: str, engagement_id: str, since: datetime | None, now: datetime
) -> Brief | None:
    """The brief about one client at `now` (UTC); None if the coach may read nothing in it.

    It narrows what `shared_with` returns. `since` is when the session before was (UTC).
    """
    door: CoachSide = tx
    begins = since or now - LOOK_BACK
    shared = await door.shared_with(coach_id, now, since=begins, of=engagement_id)
    marked = await door.shared_with(coach_id, now, to_bring_up=True, of=engagement_id)
    noted = await still_allowed(tx, marked, now)
    ids = {item.share_id for item in noted}
    items = [one for one in await still_allowed(tx, shared, now) if one.share_id not in ids]
    every = [*items, *noted]
    if not every:
        return None
    return Brief(every[0].client_name, every[0].session_at, items, noted)


async def session_seen(tx: Transaction, engagement_id: str, now: datetime) -> Engagement | None:
    """The engagement, while its client lets the coach see when it next meets; else None."""
    found = (await tx.with_ledgers([engagement_id])).get(engagement_id)
    return found[0] if found is not None and _coming(*found, now) is not None else None


async def plan_briefs(
    tx: Transaction,
    chance: Chance,
    coach_id: str,
    now: datetime,
    was: tuple[str, datetime | None] | None = None,
) -> None:
    """Plans the coach's briefs anew: one before each session that a client lets them see.

    Without the coach's yes, or without hours of theirs, it plans none. `was` is an engagement whose
    session has just been set anew, and when its session was until now (UTC).
    """
    known = [Before.of(one.slot) for one in await tx.deliveries(coach_id, Kind.BRIEF)]
    await tx.unplan(coach_id, Kind.BRIEF)
    rhythm = await hours_of(tx, coach_id, now)
    if rhythm is None:
        return
    listed = await tx.listed(coach_id, now)
    engaged = await tx.with_ledgers([one.engagement_id for one in listed if one.session_at])
    planned: list[Delivery] = []
    for one, ledger in engaged.values():
        at = _coming(one, ledger, now)
        window = brief_window(rhythm, at, now) if at is not None else None
        if at is not None and window is not None:
            before = Before(one.id, at, _since(known, one.id, at, was, now))
            to = coach_id
            planned.append(at_occurrence(chance, Kind.BRIEF, to, to, window, before.slot, one.id))
    await tx.plan_many(planned)


async def hours_of(tx: Transaction, coach_id: str, now: datetime) -> Rhythm | None:
    """The coach's hours as they count in their pause, if they want briefs; else None."""
    try:
        coach = await tx.person(coach_id)
        ledger = await tx.ledger(coach_id)
        rhythm = await tx.rhythm(coach_id)
        if coach is None or rhythm is None or live(ledger, Purpose.BRIEF, now, None) is None:
            return None
        check(rhythm)
    except (DamagedError, RhythmError):
        # What is wrong with a coach's rows keeps nothing back that a client does.
        return None
    return in_pause(rhythm, coach.pause)


def brief_window(rhythm: Rhythm, session_at: datetime, now: datetime) -> Occurrence | None:
    """When a brief may leave (UTC): the evening before, in the coach's zone, outside quiet hours.

    Where the coach rests on that evening, it is the last evening before it. Where that is over
    `now`, it is the first waking time of the last day until the session. None if there is none.
    """
    day = local_date(session_at, rhythm.zone)
    for back in range(1, DAYS_BEFORE + 1):
        evening = _evening(rhythm, day - timedelta(days=back))
        if evening is not None and evening.not_after > now:
            return replace(evening, not_before=max(evening.not_before, now))
    return waking_before(rhythm, session_at, max(now, session_at - timedelta(days=1)))


def waking_before(rhythm: Rhythm, session_at: datetime, now: datetime) -> Occurrence | None:
    """The coach's first waking time from `now` on that begins before the session (both UTC)."""
    first = next_waking(rhythm, now, local_date(session_at, rhythm.zone))
    if first is None or first.not_before >= session_at:
        return None
    return replace(first, not_after=min(first.not_after, session_at))


def _evening(rhythm: Rhythm, day: date) -> Occurrence | None:
    parts = [one for one in open_on(rhythm, day, Obeys.WAKING) if _has_room(one)]
    if not parts:
        return None
    last = parts[-1]
    begins = min(resolve(day, EVENING, rhythm.zone), last.not_after - LEAST)
    return replace(last, not_before=max(last.not_before, begins))


def _has_room(part: Occurrence) -> bool:
    return part.not_after - part.not_before >= ROOM


def _coming(one: Engagement, ledger: Sequence[Entry], now: datetime) -> datetime | None:
    """The session to come (UTC), if the client lets the coach see it."""
    at = seen_session(one)
    if at is None or at <= now or over(one, now):
        return None
    return at if goes_on_seeing(ledger, Purpose.LISTED, now, one) is not None else None


def _since(
    known: Sequence[Before],
    engagement_id: str,
    session_at: datetime,
    was: tuple[str, datetime | None] | None,
    now: datetime,
) -> datetime | None:
    """When the session before was (UTC). One that was moved before it came was none."""
    mine = {one.session_at: one for one in known if one.engagement_id == engagement_id}
    last = was[1] if was is not None and was[0] == engagement_id else None
    if session_at in mine:
        return mine[session_at].since
    if last is not None and last > now and last in mine:
        return mine[last].since
    held = [at for at in (*mine, last) if at is not None and at <= now]
    return max(held, default=None)
