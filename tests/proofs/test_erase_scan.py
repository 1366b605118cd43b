"""After an erase nothing of the client is readable in any file, nor from an older backup.

The test plants markers in a real process and reads every file byte by byte. Then it compares the
certificate with what the scan found.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage import OpenedStore, RefusedError, open_store
from storage.keys.sealed import Sealed, SealedColumn
from storage.sql.schema import metadata
from tests.postgresql import Server, own_server
from tests.proofs.page_client import PagePerson, process
from tests.world import Chatter, World, joined

CLIENT, COACH = "zebraclient", "zebracoach"
LEFT = ("kept", "shared", "dropped", "when", "then", "hope", "feedback", "hard")
WORDS = tuple(f"zebra-{what}-marker" for what in LEFT)
NAMES = (CLIENT, CLIENT.capitalize())


def looks(marker: str) -> Iterable[bytes]:
    """Yields the marker as UTF-8, as UTF-16 and as hexadecimal text."""
    yield marker.encode()
    yield marker.encode("utf-16-le")
    yield marker.encode().hex().encode()


def found_in(folder: Path, markers: Sequence[str]) -> list[tuple[str, str]]:
    found = []
    for file in folder.rglob("*"):
        content = _content(file)
        found += [(file.name, m) for m in markers if any(look in content for look in looks(m))]
    return found


def _content(file: Path) -> bytes:
    """Reads a file. A journal may be deleted meanwhile; the database then has its content."""
    try:
        return file.read_bytes() if file.is_file() else b""
    except FileNotFoundError:
        return b""


async def live(client: PagePerson, coach: PagePerson) -> None:
    """Leaves all that a client can: words kept, shared and dropped, a step, a file, a receipt."""
    await coach.writes("invite")
    await client.writes(await coach.code())
    for label in ("I agree", "Yes", "Yes", "Yes"):
        await client.presses(label)
    await client.submits()
    await client.presses("That's right")
    await client.writes(WORDS[1])
    await client.writes("my words")
    await client.presses(f"Share with {COACH.capitalize()}")
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await client.writes(WORDS[0])
    await coach.writes("digest")
    await client.writes(WORDS[2])
    await client.presses("Don't keep")
    await client.writes("step")
    await client.submits(when=WORDS[3], then=WORDS[4])
    await client.writes("what do you hold")
    await client.presses("Give me all of it as a file")
    await client.writes("receipt")
    await client.presses("Two first questions")
    await client.writes(WORDS[5])
    await client.presses("Pass")
    await client.writes("feedback")
    await client.writes(WORDS[6])
    await client.presses("With my name")
    await client.writes("our next session")
    await client.presses("Set it …")
    await client.submits(day="in 9 days", time="10:00")
    await client.writes(f"I want to die, {WORDS[7]}")


async def test_on_sqlite_nothing_is_left_and_no_backup_brings_it_back(tmp_path: Path) -> None:
    place = tmp_path / "live"
    async with process(place) as run:
        client, coach = PagePerson(run, CLIENT), PagePerson(run, COACH)
        await live(client, coach)
        assert WORDS[1] in repr(await coach.chat())
    shutil.copytree(place, tmp_path / "backup")
    async with process(place) as run:
        client, coach = PagePerson(run, CLIENT), PagePerson(run, COACH)
        before = _epochs(tmp_path / "backup")
        await client.writes("erase everything")
        certificate = repr(await client.presses("Erase everything"))
        await _until_amended(coach)
        assert WORDS[1] not in repr(await coach.chat())
        assert "What you wrote yourself stays on this page until you press" in certificate
        own = [entry["text"] for entry in await client.chat() if entry["from"] == "person"]
        assert WORDS[0] in own
        theirs = [entry for entry in await client.chat() if entry["from"] == "bot"]
        assert not [m for m in WORDS if m in repr(theirs)]
        await client.clears()
        metrics = await run.text("metrics")
        await _until_turned(place, before)
        assert found_in(place, [*WORDS, *NAMES]) == []
    assert not [marker for marker in (*WORDS, *NAMES) if marker in metrics]
    assert found_in(place, [*WORDS, *NAMES]) == []
    await _is_readable(tmp_path / "backup" / "data")
    for database in ("handrail.db", "local.db"):
        for file in (place / "data").glob(f"{database}*"):
            file.unlink()
        for file in (tmp_path / "backup" / "data").glob(f"{database}*"):
            shutil.copy(file, place / "data" / file.name)
    async with process(place) as run:
        client, coach = PagePerson(run, CLIENT), PagePerson(run, COACH)
        assert "nothing about you" in repr(await client.writes("what do you hold"))
        assert WORDS[1] not in repr(await coach.chat())
        assert WORDS[1] not in repr(await coach.writes("digest"))
        assert not [m for m in WORDS if m in repr(await client.chat())]
    keys = place / "data" / "keys" / "keys.db"
    shutil.copy(tmp_path / "backup" / "data" / "keys" / "keys.db", keys)
    with pytest.raises(RefusedError):
        await open_store(place / "data", None, "organisation")


async def _until_amended(coach: PagePerson) -> None:
    for _ in range(100):
        if WORDS[1] not in repr(await coach.chat()):
            return
        await asyncio.sleep(0.1)


def _epochs(place: Path) -> set[str]:
    return {file.name for file in (place / "data" / "epochs").iterdir()}


async def _until_turned(place: Path, before: set[str]) -> None:
    """Waits until the next tick has removed the epoch that wrapped the destroyed keys."""
    for _ in range(150):
        if not _epochs(place) & before:
            return
        await asyncio.sleep(0.1)
    raise AssertionError("the epoch was not turned")


async def _is_readable(data: Path) -> None:
    """Checks that the backup with its keys holds the words, so that the search can find them."""
    opened = await open_store(data, None, "organisation")
    assert WORDS[0] in await _opened(opened)
    await opened.close()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server for this module alone, because every byte of its files is read."""
    with own_server() as started:
        yield started


