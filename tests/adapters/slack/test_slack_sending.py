"""One attempt for each message, and the outcome afterwards."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.slack.history import NotReadNowError
from adapters.slack.outbound.outcomes import AGAIN, NEVER, UNSURE
from bot.chat import Document, Event, Message, Picture, Pressed, Quote, Text
from bot.documents.weeks import weeks_png
from bot.domain.words import Words
from bot.ports import NotSent, Own, Sent, Unknown
from tests.adapters.slack.fake_slack import Fault
from tests.adapters.slack.wire import CHAT, MAI, Wire, wired

NOTE = Message("note", "A note", (Text("Hello."), Quote(Words("as it was"))))
LONG = Message("long", "A note", tuple(Text(f"Number {n}. " + "word " * 500) for n in range(9)))
DRAWN = Message("drawn", "A note", (Text("So far:"), Picture(weeks_png([1, 2]), "Three leaves")))
FILED = Message(
    "file", "A note", (Text("Yours:"), Document("a.txt", "All of it", "text/plain", Words("x")))
)


async def test_a_message_is_one_request_and_its_metadata_says_nothing(wire: Wire) -> None:
    sent = await wire.adapter.send(MAI, NOTE, "delivery-1")
    assert isinstance(sent, Sent)
    (given,) = wire.slack.called("chat.postMessage")
    assert given["text"] == "A note"
    assert set(given["metadata"]) == {"event_type", "event_payload"}
    assert set(given["metadata"]["event_payload"]) == {"reference"}
    assert "delivery-1" not in str(given)
    assert given["unfurl_links"] is False
    assert given["parse"] == "none"


async def test_only_for_whom_it_is_set_the_text_says_the_message(tmp_path: Path) -> None:
    """An edit, too: a screen reader shall not read what was taken out."""
    for named, said in ((f"U0OTHER,{MAI.user}", "Hello.\nas it was"), ("U0OTHER", "A note")):
        async with wired(tmp_path / named, slack_read_aloud=named) as wire:
            await wire.adapter.send(MAI, NOTE, "delivery-1")
            await wire.adapter.edit(MAI, f"{CHAT}|1.0|", NOTE)
            (sent,) = wire.slack.called("chat.postMessage")
            (edited,) = wire.slack.called("chat.update")
            assert sent["text"] == edited["text"] == said
            assert sent["blocks"][0]["type"] == "context"


Does = Callable[[Wire], Awaitable[object]]
METHODS: list[tuple[str, Does]] = [
    ("chat.postMessage", lambda w: w.adapter.send(MAI, NOTE, "r")),
    ("chat.update", lambda w: w.adapter.edit(MAI, f"{CHAT}|1.0|", NOTE)),
    ("conversations.open", lambda w: w.adapter.send(MAI, NOTE, "r")),
    ("views.publish", lambda w: w.adapter.homes.show(_visitor())),
]


@pytest.mark.parametrize("after", [True, False])
@pytest.mark.parametrize(("method", "does"), METHODS)
async def test_a_dropped_connection_is_never_followed_by_a_second_request(
    tmp_path: Path, method: str, does: Does, after: bool
) -> None:
    """slack_sdk's own client would send a second one."""
    async with wired(tmp_path, slack_history="limited") as wire:
        wire.slack.faults[method] = [Fault(drop=True, after=after)]
        await does(wire)
        assert wire.slack.counted()[method] == 1


async def test_what_was_taken_and_not_answered_is_unknown_at_once_and_then_found(
    wire: Wire,
) -> None:
    wire.slack.faults["chat.postMessage"] = [Fault(drop=True, after=True)]
    assert await wire.adapter.send(MAI, NOTE, "r") == Unknown("no_answer")
    assert wire.slept == []
    assert isinstance(await wire.adapter.find(MAI, "r"), Sent)
    assert len(wire.slack.shown(MAI.user)) == 1


