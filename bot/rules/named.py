"""Which clients a coach may name: those whose name they were shown with the client's yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.consent import Purpose
from bot.domain.profile import Listed
from bot.domain.share import SharedItem
from bot.domain.words import Words
from bot.messages.overview.one_client import NamedClient
from bot.ports import CoachSide, Transaction
from bot.rules.grants import goes_on_seeing, still_allowed


async def listed_to(tx: Transaction, coach_id: str, now: datetime) -> list[Listed]:
    """The clients who let this coach see them, by name, each with a session only if it is ahead.

    While a new card waits for its answer, the list stays as it was before.
    """
    listed = await tx.listed(coach_id, now)
    engaged = await tx.with_ledgers([one.engagement_id for one in listed])
    found = []
    for one in listed:
        engagement, ledger = engaged.get(one.engagement_id, (None, ()))
        if engagement and goes_on_seeing(ledger, Purpose.LISTED, now, engagement) is not None:
            ahead = one.session_at is not None and one.session_at > now
            found.append(one if ahead else replace(one, session_at=None))
    return found


async def named_clients(tx: Transaction, coach_id: str, now: datetime) -> list[NamedClient]:
    """Every client whose name this coach may use, by name.

    Those on the coach's list, and those of whom the coach may read a share with a name. It reads
    nothing else, so that a client who shared nothing is not to be told from one who is not there.
    """
    door: CoachSide = tx
    items = await still_allowed(tx, await door.shared_with(coach_id, now), now)
    listed = {one.engagement_id: one for one in await listed_to(tx, coach_id, now)}
    shared: dict[str, list[SharedItem]] = {key: [] for key in listed}
    for item in items:
        if not item.unnamed:
            shared.setdefault(item.engagement_id, []).append(item)
    found = [
        NamedClient(key, _name(listed.get(key), theirs), listed.get(key), _newest_first(theirs))
        for key, theirs in shared.items()
    ]
    # By name: the order in which they joined is for nobody to see.
    return sorted(found, key=lambda one: (one.name.text.casefold(), one.engagement_id))


def _name(listed: Listed | None, shared: Sequence[SharedItem]) -> Words:
    return listed.client_name if listed is not None else shared[0].client_name


def _newest_first(items: Sequence[SharedItem]) -> list[SharedItem]:
    return sorted(items, key=lambda one: (one.approved_at, one.share_id), reverse=True)
