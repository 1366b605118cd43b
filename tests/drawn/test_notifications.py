"""What leaves by itself notifies once, with one line of ours that tells nothing."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from adapters.local.outbound import render as on_the_page
from adapters.slack.outbound.render import render as in_slack
from adapters.teams.outbound.render import render as in_teams
from bot.chat import Document, Message, Picture, Text
from bot.domain.limits import CARD_PART, LINE, NAME, NOTE, STEP_PART
from bot.domain.profile import LostNote
from bot.domain.share import SharedItem
from bot.domain.words import Words
from bot.messages import changed, check_ins, coaching, notes, sessions
from bot.messages.mine import steps_at_hand
from bot.text import Catalogue, catalogue
from tests import things
from tests.adapters.slack.block_kit import strings
from tests.drawn.everything import LANGUAGES, every_message
from tests.drawn.facts import CARD, CHANGE, DAY, ENGAGED, OFFER, STEP, WHO

Json = dict[str, Any]
# A lock screen shows about so much of one line.
ONE_LINE = 40
# It leaves to a mailbox alone, whose owner does not know the bot: its line is the mail's subject.
BY_MAIL = {"sponsor-mail": "sponsor-mail-subject"}


def slack_notifications(message: Message, *, unasked: bool) -> list[str]:
    """What a phone shows of each posting: `text`. A file that is shared notifies by itself."""
    postings = in_slack(message, unasked=unasked)
    files = [one.name for posting in postings for one in posting.files if one.block is None]
    return [posting.text for posting in postings] + files


def on_slacks_desktop(message: Message) -> list[str]:
    """What a desktop shows first of each posting: the beginning of its blocks."""
    return [next(iter(strings(one.blocks))) for one in in_slack(message, unasked=True)]


def teams_notifications(message: Message) -> list[str]:
    return [one["summary"] for one in in_teams(message, "29:reader", ["ticket"] * 9)]


def line_of(message: Message, language: str) -> str:
    """The one line of ours, which has no blank for anything of a person's."""
    return catalogue(language)(BY_MAIL.get(message.template, "summary"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_one_line_of_ours_for_a_notification(language: str) -> None:
    for message, unasked in every_message(language):
        line = line_of(message, language)
        assert 0 < len(line) <= ONE_LINE
        assert "\n" not in line
        assert message.summary == line, message.template
        assert set(slack_notifications(message, unasked=unasked)) - set(message.files) == {line}
        assert set(teams_notifications(message)) == {line}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_leaves_by_itself_notifies_once_and_shows_nothing(language: str) -> None:
    for message in [one for one, unasked in every_message(language) if unasked]:
        line = line_of(message, language)
        assert slack_notifications(message, unasked=True) == [line], message.template
        assert on_slacks_desktop(message) == [line]
        assert teams_notifications(message) == [line]
        assert not [one for one in message.blocks if isinstance(one, Document | Picture)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_of_each_kind_notifies_once(language: str) -> None:
    for message in _longest(catalogue(language)):
        assert len(slack_notifications(message, unasked=True)) == 1, message.template
        assert len(teams_notifications(message)) == 1, message.template


def test_the_page_notifies_nobody() -> None:
    """It shows what came to whoever has it open, and calls nothing of the browser's."""
    assert "summary" not in on_the_page(Message("t", "A note", (Text("Hello"),)))
    for file in Path("adapters/local/static").glob("*.js"):
        assert "Notification" not in file.read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_edited_message_says_so(language: str) -> None:
    """Slack marks no edit of blocks; so the message itself says that something was taken out."""
    say = catalogue(language)
    for items in ((), _shares(1)):
        message = coaching.digest_amended(say, items)
        assert message.blocks[-1] == Text(say("digest-taken-back"), quiet=True)


def test_only_a_digest_is_ever_edited() -> None:
    assert {file for file, call in _calls_of_adapters() if call == "edit"} == {"amend.py"}


def _longest(say: Catalogue) -> Sequence[Message]:
    """Each kind of delivery, as long as the limits allow."""
    name, note = Words("N" * NAME), Words("n" * NOTE.characters)
    part, card = Words("p" * STEP_PART.characters), Words("c" * CARD_PART.characters)
    step = replace(STEP, when=part, then=part, obstacle=part, strength=part)
    steps = tuple(replace(step, id=f"s{number}") for number in range(5))
    parts = dict.fromkeys(("introduction", "process", "fees", "confidentiality"), card)
    change = replace(CHANGE, parts=parts, before=Words("b" * 600))
    profile = replace(CARD, introduction=card, process=card, fees=card, confidentiality=card)
    page, rest = coaching.page(_shares(60))
    lost = tuple(LostNote(name, things.NOW) for _ in range(12))
    clients = {one.engagement_id for one in page}
    beside = coaching.DigestExtras("d1", clients, len(rest), lost=lost)
    one_long = coaching.page([replace(_shares(1)[0], body=Words("w" * LINE.characters))])[0]
    return (
        check_ins.check_in(say, replace(OFFER, question=None, steps=steps)),
        check_ins.check_in(say, OFFER, "reminder-hello"),
        notes.arrived(say, name, note),
        steps_at_hand.brought(say, step),
        sessions.after(say, OFFER, name),
        changed.asked_anew(say, ENGAGED, WHO, change, profile),
        coaching.digest(say, page, beside),
        coaching.digest(say, one_long, beside),
    )


def _shares(many: int) -> list[SharedItem]:
    """Each from another client, who wants to bring it to the next session."""
    return [
        SharedItem(
            share_id=f"h{number}",
            engagement_id=f"e{number}",
            client_name=Words("N" * NAME),
            heading=Words(f"On {DAY}, to a question"),
            body=Words("One sentence. " * 20),
            approved_at=things.NOW,
            until=things.LATER,
            purpose=things.share().purpose,
            new=True,
            seen=False,
            brings=True,
        )
        for number in range(many)
    ]


def _calls_of_adapters() -> list[tuple[str, str]]:
    """Every call of a method of an adapter's from the core: the file, and the method."""
    return [
        (file.name, call.func.attr)
        for file in Path("bot").rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call)
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name)
        if call.func.value.id == "adapter"
    ]
