"""What is allowed right now: grants, judged by today's sentences and today's terms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.consent import (
    READERS,
    Entry,
    Grant,
    Purpose,
    Terms,
    Wording,
    latest,
    standing,
    unexpired,
)
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.share import SharedItem
from bot.ports import Transaction
from bot.text import catalogue

NO_CARD = "1"
KEPT = (
    Purpose.AGREEMENT,
    Purpose.KEEP_MARKS,
    Purpose.KEEP_WORDS,
    Purpose.SHARE_MARKS,
    Purpose.SHARE_WORDS,
)


def terms_of(purpose: Purpose, engagement: Engagement | None) -> Terms:
    """The terms of today: a grant for narrower ones is suspended until it is asked again."""
    kept_until = engagement.keeps_until if engagement and purpose in KEPT else None
    return Terms(READERS[purpose], kept_until)


def wording_now(purpose: Purpose, language: str, engagement: Engagement | None) -> Wording:
    """What somebody would read today if asked for it; the agreement with their coach's own part."""
    card = ""
    if engagement is not None and purpose is Purpose.AGREEMENT:
        card = "" if engagement.agreement_version == NO_CARD else engagement.agreement_version
    return catalogue(language).wording(purpose, card)


def live(
    ledger: Sequence[Entry], purpose: Purpose, now: datetime, engagement: Engagement | None
) -> Grant | None:
    """The grant in force: not past its end, its sentence and terms unchanged.

    Nothing in an engagement is in force without its agreement. `engagement` is None for a coach's
    own chain.
    """
    entry = latest(ledger, purpose)
    if entry is None:
        return None
    needs_agreement = engagement is not None and purpose is not Purpose.AGREEMENT
    if needs_agreement and live(ledger, Purpose.AGREEMENT, now, engagement) is None:
        return None
    wording = wording_now(purpose, entry.wording.language, engagement)
    return standing(entry, now, wording.hash, terms_of(purpose, engagement))


def suspended(
    ledger: Sequence[Entry], purpose: Purpose, now: datetime, engagement: Engagement | None
) -> bool:
    """Given, and neither withdrawn nor run out; but its sentence or its terms are others now."""
    entry = unexpired(ledger, purpose, now)
    if entry is None:
        return False
    wording = wording_now(purpose, entry.wording.language, engagement)
    return standing(entry, now, wording.hash, terms_of(purpose, engagement)) is None


async def still_allowed(
    tx: Transaction, items: Sequence[SharedItem], now: datetime
) -> list[SharedItem]:
    """Leaves out what is new and no longer covered by its client's grant at this moment.

    What the coach has seen before stays: that it went would tell of a private change of mind.
    """
    return [item for item in items if not item.new or await _covered(tx, item, now)]


async def _covered(tx: Transaction, item: SharedItem, now: datetime) -> bool:
    engagement = await tx.engagement(item.engagement_id)
    if engagement is None:
        return False
    ledger = await tx.ledger(item.engagement_id)
    return live(ledger, item.purpose, now, engagement) is not None


def over(engagement: Engagement, now: datetime) -> bool:
    """Whether an engagement has ended, by its state or by the clock."""
    return engagement.state is EngagementState.ENDED or now >= engagement.ends_at
