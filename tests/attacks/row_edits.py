"""Random changes of rows, made with SQL and without a key, over every table and column there is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from sqlalchemy import Boolean, Column, Date, Integer, String, Table, Time, UniqueConstraint
from sqlalchemy.exc import IntegrityError

from storage.keys.sealed import SealedColumn
from storage.sql.columns import Choice, UtcTime
from storage.sql.schema import metadata
from storage.sql.sealed_rows.left_empty import LEFT_EMPTY
from storage.sql.seals.row_seals import LOOSE, has_seal
from tests.attacks.house_of_rows import Raid, RawRow

# The ledger's own seals are proved one by one in `tests/storage/test_tampering.py`.
LEDGER = ("ledger", "ledger_head", "ledger_tally")


@dataclass(frozen=True)
class Done:
    """One change. `found_in` is the table in which it must be found; None where it need not be."""

    what: str
    table: Table
    found_in: str | None


Change = Callable[[Raid, Random], Awaitable[Done | None]]


async def edit(raid: Raid, random: Random) -> Done | None:
    """Writes another value into one column of one row."""
    column = random.choice([c for table in metadata.sorted_tables for c in table.c])
    table = column.table
    rows = await raid.rows(table)
    if not rows:
        return None
    row = random.choice(rows)
    value = _other(raid, random, column, row[column.name], rows)
    if value == row[column.name]:
        return None
    await raid.write(table, row, column.name, value)
    return Done(f"edit {table.name}.{column.name}", table, _must_be_found(column))


async def swap(raid: Raid, random: Random) -> Done | None:
    """Swaps the values of one column between two rows."""
    table = await _full_table(raid, random, least=2)
    column = random.choice([c for c in table.c if not c.primary_key])
    one, two = random.sample(await raid.rows(table), 2)
    if one[column.name] == two[column.name]:
        return None
    if any(column.name in [c.name for c in unique.columns] for unique in _unique(table)):
        await raid.write(table, one, column.name, f"aside-{one[column.name]}")
    await raid.write(table, two, column.name, one[column.name])
    await raid.write(table, one, column.name, two[column.name])
    return Done(f"swap {table.name}.{column.name}", table, _must_be_found(column))


async def remove(raid: Raid, random: Random) -> Done | None:
    """Deletes a row. What is gone decides nothing; of the ledger alone it must be found."""
    table = await _full_table(raid, random)
    await raid.remove(table, random.choice(await raid.rows(table)))
    return Done(f"remove {table.name}", table, "ledger" if table.name in LEDGER else None)


async def replay(raid: Raid, random: Random) -> Done | None:
    """Puts a row back as it was at an earlier moment."""
    moment = random.choice(raid.house.moments[:-1])
    table = random.choice([t for t in metadata.sorted_tables if moment[t.name]])
    old = random.choice(list(moment[table.name]))
    if old in await raid.rows(table):
        return None
    await raid.put(table, old)
    return Done(f"replay {table.name}", table, None)


async def copy(raid: Raid, random: Random) -> Done | None:
    """Writes a copy of a row under a key of its own."""
    table = await _full_table(raid, random)
    keys = [c.name for c in table.primary_key if c.name != "organisation"]
    row = dict(random.choice(await raid.rows(table)))
    if not keys or isinstance(row[keys[-1]], int):
        return None
    taken = {*keys, *(column.name for unique in _unique(table) for column in unique.columns)}
    for name in sorted(taken - {"organisation"}):
        if isinstance(row[name], str):
            row[name] = f"{random.getrandbits(128):032x}"
    await raid.put(table, row)
    return Done(f"copy {table.name}", table, table.name if has_seal(table) else None)


async def replay_all(raid: Raid, random: Random) -> Done | None:
    """Puts some whole tables back as they were at one earlier moment."""
    moment = random.randrange(len(raid.house.moments) - 1)
    tables = [t for t in metadata.sorted_tables if t.name not in ("keyring", "inbox")]
    chosen = random.sample(tables, random.randrange(1, len(tables)))
    for table in chosen:
        await raid.put_back(table, moment)
    return Done(f"replay {len(chosen)} tables", chosen[0], None)


# How often each is made, for one of the others.
CHANGES: Mapping[Change, int] = {
    edit: 10,
    swap: 4,
    remove: 2,
    replay: 3,
    copy: 1,
    replay_all: 1,
}


async def change(raid: Raid, random: Random) -> Done:
    """Makes one random change that really changes something."""
    changes, weights = list(CHANGES), list(CHANGES.values())
    while True:
        made = random.choices(changes, weights)[0]
        try:
            async with raid.connection.begin_nested():
                done: Done | None = await made(raid, random)
        except IntegrityError:
            # The database itself refuses it: a key is taken, or a value is missing.
            continue
        if done is not None:
            return done


async def _full_table(raid: Raid, random: Random, least: int = 1) -> Table:
    tables = [t for t in metadata.sorted_tables if len(await raid.rows(t)) >= least]
    return random.choice(tables)


def _must_be_found(column: Column[Any]) -> str | None:
    """The table in which a changed value of this column is found, if it decides anything."""
    table = column.table
    if table.name == "ledger" and column.name in LEFT_EMPTY["ledger"]:
        # Nothing reads it any more.
        return None
    if table.name in LEDGER:
        return "ledger"
    # A row of another organisation is as good as gone.
    loose = column.name == "organisation" or f"{table.name}.{column.name}" in LOOSE
    return None if loose or not has_seal(table) else table.name


def _other(
    raid: Raid, random: Random, column: Column[Any], old: Any, rows: Sequence[RawRow]
) -> Any:
    """Returns a value that is plausible for the column: of another row or moment, or made up."""
    moments = [moment[column.table.name] for moment in raid.house.moments]
    known = [row[column.name] for found in (rows, *moments) for row in found]
    ids = [*raid.house.ids.values()] if _is_id(column) else []
    others = [value for value in (*known, *ids) if value not in (old, None)]
    if column.nullable:
        others.append(None)
    if others and random.random() < 0.6:
        return random.choice(others)
    return _made_up(random, column, old)


def _is_id(column: Column[Any]) -> bool:
    return isinstance(column.type, String) and not isinstance(column.type, Choice)


def _made_up(random: Random, column: Column[Any], old: Any) -> Any:
    match column.type:
        case Boolean():
            return not old
        case Integer():
            return (old or 0) + random.choice((1, -1, 1000))
        case UtcTime():
            return random.choice(("2020-01-01T00:00:00.000000Z", "2030-01-01T00:00:00.000000Z"))
        case Date():
            return random.choice(("2020-01-01", "2030-01-01"))
        case Time():
            return random.choice(("00:00:00.000000", "23:00:00.000000"))
        case SealedColumn():
            return _flipped(random, old)
        case Choice(options=options):
            return random.choice([option.value for option in options])
        case _:
            return f"{random.getrandbits(64):016x}"


def _flipped(random: Random, old: bytes | None) -> bytes:
    changed = bytearray(old or bytes(64))
    changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _unique(table: Table) -> list[UniqueConstraint]:
    return [c for c in table.constraints if isinstance(c, UniqueConstraint)]
