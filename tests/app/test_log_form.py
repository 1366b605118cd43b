"""The log as text and as JSON: each line has its time in UTC, and no object's own text."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
import structlog

from bot.commands.log import Form, _processors
from tests.world import World, joined

FORMS = get_args(Form)
ZONES = ("UTC", "Asia/Kolkata", "America/St_Johns", "Pacific/Chatham", "Pacific/Apia")
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
MARKER = "zebra"


class Quoting:
    """An object that shows a person's words when somebody writes it down."""

    def __repr__(self) -> str:
        return MARKER

    __str__ = __repr__


@contextmanager
def machine_in(zone: str) -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


def line(form: Form, **values: object) -> str:
    """One line, as `log_to_stderr` would write it."""
    event: object = {"event": "delivery_failed", **values}
    for step in _processors(form):
        event = step(structlog.get_logger(), "error", event)  # type: ignore[arg-type]
    assert isinstance(event, str)
    return event


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("zone", ZONES)
def test_the_time_of_a_line_is_utc_wherever_the_machine_is(form: Form, zone: str) -> None:
    with machine_in(zone):
        found = STAMP.findall(line(form, kind="check_in"))
    (told,) = (datetime.fromisoformat(one) for one in found)
    assert abs(datetime.now(UTC) - told) < timedelta(minutes=1)


@pytest.mark.parametrize("form", FORMS)
def test_no_form_writes_what_an_object_says_of_itself(form: Form) -> None:
    try:
        raise ValueError(MARKER)
    except ValueError as problem:
        caught = problem
    told = line(
        form,
        of=Quoting(),
        listed=[Quoting()],
        named={MARKER: 1},
        exc_info=caught,
        stack=MARKER,
        since=datetime.now(UTC),
    )
    assert MARKER not in told
    assert "Quoting" in told
    assert "\n" not in told


def test_a_line_of_json_is_one_object_with_the_same_fields() -> None:
    told = json.loads(line("json", kind="check_in", count=3, left=None))
    assert STAMP.fullmatch(told.pop("timestamp"))
    assert told == {
        "event": "delivery_failed",
        "level": "error",
        "kind": "check_in",
        "count": 3,
        "left": None,
    }


async def test_what_is_planned_and_sent_does_not_follow_the_zone_of_the_machine() -> None:
    """The same weeks are lived through on machines in several zones, over a change of clocks."""
    lived = []
    for zone in ZONES:
        with machine_in(zone):
            world = World()
            client, coach = await joined(world)
            await world.until(datetime(2027, 4, 5, 12, tzinfo=UTC))
            sent = [(one.at, one.to.user) for one in world.platform.arrived]
            lived.append((await world.bot.deliveries.next_due(), sent, client.sees(), coach.sees()))
    assert all(one == lived[0] for one in lived)
    assert len(lived[0][1]) > 3
