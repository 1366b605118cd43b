"""The base of every SQL port, and how rows are read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, TypeVar

import structlog
from sqlalchemy import ColumnElement, Row, Table

from bot.metrics import METRICS
from bot.ports import DamagedError
from storage.keys.keyring import KeyDestroyedError
from storage.sql.running.ready import FilledShape
from storage.sql.running.shapes import rows_where
from storage.sql.schema import share
from storage.sql.unit_of_work import UnitOfWork

T = TypeVar("T")

log = structlog.get_logger()


class SqlPort:
    """The base of one port, over the unit of work."""

    def __init__(self, work: UnitOfWork) -> None:
        self._w = work

    def _within(
        self, table: Table, engagement_id: str, *, order: tuple[str, ...] = (), **same: object
    ) -> FilledShape:
        """Asks for content of one engagement, or a row of it: never for a row by its id alone."""
        inside = {"engagement_id": engagement_id, **same}
        return rows_where(table, inside, order, None, lock=False)

    async def _remove(self, table: Table, engagement_id: str, row_id: str) -> int:
        inside = self._w.deleting(table, engagement_id=engagement_id, id=row_id)
        return await self._w.change(inside)

    async def _take_back(self, *where: ColumnElement[bool]) -> None:
        """Removes shares. Their floors rise, so that a row that is put back is not read again."""
        for row in await self._w.all(self._w.select(share, *where)):
            await self._w.seals.raise_floor(row.client_id, row.id)
        await self._w.change(self._w.delete(share, *where))


async def readable(rows: Iterable[Row[Any]], read: Callable[[Row[Any]], Awaitable[T]]) -> list[T]:
    """Reads rows. Leaves out a row whose key was destroyed, because it counts as erased.

    Leaves out a damaged row too, and logs it, so that the others stay readable.
    """
    found = []
    for row in rows:
        try:
            found.append(await read(row))
        except KeyDestroyedError:
            continue
        except DamagedError:
            METRICS.failed("keys")
            log.error("sealed_value_refused")
    return found


def only(found: Sequence[T]) -> T | None:
    return found[0] if found else None
