"""The deliveries that an answer asks for: the one that asked, and what was not sent meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from storage.sql.port import SqlPort
from storage.sql.reading.memo import Question
from storage.sql.running.deliveries import NOT_SENT_LATELY
from storage.sql.schema import delivery
from storage.sql.unit_of_work import UnitOfWork


class SqlAtHand(SqlPort):
    async def foresee_answer(self, delivery_id: str, to: str, since: datetime) -> None:
        """See `Inbound.foresee_answer`."""
        asked = self._w.where(delivery, id=delivery_id)
        row, rows = await self._w.together([asked, NOT_SENT_LATELY.filled(to=to, since=since)])
        if row is not None and rows is not None:
            one = row[0] if row else None
            both: dict[Question, object] = {
                ("delivery.row", delivery_id): one,
                ("not_sent", to, since): rows,
            }
            self._w.memo.note(both, (delivery,))


async def delivery_row(work: UnitOfWork, delivery_id: str) -> Row[Any] | None:
    """Returns the row of one delivery, or None."""
    asked = work.where(delivery, id=delivery_id)
    question = ("delivery.row", delivery_id)
    return await work.memo.once(question, (delivery,), lambda: work.first(asked))


async def not_sent_rows(work: UnitOfWork, to: str, since: datetime) -> Sequence[Row[Any]]:
    """Returns the rows of what did not leave to somebody after `since` (UTC), oldest first."""
    ended = NOT_SENT_LATELY.filled(to=to, since=since)
    return await work.memo.once(("not_sent", to, since), (delivery,), lambda: work.all(ended))
