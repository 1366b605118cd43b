"""The days on which nothing is sent: a client's days off, and a country's public holidays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def is_day_off(day: date, days_off: Iterable[str]) -> bool:
    """True if `day` is one of `days_off`: "SU", "2026-12-24", or "2026-12-20/2027-01-03" (both ends
    included). Raises ValueError for anything else.
    """
    for one in days_off:
        if one in WEEKDAYS:
            if WEEKDAYS[day.weekday()] == one:
                return True
        else:
            first, last = _range(one)
            if first <= day <= last:
                return True
    return False


def is_over(one: str, today: date) -> bool:
    """True if the last day of one entry of `days_off` is before `today`. A weekday never is.

    Raises ValueError for no such entry.
    """
    return one not in WEEKDAYS and _range(one)[1] < today


def is_holiday(day: date, country: str | None) -> bool:
    """True if `day` is a public holiday in `country`: "DE", or "DE-BY" with the region's own
    holidays. False for an unknown country.
    """
    return country is not None and day in _holidays(country, day.year)


@lru_cache(maxsize=512)
def knows_holidays(country: str) -> bool:
    """True if the holidays library has a calendar for this country and region."""
    import holidays

    name, _, region = country.partition("-")
    supported = holidays.list_supported_countries()
    return name in supported and (not region or region in supported[name])


@lru_cache(maxsize=512)
def _holidays(country: str, year: int) -> frozenset[date]:
    import holidays  # a tenth of a second that most starts never need

    name, _, region = country.partition("-")
    if not knows_holidays(country):
        return frozenset()
    return frozenset(holidays.country_holidays(name, subdiv=region or None, years=year))


@lru_cache(maxsize=4096)
def _range(one: str) -> tuple[date, date]:
    first, _, last = one.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)