async def test_what_never_arrived_is_not_found(wire: Wire) -> None:
    wire.slack.faults["chat.postMessage"] = [Fault(drop=True)]
    await wire.adapter.send(MAI, NOTE, "r")
    assert await wire.adapter.find(MAI, "r") == NotSent("not_found")


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        ("conversations.history", Fault(status=503)),
        ("conversations.history", Fault(drop=True)),
        ("conversations.history", Fault("ratelimited", 429, "30")),
        ("conversations.history", Fault("token_expired")),
        ("conversations.open", Fault("internal_error")),
    ],
)
async def test_a_history_that_cannot_be_read_now_may_be_read_later(
    wire: Wire, method: str, fault: Fault
) -> None:
    """`Unknown` would be final."""
    wire.slack.faults[method] = [fault]
    with pytest.raises(NotReadNowError):
        await wire.adapter.find(MAI, "r")
    assert wire.slept == []
    wire.clock.forward(seconds=30)
    assert await wire.adapter.find(MAI, "r") == NotSent("not_found")


@pytest.mark.parametrize("error", ["account_inactive", "missing_scope", "channel_not_found"])
async def test_a_history_that_is_refused_for_good_says_so(wire: Wire, error: str) -> None:
    wire.slack.faults["conversations.history"] = [Fault(error)]
    assert await wire.adapter.find(MAI, "r") == Unknown("history_not_readable")


async def test_where_the_app_is_gone_nothing_can_be_found(wire: Wire) -> None:
    wire.slack.tokens.clear()
    assert await wire.adapter.find(MAI, "r") == Unknown("history_not_readable")


async def test_half_of_a_message_is_left_alone_while_the_rest_may_not_be_listed_yet(
    wire: Wire,
) -> None:
    wire.slack.faults["chat.postMessage"] = [None, Fault(drop=True, after=True)]
    assert await wire.adapter.send(MAI, LONG, "r") == Unknown("no_answer")
    with pytest.raises(NotReadNowError):
        await wire.adapter.find(MAI, "r")
    assert len(wire.slack.shown(MAI.user)) == 2
    wire.clock.forward(seconds=10)
    assert await wire.adapter.find(MAI, "r") == NotSent("not_found")
    assert wire.slack.shown(MAI.user) == []


async def test_where_histories_are_not_to_be_read_the_outcome_stays_unknown(
    tmp_path: Path,
) -> None:
    async with wired(tmp_path, slack_history="limited") as wire:
        wire.slack.faults["chat.postMessage"] = [Fault(drop=True, after=True)]
        assert await wire.adapter.send(MAI, NOTE, "r") == Unknown("no_answer")
        assert await wire.adapter.find(MAI, "r") == Unknown("history_not_readable")
        assert not wire.slack.called("conversations.history")


async def test_after_a_limit_nothing_goes_there_before_its_time(wire: Wire) -> None:
    wire.slack.faults["chat.postMessage"] = [Fault("ratelimited", 429, "30")]
    assert await wire.adapter.send(MAI, NOTE, "r") == limited(30)
    wire.clock.forward(seconds=29)
    assert await wire.adapter.send(MAI, NOTE, "r") == limited(1)
    assert wire.slack.counted()["chat.postMessage"] == 1
    wire.clock.forward(seconds=1)
    assert isinstance(await wire.adapter.send(MAI, NOTE, "r"), Sent)


@pytest.mark.parametrize("error", sorted(NEVER))
async def test_what_slack_refuses_for_good_is_not_tried_again(wire: Wire, error: str) -> None:
    wire.slack.faults["chat.postMessage"] = [Fault(error)]
    assert await wire.adapter.send(MAI, NOTE, "r") == NotSent(NEVER[error])


@pytest.mark.parametrize("error", sorted(AGAIN))
async def test_what_slack_refuses_for_now_is_tried_again(wire: Wire, error: str) -> None:
    wire.slack.faults["chat.postMessage"] = [Fault(error)]
    word = AGAIN[error]
    expected = limited(30) if word == "rate_limited" else NotSent(word, timedelta(0))
    assert await wire.adapter.send(MAI, NOTE, "r") == expected


