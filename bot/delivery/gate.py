"""The one gate before everything that leaves by itself. Nothing here sends.

`compose` is called at the moment of sending. It returns a message with the grant that covers it, or
the reason why nothing may leave. `may_not_leave` is the rule. The claim applies it first, so that a
delivery that certainly may not leave costs nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from bot.delivery.asking_anew import asked_anew
from bot.delivery.composing import Composing, Piece
from bot.delivery.halting import looks_again
from bot.delivery.kinds import KINDS
from bot.delivery.spacing import waits_until
from bot.delivery.verdict import CROWDED, HALTED, OUTSIDE_WINDOW, Covered, Withheld
from bot.domain.consent import Decided, Entry, Grant
from bot.domain.delivery import Delivery, Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.halting.halt import Halt, WhileHalted
from bot.domain.pause import in_pause
from bot.domain.people import Dialogue, Person
from bot.domain.reasons import REASONS, Reason, Telling
from bot.domain.rhythm import Rhythm, open_on
from bot.domain.wall_time import local_date
from bot.metrics import METRICS
from bot.plain import offered
from bot.ports import Transaction
from bot.rules.changes import to_ask_in_place
from bot.rules.coaches import may_coach, whose_coach_may
from bot.rules.grants import allowed, live, over, waits_for_answer
from bot.rules.policy.reach import speaking, works_in
from bot.rules.sponsors import with_sponsor_if_asked
from bot.settings import Settings

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class GateFacts:
    """The facts that decide about a delivery.

    `decisions` are about the purposes of `needed_for`. The pause is part of `rhythm` at the moment
    of sending; a claim does not read it, because it is sealed with the person.
    """

    engagement: Engagement | None
    rhythm: Rhythm | None
    decisions: Sequence[Decided]


async def compose(
    tx: Transaction, delivery: Delivery, now: datetime, settings: Settings
) -> Covered | Withheld:
    """Finds the recipient, checks whether the delivery may leave, and only then composes the
    message. What the organisation's policy does not allow does not leave, whatever was agreed.

    `now` is the moment of sending (UTC).
    """
    stopped = halted(delivery, await tx.halt(), now)
    return stopped or await _composed(tx, delivery, now, settings)


async def _composed(
    tx: Transaction, delivery: Delivery, now: datetime, settings: Settings
) -> Covered | Withheld:
    if not delivery.not_before <= now < delivery.not_after:
        return OUTSIDE_WINDOW
    to = await tx.person(delivery.to)
    if to is None:
        return Withheld(Reason.GONE)
    to = speaking(settings, to)
    unreachable = await _unreachable(tx, delivery, to, settings)
    if unreachable is not None:
        return Withheld(unreachable)
    engagement, ledger = await tx.engagement(delivery.owner), await tx.ledger(delivery.owner)
    if KINDS[delivery.kind].gives_place:
        engagement = await with_sponsor_if_asked(tx, settings, engagement, ledger, now)
    rhythm = await tx.rhythm(delivery.owner)
    facts = GateFacts(engagement, in_pause(rhythm, to.pause) if rhythm else None, ledger)
    about = Composing(tx, delivery, to, engagement, now, settings)
    withheld = may_not_leave(delivery, facts, now) or _paused(about)
    if may_give_place(delivery, withheld):
        anew = await _asked_anew(about, ledger)
        if anew is not None:
            return await _spaced(about, anew)
    if withheld is not None:
        return withheld
    row = KINDS[delivery.kind]
    grant = live(ledger, row.purpose, now, engagement) if row.purpose else None
    if grant is None or row.compose is None:
        return Withheld(Reason.NO_CONSENT)
    if not await _coach_may(about):
        return Withheld(Reason.NOT_A_COACH)
    return await _spaced(about, _covered(about, await row.compose(about), grant))


async def _unreachable(
    tx: Transaction, delivery: Delivery, to: Person, settings: Settings
) -> Reason | None:
    """Why nothing of this kind may go where the person is, whatever they agreed to."""
    if not works_in(settings, to.address) or KINDS[delivery.kind].purpose in settings.forbidden:
        return Reason.NOT_ALLOWED
    return Reason.APP_REMOVED if await tx.left_at(to.address) is not None else None


async def _spaced(about: Composing, composed: Covered | Withheld) -> Covered | Withheld:
    """Lets a message wait that comes too close to another one of the bot's own."""
    if isinstance(composed, Withheld) or composed.mailed_to is not None:
        return composed
    until = await waits_until(about.tx, about.delivery, about.now)
    if until is None:
        return composed
    return Withheld(Reason.SPACED, until) if until < about.delivery.not_after else CROWDED


def halted(delivery: Delivery, halt: Halt | None, now: datetime) -> Withheld | None:
    """Returns why a delivery may not leave because of the organisation's halt, or None.

    What waits is looked at again later, each at a moment of its own, so that nothing bursts.
    """
    match KINDS[delivery.kind].while_halted:
        case WhileHalted.DROPS if halt is not None and halt.took(delivery.due_at, now):
            return HALTED
        case WhileHalted.WAITS if halt is not None and halt.in_force:
            until = looks_again(delivery, now)
            return Withheld(Reason.HALTED, until) if until < delivery.not_after else HALTED
    return None


def may_give_place(delivery: Delivery, withheld: Withheld | None) -> bool:
    """Tells whether a question about what has changed could take the place of this delivery.

    All else that withholds it withholds that question too: a pause, a stop, the hours, a no.
    """
    waits = withheld is None or withheld.reason is Reason.CHANGED
    return KINDS[delivery.kind].gives_place and waits


