"""An invitation has a link to the chat in which its code is typed."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from adapters.slack.inbound.arrivals import Install
from adapters.slack.outbound.render import chat_link, with_link
from bot.chat import Buttons, Event, Message, Pressed, Text
from bot.domain.words import Words
from bot.messages.coaching import invitation
from bot.text import catalogue, languages
from tests.adapters.slack.fake_slack import APP, TEAM
from tests.adapters.slack.wire import MAI, Wire

HERE = Install("T1", "U1", app="A1")
LINK = "https://slack.com/app_redirect?app=A1&team=T1"


def invited(language: str = "en") -> Message:
    expires = datetime(2026, 12, 7, tzinfo=UTC)
    return invitation(catalogue(language), "KXPT-4M7Q", expires, date(2027, 2, 20), 12)


@pytest.mark.parametrize("language", languages())
def test_the_link_stands_with_the_code_above_the_buttons(language: str) -> None:
    plain, linked = invited(language), with_link(invited(language), HERE)
    at = linked.blocks.index(Text(LINK, quiet=True))
    assert isinstance(linked.blocks[at + 1], Buttons)
    assert [*linked.blocks[:at], *linked.blocks[at + 1 :]] == list(plain.blocks)


def test_in_a_whole_organisation_it_names_no_single_workspace() -> None:
    everywhere = Install("E1", "U1", app="A1", org_wide=True)
    assert chat_link(everywhere) == "https://slack.com/app_redirect?app=A1"


def test_where_the_app_is_not_known_the_code_goes_without_it() -> None:
    for unknown in (None, Install("T1", "U1")):
        assert with_link(invited(), unknown) == invited()


def test_no_other_message_is_changed() -> None:
    other = Message("note", "A note", (Text("hello"),))
    assert with_link(other, HERE) == other


async def test_it_arrives_with_the_code_and_is_text_and_no_link(wire: Wire) -> None:
    event = Event("e1", MAI, Words("Mai"), Pressed("invite"), None, "en")
    await wire.adapter.answer(event, [invited()])
    (posted,) = wire.slack.called("chat.postMessage")
    link = f"https://slack.com/app_redirect?app={APP}&team={TEAM}"
    shown = json.dumps(posted, ensure_ascii=False)
    assert link in shown
    assert f"<{link}" not in shown
