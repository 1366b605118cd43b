"""Seals what an engagement has beside its parties, state and ends, and reads it back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from bot.domain.engagement import Engagement
from bot.ports import DamagedError
from storage.sql.rows import flat, names
from storage.sql.sealed_rows.left_empty import LEFT_EMPTY
from storage.sql.sealed_rows.month import last_sealed
from storage.sql.sealed_rows.texts import ENGAGEMENT_FIELDS, engagement_facts, engagement_text
from storage.sql.unit_of_work import UnitOfWork

PLACE = "engagement.settings"
IN_CLEAR = tuple(name for name in names(Engagement) if name not in ENGAGEMENT_FIELDS)


async def engagement_row(work: UnitOfWork, new: Engagement) -> dict[str, Any]:
    """Returns the row of an engagement, sealed with a key of the client."""
    at = await last_sealed(work, new.client_id, new.started_at)
    settings = await work.seal(PLACE, new.id, new.client_id, engagement_text(new), at)
    return {**flat(new), **LEFT_EMPTY["engagement"], "settings": settings}


async def read_engagement(work: UnitOfWork, row: Row[Any]) -> Engagement:
    """Returns the engagement. Raises KeyDestroyedError, or DamagedError for changed bytes."""
    if row.settings is None:
        if not work.moving:
            raise DamagedError("its settings are not sealed")
        return Engagement(**{name: row._mapping[name] for name in names(Engagement)})
    told = {name: row._mapping[name] for name in IN_CLEAR}
    text = await work.unseal(PLACE, row.id, row.client_id, row.settings)
    return Engagement(**told, **engagement_facts(text))
