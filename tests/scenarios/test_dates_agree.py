"""All dates in one flow agree, wherever on earth the client is."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from tests.world import World, joined, text_of

DATED = re.compile(r"(\d{1,2}) (January|February|March|April) (\d{4})")
MONTHS = ("January", "February", "March", "April")
ZONES = [
    *("Pacific/Midway", "America/Los_Angeles", "America/New_York", "America/Sao_Paulo"),
    *("UTC", "Europe/Berlin", "Asia/Kolkata", "Asia/Tokyo", "Pacific/Auckland"),
    *("Pacific/Kiritimati", "Pacific/Chatham"),
]


def dates_in(text: str) -> set[date]:
    found = DATED.findall(text)
    return {date(int(year), MONTHS.index(month) + 1, int(day)) for day, month, year in found}


@pytest.mark.parametrize("zone", ZONES)
async def test_joining_receipt_home_and_the_notice_say_the_same_two_dates(zone: str) -> None:
    world = World()
    client, _ = await joined(world, zone=zone)
    told = {"joining": dates_in("\n".join(text_of([one]) for one in client.shown))}
    for line in ("receipt", "home", "my switches", "what do you hold", "agreement"):
        told[line] = dates_in(text_of(await client.writes(line)))
    ends_on, erased_on = sorted(told["joining"])
    assert erased_on - ends_on == timedelta(days=world.settings.grace_days + 1)
    before = len(client.shown)
    await world.until(world.clock.now() + timedelta(weeks=12, days=2))
    notices = [one for one in client.shown[before:] if one.template == "ending"]
    assert len(notices) == 2
    told["notices"] = dates_in("\n".join(text_of([one]) for one in notices))
    assert erased_on in told["notices"]
    over = await client.writes("hello")
    told["over"] = dates_in(text_of(over))
    for place, dates in told.items():
        assert dates <= {ends_on, erased_on}, place
        assert dates or place in ("my switches", "home"), place


async def test_a_date_that_was_told_stays_after_the_client_has_moved() -> None:
    world = World()
    client, _ = await joined(world, zone="Pacific/Kiritimati")
    before = dates_in(text_of(await client.writes("receipt")))
    client.zone = "America/Los_Angeles"
    await client.writes("change my times")
    await client.writes("Mondays 9 to 11, Los Angeles")
    await client.presses("That's right")
    after = dates_in(text_of(await client.writes("receipt")))
    assert after == before
