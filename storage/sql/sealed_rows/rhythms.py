"""Seals a rhythm but for whose it is, and reads it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, select

from bot.domain.rhythm import Rhythm
from bot.domain.words import Words
from bot.ports import DamagedError
from storage.keys.keyring import KeyDestroyedError
from storage.sql.rows import thing
from storage.sql.schema import engagement, rhythm
from storage.sql.sealed_rows.left_empty import LEFT_EMPTY
from storage.sql.sealed_rows.month import last_sealed
from storage.sql.sealed_rows.texts import rhythm_facts, rhythm_text
from storage.sql.unit_of_work import UnitOfWork, coach_owner

PLACE = "rhythm.settings"


def rhythms_where(*where: ColumnElement[bool]) -> Select[Any]:
    """Selects rhythms, each with the `client_id` of its engagement; a coach's own has none."""
    same = and_(
        engagement.c.organisation == rhythm.c.organisation, engagement.c.id == rhythm.c.owner
    )
    return select(rhythm, engagement.c.client_id).outerjoin(engagement, same).where(*where)


async def rhythm_row(work: UnitOfWork, new: Rhythm) -> dict[str, Any]:
    """Returns the row of a rhythm, sealed with a key of the client, or of the coach as a coach."""
    client_id = await _client_of(work, new.owner)
    began = datetime.combine(new.starts_on, time.min, UTC)
    at = await last_sealed(work, client_id or new.owner, began)
    keys = client_id or coach_owner(new.owner)
    key = {"owner": new.owner, "confirmed": new.confirmed}
    settings = await work.seal(PLACE, _name(key), keys, rhythm_text(new), at)
    return {**key, **LEFT_EMPTY["rhythm"], "settings": settings}


async def read_rhythm(work: UnitOfWork, row: Row[Any]) -> Rhythm:
    """Returns the rhythm of a row that `rhythms_where` found.

    Raises KeyDestroyedError, or DamagedError for changed bytes.
    """
    if row.settings is None:
        if not work.moving:
            raise DamagedError("its settings are not sealed")
        return replace(thing(Rhythm, row), days_off=row.days_off or ())
    text = await rhythm_settings(work, row)
    return Rhythm(owner=row.owner, confirmed=row.confirmed, **rhythm_facts(text))


async def rhythm_settings(work: UnitOfWork, row: Row[Any]) -> Words:
    """Opens them. A draft that is older than its engagement is sealed as a coach's own is."""
    name, coach = _name(row._mapping), coach_owner(row.owner)
    if row.client_id is None:
        return await work.unseal(PLACE, name, coach, row.settings)
    try:
        return await work.unseal(PLACE, name, row.client_id, row.settings)
    except KeyDestroyedError:
        return await work.unseal(PLACE, name, coach, row.settings)


async def _client_of(work: UnitOfWork, owner: str) -> str | None:
    row = await work.first(work.where(engagement, id=owner))
    return row.client_id if row else None


def _name(key: Mapping[Any, Any]) -> str:
    """Names the row in what is sealed: a draft cannot be put in place of a confirmed rhythm."""
    return f"{key['owner']}|{'confirmed' if key['confirmed'] else 'draft'}"
