"""The ledger's keyed hashes are made once after an upgrade, and never again at a restart."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import URL, insert, make_url, text

from bot.domain.consent import Act, Entry
from bot.domain.ledger import WHOLE, Damage, Flaw
from bot.upkeep.ledger_audit import LedgerReport, audit
from storage import OpenedStore, open_store
from storage.data_folder import DATABASE
from storage.keys.location import EPOCHS, KEY_STORE
from storage.keys.opening import open_keys
from storage.migrate import MIGRATIONS
from storage.opening import SEALED
from storage.sql.engine import make_engine, make_sync_engine
from storage.sql.rows import flat
from storage.sql.schema import ledger
from storage.sql.store import SqlStore
from tests.databases import new_database
from tests.things import chain


@dataclass
class Place:
    """A data folder and its database, which are opened and closed again."""

    folder: Path
    url: str | None

    @property
    def address(self) -> str:
        return self.url or f"sqlite:///{self.folder / DATABASE}"

    async def open(self) -> OpenedStore:
        return await open_store(self.folder, self.url, "org")

    async def does(self, *statements: str) -> None:
        """Runs SQL as an attacker who may write the database."""
        engine = make_engine(self.address)
        async with engine.begin() as connection:
            for statement in statements:
                await connection.execute(text(statement))
        await engine.dispose()

    async def audited(self) -> LedgerReport:
        opened = await self.open()
        report = await audit(opened.store)
        await opened.close()
        return report


@pytest.fixture
async def place(kind: str, tmp_path: Path) -> Place:
    place = Place(tmp_path, new_database() if kind == "postgresql" else None)
    opened = await place.open()
    await _append(opened.store, "e1", "e2")
    await opened.close()
    return place


async def _append(store: SqlStore, *chains: str) -> None:
    for name in chains:
        async with store.transaction() as tx:
            for entry in chain(Act.ASKED, Act.GIVEN, of=name):
                await tx.append(entry)


async def test_a_restart_finds_the_ledger_whole(place: Place) -> None:
    assert await place.audited() == LedgerReport(2, 4, ())


@pytest.mark.parametrize(
    ("deed", "flaw"),
    [
        ("DELETE FROM ledger_tally", Flaw(WHOLE, None, Damage.NO_TALLY)),
        ("UPDATE ledger_tally SET entries = 3", Flaw(WHOLE, None, Damage.FORGED_TALLY)),
        ("DELETE FROM ledger_head WHERE chain = 'e1'", Flaw("e1", None, Damage.NO_HEAD)),
        (
            "UPDATE ledger_head SET seal = 'x' WHERE chain = 'e1'",
            Flaw("e1", None, Damage.FORGED_HEAD),
        ),
    ],
)
async def test_what_was_taken_from_the_seals_is_not_made_again(
    place: Place, deed: str, flaw: Flaw
) -> None:
    await place.does(deed)
    for _ in range(2):
        assert flaw in (await place.audited()).flaws
    opened = await place.open()
    await _append(opened.store, "e3")
    async with opened.store.transaction() as tx:
        await tx.append(chain(Act.ASKED, Act.GIVEN, Act.WITHDRAWN)[-1])
        assert len(await tx.entries("e1")) == 3
    assert flaw in (await audit(opened.store)).flaws
    await opened.close()


async def test_an_entry_appended_while_the_tally_was_away_cannot_be_taken_out_unseen(
    place: Place,
) -> None:
    """Hides the tally, adds an entry, cuts another chain, puts the tally back: still found."""
    await place.does("CREATE TABLE kept AS SELECT * FROM ledger_tally", "DELETE FROM ledger_tally")
    opened = await place.open()
    async with opened.store.transaction() as tx:
        await tx.append(chain(Act.ASKED, Act.GIVEN, Act.WITHDRAWN)[-1])
    await opened.close()
    await place.does("INSERT INTO ledger_tally SELECT * FROM kept")
    assert Flaw("e1", 3, Damage.ADDED) in (await place.audited()).flaws


async def test_an_upgrade_seals_what_was_there_once(kind: str, tmp_path: Path) -> None:
    place = Place(tmp_path, new_database() if kind == "postgresql" else None)
    await asyncio.to_thread(_first_light, make_url(place.address))
    assert await place.audited() == LedgerReport(2, 4, ())
    opened = await place.open()
    await _append(opened.store, "e3")
    async with opened.store.transaction() as tx:
        assert list(await tx.ledger("e1")) == chain(Act.ASKED, Act.GIVEN)
        await tx.append(chain(Act.ASKED, Act.GIVEN, Act.WITHDRAWN)[-1])
    assert await audit(opened.store) == LedgerReport(3, 7, ())
    await opened.close()
    await place.does("DELETE FROM ledger_tally")
    assert (await place.audited()).flaws == (Flaw(WHOLE, None, Damage.NO_TALLY),)


async def test_a_crash_before_it_was_noted_changes_nothing(place: Place) -> None:
    _forget_note(place)
    assert await place.audited() == LedgerReport(2, 4, ())
    assert await place.audited() == LedgerReport(2, 4, ())


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "value",
    ["act = 'nonsense'", "at = 'yesterday'", "at = x'00'", "seq = 'x'", "wording_hash = x'00'"],
)
async def test_a_value_that_no_entry_can_hold_is_a_flaw_and_no_failure(
    place: Place, value: str
) -> None:
    changed = f"UPDATE ledger SET {value} WHERE chain = 'e2' AND seq = 2"
    await place.does("DROP TRIGGER ledger_refuses_UPDATE", changed)
    assert (await place.audited()).flaws == (Flaw("e2", None, Damage.UNREADABLE),)


def _first_light(url: URL) -> None:
    """Makes a database as the first version left it, with two chains."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = make_sync_engine(url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for name in ("e1", "e2"):
            for entry in chain(Act.ASKED, Act.GIVEN, of=name):
                connection.execute(insert(ledger).values(_row(entry)))
    engine.dispose()


def _row(entry: Entry) -> dict[str, Any]:
    names = ("chain", "seq", "act", "purpose", "at", "until", "previous", "hash")
    wording = {f"wording_{name}": value for name, value in flat(entry.wording).items()}
    return {"organisation": "org", **{n: getattr(entry, n) for n in names}, **wording}


def _forget_note(place: Place) -> None:
    keys = open_keys(place.folder / KEY_STORE, place.folder / EPOCHS, "org")
    with keys._store._transaction() as db:
        db.exec_driver_sql("DELETE FROM about WHERE name = ?", (SEALED,))
    keys._store.close()
