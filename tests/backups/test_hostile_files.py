"""A backup that a stranger made, and a folder in which a stranger may write."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import RefusedError
from storage.data_folder import sqlite_in
from storage.migrate import migrate, newest_revision
from storage.moving.backup_file import (
    FORMAT,
    Manifest,
    checksum_of,
    extract,
    read_manifest,
    write_backup,
)
from storage.moving.plain_tables import GUARDS, refuse_all_but_tables
from storage.moving.told import nobody
from storage.sql.engine import make_engine
from storage.trouble import printable
from tests.backups.installed import ORGANISATION, Installed, installed
from tests.backups.test_backup_and_restore import the_backup
from tests.world import Chatter, World, joined

ESCAPES = "\x1b]0;owned\x07\x1b[2J\r\u202eall is well"
HEAD = {
    "format": FORMAT,
    "handrail": "1",
    "organisation": ORGANISATION,
    "made_at": "2026-11-30T00:00:00Z",
    "database": "sqlite",
    "length": 0,
    "sha256": hashlib.sha256(b"").hexdigest(),
}
HEADS: list[dict[str, object]] = [
    *[dict[str, object]({name: ESCAPES}) for name in HEAD],
    {"schema_revision": ESCAPES},
    {"made_at": "2026-11-30T00:00:00"},
    {"length": -5},
]
# What SQLite would run by itself, or work out, while rows are read.
HOSTILE = [
    "CREATE TRIGGER more AFTER INSERT ON alembic_version BEGIN SELECT 1; END",
    "DROP TABLE halt; CREATE VIEW halt AS SELECT 1 AS organisation",
    "CREATE VIRTUAL TABLE more USING fts5(words)",
    "CREATE TABLE more (a, b AS (a || char(27)))",
    "DROP TRIGGER ledger_refuses_DELETE; CREATE TRIGGER ledger_refuses_DELETE BEFORE DELETE ON "
    "ledger BEGIN SELECT 1; END",
]


@pytest.fixture
async def org(tmp_path: Path) -> Installed:
    org = installed("sqlite", tmp_path)
    async with org.running() as opened:
        await joined(World(opened.store))
        await org.backed_up()
    return org


@pytest.mark.parametrize("over", HEADS, ids=lambda over: next(iter(over)))
async def test_a_hostile_head_is_refused_in_plain_letters(
    over: dict[str, object], tmp_path: Path
) -> None:
    told = json.dumps({**HEAD, "schema_revision": newest_revision(), **over}).encode() + b"\n"
    file = tmp_path / "one.backup"
    head = f"{FORMAT}\n{hashlib.sha256(told).hexdigest()}\n".encode()
    file.write_bytes(head + told)
    org = installed("sqlite", tmp_path)
    with pytest.raises(RefusedError) as refused:
        await org.restored(file)
    assert str(refused.value).isprintable()
    assert str(refused.value).endswith("Nothing was changed.")
    assert org.what_is_there() == []


def test_only_what_is_shown_is_in_a_sentence() -> None:
    assert printable("Größe 漢字 ñ") == "Größe 漢字 ñ"
    assert printable(ESCAPES).isprintable()
    assert str(RefusedError(f"{ESCAPES} is not a backup.")).isprintable()


@pytest.mark.parametrize("sql", HOSTILE)
async def test_more_than_plain_tables_is_refused(sql: str, org: Installed, tmp_path: Path) -> None:
    database, evil = tmp_path / "x.db", tmp_path / "evil.backup"
    manifest = extract(the_backup(org), database, nobody)
    with closing(sqlite3.connect(database)) as made:
        made.executescript(sql)
    length, sha256 = checksum_of(database, nobody)
    told = manifest.model_copy(update={"length": length, "sha256": sha256})
    write_backup(evil, database, told, nobody)
    org.lose_the_disk()
    with pytest.raises(RefusedError, match="something else than tables"):
        await org.restored(evil)
    assert org.what_is_there() == []


async def test_the_schema_of_this_version_is_plain(tmp_path: Path) -> None:
    """A migration that changes a trigger must list it, and may not remove the older ones."""
    engine = make_engine(str(sqlite_in(tmp_path / "new.db")))
    await migrate(engine)
    async with engine.connect() as connection:
        trusts = (await connection.exec_driver_sql("PRAGMA trusted_schema")).scalar()
    await engine.dispose()
    assert trusts == 0
    refuse_all_but_tables(tmp_path / "new.db", tmp_path / "one.backup")
    with closing(sqlite3.connect(tmp_path / "new.db")) as made:
        found = made.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    assert found
    assert {sql for (sql,) in found} <= GUARDS


async def test_a_planted_draft_or_name_is_not_followed(org: Installed, tmp_path: Path) -> None:
    """Another account may write in the folder: it plants links under the names that come."""
    now, precious = datetime(2026, 11, 30, 2, tzinfo=UTC), tmp_path / "precious"
    precious.write_text("precious")
    name = f"handrail-{ORGANISATION}-20261130T020000Z"
    backups = org.home / "backups"
    (backups / f"{name}.draft").symlink_to(precious)
    done = await org.backed_up(now=now)
    assert not done.file.is_symlink()
    assert stat.S_IMODE(done.file.stat().st_mode) == 0o600
    done.file.unlink()
    done.file.symlink_to(precious)
    with pytest.raises(RefusedError, match="is there already"):
        await org.backed_up(now=now)
    assert precious.read_text() == "precious"
    assert sorted(one.name for one in backups.iterdir() if one.name.startswith(".")) == []


def test_a_disk_without_hard_links_gets_the_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*args: object) -> None:
        raise PermissionError

    monkeypatch.setattr("storage.moving.backup_file.os.link", none)
    (tmp_path / "x.db").write_bytes(b"rows")
    length, sha256 = checksum_of(tmp_path / "x.db", nobody)
    manifest = Manifest.model_validate(
        {**HEAD, "schema_revision": "1", "length": length, "sha256": sha256}
    )
    file = tmp_path / "one.backup"
    write_backup(file, tmp_path / "x.db", manifest, nobody)
    assert read_manifest(file) == manifest
    with pytest.raises(FileExistsError):
        write_backup(file, tmp_path / "x.db", manifest, nobody)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert {one.name for one in tmp_path.iterdir()} == {"x.db", "one.backup"}


# What one person did, and another day did not.
ACTS = [[], ["I talked with my team"], ["stop"], ["erase everything"]]


def _told(home: Path) -> Iterator[tuple[str, object]]:
    (file,) = (home / "backups").glob("*.backup")
    for name, said in read_manifest(file).model_dump().items():
        # The file shows these by itself: it is of this moment, and it has a size.
        if name not in ("made_at", "length", "sha256"):
            yield name, said


async def _writes(client: Chatter, acts: list[str]) -> None:
    for one in acts:
        await client.writes(one)


async def test_what_one_person_did_is_not_in_what_a_backup_says(tmp_path: Path) -> None:
    heads, answers = [], []
    for number, acts in enumerate(ACTS):
        org = installed("sqlite", tmp_path / str(number))
        async with org.running() as opened:
            client, _ = await joined(World(opened.store))
            await _writes(client, acts)
            done = await org.backed_up()
        heads.append(dict(_told(org.home)))
        answers.append(set(done.__slots__))
    assert all(head == heads[0] for head in heads)
    assert all(answer == {"file", "keys"} for answer in answers)
