"""Statements about the key store that several of its methods use."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Executable, Select, bindparam, select

from storage.keys.records import EPOCH, WrappedKey
from storage.keys.tables import about, data_key, withdrawn

# The number of the epoch that is in force.
IN_FORCE = select(about.c.value).where(about.c.name == EPOCH)
# In the order of `WrappedKey`.
KEYS = select(*data_key.c, IN_FORCE.scalar_subquery())
THIS_KEY = data_key.c.id == bindparam("key_id")


def each(db: Connection, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
    """Runs the statement once for each of the rows. For no row SQLAlchemy would run it once."""
    if rows:
        db.execute(statement, rows)


def keys_of(db: Connection, query: Select[Any]) -> list[WrappedKey]:
    """Returns the keys that a narrower form of `KEYS` finds."""
    return [
        WrappedKey(key_id, owner, month, wrapped, bool(retired), int(epoch or 0))
        for key_id, owner, month, wrapped, retired, epoch in db.execute(query)
    ]


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
