"""Statements about the key store that several of its methods use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Connection,
    Executable,
    Select,
    bindparam,
    literal_column,
    select,
    union_all,
)

from storage.keys.records import EPOCH, Floor, OfOwners, WrappedKey
from storage.keys.tables import about, data_key, floor, withdrawn

# The number of the epoch that is in force.
IN_FORCE = select(about.c.value).where(about.c.name == EPOCH)
# In the order of `WrappedKey`.
KEYS = select(*data_key.c, IN_FORCE.scalar_subquery())
# In the same columns; no key has this number for `retired`.
A_FLOOR = 2
FLOORS = select(
    floor.c.thing,
    floor.c.owner,
    literal_column("0"),
    floor.c.number,
    literal_column(str(A_FLOOR)),
    IN_FORCE.scalar_subquery(),
)
THIS_KEY = data_key.c.id == bindparam("key_id")


def each(db: Connection, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
    """Runs the statement once for each of the rows. For no row SQLAlchemy would run it once."""
    if rows:
        db.execute(statement, rows)


def all_of(owners: Sequence[str] | Select[Any]) -> Executable:
    """Selects the keys and the floors of these owners in one statement: see `sorted_out`."""
    keys = KEYS.where(data_key.c.owner.in_(owners))
    return union_all(keys, FLOORS.where(floor.c.owner.in_(owners)))


def sorted_out(rows: Iterable[Sequence[Any]]) -> OfOwners:
    """Makes keys and floors of the rows of `KEYS` and `FLOORS`."""
    keys, floors = list[WrappedKey](), list[Floor]()
    for name, owner, number, wrapped, retired, epoch in rows:
        if retired == A_FLOOR:
            floors.append(Floor(owner, name, wrapped))
        else:
            keys.append(WrappedKey(name, owner, number, wrapped, bool(retired), int(epoch or 0)))
    return OfOwners(keys, floors)


def keys_of(db: Connection, query: Select[Any]) -> list[WrappedKey]:
    """Returns the keys that a narrower form of `KEYS` finds."""
    return sorted_out(db.execute(query)).keys


def floors_of(db: Connection, *where: Any, lock: bool = False) -> list[Floor]:
    """Returns the floors that these conditions find; with `lock`, nobody else raises them now."""
    found = FLOORS.where(*where)
    return sorted_out(db.execute(found.with_for_update(of=floor) if lock else found)).floors


def ids_of(db: Connection, but: Collection[bytes], *where: Any) -> list[dict[str, bytes]]:
    """Returns the ids of keys that are not in `but`, as rows for `THIS_KEY`."""
    found = db.execute(select(data_key.c.id).where(*where)).scalars()
    return [{"key_id": key_id} for key_id in found if key_id not in but]


def withdrawals(db: Connection) -> list[tuple[str, str, str]]:
    """Returns chain, purpose and sealed time of each withdrawal."""
    rows = db.execute(select(withdrawn.c.chain, withdrawn.c.purpose, withdrawn.c.at))
    return [(chain, purpose, at) for chain, purpose, at in rows]


def epoch_of(db: Connection) -> int:
    """Returns the number of the epoch in force."""
    found: Any = db.execute(IN_FORCE).scalar()
    return int(found)
