"""What every chat platform owes the core. A new adapter adds one `case` to `connected`."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
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
    Quote,
    Text,
    TextField,
)
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Adapter, NotSent, Own, Sent, Unknown
from tests.adapters.support import OpenSealer, ScriptedDesk, digest
from tests.fakes import START, FakeClock, FakePlatform

ADAPTERS = ("local", "terminal", "fake")
MAI = Address("local", "local", "client")
DANIEL = Address("local", "local", "coach")
EVERYTHING = Message(
    "everything",
    "A note",
    (
        Heading("A heading"),
        Text("A sentence"),
        Text("Small print", quiet=True),
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
async def connected(name: str, folder: Path) -> AsyncIterator[Adapter]:
    match name:
        case "local":
            transcript = await Transcript.open(folder / "local.db", OpenSealer(), digest)
            adapter = LocalAdapter(transcript)
            adapter.desk = ScriptedDesk()
            yield adapter
            await transcript.close()
        case "terminal":
            console = Console(file=io.StringIO(), width=100)
            yield TerminalAdapter(console, {"client": "Mai", "coach": "Daniel"})
        case _:
            yield FakePlatform(FakeClock())


@pytest.fixture(params=ADAPTERS)
async def adapter(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Adapter]:
    async with connected(request.param, tmp_path) as opened:
        yield opened


async def test_a_message_that_was_sent_is_found_under_its_reference(adapter: Adapter) -> None:
    assert isinstance(await adapter.send(MAI, EVERYTHING, "ref-1"), Sent)
    assert isinstance(await adapter.find(MAI, "ref-1"), Sent | Unknown)


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


async def test_what_was_never_sent_cannot_be_edited(adapter: Adapter) -> None:
    assert await adapter.edit(DANIEL, "ref-5", EVERYTHING) == NotSent("gone")


async def test_clearing_never_fails_and_sending_goes_on(adapter: Adapter) -> None:
    await adapter.send(MAI, EVERYTHING, "ref-6")
    for which in (Own(), Own(since=START, until=START), Own(quoting=Words("nobody said that"))):
        await adapter.clear(MAI, which)
    assert isinstance(await adapter.send(MAI, EVERYTHING, "ref-7"), Sent)


async def test_an_adapter_names_its_platform(adapter: Adapter) -> None:
    assert adapter.platform == "local"
