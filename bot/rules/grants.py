"""Tells which grants are in force, judged by today's sentences and today's terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.consent import (
    Decided,
    Entry,
    Grant,
    Terms,
    Wording,
    allows,
    latest,
    unexpired,
    yes_before,
)
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.purposes import PURPOSES, Purpose
from bot.domain.share import SharedItem
from bot.ports import Transaction
from bot.text import catalogue

NO_CARD = "1"
# What stands in a coach's list and digests for as long as a client lets it.
SEEN_BY_COACH = (Purpose.LISTED, Purpose.NOTES)


def terms_of(purpose: Purpose, engagement: Engagement | None) -> Terms:
    """Returns today's terms. A grant for narrower terms is suspended until it is asked again."""
    row = PURPOSES[purpose]
    kept_until = engagement.keeps_until if engagement and row.kept else None
    return Terms(row.readers, kept_until)


def wording_now(purpose: Purpose, language: str, engagement: Engagement | None) -> Wording:
    """Identifies today's sentences; those of the agreement together with the coach's own part.

    A yes to a line for the sponsor is for the sponsor whom the client read below the sentence.
    """
    card = ""
    if engagement is not None and purpose is Purpose.AGREEMENT:
        card = "" if engagement.agreement_version == NO_CARD else engagement.agreement_version
    if engagement is not None and purpose is Purpose.SPONSOR:
        card = engagement.sponsor
    return catalogue(language).wording(purpose, card)


def live(
    ledger: Sequence[Entry], purpose: Purpose, now: datetime, engagement: Engagement | None
) -> Grant | None:
    """Returns the grant in force, as `allowed` decides it, or None."""
    entry = latest(ledger, purpose)
    if entry is None or not allowed(ledger, purpose, now, engagement):
        return None
    return Grant(purpose, entry)


def allowed(
    decided: Sequence[Decided], purpose: Purpose, now: datetime, engagement: Engagement | None
) -> bool:
    """Tells whether a grant is in force: not past its end, its sentence and terms unchanged.

    Without the agreement no purpose of an engagement is in force. `engagement` is None for a
    coach's own chain.
    """
    last = latest(decided, purpose)
    if last is None:
        return False
    needs_agreement = engagement is not None and purpose is not Purpose.AGREEMENT
    if needs_agreement and not allowed(decided, Purpose.AGREEMENT, now, engagement):
        return False
    return as_it_stands(last, now, engagement)


def suspended(
    ledger: Sequence[Entry], purpose: Purpose, now: datetime, engagement: Engagement | None
) -> bool:
    """Tells whether a purpose was given and still runs, but its sentence or terms have changed."""
    entry = unexpired(ledger, purpose, now)
    return entry is not None and not as_it_stands(entry, now, engagement)


def waits_for_answer(
    decided: Sequence[Decided], purpose: Purpose, now: datetime, engagement: Engagement | None
) -> bool:
    """Tells whether only a new answer is missing: there was a yes, and what it was for changed."""
    needed = {purpose} if engagement is None else {purpose, Purpose.AGREEMENT}
    given = all(yes_before(decided, one, now) is not None for one in needed)
    return given and not allowed(decided, purpose, now, engagement)


def goes_on_seeing(
    ledger: Sequence[Entry], purpose: Purpose, now: datetime, engagement: Engagement
) -> Entry | None:
    """The yes by which a coach goes on seeing what this purpose showed them before, or None.

    It is the grant in force; or the yes as it was, while only the agreement waits for an answer.
    Otherwise what a coach sees would come and go with their card, and tell the day of each answer.
    """
    entry = latest(ledger, purpose)
    if entry is None or not as_it_stands(entry, now, engagement):
        return None
    return entry if yes_before(ledger, Purpose.AGREEMENT, now) is not None else None


def as_it_stands(decided: Decided, now: datetime, engagement: Engagement | None) -> bool:
    """Tells whether this decision is a grant for today's sentence and today's terms, and runs."""
    purpose = decided.purpose
    wording = wording_now(purpose, decided.wording.language, engagement)
    return allows(decided, now, wording.hash, terms_of(purpose, engagement))


async def still_allowed(
    tx: Transaction, items: Sequence[SharedItem], now: datetime
) -> list[SharedItem]:
    """Leaves out unseen shares that their client's grant no longer covers at `now` (UTC).

    Shares that the coach has seen stay: leaving them out would tell of a private change of mind.
    Leaves out of what it returns a session that is over, or that the coach may not see now.
    """
    engaged = await tx.with_ledgers({item.engagement_id for item in items})
    allowed_now = []
    for item in items:
        # One client's damaged rows keep only that client's shares back.
        found = engaged.get(item.engagement_id)
        covered = found is not None and live(found[1], item.purpose, now, found[0]) is not None
        if covered or (item.seen and not item.new):
            session_at = item.session_at if found and _meets(item, *found, now) else None
            allowed_now.append(replace(item, session_at=session_at))
    return allowed_now


def _meets(
    item: SharedItem, engagement: Engagement, ledger: Sequence[Entry], now: datetime
) -> bool:
    if item.session_at is None or item.session_at <= now:
        return False
    return goes_on_seeing(ledger, Purpose.LISTED, now, engagement) is not None


def over(engagement: Engagement, now: datetime) -> bool:
    """Tells whether an engagement has ended, by its state or by the clock."""
    return engagement.state is EngagementState.ENDED or now >= engagement.ends_at
