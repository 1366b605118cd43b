"""The keys of one process move to a server for many: completely, once, or not at all."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.upkeep.ledger_audit import audit
from storage import OpenedStore, RefusedError, RootChoice, open_store
from storage.data_folder import note_moved
from storage.keys.key_file import KeyFile
from storage.keys.key_server import KeyServer
from storage.moving.database import Moved, copy_database
from tests.databases import new_database
from tests.storage.keys.key_servers import ask
from tests.things import NOW, answer, engagement, person

ORGANISATION = "org"


async def one_process(folder: Path, url: str | None = None) -> OpenedStore:
    return await open_store(folder, url, ORGANISATION)


async def many(folder: Path, url: str, keys_url: str) -> OpenedStore:
    return await open_store(folder, url, ORGANISATION, keys_url=keys_url)


async def move(folder: Path, source: str | None, target: str, keys_url: str) -> Moved:
    return await copy_database(
        folder, source, target, ORGANISATION, RootChoice(), audit, keys_url=keys_url
    )


async def live(folder: Path, url: str | None = None) -> None:
    opened = await one_process(folder, url)
    async with opened.store.transaction() as tx:
        for who in ("client", "gone"):
            await tx.save_person(person(who), NOW)
        await tx.save_engagement(engagement())
        await tx.save_answer(answer())
    async with opened.store.transaction() as tx:
        await tx.erase_client("gone", NOW)
    await opened.keys.note_withdrawn("e9", "check_ins", NOW)
    await opened.keys.retire("client")
    await opened.close()


async def is_whole(opened: OpenedStore) -> None:
    async with opened.store.transaction() as tx:
        assert await tx.person("client") == person("client")
        assert await tx.answers("e1") == [answer()]
        await tx.save_answer(answer("a2"))
    assert await opened.keys.withdrawn() == [("e9", "check_ins", NOW)]
    assert await opened.keys.owners_of_retired_keys() == {"client"}
    assert await opened.keys.check() == 0


async def test_rows_and_keys_go_from_one_process_to_many(tmp_path: Path) -> None:
    url, keys_url = new_database(), new_database()
    await live(tmp_path)
    moved = await move(tmp_path, None, url, keys_url)
    assert moved.tables["person"] == 1
    assert moved.data_keys == 1
    one, other = await many(tmp_path, url, keys_url), await many(tmp_path, url, keys_url)
    await is_whole(one)
    async with other.store.transaction() as tx:
        assert await tx.answer("e1", "a2") == answer("a2")
    assert one.keys.wants_turning
    await one.close()
    await other.close()


async def test_the_keys_alone_go_where_the_rows_have_always_been_on_postgresql(
    tmp_path: Path,
) -> None:
    url, keys_url = new_database(), new_database()
    await live(tmp_path, url)
    assert (await move(tmp_path, url, url, keys_url)).data_keys == 1
    opened = await many(tmp_path, url, keys_url)
    await is_whole(opened)
    await opened.close()


async def test_the_keys_go_later_than_the_rows(tmp_path: Path) -> None:
    url, keys_url = new_database(), new_database()
    await live(tmp_path)
    await copy_database(tmp_path, None, url, ORGANISATION, RootChoice(), audit)
    between = await one_process(tmp_path, url)
    await between.close()
    assert (await move(tmp_path, None, url, keys_url)).data_keys == 1
    opened = await many(tmp_path, url, keys_url)
    await is_whole(opened)
    await opened.close()


async def test_the_old_keys_are_refused_afterwards_and_useless_after_the_next_turn(
    tmp_path: Path,
) -> None:
    url, keys_url = new_database(), new_database()
    await live(tmp_path, url)
    await move(tmp_path, url, url, keys_url)
    with pytest.raises(RefusedError, match="set HANDRAIL_KEYS_URL"):
        await one_process(tmp_path, url)
    opened = await many(tmp_path, url, keys_url)
    await opened.keys.turn(NOW)
    await opened.close()
    with closing(sqlite3.connect(tmp_path / "keys" / "keys.db")) as db, db:
        db.execute("DELETE FROM about WHERE name = 'moved'")
    with pytest.raises(RefusedError, match="another time"):
        await one_process(tmp_path, url)


async def test_to_repeat_a_finished_move_changes_nothing(tmp_path: Path) -> None:
    url, keys_url = new_database(), new_database()
    await live(tmp_path)
    await move(tmp_path, None, url, keys_url)
    opened = await many(tmp_path, url, keys_url)
    await is_whole(opened)
    await opened.close()
    before = ask(keys_url, "SELECT * FROM data_key ORDER BY id")
    assert (await move(tmp_path, None, url, keys_url)).data_keys == len(before)
    assert ask(keys_url, "SELECT * FROM data_key ORDER BY id") == before
    with pytest.raises(RefusedError, match="moved before, to another key store"):
        await move(tmp_path, None, url, new_database())


Step = tuple[type, str]
STEPS: list[Step] = [
    (KeyServer, "take_over"),
    (KeyServer, "contents"),
    (KeyFile, "record_fact"),
    (KeyServer, "end_move"),
]
# Between the mark in the file and the end of the move on the server, neither key store opens.
SHUT = (("record_fact", True), ("end_move", False))


class Died(BaseException):
    """The process dies here."""


def dying(real: Callable[..., object], *, after: bool) -> Callable[..., object]:
    def die(*arguments: object) -> object:
        if after:
            real(*arguments)
        raise Died

    return die


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("after", [False, True])
async def test_an_interruption_at_any_step_leaves_one_key_store_open_at_most(
    tmp_path: Path, step: Step, after: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, keys_url = new_database(), new_database()
    await live(tmp_path, url)
    kind, name = step
    with monkeypatch.context() as patched:
        patched.setattr(kind, name, dying(getattr(kind, name), after=after))
        with pytest.raises(Died):
            await move(tmp_path, url, url, keys_url)
    open_now = [
        await _opens(one_process(tmp_path, url)),
        await _opens(many(tmp_path, url, keys_url)),
    ]
    assert sum(open_now) == (0 if (name, after) in SHUT else 1)
    assert (await move(tmp_path, url, url, keys_url)).data_keys == 1
    opened = await many(tmp_path, url, keys_url)
    await is_whole(opened)
    await opened.close()


async def _opens(opening: object) -> bool:
    try:
        opened = await opening  # type: ignore[misc]
    except RefusedError:
        return False
    await opened.close()
    return True


async def test_what_has_happened_since_a_move_was_broken_off_is_moved_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, keys_url = new_database(), new_database()
    await live(tmp_path, url)
    with monkeypatch.context() as patched:
        patched.setattr(KeyFile, "record_fact", dying(KeyFile.record_fact, after=False))
        with pytest.raises(Died):
            await move(tmp_path, url, url, keys_url)
    opened = await one_process(tmp_path, url)
    async with opened.store.transaction() as tx:
        await tx.save_person(person("late"), NOW)
        await tx.erase_client("client", NOW)
    await opened.keys.turn(NOW)
    await opened.close()
    await move(tmp_path, url, url, keys_url)
    opened = await many(tmp_path, url, keys_url)
    async with opened.store.transaction() as tx:
        assert await tx.person("late") == person("late")
        assert await tx.person("client") is None
    await opened.close()


async def test_keys_are_not_moved_over_others_nor_beside_a_database_of_others(
    tmp_path: Path,
) -> None:
    url, keys_url, other_url, taken = (new_database() for _ in range(4))
    await live(tmp_path, url)
    await (await many(tmp_path / "other", other_url, taken)).close()
    with pytest.raises(RefusedError, match="has keys already"):
        await move(tmp_path, url, url, taken)
    with pytest.raises(RefusedError, match="written with another key store"):
        await move(tmp_path, other_url, other_url, keys_url)
    with pytest.raises(RefusedError, match="same database"):
        await move(tmp_path, url, url, url)
    await (await one_process(tmp_path, url)).close()


async def test_a_damaged_key_stops_the_move(tmp_path: Path) -> None:
    url, keys_url = new_database(), new_database()
    await live(tmp_path, url)
    with closing(sqlite3.connect(tmp_path / "keys" / "keys.db")) as db, db:
        db.execute("UPDATE data_key SET wrapped = zeroblob(60)")
    with pytest.raises(RefusedError, match="keys cannot be opened"):
        await move(tmp_path, url, url, keys_url)
    assert ask(keys_url, "SELECT to_regclass('about')") == [(None,)]


async def test_the_command_moves_the_keys_too(tmp_path: Path) -> None:
    url, keys_url = new_database(), new_database()
    await live(tmp_path)
    done = await asyncio.to_thread(handrail, tmp_path, url, keys_url)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"moved": True}
    again = await asyncio.to_thread(handrail, tmp_path, url, keys_url)
    assert again.returncode == 0, again.stderr
    note_moved(tmp_path)
    opened = await many(tmp_path, url, keys_url)
    await is_whole(opened)
    await opened.close()


def handrail(folder: Path, url: str, keys_url: str) -> subprocess.CompletedProcess[str]:
    settings = {
        "HANDRAIL_DATA": str(folder),
        "HANDRAIL_DATABASE_URL": url,
        "HANDRAIL_KEYS_URL": keys_url,
        "HANDRAIL_ORGANISATION": ORGANISATION,
    }
    return subprocess.run(
        [sys.executable, "-m", "bot", "db", "copy", "--json"],
        env=os.environ | settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
