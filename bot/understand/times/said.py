"""Collects what a line says about times, and puts it together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from bot.domain.days_off import WEEKDAYS
from bot.understand.times.hours import Hours, quiet_of, window_of
from bot.understand.times.table import BUT, NotTimesError, Token

MOST_WEEKS = 52
# A day off that began longer ago than this more likely means next year.
BEGUN = timedelta(days=60)
YEARS_AHEAD = 8

Off = tuple[tuple[date, date], ...]
DayOfYear = tuple[int, int, int | None]
Span = tuple[DayOfYear, DayOfYear]


@dataclass(frozen=True, slots=True)
class Times:
    """The times that a line names. None or empty for what it does not name.

    `days` are "MO" to "SU" in week order, `every` is in weeks (1 to 52), `window` is local wall
    time on one date. `not_on` are weekdays to leave out. `off` holds first and last days off, both
    included, today or later. In the `quiet` hours (local, may cross midnight) nothing is sent.
    """

    days: tuple[str, ...] | None = None
    every: int | None = None
    window: tuple[time, time] | None = None
    not_on: tuple[str, ...] = ()
    off: Off = ()
    quiet: tuple[time, time] | None = None


@dataclass(slots=True)
class Said:
    """The parts of a line before they are put together."""

    days: list[tuple[tuple[str, ...], bool | None]] = field(default_factory=list)
    every: set[int] = field(default_factory=set)
    hours: list[Hours] = field(default_factory=list)
    not_on: set[str] = field(default_factory=set)
    off: list[Span] = field(default_factory=list)
    quiet: list[Hours] = field(default_factory=list)


def excepts(part: Sequence[Token], said: Said, separator: str | None) -> bool:
    """True if the days after a "but" are days said before: then they are left out.

    Raises NotTimesError for other days after it, and for "weekdays, only Friday": they may be meant
    as well, or instead.
    """
    after = {day for token in part if token.kind == "D" for day in token.value[0]}
    before = {day for days, _ in said.days for day in days}
    named = any(single is not None for _, single in said.days)
    if not after or not before or separator is None:
        return False
    if separator == BUT and after < before:
        return True
    if separator == BUT or (named and after <= before):
        raise NotTimesError
    return False


def take(part: Sequence[Token], denied: bool, said: Said) -> None:
    """Adds one stretch of a line to what was said. Raises NotTimesError if it does not fit."""
    before = ""
    for token in part:
        # "weekdays except Fridays at 9": the hour belongs to the weekdays, which were said before.
        kept = token.kind == "H" and before in ("D", "G") and bool(said.days)
        if denied and before in ("D", "G") and token.kind == "H" and not kept:
            raise NotTimesError
        _take_one(token, denied and not kept, said)
        before = token.kind


def _take_one(token: Token, denied: bool, said: Said) -> None:
    match token.kind, denied:
        case "D", False:
            said.days.append(token.value)
        case "D", True:
            said.not_on |= set(token.value[0])
        case "H", False:
            said.hours.append(token.value)
        case "H", True:
            said.quiet.append(token.value)
        case "j", False:
            said.every.add(token.value)
        case "G", True:
            said.off += token.value
        case "&", _:
            pass
        case _:
            raise NotTimesError


def put_together(said: Said, today: date) -> Times:
    """Makes times of everything said. Raises NotTimesError or NotHoursError if it is not clear."""
    if len(said.every) > 1:
        said.every.discard(1)
    if len(said.every) > 1 or len(set(said.hours)) > 1:
        raise NotTimesError
    every = next(iter(said.every), None)
    if every is not None and not 1 <= every <= MOST_WEEKS:
        raise NotTimesError
    days = _days(said)
    if days is not None and not days:
        raise NotTimesError
    times = Times(
        days=days,
        every=every,
        window=window_of(said.hours[0]) if said.hours else None,
        not_on=tuple(day for day in WEEKDAYS if day in said.not_on),
        off=days_off(said.off, today),
        quiet=quiet_of(list(dict.fromkeys(said.quiet))),
    )
    if times == Times() or (times == Times(days=times.days) and said.days[0][1]):
        raise NotTimesError
    return times


def _days(said: Said) -> tuple[str, ...] | None:
    """The named days without those to leave out.

    A group ("every morning") gives way to named days.
    """
    named = [days for days, single in said.days if single is not None]
    chosen = named or [days for days, _ in said.days]
    if not chosen:
        return None
    wanted = {day for days in chosen for day in days} - said.not_on
    return tuple(day for day in WEEKDAYS if day in wanted)


def days_off(spans: Sequence[Span], today: date) -> Off:
    """Gives each span its years, in order. Raises NotTimesError for a past or impossible day."""
    return tuple(sorted(_span(first, last, today) for first, last in spans))


def _span(first: DayOfYear, last: DayOfYear, today: date) -> tuple[date, date]:
    """The next such days. A span that has begun starts today."""
    end = next((day for day in _dates(last, today.year) if day >= today), None)
    if end is None:
        raise NotTimesError
    starts = [day for day in _dates(first, end.year - YEARS_AHEAD) if day <= end]
    if not starts or today - starts[-1] > BEGUN:
        raise NotTimesError
    return max(starts[-1], today), end


def _dates(day: DayOfYear, year: int) -> list[date]:
    number, month, said = day
    years = [said] if said else range(year, year + YEARS_AHEAD + 1)
    return [found for each in years if (found := _date(each, month, number)) is not None]


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
