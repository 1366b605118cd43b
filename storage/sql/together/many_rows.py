"""Saves many rows in one statement, and locks the keys of many owners in another."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Executable, String, Table, bindparam, func, select
from sqlalchemy.dialects import postgresql

from storage.sql.running.ready import Shape
from storage.sql.unit_of_work import UnitOfWork


def _locking(_: str) -> Executable:
    names = bindparam("names", type_=postgresql.ARRAY(String))
    each = func.unnest(names).column_valued("each")
    return select(func.pg_advisory_xact_lock_shared(func.hashtextextended(each, 0)))


LOCKING = Shape(_locking)


async def save_all(work: UnitOfWork, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows with the same columns, or replaces those with the same primary key."""
    whole = [await work.whole(table, row) for row in rows]
    key = [column.key for column in table.primary_key]
    statement = work.insert(table)
    new = {name: statement.excluded[name] for name in whole[0] if name not in key}
    await work.execute(statement.on_conflict_do_update(index_elements=key, set_=new), whole)


async def lock_keys_of(work: UnitOfWork, owners: Collection[str]) -> None:
    """Does what `UnitOfWork.lock_keys` does for all of them, and reads their keys at once."""
    wanted = sorted(one for one in set(owners) if not _has_locked(work, one))
    if work.dialect != "sqlite" and wanted:
        work.locked.update((one, False) for one in wanted)
        # Keys and rows that were read before the lock may be out of date.
        work.trusted.difference_update(wanted)
        work.memo.clear()
        await work.all(LOCKING.filled(names=[f"{work.organisation}|{one}" for one in wanted]))
    await work.warm(set(owners))


def _has_locked(work: UnitOfWork, owner: str) -> bool:
    return bool(work.locked & {(owner, False), (owner, True)})
