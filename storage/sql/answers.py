"""SQL for answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from bot.domain.check_in import Answer, Mark
from bot.domain.words import Words
from storage.keys.sealed import Sealed
from storage.sql.port import SqlPort, only, readable
from storage.sql.rows import flat
from storage.sql.running.ready import FilledShape
from storage.sql.schema import answer, share


class SqlAnswers(SqlPort):
    async def answer(self, engagement_id: str, answer_id: str) -> Answer | None:
        return only(await self._answers(self._within(answer, engagement_id, id=answer_id)))

    async def answer_from(self, engagement_id: str, source: str) -> Answer | None:
        return only(await self._answers(self._within(answer, engagement_id, source=source)))

    async def answers(self, engagement_id: str) -> Sequence[Answer]:
        return await self._answers(self._within(answer, engagement_id, order=("-at", "id")))

    async def save_answer(self, new: Answer) -> None:
        mark = None if new.mark is None else Words(new.mark.value)
        sealed = {
            name: None
            if words is None
            else await self._w.seal(f"answer.{name}", new.id, new.client_id, words, new.at)
            for name, words in (("mark", mark), ("words", new.words))
        }
        await self._w.save_later(answer, flat(new) | sealed)

    async def remove_answer(self, engagement_id: str, answer_id: str) -> None:
        if await self._remove(answer, engagement_id, answer_id):
            await self._take_back(share.c.answer_id == answer_id, share.c.digest.is_(None))

    async def _answers(self, query: FilledShape) -> list[Answer]:
        return await readable(await self._w.sound(answer, query), self._read_answer)

    async def _read_answer(self, row: Row[Any]) -> Answer:
        mark = await self._maybe("answer.mark", row, row.mark)
        return Answer(
            id=row.id,
            engagement_id=row.engagement_id,
            client_id=row.client_id,
            question=row.question,
            check_in=row.check_in,
            step_id=row.step_id,
            mark=None if mark is None else Mark(mark.text),
            words=await self._maybe("answer.words", row, row.words),
            state=row.state,
            at=row.at,
            until=row.until,
            source=row.source,
            edited_at=row.edited_at,
        )

    async def _maybe(self, column: str, row: Row[Any], sealed: Sealed | None) -> Words | None:
        if sealed is None:
            return None
        return await self._w.unseal(column, row.id, row.client_id, sealed)
