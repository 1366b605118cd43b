"""SQL for what a client agreed to and may be asked, and for a coach's notes on their way."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from bot.domain.agreed import AgreedTexts
from bot.domain.asking import Asking
from bot.domain.profile import Note
from storage.sql.content import agreed_of, agreed_text, choices_of, choices_text
from storage.sql.port import SqlPort, only, readable
from storage.sql.schema import agreed, asking, note


class SqlAsking(SqlPort):
    async def asking(self, engagement_id: str) -> Asking | None:
        async def read() -> Asking | None:
            mine = self._within(asking, engagement_id)
            return only(await readable(await self._w.sound(asking, mine), self._read_asking))

        return await self._w.memo.once(("asking", engagement_id), (asking,), read)

    async def save_asking(self, new: Asking) -> None:
        await self._w.save(asking, await self._asking_row(new))

    async def _asking_row(self, new: Asking) -> dict[str, Any]:
        owner, row = new.client_id, new.engagement_id
        choices = await self._w.seal("asking.choices", row, owner, choices_text(new), new.at)
        values = {"id": row, "engagement_id": row, "client_id": owner, "choices": choices}
        return values | {"at": new.at, "until": new.until}

    async def agreed(self, engagement_id: str) -> AgreedTexts | None:
        rows = await self._w.sound(agreed, self._within(agreed, engagement_id))
        return only(await readable(rows, self._read_agreed))

    async def save_agreed(self, new: AgreedTexts) -> None:
        owner, row = new.client_id, new.engagement_id
        said = await self._w.seal("agreed.said", row, owner, agreed_text(new), new.at)
        values = {"id": row, "engagement_id": row, "client_id": owner, "said": said}
        await self._w.save(agreed, values | {"at": new.at, "until": new.until})

    async def note(self, engagement_id: str, note_id: str) -> Note | None:
        rows = await self._w.sound(note, self._within(note, engagement_id, id=note_id))
        return only(await readable(rows, self._read_note))

    async def save_note(self, new: Note) -> None:
        words = await self._w.seal("note.words", new.id, new.client_id, new.words, new.at)
        values = {
            "id": new.id,
            "engagement_id": new.engagement_id,
            "client_id": new.client_id,
            "coach_id": new.coach_id,
            "words": words,
            "at": new.at,
            "until": new.until,
        }
        await self._w.save(note, values)

    async def remove_note(self, engagement_id: str, note_id: str) -> None:
        await self._remove(note, engagement_id, note_id)

    async def _read_asking(self, row: Row[Any]) -> Asking:
        choices = await self._w.unseal("asking.choices", row.id, row.client_id, row.choices)
        plain = Asking(row.engagement_id, row.client_id, row.at, row.until)
        return choices_of(plain, choices)

    async def _read_agreed(self, row: Row[Any]) -> AgreedTexts:
        said = await self._w.unseal("agreed.said", row.id, row.client_id, row.said)
        return AgreedTexts(row.engagement_id, row.client_id, row.at, row.until, agreed_of(said))

    async def _read_note(self, row: Row[Any]) -> Note:
        words = await self._w.unseal("note.words", row.id, row.client_id, row.words)
        return Note(
            row.id, row.engagement_id, row.client_id, row.coach_id, words, row.at, row.until
        )
