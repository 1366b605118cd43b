"""A picture's description says the same as the picture, and no log contains either."""

from __future__ import annotations

import io
import shutil
from base64 import b64decode
from pathlib import Path

from rich.console import Console

from adapters.local.adapter import LocalAdapter
from adapters.local.outbound import render
from adapters.local.transcript import Transcript
from adapters.terminal import TerminalAdapter
from bot.chat import Heading, Message, Picture
from bot.documents.weeks import weeks_png
from bot.domain.people import Address
from bot.plain import to_plain
from bot.ports import Own
from tests.adapters.support import OpenSealer, ScriptedDesk, keyed_hash

MAI = Address("local", "local", "client")
PNG = weeks_png([1, 2])
ALT = "A branch with 3 leaves, [bold]one[/bold] for each small step."
WINS = Message("wins", "A note", (Heading("Done"), Picture(PNG, ALT)))


def test_as_plain_text_it_is_its_sentence() -> None:
    assert to_plain(WINS) == f"DONE\n{ALT}"


def test_in_a_terminal_it_is_its_sentence_as_it_stands() -> None:
    console = Console(file=io.StringIO(), width=120)
    TerminalAdapter(console, {"client": "Mai"}).show("client", WINS)
    assert isinstance(console.file, io.StringIO)
    assert ALT in " ".join(console.file.getvalue().replace("│", " ").split())


def test_what_is_printed_of_a_picture_holds_nothing_of_the_drawing() -> None:
    assert repr(Picture(PNG, ALT)) == f"Picture(alt={ALT!r})"
    assert "PNG" not in repr(WINS)


def test_the_page_gets_the_very_drawing_and_the_room_that_it_needs() -> None:
    drawn = render(WINS)["blocks"][1]
    assert b64decode(drawn.pop("content")) == PNG
    width, height = drawn.pop("width"), drawn.pop("height")
    assert PNG[16:24] == (width * 2).to_bytes(4, "big") + (height * 2).to_bytes(4, "big")
    assert drawn == {"type": "picture", "alt": ALT}


async def test_it_lies_sealed_on_disk_and_cannot_be_had_from_an_older_copy_once_it_is_gone(
    tmp_path: Path,
) -> None:
    sealer, older = OpenSealer(), tmp_path / "older"
    older.mkdir()
    transcript = await Transcript.open(tmp_path / "local.db", sealer, keyed_hash)
    adapter = LocalAdapter(transcript)
    adapter.desk = ScriptedDesk()
    await adapter.send(MAI, WINS, "wins")
    drawn = render(WINS)["blocks"]
    assert [entry["blocks"] for entry in await adapter.history("client")] == [drawn]
    for file in tmp_path.glob("local.db*"):
        assert drawn[1]["content"].encode() not in file.read_bytes()
        shutil.copy(file, older)
    await adapter.clear(MAI, Own())
    assert await adapter.history("client") == []
    await transcript.close()
    copy = await Transcript.open(older / "local.db", sealer, keyed_hash)
    assert await copy.history("client") == []
    await copy.close()
