"""A change or removal on the local page also works on older copies of its file."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from adapters.local.transcript import Transcript
from bot.domain.words import Words
from tests.adapters.support import OpenSealer, keyed_hash

Json = dict[str, Any]
THEIRS: Json = {"from": "bot", "text": "what goes"}
OWN: Json = {"from": "person", "text": "what stays"}
CHANGED: Json = {"from": "bot", "text": "nothing"}


class TroubledSealer(OpenSealer):
    """Raises `trouble` when a key is to be destroyed. Clear `open` to make sealing wait."""

    def __init__(self) -> None:
        super().__init__()
        self.trouble: Exception | None = None
        self.open = asyncio.Event()
        self.open.set()

    async def seal(self, owner: str, place: str, words: Words, at: datetime) -> bytes:
        await self.open.wait()
        return await super().seal(owner, place, words, at)

    async def forget(self, owner: str) -> None:
        if self.trouble is not None:
            raise self.trouble
        await super().forget(owner)


def is_theirs(entry: Json) -> bool:
    return bool(entry["from"] == "bot")


async def removed(transcript: Transcript) -> object:
    return await transcript.remove("client", is_theirs)


WAYS: list[tuple[Callable[[Transcript], Awaitable[object]], list[Json]]] = [
    (removed, [OWN]),
    (lambda transcript: transcript.change("client", "theirs", CHANGED), [CHANGED, OWN]),
    (lambda transcript: transcript.clear("client"), []),
]


@asynccontextmanager
async def opened(folder: Path, sealer: OpenSealer) -> AsyncIterator[Transcript]:
    folder.mkdir(exist_ok=True)
    transcript = await Transcript.open(folder / "local.db", sealer, keyed_hash)
    try:
        yield transcript
    finally:
        await transcript.close()


@asynccontextmanager
async def with_entries(folder: Path, sealer: OpenSealer) -> AsyncIterator[Transcript]:
    async with opened(folder, sealer) as transcript:
        await transcript.add("client", "theirs", THEIRS)
        await transcript.add("client", "own", OWN)
        await transcript.add("coach", "theirs", THEIRS)
        yield transcript


@pytest.mark.parametrize(("goes", "left"), WAYS, ids=["removed", "changed", "cleared"])
async def test_an_older_copy_opens_nothing_more_of_that_chat_and_all_of_the_others(
    tmp_path: Path, goes: Callable[[Transcript], Awaitable[object]], left: list[Json]
) -> None:
    sealer, now, before = OpenSealer(), tmp_path / "now", tmp_path / "before"
    async with with_entries(now, sealer) as transcript:
        shutil.copytree(now, before)
        await goes(transcript)
        assert await transcript.history("client") == left
    async with opened(before, sealer) as older:
        assert await older.history("client") == []
        assert await older.history("coach") == [THEIRS]
    async with opened(now, sealer) as again:
        assert await again.history("client") == left


async def test_the_file_and_its_log_hold_not_even_the_sealed_bytes(tmp_path: Path) -> None:
    async with with_entries(tmp_path, OpenSealer()) as transcript:
        await transcript.remove("coach", is_theirs)
        await removed(transcript)
        on_disk = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert bytes(255 - b for b in b"what goes") not in on_disk
        assert bytes(255 - b for b in b"what stays") in on_disk


async def test_where_nothing_goes_no_key_goes(tmp_path: Path) -> None:
    sealer = OpenSealer()
    async with with_entries(tmp_path, sealer) as transcript:
        assert await transcript.remove("client", lambda entry: False) == []
        assert not await transcript.change("client", "never", CHANGED)
    assert sealer.forgotten == {}


async def test_keys_that_a_crash_had_left_are_destroyed_at_the_next_start(tmp_path: Path) -> None:
    sealer, now, before = TroubledSealer(), tmp_path / "now", tmp_path / "before"
    async with with_entries(now, sealer) as transcript:
        shutil.copytree(now, before)
        sealer.trouble = OSError("killed here")
        with pytest.raises(OSError, match="killed"):
            await removed(transcript)
        assert await transcript.history("client") == [OWN]
    sealer.trouble = None
    async with opened(now, sealer) as again:
        assert await again.history("client") == [OWN]
    async with opened(before, sealer) as older:
        assert await older.history("client") == []


async def test_what_was_left_is_readable_also_when_whoever_asked_has_gone(tmp_path: Path) -> None:
    sealer = TroubledSealer()
    async with with_entries(tmp_path, sealer) as transcript:
        sealer.open.clear()
        asking = asyncio.ensure_future(removed(transcript))
        await asyncio.sleep(0.05)
        adding = asyncio.ensure_future(transcript.add("client", "later", CHANGED))
        await asyncio.sleep(0.05)
        asking.cancel()
        sealer.open.set()
        with pytest.raises(asyncio.CancelledError):
            await asking
        assert await adding
        assert await transcript.history("client") == [OWN, CHANGED]
    async with opened(tmp_path, sealer) as again:
        assert await again.history("client") == [OWN, CHANGED]


async def test_a_failure_half_way_leaves_everything_as_it_was(tmp_path: Path) -> None:
    async with with_entries(tmp_path, OpenSealer()) as transcript:
        await transcript._db.execute(
            "CREATE TRIGGER full BEFORE INSERT ON outdated BEGIN SELECT raise(ABORT, 'full'); END"
        )
        with pytest.raises(sqlite3.IntegrityError, match="full"):
            await removed(transcript)
        assert await transcript.history("client") == [THEIRS, OWN]
        await transcript._db.execute("DROP TRIGGER full")
        await removed(transcript)
        assert await transcript.history("client") == [OWN]
