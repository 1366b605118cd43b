"""In Teams a quoted reply names the message that it quotes, and an emoji the one beside it.

The shapes are those of Microsoft's documents and of Teams' own clients.
"""

from __future__ import annotations

import time
from typing import Any

import pytest

from adapters.teams.inbound.activities import to_arrived
from adapters.teams.inbound.arrivals import Happened
from bot.chat import Edited, Event, Reacted, Wrote
from bot.domain.words import Words
from tests.adapters.teams.support import activity

SERVICE, FIRST = "https://smba.example/", "1700000000123"
BLOCK = (
    '<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" '
    f'itemid="{FIRST}">\n<strong itemprop="mri" itemid="28:bot">Handrail</strong>'
    f'<span itemprop="time" itemid="{FIRST}"></span>\n'
    '<p itemprop="preview">What went well?</p>\n</blockquote>\n<p>hello</p>'
)
PLAIN = '<p>hello <blockquote>a quote of my own</blockquote> itemid="5"</p>'
REPLIES: dict[str, tuple[dict[str, Any], str | None]] = {
    "a quote in its HTML": (
        {"text": "hello", "attachments": [{"contentType": "text/html", "content": BLOCK}]},
        FIRST,
    ),
    "a mark in its text": ({"text": f'<quoted messageId="{FIRST}"/> hello'}, FIRST),
    "an edit of a reply": (
        {"text": f'<quoted messageId="{FIRST}"></quoted> hello', "type": "messageUpdate"},
        FIRST,
    ),
    "no reply": ({"text": "hello"}, None),
    "a quote of nothing of ours": (
        {"text": "hello", "attachments": [{"contentType": "text/html", "content": PLAIN}]},
        None,
    ),
    "a file beside it": (
        {"text": "hello", "attachments": [{"contentType": "image/png", "content": BLOCK}]},
        None,
    ),
}


def event_of(**more: Any) -> Event:
    arrived = to_arrived(activity(SERVICE, **more))
    assert isinstance(arrived, Happened)
    return arrived.event


@pytest.mark.parametrize("how", REPLIES)
def test_a_reply_names_the_message_that_it_quotes(how: str) -> None:
    more, named = REPLIES[how]
    event = event_of(**more)
    assert isinstance(event.what, Wrote | Edited)
    assert event.in_reply_to == named
    if named is not None:
        assert event.what.text == Words("hello")


def test_a_text_that_only_looks_like_many_quotes_is_read_in_no_time() -> None:
    began = time.perf_counter()
    event_of(text="<blockquote " * 3000)
    event_of(text='<quoted messageId="' * 2000)
    assert time.perf_counter() - began < 1


def reaction(**more: Any) -> dict[str, Any]:
    kinds = {"type": "messageReaction", "reactionsAdded": [{"type": "like"}], "replyToId": FIRST}
    return activity(SERVICE, None, **{**kinds, **more})


def test_an_emoji_is_known_by_the_message_beside_which_it_stands() -> None:
    found = [to_arrived(reaction(reactionsAdded=[{"type": kind}])) for kind in ("like", "sad")]
    events = [one.event for one in found if isinstance(one, Happened)]
    assert [one.what for one in events] == [Reacted(), Reacted()]
    assert {one.in_reply_to for one in events} == {FIRST}
    assert len({one.id for one in events}) == 1


@pytest.mark.parametrize(
    "more",
    [
        {"reactionsAdded": [], "reactionsRemoved": [{"type": "like"}]},
        {"replyToId": None},
        {"conversation": {"id": "19:c", "conversationType": "channel", "tenantId": "t"}},
    ],
)
def test_an_emoji_that_was_taken_away_or_stands_elsewhere_is_not_taken(more: Any) -> None:
    more = {"channelData": {}} | more
    assert to_arrived(reaction(**more)) is None