@pytest.mark.parametrize("many", [False, True])
async def test_on_postgresql_nothing_is_left_and_no_backup_brings_it_back(
    server: Server, tmp_path: Path, many: bool
) -> None:
    """The keys lie in a file, or (`many`) on a server, as many processes have them."""
    url, keys_url = server.new_database(), server.new_database() if many else None
    opened = await open_store(tmp_path, url, "org", keys_url=keys_url)
    world = World(opened.store)
    client, coach = await joined(world, CLIENT, COACH)
    await _live_in_process(client, coach)
    assert WORDS[0] in await _opened(opened)
    await opened.close()
    backup, keys_backup = _copied(url), _copied(keys_url) if keys_url else None
    opened = await open_store(tmp_path, url, "org", keys_url=keys_url)
    world.store = opened.store
    await world.restart()
    await client.writes("erase everything")
    await client.presses("Erase everything")
    await world.bot.tick()
    await opened.keys.turn(world.clock.now())
    assert WORDS[1] not in coach.sees()
    assert not [m for m in (*WORDS, CLIENT) if m in await _opened(opened)]
    await opened.close()
    _checkpoint(url)
    assert found_in(server.folder, [*WORDS, CLIENT]) == []
    assert found_in(tmp_path, [*WORDS, CLIENT]) == []
    restored = await open_store(tmp_path, backup, "org", keys_url=keys_url)
    assert not [m for m in (*WORDS, CLIENT) if m in await _opened(restored)]
    again = World(restored.store, seed=2)
    again.events = count(10_000)
    again.person("client", CLIENT)
    assert "nothing about you" in repr(await again.people[client.address].writes("hold"))
    await restored.close()
    if keys_backup:
        with pytest.raises(RefusedError, match="is missing"):
            await open_store(tmp_path, backup, "org", keys_url=keys_backup)


async def test_the_scan_would_find_a_word_in_postgresqls_own_log(server: Server) -> None:
    url = server.new_database()
    with psycopg.connect(_plain(url), autocommit=True) as connection:
        connection.execute("CREATE TABLE plain (words text)")
        connection.execute("INSERT INTO plain VALUES ('zebra-planted-in-the-clear')")
        connection.execute("DELETE FROM plain")
    assert {name for name, _ in found_in(server.folder, ["zebra-planted-in-the-clear"])}


async def _live_in_process(client: Chatter, coach: Chatter) -> None:
    await client.writes(WORDS[0])
    await client.writes(WORDS[1])
    await client.asks_to_share(COACH)
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await coach.writes("digest")
    await client.writes(WORDS[2])
    await client.presses("Don't keep")
    await client.writes(f"when {WORDS[3]}, then {WORDS[4]}")
    await client.writes("step")
    await client.submits(when=WORDS[3], then=WORDS[4])


async def _opened(store: OpenedStore) -> str:
    """Returns, as one text, every sealed value that the keys of today can open."""
    engine: AsyncEngine = store.store._engine
    texts = []
    async with engine.connect() as connection:
        for table in metadata.sorted_tables:
            names = [c.name for c in table.c if isinstance(c.type, SealedColumn)]
            for row in (await connection.execute(select(table))).all() if names else ():
                for name in names:
                    texts.append(await _try(store, f"{table.name}.{name}", row, row._mapping[name]))
    return "\n".join(texts)


async def _try(store: OpenedStore, place: str, row: object, value: Sealed | None) -> str:
    if value is None:
        return ""
    key = str(getattr(row, "id", None) or getattr(row, "digest", ""))
    client = str(getattr(row, "client_id", key))
    for owner in (client, key, f"coach:{key}", f"coach:{getattr(row, 'coach_id', '')}"):
        try:
            return (await store.keys.unseal(owner, f"{place}|{key}", value.data)).text
        except (KeyError, ValueError):
            continue
    return ""


def _copied(url: str) -> str:
    """Copies the database under another name, as a backup would. Returns the copy's URL."""
    name = make_url(url).database
    with psycopg.connect(_plain(url, "postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}b TEMPLATE {name}")
    return make_url(url).set(database=f"{name}b").render_as_string(hide_password=False)


def _checkpoint(url: str) -> None:
    with psycopg.connect(_plain(url), autocommit=True) as connection:
        connection.execute("CHECKPOINT")


def _plain(url: str, database: str | None = None) -> str:
    """Returns the URL in the form of PostgreSQL's own tools."""
    parsed = make_url(url).set(drivername="postgresql")
    named = parsed.set(database=database) if database else parsed
    return named.render_as_string(hide_password=False)
