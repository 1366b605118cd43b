"""Never 6 (quiet hours) in every zone over ten years, checked by other code than the product's.

`make test` checks the days around each change of a zone's clocks, `make simulate` every day.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.domain.rhythm import Occurrence, Rhythm, window_on
from tests.simulation.zones import CHANGING, change_rules, own_rules
from tests.world import World, joined

LONG = os.environ.get("TESTS_HISTORIES") == "long"
ZONES = sorted(available_timezones() - {"localtime", "Factory"})
FIRST, LAST = date(2024, 1, 1), date(2034, 1, 1)
DAY = timedelta(days=1)
WINDOWS = [
    (time(9), time(11)),
    (time(0), time(1)),
    (time(0), time(0, 30)),
    (time(1, 30), time(3, 30)),
    (time(2), time(3)),
    (time(23), time(23, 59)),
]


@cache
def changes(zone: str) -> tuple[date, ...]:
    """Returns the local dates on which the zone's offset differs from the day before."""
    local, found, before = ZoneInfo(zone), [], None
    at = datetime.combine(FIRST, time(12), UTC)
    while at.date() < LAST:
        offset = at.astimezone(local).utcoffset()
        if before is not None and offset != before:
            found.append(at.astimezone(local).date())
        before, at = offset, at + DAY
    return tuple(found)


def days(zone: str) -> Iterator[date]:
    if LONG:
        yield from (FIRST + DAY * number for number in range((LAST - FIRST).days))
        return
    for change in changes(zone):
        yield from (change + DAY * ahead for ahead in (-2, -1, 0, 1))


def is_right(zone: str, window: tuple[time, time], day: date, found: Occurrence | None) -> bool:
    """Checks the window by the local clock: at both its ends, and one second before it."""
    local = ZoneInfo(zone)
    if found is None:
        return swallowed(zone, window, day)
    start = found.not_before.astimezone(local)
    last = (found.not_after - timedelta(seconds=1)).astimezone(local)
    before = (found.not_before - timedelta(seconds=1)).astimezone(local)
    inside = start.date() == day == last.date() and window[0] <= start.time() <= last.time()
    first = before.date() < day or before.time() < window[0]
    return inside and first and last.time() < window[1] and found.not_before < found.not_after


def swallowed(zone: str, window: tuple[time, time], day: date) -> bool:
    """True if no local clock shows any minute of the window on that day."""
    local = ZoneInfo(zone)
    at = datetime.combine(day, time(0), UTC) - DAY
    for minute in range(3 * 24 * 60):
        shown = (at + timedelta(minutes=minute)).astimezone(local)
        if shown.date() == day and window[0] <= shown.time() < window[1]:
            return False
    return True


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_in_every_zone_a_window_lies_where_the_clock_on_the_wall_shows_it(
    window: tuple[time, time],
) -> None:
    wrong, looked = [], 0
    for zone in ZONES:
        rhythm = Rhythm("o", "FREQ=DAILY", FIRST, *window, zone, confirmed=True)
        ended = None
        for day in days(zone):
            found = window_on(rhythm, day)
            looked += 1
            if not is_right(zone, window, day, found):
                wrong.append((zone, day))
            if found is not None:
                if ended is not None and found.not_before < ended:
                    wrong.append((zone, day))
                ended = found.not_after
    assert wrong == []
    assert looked > (2_000_000 if LONG else 10_000)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Africa/Cairo", date(2026, 4, 24)),
        ("America/Santiago", date(2026, 9, 6)),
        ("Asia/Beirut", date(2026, 3, 29)),
        # Until October 2024 clocks in Paraguay changed at midnight; since then they do not.
        ("America/Asuncion", date(2023, 10, 1)),
        ("America/Asuncion", date(2024, 10, 6)),
    ],
)
def test_a_midnight_that_does_not_exist_begins_with_the_first_minute_that_does(
    zone: str, day: date
) -> None:
    rhythm = Rhythm("o", "FREQ=DAILY", min(FIRST, day), time(0), time(2), zone, confirmed=True)
    found = window_on(rhythm, day)
    assert found is not None
    assert found.not_before.astimezone(ZoneInfo(zone)).time() == time(1)
    narrow = Rhythm("o", "FREQ=DAILY", FIRST, time(0), time(1), zone, confirmed=True)
    assert window_on(narrow, day) is None


@pytest.mark.parametrize(("zone", "day"), [("America/Asuncion", date(2023, 3, 26))])
def test_a_midnight_that_comes_twice_counts_once(zone: str, day: date) -> None:
    """Clocks go back to 23:00 of the day before. Still that evening has one window."""
    evening = Rhythm("o", "FREQ=DAILY", day, time(23), time(23, 59), zone, confirmed=True)
    before, after = window_on(evening, day - DAY), window_on(evening, day)
    assert before is not None
    assert after is not None
    assert before.not_after - before.not_before <= timedelta(minutes=59)
    assert before.not_after <= after.not_before


@pytest.mark.parametrize("hours", [-3, 0, 2, 5])
async def test_the_rules_of_a_zone_may_change_under_a_running_system(hours: int) -> None:
    """The rules change as with a new tzdata. A message leaves by the new local time or never."""
    with own_rules():
        world = World()
        client, _ = await joined(world, zone=CHANGING)
        due = await world.bot.deliveries.next_due()
        assert due is not None
        change_rules(CHANGING, hours)
        await world.until(due + timedelta(hours=12))
        mine = [a for a in world.platform.arrived if a.to == client.address]
        assert len(mine) == (1 if hours in (0, 2) else 0)
        assert all(9 <= a.at.astimezone(ZoneInfo(CHANGING)).hour < 11 for a in mine)
        await world.until(due + timedelta(days=8))
        later = [a for a in world.platform.arrived if a.to == client.address][len(mine) :]
        assert len(later) == 2
        assert all(9 <= a.at.astimezone(ZoneInfo(CHANGING)).hour < 11 for a in later)