@pytest.mark.parametrize(
    "fault", [*(Fault(error) for error in sorted(UNSURE)), Fault(status=502), Fault(status=200)]
)
async def test_what_slack_is_not_sure_of_is_unknown(tmp_path: Path, fault: Fault) -> None:
    async with wired(tmp_path, slack_history="limited") as wire:
        wire.slack.faults["chat.postMessage"] = [fault]
        assert isinstance(await wire.adapter.send(MAI, NOTE, "r"), Unknown)


async def test_an_unknown_error_of_slacks_is_a_refusal_in_a_word_of_ours(wire: Wire) -> None:
    wire.slack.faults["chat.postMessage"] = [Fault("Mai is on holiday")]
    assert await wire.adapter.send(MAI, NOTE, "r") == NotSent("refused")


async def test_a_deactivated_user_is_known_when_their_chat_is_opened(wire: Wire) -> None:
    wire.slack.faults["conversations.open"] = [Fault("user_disabled")]
    assert await wire.adapter.send(MAI, NOTE, "r") == NotSent("user_deactivated")
    assert not wire.slack.called("chat.postMessage")


async def test_a_wrong_token_sends_nothing(wire: Wire) -> None:
    wire.slack.tokens.clear()
    assert await wire.adapter.send(MAI, NOTE, "r") == NotSent("app_removed")


async def test_nothing_listening_is_certain_and_tried_again(wire: Wire) -> None:
    wire.adapter._chats._calls._calls._client.base_url = "http://127.0.0.1:9/api/"  # type: ignore[attr-defined]
    assert await wire.adapter.send(MAI, NOTE, "r") == NotSent("no_connection", timedelta(0))


async def test_nobody_is_disturbed_who_does_not_want_to_be(wire: Wire) -> None:
    at = wire.clock.at.timestamp()
    wire.slack.quiet[MAI.user] = at - 60, at + 3600
    outcome = await wire.adapter.send(MAI, NOTE, "r")
    assert outcome == NotSent("do_not_disturb", timedelta(hours=1))
    wire.clock.forward(hours=1)
    assert isinstance(await wire.adapter.send(MAI, NOTE, "r"), Sent)


async def test_a_quiet_time_that_cannot_be_read_holds_nothing_up(wire: Wire) -> None:
    wire.slack.faults["dnd.info"] = [Fault("missing_scope")]
    assert isinstance(await wire.adapter.send(MAI, NOTE, "r"), Sent)


async def test_a_long_message_comes_in_parts_a_second_apart(wire: Wire) -> None:
    sent = await wire.adapter.send(MAI, LONG, "r")
    assert isinstance(sent, Sent)
    parts = len(wire.slack.shown(MAI.user))
    assert parts > 1
    assert wire.slept == [1.1] * (parts - 1)
    assert await wire.adapter.find(MAI, "r") == sent


async def test_a_part_that_has_to_wait_does_so_and_no_part_comes_twice(wire: Wire) -> None:
    wire.slack.faults["chat.postMessage"] = [None, Fault("ratelimited", 429, "5")]
    sent = await wire.adapter.send(MAI, LONG, "r")
    assert isinstance(sent, Sent)
    texts = [str(m["blocks"]) for m in wire.slack.shown(MAI.user)]
    assert len(texts) == len(set(texts)) > 1
    assert 5.0 in wire.slept


async def test_what_cannot_be_finished_is_taken_back_before_it_is_tried_again(wire: Wire) -> None:
    wire.slack.faults["chat.postMessage"] = [None, Fault("ratelimited", 429, "600")]
    outcome = await wire.adapter.send(MAI, LONG, "r")
    assert outcome == limited(600)
    assert wire.slack.shown(MAI.user) == []


