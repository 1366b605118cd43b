"""Plays an engagement through a Slack that others wrote: by signed HTTP, and by the socket."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from adapters.slack.outbound.render import quotes_in
from bot.domain.people import Address
from tests.adapters.slack.live_slack import LiveSlack, live_slack, settings_for
from tests.peers.local_slack import (
    APP,
    BOT,
    CHANNEL,
    DANIEL,
    MAI,
    PATIENCE,
    SECRET,
    TEAM,
    Json,
    LocalSlack,
    free_port,
    local_slack,
    needed,
)

pytestmark = needed

WORDS = "I said no to a meeting & it felt <odd>, but *good* 🙂"
AS_SLACK_SENDS_IT = WORDS.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
CODE = re.compile(r"\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){2}\b")

Both = tuple[LocalSlack, LiveSlack]


@asynccontextmanager
async def connected(mode: str, folder: Path) -> AsyncIterator[Both]:
    port = free_port()
    given: dict[str, Any] = {"slack_bot_token": "xoxb-local"}
    if mode == "socket":
        given["slack_app_token"] = f"xapp-1-{APP}-local"
    else:
        given["slack_signing_secret"] = SECRET
    async with AsyncExitStack() as stack:
        peer = local_slack(folder, mode, f"http://127.0.0.1:{port}/slack/events")
        slack = await stack.enter_async_context(peer)
        settings = settings_for(slack.api, **given)
        here = await stack.enter_async_context(live_slack(settings, folder, port))
        if mode == "socket":
            await until(lambda: _is_connected(slack))
        yield slack, here


@pytest.fixture(params=["events", "socket"])
async def both(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Both]:
    async with connected(request.param, tmp_path) as found:
        yield found


async def test_an_engagement_from_the_code_to_the_erasure(both: Both) -> None:
    slack, here = both
    await joined(slack)
    await here.skip()
    await slack.reads(MAI, "What went well this week")

    await slack.says(MAI, AS_SLACK_SENDS_IT)
    assert WORDS in quotes(await slack.reads(MAI, "You wrote:"))
    await shares(slack)
    assert WORDS not in json.dumps(await slack.shown(DANIEL), ensure_ascii=False)

    while not await told(slack, DANIEL, "Shared with you"):
        await here.skip()
    assert WORDS in quotes(await slack.reads(DANIEL, "Shared with you"))

    await slack.says(MAI, "stop")
    await slack.reads(MAI, "Stopped.")
    before = len(await slack.shown(MAI))
    here.clock.forward(days=30)
    await here.bot.tick()
    assert len(await slack.shown(MAI)) == before

    await slack.says(MAI, "erase")
    await slack.reads(MAI, "Erase everything I hold about you?")
    await slack.presses(MAI, "Erase everything")
    certificate = await slack.reads(MAI, "I am deleting my own messages here")
    await here.desk.done()
    left = [m for m in await slack.shown(MAI) if m.get("user") == BOT]
    assert left == [certificate]
    async with here.store.transaction() as tx:
        assert await tx.person_at(Address("slack", TEAM, MAI)) is None


async def test_an_edit_or_deletion_in_slack_edits_or_deletes_here(both: Both) -> None:
    slack, here = both
    await joined(slack)
    await here.skip()
    await slack.reads(MAI, "What went well this week")
    written = await slack.says(MAI, "first words")
    await slack.reads(MAI, "You wrote:")
    await slack.edits(MAI, written, "other words")
    assert "other words" in quotes(await slack.reads(MAI, "other words"))
    await slack.deletes(MAI, written)
    await slack.reads(MAI, "You deleted that message")


async def test_a_command_in_a_channel_is_answered_in_private(both: Both) -> None:
    slack, here = both
    await slack.commands(MAI, "help", CHANNEL)
    await here.desk.done()
    assert [m for m in await slack.shown(MAI) if m.get("user") == BOT]
    seen = await slack.messages(CHANNEL)
    assert [m.get("subtype") for m in seen] == ["ephemeral"]
    assert "our own chat" in json.dumps(seen)


async def test_a_file_is_refused_kindly_and_never_fetched(both: Both) -> None:
    slack, _ = both
    await slack.uploads(MAI, "voice.m4a", b"\x00\x01")
    await slack.reads(MAI, "can't take files")
    assert not [e for e in await slack.log() if str(e["summary"]).startswith("download")]


async def test_a_mention_in_a_channel_is_refused_where_only_that_person_reads_it(
    both: Both,
) -> None:
    slack, _ = both
    await slack.says_in(CHANNEL, MAI, f"<@{BOT}> check in with everybody")
    await until(lambda: _are_there(slack, 2))
    seen = await slack.messages(CHANNEL)
    assert seen[-1]["subtype"] == "ephemeral"
    assert seen[-1]["ephemeral_to"] == MAI
    assert await slack.shown(MAI) == []


async def joined(slack: LocalSlack) -> None:
    """Joins a client and a coach, who agree to everything and choose a rhythm."""
    await slack.says(DANIEL, "invite")
    code = CODE.search(json.dumps(await slack.reads(DANIEL, "Here is a code")))
    assert code is not None
    await slack.presses(DANIEL, "Yes, once a week")
    await slack.reads(DANIEL, "It comes when something was shared")
    await slack.says(MAI, code[0])
    await slack.presses(MAI, "I agree")
    for asked in (
        "May I write in your hours",
        "May I keep what you write",
        "May I keep answers you choose",
    ):
        await slack.reads(MAI, asked)
        await slack.presses(MAI, "Yes")
    await slack.reads(MAI, "When may I write?")
    await slack.says(MAI, "Mondays and Thursdays 9-11")
    await slack.presses(MAI, "That's right")
    await slack.reads(MAI, "Your receipt")


async def shares(slack: LocalSlack) -> tuple[Json, Json]:
    """Shares what the client wrote last, for the first time. Returns preview and approval."""
    await slack.presses(MAI, "Share with daniel")
    await slack.reads(MAI, "May I pass on your words to your coach")
    await slack.presses(MAI, "Yes")
    preview = await slack.reads(MAI, "Exactly this, word for word")
    await slack.presses(MAI, "Share exactly this")
    return preview, await slack.reads(MAI, "Approved.")


def quotes(message: Json) -> list[str]:
    return quotes_in(message["blocks"])


async def told(slack: LocalSlack, user: str, part: str) -> bool:
    return part in json.dumps(await slack.shown(user), ensure_ascii=False)


async def _is_connected(slack: LocalSlack) -> bool:
    """True once the socket is connected. Tests send nothing before that."""
    return "socket connected (hello)" in json.dumps(await slack.log())


async def _are_there(slack: LocalSlack, number: int) -> bool:
    return len(await slack.messages(CHANNEL)) >= number


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not await holds():  # noqa: ASYNC110
            await asyncio.sleep(0.02)
