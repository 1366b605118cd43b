"""Which note says "Read, thank you" for which share: one for each, and never one after another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain.delivery import Kind
from bot.domain.share import Share, SharedItem
from bot.ports import Transaction


def note_of(tx: Transaction, share_id: str) -> str:
    """The id of the note that thanks for what was shared up to this share.

    A keyed hash: no row tells which share it is for.
    """
    return tx.keyed_hash("thanks", share_id)[:24]


async def thanked_already(
    tx: Transaction, engagement_id: str, newest: SharedItem, every: Sequence[SharedItem]
) -> bool:
    """Tells whether a thanks is planned, or was, for this share or for a later one.

    `every` are all shares that the coach can read. Whatever became of it, it is not planned again.
    """
    planned = {one.subject for one in await tx.deliveries(engagement_id, Kind.NOTE)}
    later = [one for one in every if one.engagement_id == engagement_id and not one.unnamed]
    ids = [one.share_id for one in later if one.approved_at >= newest.approved_at]
    return any(note_of(tx, one) in planned for one in (newest.share_id, *ids))


def is_shared_still(tx: Transaction, note_id: str, shares: Iterable[Share]) -> bool:
    """Tells whether the share that a thanks is for is still there."""
    return any(note_of(tx, one.id) == note_id for one in shares)
