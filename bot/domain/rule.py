"""RFC 5545 recurrence rules over dates: the subset that a rhythm can follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from bot.domain.days_off import WEEKDAYS

PLAIN_WEEKS = {"FREQ", "INTERVAL", "BYDAY", "WKST", "UNTIL"}
_DAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
_PARTS = {
    "FREQ": "DAILY|WEEKLY|MONTHLY",
    "INTERVAL": "[1-9][0-9]{0,2}",
    "COUNT": "[1-9][0-9]{0,3}",
    "UNTIL": "[0-9]{8}(?:T[0-9]{6}Z?)?",
    "WKST": _DAY,
    "BYDAY": f"(?:[+-]?[1-5])?{_DAY}",
    "BYMONTH": "[1-9]|1[0-2]",
    "BYMONTHDAY": "-?(?:[1-9]|[12][0-9]|3[01])",
    "BYSETPOS": "-?(?:[1-9]|[12][0-9]|3[01])",
}


def read_rule(rule: str) -> dict[str, str]:
    """Splits a rule into its parts.

    Raises ValueError if it cannot be followed or is not over dates.
    """
    return dict(_read(rule))


def check_rule(rule: str) -> None:
    """Raises ValueError if `read_rule` would."""
    _read(rule)


@lru_cache(maxsize=4096)
def _read(rule: str) -> Mapping[str, str]:
    pairs = [pair.partition("=")[::2] for pair in rule.upper().split(";")]
    parts = dict(pairs)
    if len(parts) != len(pairs) or "FREQ" not in parts or {"COUNT", "UNTIL"} <= set(parts):
        raise ValueError("rule")
    if not all(_fits(name, value) for name, value in pairs) or _misplaced(parts):
        raise ValueError("rule")
    if "UNTIL" in parts:
        _until(parts["UNTIL"])
    return parts


def dates(rule: str, starts_on: date, first: date, last: date) -> Iterator[date]:
    """Yields each date of `rule` from `first` to `last` once. The rule counts from `starts_on`.

    Raises ValueError for a rule that `read_rule` refuses.
    """
    weeks = _plain_weeks(rule)
    return (
        _weekly(weeks, starts_on, first, last) if weeks else _by_rule(rule, starts_on, first, last)
    )


def _by_rule(rule: str, starts_on: date, first: date, last: date) -> Iterator[date]:
    parts = read_rule(rule)
    count = int(parts.pop("COUNT", 0)) or None
    until = parts.pop("UNTIL", None)
    if until is not None:
        last = min(last, _until(until))
    start = starts_on if count else _nearer(parts, starts_on, first)
    # Without an end, dateutil searches for a date that never comes until the year 9999.
    bounded = ";".join(f"{name}={value}" for name, value in parts.items())
    bounded += f";UNTIL={last:%Y%m%d}"
    found = rrulestr(bounded, dtstart=datetime.combine(start, time()))
    for moment in islice(found, count):
        if moment.date() >= first:
            yield moment.date()


@dataclass(frozen=True, slots=True)
class _Weeks:
    """A weekly rule. `days` count from `begins`; an empty tuple means the weekday of the start."""

    interval: int
    begins: int
    days: tuple[int, ...]
    until: date | None


@lru_cache(maxsize=4096)
def _plain_weeks(rule: str) -> _Weeks | None:
    """Reads a rule of weekdays every n weeks, as nearly all are.

    Faster than dateutil; None for others.
    """
    parts = _read(rule)
    if parts["FREQ"] != "WEEKLY" or not set(parts) <= PLAIN_WEEKS:
        return None
    begins = WEEKDAYS.index(parts.get("WKST", "MO"))
    named = parts["BYDAY"].split(",") if "BYDAY" in parts else []
    days = sorted({(WEEKDAYS.index(day) - begins) % 7 for day in named})
    until = _until(parts["UNTIL"]) if "UNTIL" in parts else None
    return _Weeks(int(parts.get("INTERVAL", "1")), begins, tuple(days), until)


def _weekly(weeks: _Weeks, starts_on: date, first: date, last: date) -> Iterator[date]:
    """Counts weeks from WKST, which is Monday by default (RFC 5545 3.3.10)."""
    since = (starts_on.weekday() - weeks.begins) % 7
    days, length = weeks.days or (since,), 7 * weeks.interval
    begins = starts_on.toordinal() - since
    earliest = max(first, starts_on).toordinal()
    latest = (min(last, weeks.until) if weeks.until else last).toordinal()
    nearest = earliest - (earliest - begins) % length
    for week in range(nearest, latest + 1, length):
        for day in days:
            if earliest <= week + day <= latest:
                yield date.fromordinal(week + day)


def _nearer(parts: dict[str, str], start: date, first: date) -> date:
    """Moves the start forward by whole periods, so that dates from `first` on stay the same."""
    interval = int(parts.get("INTERVAL", "1"))
    if parts["FREQ"] == "MONTHLY":
        if "BYDAY" not in parts:
            parts.setdefault("BYMONTHDAY", str(start.day))
        months = (first.year - start.year) * 12 + first.month - start.month
        periods = max(0, months // interval - 1)
        return start + relativedelta(months=periods * interval, day=1) if periods else start
    length = interval * (7 if parts["FREQ"] == "WEEKLY" else 1)
    periods = max(0, (first - start).days // length - 1)
    return start + timedelta(days=periods * length)


def _fits(name: str, value: str) -> bool:
    pattern = _PARTS.get(name)
    values = value.split(",") if name.startswith("BY") else [value]
    return pattern is not None and all(re.fullmatch(pattern, one) for one in values)


def _misplaced(parts: Mapping[str, str]) -> bool:
    """True for parts that RFC 5545 does not allow together."""
    numbered = re.search("[0-9]", parts.get("BYDAY", "")) is not None
    weekly_month_day = parts["FREQ"] == "WEEKLY" and "BYMONTHDAY" in parts
    chosen = any(name in parts for name in ("BYDAY", "BYMONTH", "BYMONTHDAY"))
    lonely = "BYSETPOS" in parts and not chosen
    return (numbered and parts["FREQ"] != "MONTHLY") or weekly_month_day or lonely


def _until(value: str) -> date:
    return date(int(value[:4]), int(value[4:6]), int(value[6:8]))
