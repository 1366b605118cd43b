"""Text as Teams sends it: only what the person wrote here is the person's words."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.shared.json_values import NotUnderstoodError
from adapters.teams.inbound.activities import to_arrived
from adapters.teams.inbound.arrivals import Happened
from adapters.teams.inbound.html_words import read_html
from adapters.teams.inbound.replies import replied_to
from bot.chat import Edited, Wrote
from bot.text import catalogue
from tests.adapters.teams.odd_messages import ODD, forward, html
from tests.adapters.teams.support import Teams, activity, teams

SERVICE = "https://smba.trafficmanager.net/emea/"
HARD = "I want to kill myself"


@pytest.fixture
async def there(tmp_path: Path) -> AsyncIterator[Teams]:
    async with teams(tmp_path, served=True) as opened:
        yield opened


@pytest.mark.parametrize("name", ODD)
def test_only_what_the_person_wrote_here_is_read_as_theirs(name: str) -> None:
    odd = ODD[name]
    arrived = to_arrived(activity(SERVICE, None) | odd.sent)
    assert isinstance(arrived, Happened)
    assert isinstance(arrived.event.what, Wrote)
    assert arrived.event.what.text.text == odd.words
    assert (arrived.forwarded.text, arrived.files) == (odd.forwarded, odd.files)
    assert arrived.event.in_reply_to == replied_to(odd.sent) == odd.replied_to


@pytest.mark.parametrize("name", ODD)
def test_an_edit_is_read_as_the_message_is(name: str) -> None:
    odd = ODD[name]
    edit = activity(SERVICE, None, type="messageUpdate", channelData={"eventType": "editMessage"})
    arrived = to_arrived(edit | odd.sent)
    assert isinstance(arrived, Happened)
    assert isinstance(arrived.event.what, Edited)
    assert (arrived.event.what.text.text, arrived.event.what.undone) == (odd.words, False)


def test_an_undone_deletion_says_that_it_is_one() -> None:
    data = {"tenant": {"id": "11111111-1111-4111-8111-111111111111"}}
    restored = activity(
        SERVICE, "hello", type="messageUpdate", channelData=data | {"eventType": "undeleteMessage"}
    )
    arrived = to_arrived(restored)
    assert isinstance(arrived, Happened)
    assert isinstance(arrived.event.what, Edited)
    assert arrived.event.what.undone


def test_html_that_is_no_text_is_not_understood() -> None:
    with pytest.raises(NotUnderstoodError):
        to_arrived(activity(SERVICE, "", attachments=[html({"body": "<p>x</p>"})]))


@pytest.mark.parametrize(
    "hostile",
    [
        *("<a " * 9_000, "<blockquote>" * 3_000, "</blockquote>" * 3_000 + "ok", "<at>" * 9_000),
        *("<" * 39_000, '<p itemtype="' * 3_000, "&#" * 19_000, "<img alt='" * 4_000),
    ],
    ids=lambda text: text[:14],
)
def test_hostile_html_is_read_to_its_end(hostile: str) -> None:
    read = read_html(hostile, {"Handrail"})
    assert len(read.own) + len(read.forwarded) <= len(hostile)


async def test_a_forward_is_no_file_and_is_not_taken_as_words(there: Teams) -> None:
    alone = [html(forward("<p>We meet at nine.</p>"))]
    await there.posts(activity(there.peer.address, "We meet at nine.", attachments=alone))
    beside = [html("<p>look</p>" + forward("<p>We meet at ten.</p>"))]
    await there.posts(
        activity(there.peer.address, "look We meet at ten.", number=2, attachments=beside)
    )
    await there.endpoint.close()
    texts = [e.what.text.text for e in there.desk.accepted if isinstance(e.what, Wrote)]
    assert texts == ["look"]
    said = [str(one) for one in there.shown()]
    assert sum(catalogue("en")("teams-no-forwards") in one for one in said) == 2
    assert not any(catalogue("en")("teams-no-files") in one for one in said)


async def test_words_of_distress_are_heard_also_in_a_forward(there: Teams) -> None:
    sent = [html(forward(f"<p>{HARD}</p>"))]
    await there.posts(activity(there.peer.address, HARD, attachments=sent))
    (event,) = there.desk.accepted
    assert isinstance(event.what, Wrote)
    assert event.what.text.text == HARD