async def test_what_cannot_be_taken_back_is_never_sent_again(wire: Wire) -> None:
    wire.slack.faults["chat.postMessage"] = [None, Fault("channel_not_found")]
    wire.slack.faults["chat.delete"] = [Fault("cant_delete")] * 2
    assert await wire.adapter.send(MAI, LONG, "r") == Unknown("posted_in_part")


async def test_half_of_a_message_found_after_a_crash_is_taken_out(wire: Wire) -> None:
    await wire.adapter.send(MAI, LONG, "r")
    wire.slack.shown(MAI.user).pop()
    wire.clock.forward(seconds=10)
    assert await wire.adapter.find(MAI, "r") == NotSent("not_found")
    assert wire.slack.shown(MAI.user) == []


async def test_an_edit_that_has_become_shorter_leaves_no_old_part(wire: Wire) -> None:
    sent = await wire.adapter.send(MAI, LONG, "r")
    assert isinstance(sent, Sent)
    assert await wire.adapter.edit(MAI, sent.message, NOTE) == sent
    (left,) = wire.slack.shown(MAI.user)
    assert "as it was" in str(left)


async def test_a_picture_is_drawn_in_its_message_and_goes_with_it(wire: Wire) -> None:
    assert isinstance(await wire.adapter.send(MAI, DRAWN, "r"), Sent)
    (shown,) = wire.slack.shown(MAI.user)
    (image,) = [b for b in shown["blocks"] if b["type"] == "image"]
    assert wire.slack.files[image["slack_file"]["id"]]["bytes"].startswith(b"\x89PNG")
    assert image["alt_text"] == "Three leaves"
    await wire.adapter.clear(MAI, Own())
    assert wire.slack.shown(MAI.user) == []
    assert wire.slack.files == {}


async def test_a_picture_is_waited_for_until_slack_has_looked_at_it(wire: Wire) -> None:
    """We never read files, so the app needs no scope for it."""
    wire.slack.unready = 2
    assert isinstance(await wire.adapter.send(MAI, DRAWN, "r"), Sent)
    (shown,) = wire.slack.shown(MAI.user)
    assert "slack_file" in str(shown["blocks"])
    assert wire.slept == [0.0, 1.0, 2.0]
    assert not [method for method in wire.slack.counted() if method.startswith("files.i")]


async def test_a_picture_that_slack_does_not_take_in_time_is_said_in_its_sentence(
    wire: Wire,
) -> None:
    wire.slack.unready = 99
    assert isinstance(await wire.adapter.send(MAI, DRAWN, "r"), Sent)
    (shown,) = wire.slack.shown(MAI.user)
    assert "Three leaves" in str(shown["blocks"])
    assert wire.slack.files == {}


@pytest.mark.parametrize("method", ["files.getUploadURLExternal", "files.completeUploadExternal"])
async def test_a_picture_that_cannot_be_shown_is_said_in_its_sentence(
    wire: Wire, method: str
) -> None:
    wire.slack.faults[method] = [Fault("internal_error")]
    assert isinstance(await wire.adapter.send(MAI, DRAWN, "r"), Sent)
    (shown,) = wire.slack.shown(MAI.user)
    assert "Three leaves" in str(shown["blocks"])
    assert "slack_file" not in str(shown["blocks"])


async def test_a_file_goes_into_that_one_chat_and_is_deleted_there(wire: Wire) -> None:
    assert isinstance(await wire.adapter.send(MAI, FILED, "r"), Sent)
    (shared,) = wire.slack.called("files.completeUploadExternal")
    assert shared["channel_id"] == CHAT
    await wire.adapter.clear(MAI, Own())
    assert wire.slack.files == {}
    assert wire.slack.shown(MAI.user) == []


