"""Finds all settings of one client, and seals them anew so that old keys can be destroyed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from sqlalchemy import Row, Select

from storage.keys.envelope import key_of
from storage.sql.port import readable
from storage.sql.schema import engagement, rhythm
from storage.sql.sealed_rows.engagements import engagement_row, read_engagement
from storage.sql.sealed_rows.rhythms import read_rhythm, rhythm_row, rhythms_where
from storage.sql.unit_of_work import UnitOfWork


async def seal_settings_anew(work: UnitOfWork, client_id: str) -> None:
    """Seals engagements and rhythms with the key that sealed the client last: call it after that.

    What nobody can read any more stays as it is, and so does a row that does not fit its seal.
    """
    rows = await work.fitting(engagement, await _engagements_of(work, client_id))
    for one in await readable(rows, partial(read_engagement, work)):
        await work.save(engagement, await engagement_row(work, one))
    rows = await work.fitting(rhythm, await _rhythms_of(work, client_id))
    for kept in await readable(rows, partial(read_rhythm, work)):
        await work.save(rhythm, await rhythm_row(work, kept))


async def settings_keys_in_use(work: UnitOfWork, client_id: str) -> set[bytes]:
    """Returns the ids of the data keys that seal the engagements and rhythms of one client."""
    mine = work.select(engagement, engagement.c.client_id == client_id)
    rows = [
        *await work.ours(engagement, mine),
        *await work.ours(rhythm, _rhythms(work, client_id)),
    ]
    return {key_of(row.settings.data)[1] for row in rows if row.settings is not None}


async def _engagements_of(work: UnitOfWork, client_id: str) -> Sequence[Row[Any]]:
    return await work.all(work.select(engagement, engagement.c.client_id == client_id))


async def _rhythms_of(work: UnitOfWork, client_id: str) -> Sequence[Row[Any]]:
    return await work.all(_rhythms(work, client_id))


def _rhythms(work: UnitOfWork, client_id: str) -> Select[Any]:
    mine = (rhythm.c.organisation == work.organisation, engagement.c.client_id == client_id)
    return rhythms_where(*mine)
