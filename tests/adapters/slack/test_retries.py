"""A repeated event is recognised by its id together with Slack's retry header."""

from __future__ import annotations

import json

from adapters.slack.endpoint import RETRY
from tests.adapters.slack.wire import EVENTS, Wire, envelope, written

AGAIN = {RETRY: "1", "X-Slack-Retry-Reason": "http_timeout"}


def body(event: str = "Ev1", ts: str = "1795834888.000100") -> bytes:
    return json.dumps(envelope(written(ts=ts), event)).encode()


async def test_a_repeat_of_what_was_taken_is_acknowledged_and_taken_no_second_time(
    wire: Wire,
) -> None:
    assert (await wire.sends(body(), EVENTS))[0] == 200
    for number in ("1", "2", "3"):
        assert (await wire.sends(body(), EVENTS, {**AGAIN, RETRY: number}))[0] == 200
    assert len(wire.desk.taken) == 1


async def test_a_repeat_of_what_was_not_taken_is_taken(wire: Wire) -> None:
    assert (await wire.sends(body(), EVENTS, AGAIN))[0] == 200
    assert len(wire.desk.taken) == 1


async def test_the_header_alone_keeps_no_other_event_out(wire: Wire) -> None:
    await wire.sends(body(), EVENTS)
    other = body("Ev2", "1795834889.000100")
    assert (await wire.sends(other, EVENTS, AGAIN))[0] == 200
    assert len(wire.desk.taken) == 2


async def test_a_forged_repeat_is_refused_like_any_other(wire: Wire) -> None:
    await wire.sends(body(), EVENTS)
    forged = {**AGAIN, "X-Slack-Signature": "v0=" + "0" * 64}
    assert (await wire.sends(body(), EVENTS, forged))[0] == 401