async def test_a_clear_leaves_what_the_person_wrote(wire: Wire) -> None:
    await wire.adapter.send(MAI, NOTE, "r")
    theirs = {"type": "message", "user": MAI.user, "text": "mine", "ts": wire.slack._stamp()}
    wire.slack.shown(MAI.user).append(theirs)
    await wire.adapter.clear(MAI, Own())
    assert wire.slack.shown(MAI.user) == [theirs]


async def test_a_clear_reads_on_through_every_page(wire: Wire) -> None:
    for number in range(3):
        await wire.adapter.send(MAI, NOTE, f"r{number}")
    one = wire.slack.shown(MAI.user)[0]
    wire.slack.chats[CHAT] = [one | {"ts": f"{1_700_000_000 + n}.000001"} for n in range(450)]
    await wire.adapter.clear(MAI, Own())
    await wire.adapter.stop()
    assert len(wire.slack.shown(MAI.user)) < 450
    assert all(given["channel"] == CHAT for given in wire.slack.called("chat.delete"))


async def test_an_answer_waits_its_turn_and_is_told_to_the_desk(wire: Wire) -> None:
    wire.slack.faults["chat.postMessage"] = [Fault("ratelimited", 429, "7")]
    answer = Message("note", "A note", (Text("Hello."),), reference="digest-1")
    await wire.adapter.answer(_visitor(), [answer])
    assert wire.slept == [7.0]
    ((to, reference, known_as),) = wire.desk.posts
    assert (to, reference) == (MAI, "digest-1")
    assert await wire.adapter.edit(MAI, known_as, NOTE) == Sent(known_as)


async def test_a_limit_on_opening_chats_is_the_whole_workspaces_too(wire: Wire) -> None:
    wire.slack.faults["conversations.open"] = [Fault("ratelimited", 429, "4")]
    assert await wire.adapter.send(MAI, NOTE, "r") == limited(4)


@pytest.mark.parametrize("lag", [0, 1])
async def test_an_answer_that_may_have_arrived_is_looked_for_before_it_is_posted_again(
    wire: Wire, lag: int
) -> None:
    """An answer is in no outbox, so the adapter waits for a history that lags."""
    wire.slack.lag = lag
    wire.slack.faults["chat.postMessage"] = [Fault(drop=True, after=True)]
    await wire.adapter.answer(_visitor(), [NOTE])
    assert len(wire.slack.shown(MAI.user)) == 1
    assert sum(wire.slept) == 10.0 * lag


async def test_an_answer_that_did_not_arrive_is_posted_again(wire: Wire) -> None:
    wire.slack.faults["chat.postMessage"] = [Fault(drop=True)]
    await wire.adapter.answer(_visitor(), [NOTE])
    assert len(wire.slack.shown(MAI.user)) == 1


async def test_an_answer_that_cannot_be_looked_for_is_not_posted_again(wire: Wire) -> None:
    wire.slack.faults["chat.postMessage"] = [Fault(drop=True)]
    wire.slack.faults["conversations.history"] = [None, Fault(status=503)]
    await wire.adapter.answer(_visitor(), [NOTE])
    assert wire.slack.counted()["chat.postMessage"] == 1


async def test_the_note_after_an_interruption_comes_once_however_often_it_is_tried(
    wire: Wire,
) -> None:
    """The core never repeats an answer, but may repeat this note after a second crash."""
    note = Message("interrupted", "A note", (Text("I was interrupted."),))
    await wire.adapter.answer(_visitor(), [NOTE])
    for _ in range(2):
        await wire.adapter.answer(_visitor(), [note])
    assert len(wire.slack.shown(MAI.user)) == 2
    wire.slack.faults["conversations.history"] = [Fault(status=503)]
    await wire.adapter.answer(Event("e2", MAI, Words("Mai"), Pressed("x")), [note])
    assert len(wire.slack.shown(MAI.user)) == 3


def limited(seconds: int) -> NotSent:
    return NotSent("rate_limited", timedelta(seconds=seconds), for_all=True)


def _visitor() -> Event:
    return Event("e1", MAI, Words("Mai"), Pressed("x"))
