"""When the bot left a workspace, as the key store knows it.

The row of the lane has no seal: whoever writes to it only keeps messages back. People are erased by
what is noted here, and nobody without the keys can write that.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from storage.sql.seals.row_seals import RowSeals

# The owner of the floors of all workspaces.
LANES = "lane"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


async def note_leave(seals: RowSeals, workspace: str, at: datetime) -> None:
    """Notes that the bot left at `at` (UTC). An earlier leave stays until `note_return`.

    The floor of a workspace is odd while the bot is away: twice the time of the leave in
    microseconds since 1970, and one.
    """
    now = await seals.floor(LANES, workspace)
    if not now % 2:
        left = 2 * ((at - EPOCH) // MICROSECOND) + 1
        await seals.raise_floor(LANES, workspace, max(left, now + 1))


async def note_return(seals: RowSeals, workspace: str) -> None:
    now = await seals.floor(LANES, workspace)
    if now % 2:
        await seals.raise_floor(LANES, workspace, now + 1)


async def noted_leave(seals: RowSeals, workspace: str) -> datetime | None:
    """Returns when the bot left (UTC), or None while it is there."""
    now = await seals.floor(LANES, workspace)
    return EPOCH + (now // 2) * MICROSECOND if now % 2 else None
