"""Lets nothing leave again that may have left after the backup.

A restore ends halted, so that nothing leaves before somebody has looked. Every step can be
repeated.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, or_

from bot.domain.delivery import (
    ABOUT_ONE,
    RELEASED,
    REPEATING,
    RESTORED,
    DeliveryState,
    Kind,
)
from storage.sql.claim_statement import OPEN
from storage.sql.schema import delivery, halt, note, share
from storage.sql.unit_of_work import UnitOfWork

BY = "restore"
BECAUSE = "A backup was restored. Look around, then run `handrail resume`."


@dataclass(frozen=True, slots=True)
class MayBeShown:
    """Whose shares a message may have shown since the backup: these coaches, these engagements."""

    coaches: frozenset[str]
    engagements: frozenset[str]


async def halt_all(work: UnitOfWork, moment: datetime) -> None:
    """Halts everything from `moment` (UTC) on. Who halted it before the backup stays named."""
    row = {
        "organisation": work.organisation,
        "halted_at": moment,
        "halted_by": BY,
        "because": BECAUSE,
        "resumed_at": None,
    }
    over = halt.c.resumed_at.is_not(None)
    changed = {
        "halted_at": moment,
        "halted_by": case((over, BY), else_=halt.c.halted_by),
        "because": case((over, BECAUSE), else_=halt.c.because),
        "resumed_at": None,
    }
    added = work.insert(halt).values(row)
    await work.connection.execute(
        added.on_conflict_do_update(index_elements=["organisation"], set_=changed)
    )


async def hold_back(work: UnitOfWork, moment: datetime) -> MayBeShown:
    """Ends what began by `moment` (UTC): it may have left. Returns whose shares it may have shown.

    What repeats is due in the halt, which drops it and plans what follows. An edit that removes
    words may be made twice. A claim whose sending had begun is looked up.
    """
    began = (OPEN, delivery.c.kind != Kind.AMEND, delivery.c.not_before <= moment)
    shown = await _shown_by(work, *began)
    untried = delivery.c.begun_at.is_(None) | (delivery.c.state == DeliveryState.PLANNED)
    once = (*began, untried, delivery.c.kind.not_in(REPEATING))
    notes = work.select(delivery, *once, delivery.c.kind == Kind.NOTE)
    words = notes.with_only_columns(delivery.c.subject)
    await work.change(work.delete(note, note.c.id.in_(words)))
    nobody = {"claimed_at": None, "claimed_by": None, "begun_at": None}
    ended = {"state": DeliveryState.DROPPED, "settled_at": moment, "reason": RESTORED}
    await work.change(work.update(delivery, *once).values(**ended, **nobody))
    # The next one of a claimed one was planned with the claim.
    reason = case((delivery.c.state == DeliveryState.CLAIMED, RELEASED), else_=delivery.c.reason)
    due_at = case((delivery.c.not_after < moment, delivery.c.not_after), else_=moment)
    again = {"state": DeliveryState.PLANNED, "due_at": due_at, "reason": reason}
    repeats = (*began, untried, delivery.c.kind.in_(REPEATING))
    await work.change(work.update(delivery, *repeats).values(**again, **nobody))
    return shown


async def _shown_by(work: UnitOfWork, *began: ColumnElement[bool]) -> MayBeShown:
    """Whose shares stood in a digest, a brief or a message sent at once, if it left meanwhile."""
    digests = work.select(delivery, *began, delivery.c.kind == Kind.DIGEST)
    coaches = await work.all(digests.with_only_columns(delivery.c.to))
    of_one = work.select(delivery, *began, delivery.c.kind.in_(ABOUT_ONE))
    engagements = await work.all(of_one.with_only_columns(delivery.c.subject))
    return MayBeShown(
        frozenset(row.to for row in coaches),
        frozenset(row.subject for row in engagements if row.subject),
    )


async def show_once(work: UnitOfWork, shown: MayBeShown) -> None:
    """Notes that these shares are not new: no digest brings them; `digest` still shows them."""
    theirs = or_(
        work.among(share.c.coach_id, shown.coaches),
        work.among(share.c.engagement_id, shown.engagements),
    )
    await work.change_sealed(share, share.c.digest.is_(None), theirs, values={"digest": RESTORED})
