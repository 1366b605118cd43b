"""The contract of every chat adapter. A new adapter takes part by itself: see `peer.found`."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from rich.console import Console

from adapters.local.adapter import LocalAdapter
from adapters.local.transcript import Transcript
from adapters.terminal import TerminalAdapter
from bot.chat import (
    Button,
    Buttons,
    ChoiceField,
    Document,
    Form,
    Heading,
    ManyField,
    Message,
    Option,
    Picture,
    Quote,
    Text,
    TextField,
)
from bot.documents.weeks import weeks_png
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Adapter, NotSent, Own, Sent, Unknown
from tests.adapters.support import OpenSealer, ScriptedDesk, keyed_hash
from tests.contracts.peer import DANIEL, MAI, Peer, found
from tests.fakes import START, FakeClock, FakePlatform

HOUR = timedelta(hours=1)
LATER = START + HOUR
FOUND = found()
ADAPTERS = ("local", "terminal", *FOUND, "fake")
EVERYTHING = Message(
    "everything",
    "A note",
    (
        Heading("A heading"),
        Text("A sentence"),
        Text("Small print", quiet=True),
        Picture(weeks_png([1, 2]), "A branch with 3 leaves"),
        Document("held.json", "A file", "application/json", Words('{"a": "<b>"}')),
        Quote(Words("[bold]not bold[/bold] <b>nor here</b> \u202e שלום 🧗🏽‍♀️\n  two")),
        Buttons((Button("Yes", "act:yes"), Button("No", "act:no"))),
        Form(
            "form:x",
            (
                TextField("when", "When", Words("later"), "for example", multiline=True),
                ChoiceField("every", "How often", (Option("1", "Every week"),), "1"),
                ManyField("days", "Days", (Option("MO", "Mon"), Option("TU", "Tue")), ("MO",)),
            ),
            "Send",
        ),
    ),
)


@asynccontextmanager
async def connected(name: str, folder: Path) -> AsyncIterator[Peer]:
    match name:
        case "local":
            transcript = await Transcript.open(folder / "local.db", OpenSealer(), keyed_hash)
            adapter = LocalAdapter(transcript)
            adapter.desk = desk = ScriptedDesk()

            def hour_passes() -> None:
                desk.at += HOUR

            yield Peer(adapter, hour_passes)
            await transcript.close()
        case "terminal":
            console = Console(file=io.StringIO(), width=100)
            terminal = TerminalAdapter(console, {"client": "Mai", "coach": "Daniel"})
            yield Peer(terminal, can_take_back=False)
        case name if name in FOUND:
            async with FOUND[name](folder) as peer:
                yield peer
        case _:
            clock = FakeClock()
            yield Peer(FakePlatform(clock), lambda: clock.forward(hours=1))


@pytest.fixture(params=ADAPTERS)
async def peer(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Peer]:
    async with connected(request.param, tmp_path) as opened:
        yield opened


@pytest.fixture
def adapter(peer: Peer) -> Adapter:
    return peer.adapter


async def test_a_message_that_was_sent_is_found_under_its_reference(adapter: Adapter) -> None:
    assert isinstance(await adapter.send(MAI, EVERYTHING, "ref-1"), Sent)
    assert isinstance(await adapter.find(MAI, "ref-1"), Sent | Unknown)


async def test_whoever_replies_to_a_message_names_it_by_what_the_adapter_told(
    adapter: Adapter,
) -> None:
    """Each part of a long message has a name, and a search after a crash tells the same ones."""
    sent = [await adapter.send(MAI, EVERYTHING, reference) for reference in ("ref-1", "ref-2")]
    names = [one.names for one in sent if isinstance(one, Sent)]
    assert all(names)
    assert not set(names[0]) & set(names[1])
    found_again = await adapter.find(MAI, "ref-1")
    assert not isinstance(found_again, Sent) or found_again.names == names[0]


async def test_a_message_that_was_never_sent_is_not_found(adapter: Adapter) -> None:
    assert isinstance(await adapter.find(MAI, "ref-2"), NotSent | Unknown)


async def test_every_kind_of_block_can_be_sent(adapter: Adapter) -> None:
    outcome = await adapter.send(DANIEL, EVERYTHING, "ref-3")
    assert isinstance(outcome, Sent)
    assert outcome.message


async def test_a_message_that_was_sent_can_be_edited_again_and_again(adapter: Adapter) -> None:
    sent = await adapter.send(DANIEL, EVERYTHING, "ref-4")
    assert isinstance(sent, Sent)
    for _ in range(2):
        assert await adapter.edit(DANIEL, sent.message, EVERYTHING) == sent


async def test_a_message_that_was_never_sent_cannot_be_edited(adapter: Adapter) -> None:
    assert await adapter.edit(DANIEL, "ref-5", EVERYTHING) == NotSent("gone")


CLEARS = [
    (Own(), ""),
    (Own(quoting=(Words("one"),)), "b"),
    (Own(quoting=(Words("on"),)), "abc"),
    (Own(quoting=(Words("two"), Words("one"))), ""),
    (Own(quoting=()), "abc"),
    (Own(since=LATER), "ab"),
    (Own(until=LATER), "c"),
    (Own(since=START, until=START), "abc"),
    (Own(until=LATER, quoting=(Words("one"),)), "bc"),
    (Own(since=LATER, quoting=(Words("two"),)), "abc"),
]


@pytest.mark.parametrize(("which", "left"), CLEARS)
async def test_the_bots_own_messages_are_deleted_where_every_condition_holds(
    peer: Peer, which: Own, left: str
) -> None:
    sent = {
        "a": await _sent(peer, MAI, "one"),
        "b": await _sent(peer, MAI, "two"),
        "other chat": await _sent(peer, DANIEL, "one"),
    }
    peer.hour_passes()
    sent["c"] = await _sent(peer, MAI, "one")
    for _ in range(2):
        await peer.adapter.clear(MAI, which)
    there = {
        name for name, posted in sent.items() if isinstance(await peer.adapter.edit(*posted), Sent)
    }
    assert there == ({*left, "other chat"} if peer.can_take_back else set(sent))


FORM = Form(
    "form:x",
    (TextField("when", "When", Words("one")), TextField("then", "Then", placeholder="two")),
    "Send",
)


@pytest.mark.parametrize(
    ("which", "goes"),
    [
        (Own(quoting=(Words("one"),)), True),
        (Own(quoting=(Words("two"),)), False),
        (Own(quoting=(), files=("held.json",)), False),
        (Own(quoting=(), answering="some message"), False),
    ],
)
async def test_a_form_goes_with_the_words_that_fill_it(peer: Peer, which: Own, goes: bool) -> None:
    message = Message("test", "A note", (Text("Here"), FORM))
    sent = await peer.adapter.send(MAI, message, "form")
    assert isinstance(sent, Sent)
    await peer.adapter.clear(MAI, which)
    if peer.can_take_back:
        there = isinstance(await peer.adapter.edit(MAI, sent.message, message), Sent)
        assert there is not goes


async def test_a_home_page_can_be_drawn_anew(adapter: Adapter) -> None:
    for language in ("de", None):
        await adapter.redraw_home(MAI, language)


async def test_after_a_clear_sending_goes_on(adapter: Adapter) -> None:
    await adapter.send(MAI, EVERYTHING, "ref-6")
    await adapter.clear(MAI, Own())
    assert isinstance(await adapter.send(MAI, EVERYTHING, "ref-7"), Sent)


async def _sent(peer: Peer, to: Address, words: str) -> tuple[Address, str, Message]:
    message = Message("quoted", "A note", (Text("You wrote:"), Quote(Words(words))))
    sent = await peer.adapter.send(to, message, f"{to.user}-{words}-{next(peer.numbers)}")
    assert isinstance(sent, Sent)
    return to, sent.message, message


async def test_an_adapter_names_its_platform(peer: Peer) -> None:
    assert peer.adapter.platform == peer.platform
