"""Makes weekly rhythms, and makes a weekly rhythm rarer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from bot.domain.days_off import WEEKDAYS
from bot.domain.rhythm import Rhythm, RhythmError, check
from bot.domain.rule import read_rule

SELDOMEST = 4


def weekly(
    owner: str,
    days: Sequence[str],
    every: int,
    window: tuple[time, time],
    zone: str,
    starts_on: date,
) -> Rhythm:
    """Makes a rhythm, not yet confirmed, for these `days` (MO to SU), every `every` weeks (1 to
    52).

    Weeks count from the first such day on or after `starts_on`, so that "every four weeks" does not
    begin with a wait. The window is local time in `zone`. Raises RhythmError.
    """
    chosen = [day for day in WEEKDAYS if day in days]
    if not chosen or not set(days) <= set(WEEKDAYS):
        raise RhythmError("days")
    if not 1 <= every <= 52:
        raise RhythmError("rule")
    week = (starts_on + timedelta(days=ahead) for ahead in range(7))
    first = next(day for day in week if WEEKDAYS[day.weekday()] in chosen)
    rule = f"FREQ=WEEKLY;INTERVAL={every};BYDAY={','.join(chosen)}"
    rhythm = Rhythm(owner, rule, first, window[0], window[1], zone)
    check(rhythm)
    return rhythm


def counted_as(drafted: Rhythm, current: Rhythm | None) -> Rhythm:
    """Lets a rhythm with the same days and weeks as before count from the same week as before.

    Otherwise a change of the hour alone could move "every two weeks" to the other week.
    """
    if current is None or drafted.rrule != current.rrule:
        return drafted
    return replace(drafted, starts_on=current.starts_on)


def sparser(rhythm: Rhythm) -> Rhythm | None:
    """Makes the rhythm rarer: first on fewer days of the week, then in fewer weeks.

    None if it already comes every four weeks, or is not weekly.
    """
    parts = read_rule(rhythm.rrule)
    if parts["FREQ"] != "WEEKLY" or "BYDAY" not in parts:
        return None
    days, every = parts["BYDAY"].split(","), int(parts.get("INTERVAL", "1"))
    if len(days) > 1:
        days = days[::2] if len(days) > 2 else days[:1]
    elif every < SELDOMEST:
        every = min(SELDOMEST, every * 2)
    else:
        return None
    rule = f"FREQ=WEEKLY;INTERVAL={every};BYDAY={','.join(days)}"
    return replace(rhythm, rrule=rule)
