"""An invitation has a link that opens the chat with its code in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from adapters.teams.outbound.invitation import TEAMS_AT, chat_link, with_link
from bot.chat import Buttons, Event, Message, Text, Wrote
from bot.domain.words import Words
from bot.messages.coaching import invitation
from bot.text import catalogue, languages
from tests.adapters.teams.support import BOT, chat_of, teams

CODE = "KXPT-4M7Q-ABCD"
HERE = chat_of("https://smba.trafficmanager.net/emea/")
LINK = f"https://teams.microsoft.com/l/chat/0/0?users={BOT}&message={CODE}"


def invited(language: str = "en") -> Message:
    expires = datetime(2026, 12, 7, tzinfo=UTC)
    return invitation(catalogue(language), CODE, expires, date(2027, 2, 20), 12)


@pytest.mark.parametrize("language", languages())
def test_the_link_stands_with_the_code_above_the_buttons(language: str) -> None:
    plain, linked = invited(language), with_link(invited(language), HERE)
    at = linked.blocks.index(Text(LINK, quiet=True))
    assert isinstance(linked.blocks[at + 1], Buttons)
    assert [*linked.blocks[:at], *linked.blocks[at + 1 :]] == list(plain.blocks)


@pytest.mark.parametrize(
    ("service", "begins"),
    [
        ("https://smba.infra.gcc.teams.microsoft.com/teams/", "https://teams.microsoft.com/l/"),
        ("https://smba.infra.gov.teams.microsoft.us/teams/", "https://gov.teams.microsoft.us/l/"),
        ("https://smba.infra.dod.teams.microsoft.us/teams/", "https://dod.teams.microsoft.us/l/"),
    ],
)
def test_each_cloud_has_its_own_address(service: str, begins: str) -> None:
    assert chat_link(replace(HERE, service=service), CODE).startswith(begins)


@pytest.mark.parametrize("service", ["http://127.0.0.1:3978/", "https://teams.example.org/", ""])
def test_where_teams_is_not_known_the_code_goes_without_it(service: str) -> None:
    assert with_link(invited(), replace(HERE, service=service)) == invited()


def test_no_other_message_is_changed() -> None:
    other = Message("note", "A note", (Text("hello"),))
    assert with_link(other, HERE) == other


def _texts(card: Any) -> Iterator[str]:
    if isinstance(card, dict):
        for name, one in card.items():
            if name == "text":
                yield str(one)
            yield from _texts(one)
    elif isinstance(card, list):
        for one in card:
            yield from _texts(one)


async def test_it_is_shown_as_it_is_to_be_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TEAMS_AT, "127.0.0.1", "https://teams.microsoft.com")
    async with teams(tmp_path) as there:
        chat = chat_of(there.peer.address)
        await there.rows.remember(chat)
        event = Event("e1", chat.address, Words("Mai"), Wrote(Words("invite"), "m1"))
        await there.adapter.answer(event, [invited()])
        (shown,) = there.shown()
    assert LINK in list(_texts(shown["attachments"][0]["content"]))
