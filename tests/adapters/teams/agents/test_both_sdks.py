"""The Agents SDK says to Teams what botbuilder says, and reads the same from its answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from adapters.teams.sdk.choosing import SdkName
from bot.chat import Message, Quote
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Own, Sent
from tests.adapters.teams.support import MAI, chat_of, message_of, teams
from tests.adapters.teams.test_sending import OUTCOMES
from tests.contracts.test_adapters import EVERYTHING

SHORT = message_of("Nothing is left.")


async def test_every_outcome_is_told_apart_with_the_agents_sdk_too(tmp_path: Path) -> None:
    async with teams(tmp_path, sdk="agents") as there:
        for number, (case, (fault, expected)) in enumerate(OUTCOMES.items()):
            to = Address("teams", f"tenant-{number}", MAI)
            await there.rows.remember(chat_of(there.peer.address, MAI, to.workspace))
            there.peer.faults = [fault]
            there.peer.calls.clear()
            outcome = await there.adapter.send(to, SHORT, "r")
            assert outcome == expected, case
            assert len(there.peer.calls) == 1, case


async def _said(folder: Path, sdk: SdkName) -> list[tuple[str, dict[str, Any]]]:
    """All that leaves for one message of every block: sent, edited, and deleted."""
    to = chat_of("").address
    folder.mkdir()
    async with teams(folder, sdk=sdk) as there:
        await there.rows.remember(chat_of(there.peer.address))
        for message in (EVERYTHING, Message("digest", "A note", (Quote(Words("a < b && c")),))):
            sent = await there.adapter.send(to, message, "r")
            assert isinstance(sent, Sent)
            assert isinstance(await there.adapter.edit(to, sent.message, SHORT), Sent)
        await there.adapter.clear(to, Own())
        await there.adapter.close()
        return [(method, _told(body, there.peer.address)) for method, body in there.peer.bodies]


def _told(body: dict[str, Any], address: str) -> dict[str, Any]:
    """Without what differs from one turn to the next, and from one peer to the next."""
    assert body.get("serviceUrl", address) == address
    return {key: one for key, one in body.items() if key not in ("serviceUrl", "replyToId")}


async def test_both_sdks_put_the_same_on_the_wire(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secrets.token_urlsafe", lambda _: "ticket")
    one, other = [await _said(tmp_path / sdk, sdk) for sdk in get_args(SdkName)]
    assert len(one) >= 4
    assert one == other
