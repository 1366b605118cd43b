"""The deliveries that an answer asks for: the one that asked, and what was not sent meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select

from bot.domain.delivery import NOT_SENT
from storage.sql.port import SqlPort
from storage.sql.reading.memo import Question
from storage.sql.schema import delivery
from storage.sql.unit_of_work import UnitOfWork


class SqlAtHand(SqlPort):
    async def foresee_answer(self, delivery_id: str, to: str, since: datetime) -> None:
        """See `Inbound.foresee_answer`."""
        asked, ended = _asked(self._w, delivery_id), _not_sent(self._w, to, since)
        row, rows = await self._w.together([(asked, {}), (ended, {})])
        if row is not None and rows is not None:
            one = row[0] if row else None
            both: dict[Question, object] = {
                ("delivery.row", delivery_id): one,
                ("not_sent", to, since): rows,
            }
            self._w.memo.note(both, (delivery,))


async def delivery_row(work: UnitOfWork, delivery_id: str) -> Row[Any] | None:
    """Returns the row of one delivery, or None."""
    asked = _asked(work, delivery_id)
    return await work.memo.once(
        ("delivery.row", delivery_id), (delivery,), lambda: work.first(asked)
    )


async def not_sent_rows(work: UnitOfWork, to: str, since: datetime) -> Sequence[Row[Any]]:
    """Returns the rows of what did not leave to somebody after `since` (UTC), oldest first."""
    ended = _not_sent(work, to, since)
    return await work.memo.once(("not_sent", to, since), (delivery,), lambda: work.all(ended))


def _asked(work: UnitOfWork, delivery_id: str) -> Select[Any]:
    return work.select(delivery, delivery.c.id == delivery_id)


def _not_sent(work: UnitOfWork, to: str, since: datetime) -> Select[Any]:
    ended = (delivery.c.state.in_(NOT_SENT), delivery.c.settled_at > since)
    mine = work.select(delivery, delivery.c.to == to, *ended)
    return mine.order_by(delivery.c.not_before, delivery.c.id)
