"""SQL for the lines that a client approved for the one who pays: each is sealed as one text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from bot.domain.sponsoring.sponsor import Sponsor, SponsorLine
from bot.domain.words import Words
from storage.sql.port import SqlPort, only, readable
from storage.sql.schema import sponsor_line

PLACE = "sponsor_line.line"


def line_text(line: SponsorLine) -> Words:
    """The line as it is sealed."""
    told = {
        "sponsor": line.sponsor.name.text,
        "address": line.sponsor.address.text,
        "client": line.client.text,
        "sentence": line.sentence.text,
        "sessions": line.sessions,
        "language": line.language,
    }
    return Words(json.dumps(told))


class SqlSponsorLines(SqlPort):
    async def sponsor_line(self, engagement_id: str, line_id: str) -> SponsorLine | None:
        inside = self._within(sponsor_line, engagement_id, id=line_id)
        rows = await self._w.sound(sponsor_line, inside)
        return only(await readable(rows, self._read_line))

    async def sponsor_lines(self, engagement_id: str) -> Sequence[SponsorLine]:
        newest = self._within(sponsor_line, engagement_id, order=("-at", "-id"))
        return await readable(await self._w.sound(sponsor_line, newest), self._read_line)

    async def save_sponsor_line(self, line: SponsorLine) -> None:
        sealed = await self._w.seal(PLACE, line.id, line.client_id, line_text(line), line.at)
        values = {
            "id": line.id,
            "engagement_id": line.engagement_id,
            "client_id": line.client_id,
            "line": sealed,
            "at": line.at,
            "until": line.until,
        }
        await self._w.save(sponsor_line, values)

    async def remove_sponsor_line(self, engagement_id: str, line_id: str) -> None:
        await self._remove(sponsor_line, engagement_id, line_id)

    async def _read_line(self, row: Row[Any]) -> SponsorLine:
        told = json.loads((await self._w.unseal(PLACE, row.id, row.client_id, row.line)).text)
        return SponsorLine(
            id=row.id,
            engagement_id=row.engagement_id,
            client_id=row.client_id,
            sponsor=Sponsor(Words(told["sponsor"]), Words(told["address"])),
            client=Words(told["client"]),
            sentence=Words(told["sentence"]),
            sessions=told["sessions"],
            language=told["language"],
            at=row.at,
            until=row.until,
        )
