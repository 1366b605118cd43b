"""Writes rows as the version before settings and entries were sealed: in the clear."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.domain.people import Person
from storage.data_folder import DATABASE
from storage.keys.envelope import KEY_BYTES
from storage.keys.key_file import KeyFile
from storage.keys.location import KeyLocation
from storage.keys.prove import index_binding, index_key_of
from storage.keys.records import INDEX, WrappedKey
from storage.opening import ROWS_SEALED, SEALED_APART
from storage.sql.person_texts import pause_text
from storage.sql.rows import flat
from storage.sql.schema import engagement, ledger, ledger_head, ledger_tally, person, rhythm
from storage.sql.sealed_rows.engagements import read_engagement
from storage.sql.sealed_rows.entries import entry_told, read_entry
from storage.sql.sealed_rows.left_empty import LEFT_EMPTY
from storage.sql.sealed_rows.rhythms import read_rhythm, rhythms_where
from storage.sql.seals.row_seals import sealed_tables
from storage.sql.store import SqlTransaction

GUARDS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger'"


async def write_as_before(tx: SqlTransaction, at: Any) -> None:
    """Takes every row out of its seal, with what was in it in the columns of that time.

    Call `unguarded` for the folder first: the ledger refuses it.
    """
    work = tx._w
    for row in await work.all(work.select(person)):
        who = await tx.person(row.id)
        if who is not None:
            await _write(tx, person, {"id": who.id}, await _person(tx, who, at))
    for row in await work.all(work.select(engagement)):
        one = flat(await read_engagement(work, row))
        await _write(tx, engagement, {"id": row.id}, {**one, "settings": None})
    for row in await work.all(rhythms_where(rhythm.c.organisation == work.organisation)):
        found = flat(await read_rhythm(work, row))
        key = {"owner": row.owner, "confirmed": row.confirmed}
        await _write(tx, rhythm, key, {**found, "settings": None})
    for row in await work.all(work.select(ledger)):
        told = entry_told(read_entry(work, row))
        key = {"chain": row.chain, "seq": row.seq}
        await _write(tx, ledger, key, {**told, "body": None})


async def seal_heads_as_before(tx: SqlTransaction) -> None:
    """Seals the heads and the tally with the key that finds rows, as older versions did."""
    work = tx._w
    for row in await work.all(work.select(ledger_head)):
        head = await tx.head(row.chain)
        assert head is not None
        facts = [head.chain, head.seq, head.hash, head.number]
        seal = work.keys.keyed_hash("ledger.head", json.dumps(facts))
        await _write(tx, ledger_head, {"chain": row.chain}, {"hash": head.hash, "seal": seal})
    tally = await tx.tally()
    assert tally is not None
    seal = work.keys.keyed_hash("ledger.tally", json.dumps([tally.chains, tally.entries]))
    await _write(tx, ledger_tally, {}, {"seal": seal})


def undivide(folder: Path, organisation: str) -> None:
    """Makes the key store that of an older version: one index key, a secret that wraps, no floor.

    Its rows then have no seal either.
    """
    location = KeyLocation(folder, organisation)
    epochs, store = location.make_epochs(), KeyFile(location.store_file)
    epoch, binding = epochs.read(1), index_binding(organisation)
    older = index_key_of(epochs, epoch, store.facts()[INDEX])[KEY_BYTES:]

    def as_before(key: WrappedKey) -> bytes:
        bound_to = key.binding(organisation)
        return epoch.undivided.wrap(epoch.unwrap(key.wrapped, bound_to), bound_to)

    facts = {INDEX: epoch.undivided.wrap(older, binding)}
    store.divide(1, facts, as_before, lambda processes: None)
    store.close()
    with closing(sqlite3.connect(location.store_file)) as database, database:
        for fact in (SEALED_APART, ROWS_SEALED):
            database.execute("DELETE FROM about WHERE name = ?", (fact,))
        database.execute("DELETE FROM floor")
    with closing(sqlite3.connect(folder / DATABASE)) as database, database:
        for table in sealed_tables():
            database.execute(f"UPDATE {table.name} SET seal = NULL")


def unguarded(folder: Path) -> None:
    """Lets the ledger of a folder be changed."""
    with closing(sqlite3.connect(folder / DATABASE)) as database, database:
        database.execute("DROP TRIGGER ledger_refuses_UPDATE")


def in_clear(folder: Path) -> dict[str, set[Any]]:
    """Returns the values of every column that is left empty, and what is in no seal at all."""
    found: dict[str, set[Any]] = {}
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        for table, columns in LEFT_EMPTY.items():
            sealed = "body" if table == "ledger" else "settings"
            for name in columns:
                rows = database.execute(f'SELECT "{name}" FROM "{table}"').fetchall()
                found[f"{table}.{name}"] = {row[0] for row in rows}
            missing = f'SELECT count(*) FROM "{table}" WHERE "{sealed}" IS NULL'
            found[f"{table} unsealed"] = {database.execute(missing).fetchone()[0]}
    return found


async def _person(tx: SqlTransaction, who: Person, at: Any) -> Mapping[str, Any]:
    pause = await tx._w.seal("person.pause", who.id, who.id, pause_text(who), at)
    return {"language": who.language, "zone": who.zone, "pause": pause, "settings": None}


async def _write(
    tx: SqlTransaction, table: Any, key: Mapping[str, Any], values: Mapping[str, Any]
) -> None:
    this = [table.c[name] == value for name, value in key.items()]
    await tx._w.change(tx._w.update(table, *this).values(**values))
