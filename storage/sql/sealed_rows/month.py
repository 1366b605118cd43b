"""With which month's key the settings of a person are sealed."""

from __future__ import annotations

from datetime import UTC, datetime

from storage.keys.envelope import key_of
from storage.sql.schema import person
from storage.sql.unit_of_work import UnitOfWork


async def last_sealed(work: UnitOfWork, person_id: str, otherwise: datetime) -> datetime:
    """Returns a time in the month of the key that sealed the person last; else `otherwise`.

    What a person set long ago moves on with them to newer keys. So it keeps no old key in use,
    and what was said in an old month can be erased.
    """
    row = await work.first(work.where(person, id=person_id))
    if row is None:
        return otherwise
    try:
        month, _ = key_of(row.address.data)
        return datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC)
    except ValueError:
        return otherwise
