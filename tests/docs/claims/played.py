"""One engagement, played on a real store with three clients, and what lay where at each step."""

from __future__ import annotations

import io
import json
import logging
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, redirect_stderr
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog

from bot.chat import Document
from bot.plain import to_plain
from storage import OpenedStore, open_store
from tests.world import Chatter, World, joined

CLIENT, COACH = "zebraclient", "zebracoach"
PRIVATE, SHARED, UNKEPT, SEARCHED = (
    f"zebra{what}" for what in ("kept", "shared", "left", "sought")
)
MARKERS = (PRIVATE, SHARED, UNKEPT, SEARCHED, CLIENT, COACH, "noraclient", "lenaclient")
Rows = list[dict[str, Any]]


@dataclass
class Played:
    """`during` and `after` are copies of the data folder, before the erase and after the turn.

    Texts are what people saw. `arrived` counts what came to the client who stopped, at the stop and
    two months later.
    """

    during: Path
    after: Path
    log: str = ""
    coach_before_code: str = ""
    coach_after_code: str = ""
    digest: str = ""
    digest_later: str = ""
    taken_back: str = ""
    held: str = ""
    held_files: list[str] = field(default_factory=list)
    certificate: str = ""
    unkept_answer: str = ""
    arrived: tuple[int, int] = (0, 0)
    epochs: tuple[int, int] = (0, 0)


async def play(place: Path) -> Played:
    """Plays it all, and leaves the two copies in `place`."""
    played, log = Played(place / "during", place / "after"), io.StringIO()
    handler = logging.StreamHandler(log)
    logging.getLogger().addHandler(handler)
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(log))
    try:
        with redirect_stderr(log):
            opened = await open_store(place / "data", None, "organisation")
            try:
                await _live(opened, place, played)
            finally:
                await opened.close()
        shutil.copytree(place / "data", played.after)
    finally:
        logging.getLogger().removeHandler(handler)
        structlog.reset_defaults()
    played.log = log.getvalue()
    return played


async def _live(opened: OpenedStore, place: Path, played: Played) -> None:
    world = World(opened.store)
    client, coach = await joined(world, CLIENT.title(), COACH.title(), client=CLIENT, coach=COACH)
    nora, _ = await joined(world, "Noraclient", "Ina", client="noraclient", coach="ina", keep=False)
    lena, _ = await joined(world, "Lenaclient", "Ole", client="lenaclient", coach="ole")
    await _a_code(world, coach, played)
    await world.until(world.clock.now() + timedelta(days=4))
    await _shares(client, coach, played)
    played.unkept_answer = seen(await nora.writes(f"{UNKEPT} was mine"))
    await world.until(world.clock.now() + timedelta(days=4))
    await client.presses("3")
    await client.writes(f"{PRIVATE} was my plan")
    await client.writes(f"my words {SEARCHED}")
    played.held = seen(await client.writes("what do you hold"))
    played.held_files = files(await client.presses("Give me all of it as a file"))
    copied = place / "data"
    shutil.copytree(copied, played.during)
    await _takes_back(client, coach, played)
    await lena.writes("stop")
    stopped = arrived(world, lena)
    await world.until(world.clock.now() + timedelta(days=60))
    played.arrived = stopped, arrived(world, lena)
    before = (await opened.keys.status()).epoch
    await client.writes("erase everything")
    played.certificate = seen(await client.presses("Erase everything"))
    await world.bot.tick()
    await opened.keys.turn(world.clock.now())
    played.epochs = before, (await opened.keys.status()).epoch


async def _a_code(world: World, coach: Chatter, played: Played) -> None:
    """Somebody uses a code of the coach's, and refuses; the coach looks before and after."""
    await coach.writes("invite")
    code = coach.code()
    played.coach_before_code = seen(await coach.writes("my clients"))
    other = world.person("other", "Other")
    await other.writes(code)
    await other.presses("Not now")
    played.coach_after_code = seen(await coach.writes("my clients"))


async def _shares(client: Chatter, coach: Chatter, played: Played) -> None:
    await client.writes(f"{SHARED} went well")
    await client.writes("my words")
    await client.presses(f"Share with {COACH.title()}")
    await client.presses("Yes")
    await client.presses("Share exactly this")
    played.digest = seen(await coach.writes("digest"))


async def _takes_back(client: Chatter, coach: Chatter, played: Played) -> None:
    await client.writes("who has seen this")
    played.taken_back = seen(await client.presses("Take it back"))
    await client.world.bot.tick()
    played.digest_later = seen(coach.shown)


def seen(messages: Sequence[Any]) -> str:
    return "\n".join(to_plain(message) for message in messages)


def files(messages: Sequence[Any]) -> list[str]:
    blocks = [block for message in messages for block in message.blocks]
    return [block.content.text for block in blocks if isinstance(block, Document)]


def arrived(world: World, person: Chatter) -> int:
    return sum(one.to == person.address for one in world.platform.arrived)


def rows(folder: Path, table: str, database: str = "handrail.db") -> Rows:
    """The rows of a table, as whoever has the file reads them."""
    with closing(sqlite3.connect(folder / database)) as db:
        db.row_factory = sqlite3.Row
        return [dict(row) for row in db.execute(f'SELECT * FROM "{table}"')]


def tables(folder: Path, database: str = "handrail.db") -> set[str]:
    with closing(sqlite3.connect(folder / database)) as db:
        named = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in named}


def markers_in(folder: Path) -> list[tuple[str, str]]:
    """Every (file, marker) in the folder, byte by byte."""
    found = []
    for file in folder.rglob("*"):
        content = file.read_bytes().lower() if file.is_file() else b""
        found += [
            (file.name, one) for one in MARKERS if any(look in content for look in looks(one))
        ]
    return found


def looks(marker: str) -> Iterator[bytes]:
    yield marker.encode()
    yield marker.encode("utf-16-le")
    yield marker.encode().hex().encode()


def as_json(texts: Sequence[str]) -> Any:
    return json.loads(next(text for text in texts if text.lstrip().startswith("{")))
