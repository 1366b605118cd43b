"""Right before a request that shows something, each platform looks whether everything is halted.

A lot can pass between the gate and that request. An answer to somebody who wrote never looks.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime

import pytest

from adapters.mail.postman import Postman
from adapters.mail.smtp import SmtpReply, SmtpServer, SmtpStage
from adapters.slack.outgoing import OUTGOING
from adapters.slack.sdk.calls import CallFailedError, WebCalls
from adapters.teams.connector import Connector
from bot.ports import HaltedError, NotSent, Sent, leaving_by_itself

HALTED = NotSent("halted")


async def halted() -> NotSent | None:
    return HALTED


@pytest.mark.parametrize("method", [one.method for one in OUTGOING if one.carries])
async def test_slack_looks_before_each_method_that_carries_words(method: str) -> None:
    asked: list[str] = []

    class Tokens:
        async def token(self, workspace: str) -> str | None:
            return "xoxb"

    class Calls(WebCalls):
        async def once(self, name: str, arguments: object, authorization: str) -> dict[str, object]:
            asked.append(name)
            return {}

    calls = Calls("http://127.0.0.1/")
    calls.tokens = Tokens()
    for by_itself in (True, False):
        with leaving_by_itself(halted) if by_itself else nullcontext():
            if method == "upload":
                if by_itself:
                    with pytest.raises(CallFailedError):
                        await calls.upload("http://127.0.0.1/", b"")
                continue
            if by_itself:
                with pytest.raises(CallFailedError) as failed:
                    await calls.call("T1", method)
                assert failed.value.outcome == HALTED
            else:
                await calls.call("T1", method)
    assert asked == ([] if method == "upload" else [method])


async def test_slack_does_not_look_before_it_asks_or_deletes() -> None:
    asked: list[str] = []

    class Calls(WebCalls):
        async def once(self, name: str, arguments: object, authorization: str) -> dict[str, object]:
            asked.append(name)
            return {}

    class Tokens:
        async def token(self, workspace: str) -> str | None:
            return "xoxb"

    calls = Calls("http://127.0.0.1/")
    calls.tokens = Tokens()
    with leaving_by_itself(halted):
        for method in ("conversations.open", "chat.delete"):
            await calls.call("T1", method)
    assert asked == ["conversations.open", "chat.delete"]


async def test_teams_looks_after_it_has_its_token(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []

    async def token() -> str | None:
        steps.append("token")
        return "token"

    connector = object.__new__(Connector)
    monkeypatch.setattr(connector, "_token", token, raising=False)
    with leaving_by_itself(halted), pytest.raises(HaltedError):
        await connector._call("activity.send", "POST", "https://smba.example/v3")
    assert steps == ["token"]


class Server(SmtpServer):
    """A mail server that comes as far as the last line."""

    def hand_over(
        self,
        sender: str,
        to: str,
        content: bytes,
        clock: Callable[[], float] = lambda: 0.0,
        last_look: Callable[[], None] = lambda: None,
    ) -> SmtpReply:
        last_look()
        return SmtpReply(SmtpStage.ENDED, 250)


async def test_mail_looks_from_its_thread_before_the_last_line() -> None:
    server = Server("localhost", 25)
    postman = Postman(
        server, "bot@example.org", lambda *_: "0" * 40, lambda: datetime(2026, 11, 2, tzinfo=UTC)
    )
    told = ("a@example.org", "r", "en", "https://example.org/l", "https://example.org/s")
    with leaving_by_itself(halted):
        assert await postman.tell(*told) == HALTED
    assert isinstance(await postman.tell(*told), Sent)
    assert asyncio.get_running_loop().is_running()
