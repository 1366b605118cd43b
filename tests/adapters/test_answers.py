"""Answers on every platform: said once more as plain text, counted where they fail, never queued
behind another chat's.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from adapters.slack.adapter import SlackAdapter
from adapters.slack.outbound.outcomes import NEVER
from adapters.slack.sending import MOST_LOOKS
from adapters.teams.adapter import TeamsAdapter
from bot.chat import (
    Button,
    Buttons,
    Event,
    Form,
    Heading,
    Message,
    Pressed,
    Quote,
    Text,
    TextField,
)
from bot.domain.people import Address
from bot.domain.words import Words
from bot.metrics import METRICS
from bot.plain import without_words
from tests.adapters.slack.fake_slack import TEAM
from tests.adapters.slack.fake_slack import Fault as SlackFault
from tests.adapters.slack.wire import wired
from tests.adapters.teams.connector_peer import Fault as TeamsFault
from tests.adapters.teams.support import TENANT, chat_of, conversation_of, teams

SECRET = "my boss is a thief"
ANSWER = Message(
    "answer",
    "A note",
    (
        Heading("Yours"),
        Text("You wrote <this>:"),
        Quote(Words(SECRET)),
        Buttons((Button("Keep private", "act:yes"), Button("Don't keep", "act:no"))),
        Form("form:x", (TextField("what", "What", Words(SECRET)),), "Send"),
    ),
)
PLAIN = "Yours\nYou wrote <this>:\n“…”\n• Keep private\n• Don't keep\n…"


@dataclass
class Stage:
    """One platform with somebody who writes. `fails` makes the next calls fail, in order."""

    adapter: SlackAdapter | TeamsAdapter
    person: Callable[[str], Address]
    fails: Callable[[str, int], None]
    shown: Callable[[str], list[Any]]
    reads: Callable[[], int] = lambda: 0
    numbers: list[int] = field(default_factory=list)

    async def answers(self, user: str = "MAI") -> None:
        self.numbers.append(1)
        event = Event(f"e{len(self.numbers)}", self.person(user), Words("Mai"), Pressed("x"))
        await self.adapter.answer(event, [ANSWER])


# By kind of failure: what Slack answers, and what Teams.
SLACK = {
    "bad drawing": SlackFault("invalid_blocks"),
    "too long": SlackFault("msg_too_long"),
    "person gone": SlackFault("channel_not_found"),
    "unsure": SlackFault(status=502),
    "dropped": SlackFault(drop=True),
    "asked to wait": SlackFault("ratelimited", 429, "5"),
    "not just now": SlackFault("token_expired"),
}
TEAMS = {
    "bad drawing": TeamsFault(400, {"error": {"code": "BadSyntax"}}),
    "too long": TeamsFault(413, {"error": {"code": "MessageSizeTooBig"}}),
    "person gone": TeamsFault(403, {"error": {"subCode": "MessageWritesBlocked"}}),
    "unsure": TeamsFault(500),
    "dropped": TeamsFault(drop=True),
    "asked to wait": TeamsFault(429, headers={"Retry-After": "5"}),
    "not just now": TeamsFault(502),
}


@asynccontextmanager
async def on_slack(folder: Path, **more: Any) -> AsyncIterator[Stage]:
    async with wired(folder, **more) as wire:

        def fails(kind: str, times: int) -> None:
            wire.slack.faults["chat.postMessage"] = [SLACK[kind]] * times

        yield Stage(
            wire.adapter,
            lambda user: Address("slack", TEAM, f"U0{user}"),
            fails,
            lambda user: wire.slack.shown(f"U0{user}"),
            lambda: wire.slack.counted()["conversations.history"],
        )


@asynccontextmanager
async def on_teams(folder: Path) -> AsyncIterator[Stage]:
    async with teams(folder) as there:
        for user in ("MAI", "BEN", "ANA"):
            await there.rows.remember(chat_of(there.peer.address, user))

        def fails(kind: str, times: int) -> None:
            there.peer.faults = [TEAMS[kind]] * times

        yield Stage(
            there.adapter,
            lambda user: Address("teams", TENANT, user),
            fails,
            lambda user: there.peer.messages(conversation_of(user)),
        )


On = Callable[[Path], AbstractAsyncContextManager[Stage]]
PLATFORMS: dict[str, On] = {
    "slack": lambda folder: on_slack(folder, slack_history="limited"),
    "teams": on_teams,
}


def failures() -> float:
    exposed = METRICS.exposed().decode()
    return next(
        sample.value
        for family in text_string_to_metric_families(exposed)
        for sample in family.samples
        if sample.name == "handrail_failures_total" and sample.labels == {"kind": "answer"}
    )


# Kind of failure, how often in a row, is the answer shown, and does the platform count as ill.
CASES = [
    ("bad drawing", 0, True, False),
    ("bad drawing", 1, True, False),
    ("too long", 1, True, False),
    ("bad drawing", 2, False, False),
    ("person gone", 1, False, False),
    ("unsure", 1, False, True),
    ("dropped", 1, False, True),
    ("asked to wait", 2, True, False),
    ("asked to wait", 9, False, True),
    ("not just now", 2, True, False),
    ("not just now", 9, False, True),
]


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize(("kind", "times", "shown", "ill"), CASES)
async def test_each_failure_is_counted_or_got_over(
    platform: str, kind: str, times: int, shown: bool, ill: bool, tmp_path: Path
) -> None:
    async with PLATFORMS[platform](tmp_path) as stage:
        before = failures()
        stage.fails(kind, times)
        await stage.answers()
        assert len(stage.shown("MAI")) == shown
        assert failures() - before == (not shown)
        assert stage.adapter.answers_fail is ill
        stage.fails(kind, 0)
        await stage.answers("BEN")
        assert not stage.adapter.answers_fail


@pytest.mark.parametrize("platform", PLATFORMS)
async def test_the_plain_text_says_all_but_a_persons_words(platform: str, tmp_path: Path) -> None:
    """A notification shows a bare text, and an erase would not find words in it."""
    assert without_words(ANSWER) == PLAIN
    async with PLATFORMS[platform](tmp_path) as stage:
        stage.fails("bad drawing", 1)
        await stage.answers()
        (said,) = stage.shown("MAI")
        assert not said.get("blocks")
        assert not said.get("attachments")
        told = str(said["text"]).replace("&lt;", "<").replace("&gt;", ">").replace("\u2060", "")
        assert told == PLAIN
        assert SECRET not in str(said)


def test_each_way_in_which_slack_refuses_a_drawing_is_met() -> None:
    met = {error for error, word in NEVER.items() if word in ("not_drawable", "too_long")}
    assert {"invalid_blocks", "invalid_blocks_format", "msg_too_long", "no_text"} <= met


@pytest.mark.parametrize("times", [1, 3, 9])
async def test_an_unsure_answer_reads_the_history_three_times_at_most(
    times: int, tmp_path: Path
) -> None:
    async with on_slack(tmp_path) as stage:
        stage.fails("dropped", times)
        await stage.answers()
        assert 1 <= stage.reads() <= MOST_LOOKS
        assert len(stage.shown("MAI")) == (times == 1)


@pytest.mark.parametrize("platform", PLATFORMS)
async def test_one_chats_wait_holds_up_no_other(
    platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mai's answer waits for a time that never ends here; Ben's is shown meanwhile."""
    async with PLATFORMS[platform](tmp_path) as stage:
        waits = Waits()
        who_waits = stage.adapter._answers if platform == "slack" else stage.adapter
        monkeypatch.setattr(who_waits, "_sleep", waits)
        stage.fails("not just now", 1)
        mai = asyncio.create_task(stage.answers())
        await waits.begun.wait()
        await stage.answers("BEN")
        assert (len(stage.shown("MAI")), len(stage.shown("BEN"))) == (0, 1)
        waits.over.set()
        await mai
        assert len(stage.shown("MAI")) == 1


class Waits:
    """A sleep that lasts until a test ends it."""

    def __init__(self) -> None:
        self.begun, self.over = asyncio.Event(), asyncio.Event()

    async def __call__(self, seconds: float) -> None:
        self.begun.set()
        await self.over.wait()
