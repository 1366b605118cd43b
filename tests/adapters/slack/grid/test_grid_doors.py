"""Every door × every team that Slack may name: none of ours vanishes, no outsider comes in."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import structlog
from prometheus_client.parser import text_string_to_metric_families

from adapters.slack.inbound.arrivals import NO_ACT
from adapters.slack.inbound.oauth_grant import grant_of
from adapters.slack.opening import OpenedSlack
from adapters.slack.unheard import REASONS
from bot.domain.actions import STOP
from bot.domain.people import Address
from bot.metrics import METRICS, UNHEARD
from tests.adapters.slack.desk import AcceptingDesk
from tests.adapters.slack.fake_slack import APP, BOT, FakeSlack, fake_slack
from tests.adapters.slack.grid.house import MANY
from tests.adapters.slack.grid.payloads import (
    ONE,
    OTHER,
    OTHER_WHOLE,
    PRESS_DOORS,
    TEXT_DOORS,
    TWO,
    WHOLE,
    Through,
    event_of,
    granted,
    interaction,
    modal,
    pressed,
    shortcut,
    typed,
)
from tests.adapters.slack.live_slack import opened_slack, settings_for

Json = dict[str, Any]
MAI, SAM, EVE = "U0MAI", "U0SAM", "U0EVE"
HERE, WIDE = Through(ONE), Through(WHOLE, TWO)
PRIVATE = "a-most-private-word"
INSIDE = (ONE, TWO, WHOLE)


@dataclass
class Door:
    slack: FakeSlack
    opened: OpenedSlack
    desk: AcceptingDesk

    async def takes(self, payload: Json) -> bool:
        """True if the payload became an event."""
        before = len(self.desk.taken)
        assert (await self.opened._bolt.dispatch(payload)).status == 200
        await asyncio.sleep(0)
        return len(self.desk.taken) > before


@asynccontextmanager
async def door(folder: Path, place: str) -> AsyncIterator[Door]:
    """The app is installed in `place`, and Mai is known there; Sam is a colleague, Eve is not."""
    async with fake_slack() as slack:
        slack.tokens = {"xoxb-1"}
        of_whole = {"enterprise_id": WHOLE, "teams": [ONE, TWO]}
        slack.users[SAM] = {"team_id": TWO, "enterprise_user": of_whole}
        slack.users[EVE] = {"team_id": OTHER, "is_stranger": True}
        async with opened_slack(settings_for(slack.api, **MANY), folder) as opened:
            desk = AcceptingDesk(people={Address("slack", place, MAI): True})
            opened.adapter.desk = opened._intake.desk = desk
            served = opened._intake._installs
            grant = grant_of(granted(place, "xoxb-1"), 0.0)
            await served._exact.save(grant)  # type: ignore[attr-defined]
            await served.began(grant.install)
            yield Door(slack, opened, desk)


@pytest.mark.parametrize("through", [HERE, WIDE], ids=["in a workspace", "in all of them"])
async def test_whoever_is_known_is_heard_by_every_door_whatever_team_is_named(
    through: Through, tmp_path: Path
) -> None:
    mine = Address("slack", through.place, MAI)
    async with door(tmp_path, through.place) as here:
        for name, make in TEXT_DOORS.items():
            for team, text in product((*INSIDE, OTHER, OTHER_WHOLE), ("stop", "a word of mine")):
                refused = name == "a mention" and text != "stop"
                assert await here.takes(make(through, MAI, team, text)) != refused, (name, team)
                assert here.desk.taken[-1].sender == mine
        for name, make in PRESS_DOORS.items():
            for team, action in product((*INSIDE, OTHER), (STOP("yes"), "pause:x")):
                assert await here.takes(make(through, MAI, team, action)), (name, team)
                assert here.desk.taken[-1].sender == mine


@pytest.mark.parametrize("through", [HERE, WIDE], ids=["in a workspace", "in all of them"])
async def test_a_newcomer_from_another_workspace_of_the_organisation_is_heard(
    through: Through, tmp_path: Path
) -> None:
    async with door(tmp_path, through.place) as here:
        for name, make in TEXT_DOORS.items():
            for team in INSIDE:
                taken = await here.takes(make(through, SAM, team, "hello"))
                assert taken != (name == "a mention"), (name, team)
        for name, make in PRESS_DOORS.items():
            for team in INSIDE:
                assert await here.takes(make(through, SAM, team, "pause:x")), (name, team)
        assert {one.sender for one in here.desk.taken} == {Address("slack", through.place, SAM)}


SHARED: Json = {"is_ext_shared_channel": True}
OUTSIDERS: dict[str, Callable[[Through, str], Json]] = {
    "a shortcut": lambda at, text: shortcut(at, EVE, OTHER, text),
    "a modal": lambda at, text: modal(at, EVE, OTHER, text),
    "a shared conversation": lambda at, text: typed(at, EVE, OTHER, text) | SHARED,
    "a shared conversation of another organisation": (
        lambda at, text: typed(at, EVE, OTHER_WHOLE, text) | SHARED
    ),
}


@pytest.mark.parametrize("through", [HERE, WIDE], ids=["in a workspace", "in all of them"])
async def test_of_an_outsider_nothing_is_taken_but_a_stop(through: Through, tmp_path: Path) -> None:
    async with door(tmp_path, through.place) as here:
        for name, make in OUTSIDERS.items():
            before = counted()
            assert not await here.takes(make(through, "hello")), name
            assert counted()["stranger"] == before["stranger"] + 1, name
            assert await here.takes(make(through, "stop")), name


async def test_who_is_known_is_heard_in_a_conversation_shared_with_others(tmp_path: Path) -> None:
    async with door(tmp_path, ONE) as here:
        assert await here.takes(typed(HERE, MAI, OTHER, "hello") | SHARED)
        here.desk.people[Address("slack", ONE, MAI)] = False
        assert not await here.takes(typed(HERE, MAI, OTHER, "hello") | SHARED)
        assert await here.takes(typed(HERE, MAI, ONE, "hello") | SHARED)


def button(**more: Any) -> Json:
    return pressed(HERE, MAI, ONE, "pause:x") | more


def message(**more: Any) -> Json:
    made = typed(HERE, MAI, ONE, PRIVATE)
    return made | {"event": made["event"] | more}


EDIT = {"user": SAM, "ts": "1795834890.000100"}
SAID = {"type": "message", "user": MAI, "ts": "1795834883.000100", "text": PRIVATE}
CHANGED = {"type": "message", "subtype": "message_changed", "channel": "D0MAI"}
MODAL = modal(HERE, MAI, ONE, PRIVATE)
# One payload for each door by which a reason can come.
DROPPED: dict[str, dict[str, Json]] = {
    "channel": {"a message": message(channel="C0GENERAL", channel_type="channel")},
    "no_field": {
        "a button": button(actions=[{"type": "button", "action_id": "x", "action_ts": "1.1"}])
    },
    "no_person": {
        "a message": message(bot_id="B0OTHER", user="U0OTHERBOT"),
        "slackbot": message(user="USLACKBOT"),
        "a mention": event_of(
            HERE, {"type": "app_mention", "bot_id": "B1", "channel": "C1", "user": "U1"}
        ),
    },
    "not_installed": {
        "a message": message() | {"authorizations": [{"team_id": OTHER}]},
        "a button": button(team={"id": OTHER}, enterprise=None, user={"id": MAI}),
        "a command": {"command": "/handrail", "team_id": OTHER, "api_app_id": APP},
        "a removal": {"type": "event_callback", "team_id": OTHER, "api_app_id": APP},
    },
    "not_ours": {
        "a button in a channel": button(channel={"id": "C0GENERAL"}),
        "a modal": MODAL | {"view": MODAL["view"] | {"callback_id": "theirs"}},
        "a shortcut": interaction(HERE, MAI, ONE, "shortcut", callback_id="theirs"),
        "a token": event_of(HERE, {"type": "tokens_revoked", "tokens": {"oauth": [MAI]}}),
    },
    "not_theirs": {
        "an edit": event_of(
            HERE,
            CHANGED | {"message": SAID | {"edited": EDIT}, "previous_message": SAID},
        ),
    },
    "not_understood": {
        "a message": message(ts="now"),
        "a long one": message(text="x" * 60_000),
        "a button": button(actions=[]),
        "no place": message() | {"authorizations": [], "team_id": None, "enterprise_id": None},
        "bolt cannot read it": {"type": "block_actions", "team": 7},
    },
    "not_used": {
        "an event": event_of(HERE, {"type": "team_join", "user": {"id": MAI}}),
        "a note": message(subtype="channel_purpose"),
        "an unknown kind": interaction(HERE, MAI, ONE, "something_new"),
    },
    "other_app": {
        "a message": message() | {"api_app_id": "A0OTHER"},
        "a button": button(api_app_id="A0OTHER"),
    },
    "stranger": {
        "a message": typed(HERE, EVE, OTHER, PRIVATE) | SHARED,
        "a modal": modal(HERE, EVE, OTHER, PRIVATE),
        "a shortcut": shortcut(HERE, EVE, OTHER, PRIVATE),
        "a button": pressed(HERE, EVE, OTHER, "pause:x") | {"channel": {"id": "D0ELSE"}},
    },
}
ELSEWHERE = {
    "not_listed": "tests/adapters/slack/test_slack_allowed.py",
    "unreadable": "tests/adapters/slack/test_slack_hostile.py",
}
QUIET: dict[str, Json] = {
    "own": message(user=BOT, bot_id="B0BOT", app_id=APP),
    "not_edited": event_of(HERE, CHANGED | {"message": SAID, "previous_message": SAID}),
    "twin": event_of(HERE, {"type": "app_mention", "user": MAI, "channel": "D0MAI", "ts": "1.1"}),
}


def counted() -> dict[str, float]:
    families = text_string_to_metric_families(METRICS.exposed().decode())
    samples = [sample for family in families for sample in family.samples]
    return {
        sample.labels["why"]: sample.value
        for sample in samples
        if sample.name == "handrail_unheard_total"
    }


def test_each_reason_is_tried() -> None:
    assert {*DROPPED, *ELSEWHERE} == set(REASONS) == set(UNHEARD)
    assert set(QUIET) == set(NO_ACT)


async def test_whatever_is_signed_and_not_taken_is_counted_once_and_says_nothing(
    tmp_path: Path,
) -> None:
    async with door(tmp_path, ONE) as here:
        for why, payloads in DROPPED.items():
            for name, payload in payloads.items():
                before = counted()
                with structlog.testing.capture_logs() as lines:
                    assert not await here.takes(payload), (why, name)
                changed = {one: n - before[one] for one, n in counted().items() if n != before[one]}
                assert changed == {why: 1.0}, (why, name)
                traces = [line for line in lines if line["event"] == "slack_unheard"]
                assert [line["why"] for line in traces] == [why], (why, name)
                said = json.dumps(lines)
                assert not [one for one in (PRIVATE, MAI, EVE, ONE, OTHER) if one in said], name


async def test_what_was_nobodys_act_leaves_no_number_that_would_tell_of_answers(
    tmp_path: Path,
) -> None:
    async with door(tmp_path, ONE) as here:
        before = counted()
        with structlog.testing.capture_logs() as lines:
            for payload in QUIET.values():
                assert not await here.takes(payload)
        assert counted() == before
        assert lines == []