def may_not_leave(delivery: Delivery, facts: GateFacts, now: datetime) -> Withheld | None:
    """Returns why a delivery may not leave at `now` (UTC), whatever its recipient and its text.

    It checks in this order: its window, its owner and engagement, a pause, a day off, the client's
    hours, consent.
    """
    if not delivery.not_before <= now < delivery.not_after:
        return OUTSIDE_WINDOW
    closed = _closed(delivery, facts.engagement, now)
    if closed is not None:
        return Withheld(closed)
    resting = _resting(facts.rhythm, delivery, now)
    if resting is not None:
        return resting
    purpose = KINDS[delivery.kind].purpose
    if purpose is None:
        return Withheld(Reason.NO_CONSENT)
    given = facts.decisions, purpose, now, facts.engagement
    if not allowed(*given):
        return Withheld(Reason.CHANGED if waits_for_answer(*given) else Reason.NO_CONSENT)
    return None


def tell_operator(delivery: Delivery, reason: Reason) -> None:
    """Logs a delivery that was withheld because its row is damaged: its kind, and nothing else."""
    if REASONS[reason].telling is Telling.OPERATOR:
        METRICS.failed("delivery")
        log.error("delivery_refused", kind=delivery.kind.value, reason=reason.value)


async def _asked_anew(about: Composing, ledger: Sequence[Entry]) -> Covered | Withheld | None:
    """The question about what has changed; None if there is none to ask in this place."""
    engagement = about.engagement
    found = to_ask_in_place(ledger, about.now, engagement) if engagement else None
    if found is None:
        return None
    purpose, given = found
    return _covered(about, await asked_anew(about, purpose), Grant(given.purpose, given))


def _covered(about: Composing, piece: Piece | None, grant: Grant) -> Covered | Withheld:
    if piece is None:
        return Withheld(Reason.NOTHING_TO_SAY)
    # What leaves by mail opens and closes nothing in the client's chat.
    dialogue = _dialogue(about, piece) if piece.mailed_to is None else None
    return Covered(
        to=about.to,
        message=piece.message,
        grant=grant,
        dialogue=dialogue,
        shares=piece.shares,
        seen=piece.seen,
        asks=piece.asks,
        asked=piece.asked,
        mailed_to=piece.mailed_to,
    )


def _closed(delivery: Delivery, engagement: Engagement | None, now: datetime) -> Reason | None:
    if KINDS[delivery.kind].to_coach:
        return None if delivery.owner == delivery.to else Reason.WRONG_OWNER
    if engagement is None or engagement.client_id != delivery.to:
        return Reason.WRONG_OWNER
    if engagement.stopped:
        return Reason.STOPPED
    if KINDS[delivery.kind].last_word:
        return None if engagement.state is EngagementState.ENDED else Reason.WRONG_OWNER
    if engagement.state is not EngagementState.ACTIVE or over(engagement, now):
        return Reason.ENDED
    return None


async def _coach_may(about: Composing) -> bool:
    """Tells whether the coach may coach now who would read a digest, or whose note this is."""
    if KINDS[about.delivery.kind].to_coach:
        return await may_coach(about.tx, about.settings, about.to.address)
    if about.delivery.kind is not Kind.NOTE or about.engagement is None:
        return True
    return await whose_coach_may(about.tx, about.settings, about.engagement.coach_id)


def _resting(rhythm: Rhythm | None, delivery: Delivery, now: datetime) -> Withheld | None:
    """Checks for a pause, a day off or a holiday on the person's local date, the day and the hour.

    The kind's own row says which part of the rhythm holds. It is checked again, because the hours
    or the zone's rules may have changed since it was planned.
    """
    if KINDS[delivery.kind].to_sponsor:
        # It reaches nobody in these hours. A pause holds for it: see `compose`.
        return None
    if rhythm is None:
        return Withheld(Reason.PAUSED)
    today, obeys = local_date(now, rhythm.zone), KINDS[delivery.kind].obeys
    open_today = open_on(rhythm, today, obeys) if obeys is not None else []
    if not open_today and rhythm.rests_on(today):
        return Withheld(Reason.PAUSED)
    if any(one.not_before <= now < one.not_after for one in open_today):
        return None
    ahead = next((one.not_before for one in open_today if one.not_before > now), None)
    if ahead is None or ahead >= delivery.not_after:
        return OUTSIDE_WINDOW
    return Withheld(Reason.TOO_EARLY, ahead)


def _paused(about: Composing) -> Withheld | None:
    """Keeps a line for whoever pays from leaving while its client has paused."""
    pause, zone = about.to.pause, about.to.zone or about.settings.zone
    if not KINDS[about.delivery.kind].to_sponsor or pause is None:
        return None
    return Withheld(Reason.PAUSED) if pause.holds_on(local_date(about.now, zone)) else None


def _dialogue(about: Composing, piece: Piece) -> Dialogue:
    """What is open once the message has arrived: whatever was on offer above it is not any more.

    Otherwise a "yes" to a coach's note would press an older question's button.
    """
    if piece.asks is not None:
        # A typed yes or no then means its buttons.
        return Dialogue(offered=offered([piece.message]))
    choices = offered([piece.message])
    if piece.awaiting is None:
        return replace(about.to.dialogue, offered=choices)
    subject = piece.subject or about.delivery.id
    return Dialogue(piece.awaiting, subject, choices, asked_at=about.now)
