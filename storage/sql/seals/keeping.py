"""Since when a client keeps answers for so short a time, as the key store knows it.

Each number of days that a client may choose has a floor: the time of the newest choice that made
their keeping shorter, in microseconds. A backup cannot know a choice that came after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.domain.actions import KEEP_DAYS
from bot.domain.engagement import Engagement
from storage.sql.columns import EPOCH
from storage.sql.seals.row_seals import RowSeals


def keeps_less(before: Engagement, new: Engagement) -> bool:
    """True where the client chose a shorter time than the one before."""
    if new.keep_days is None or new.keep_days not in KEEP_DAYS:
        return False
    return before.keep_days is None or new.keep_days < before.keep_days


async def note_shorter(seals: RowSeals, new: Engagement) -> None:
    """Notes the choice, at the time of its event; it is written before the commit."""
    if seals.accepted is not None and new.keep_days is not None:
        await seals.raise_floor(new.client_id, _keeping(new.id, new.keep_days), seals.accepted)


async def shorter_since(seals: RowSeals, one: Engagement) -> Mapping[int, datetime]:
    """Returns each number of days that was chosen as a shorter one, and when last (UTC)."""
    floors = {days: await seals.floor(one.client_id, _keeping(one.id, days)) for days in KEEP_DAYS}
    return {days: EPOCH + timedelta(microseconds=floor) for days, floor in floors.items() if floor}


def _keeping(engagement_id: str, days: int) -> str:
    return f"keeping\0{engagement_id}\0{days}"
