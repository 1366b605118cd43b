"""Why a message does not leave, and how the person whom it concerns reads of it.

Nobody else reads of it: a coach least of all, for it could tell of a client's silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.complete import complete
from bot.domain.delivery import DeliveryState


class Reason(StrEnum):
    """Why the gate lets a delivery not leave now, as it is stored with the delivery.

    CHANGED: the person said yes, what they said yes to has changed, and they have not answered.
    NOT_ALLOWED: the organisation's policy does not allow it, or not in this workspace.
    """

    OUTSIDE_WINDOW = "outside_window"
    GONE = "gone"
    APP_REMOVED = "app_removed"
    WRONG_OWNER = "wrong_owner"
    STOPPED = "stopped"
    ENDED = "ended"
    PAUSED = "paused"
    TOO_EARLY = "too_early"
    SPACED = "spaced"
    CROWDED = "crowded"
    NO_CONSENT = "no_consent"
    CHANGED = "changed"
    HALTED = "halted"
    NOT_A_COACH = "not_a_coach"
    NOT_ALLOWED = "not_allowed"
    NOTHING_TO_SAY = "nothing_to_say"
    NOT_COMPOSED = "not_composed"

    # An Enum hashes its name in Python on every lookup, and one claim looks thousands up.
    __hash__ = str.__hash__


class Telling(StrEnum):
    """How the recipient reads that a message did not leave.

    `ALREADY`: as the answer to what they did themselves. `ABOVE_THE_ANSWER`: above the answer to
    the next thing that they write or press, once. `WHEN_THEY_ASK`: any line that they write is
    answered with it. `NOT_LOST`: not at all, because it leaves later, or there is nothing that
    they would miss. `OPERATOR`: not they but the operator, because the row is damaged. `NOBODY`:
    nobody is left who could read it.
    """

    ALREADY = "already"
    ABOVE_THE_ANSWER = "above_the_answer"
    WHEN_THEY_ASK = "when_they_ask"
    NOT_LOST = "not_lost"
    OPERATOR = "operator"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonRow:
    """All that happens for one reason: the state that it leads to, and how it is told.

    `sentence` is a key of the catalogue, for what is told later. `because` says in English why it
    is told so. Raises ValueError where what is told later has no sentence, or the reverse.
    """

    state: DeliveryState
    telling: Telling
    sentence: str | None
    because: str

    def __post_init__(self) -> None:
        later = self.telling in (Telling.ABOVE_THE_ANSWER, Telling.WHEN_THEY_ASK)
        if later is not (self.sentence is not None):
            raise ValueError("what is told later needs a sentence")


REASONS: Mapping[Reason, ReasonRow] = complete(
    {
        Reason.OUTSIDE_WINDOW: ReasonRow(
            state=DeliveryState.DROPPED,
            telling=Telling.ABOVE_THE_ANSWER,
            sentence="unsent-late",
            because="the bot did not run, or the hours became others, while it was due",
        ),
        Reason.GONE: ReasonRow(
            state=DeliveryState.WITHHELD,
            telling=Telling.NOBODY,
            sentence=None,
            because="the person had everything erased, and has the certificate",
        ),
        Reason.APP_REMOVED: ReasonRow(
            state=DeliveryState.WITHHELD,
            telling=Telling.ABOVE_THE_ANSWER,
            sentence="unsent-away",
            because="the app was out of their workspace; they can write once it is back",
        ),
        Reason.WRONG_OWNER: ReasonRow(
            state=DeliveryState.WITHHELD,
            telling=Telling.OPERATOR,
            sentence=None,
            because="the row names somebody whom it does not concern: it was damaged or forged",
        ),
        Reason.STOPPED: ReasonRow(
            state=DeliveryState.WITHHELD,
            telling=Telling.ALREADY,
            sentence=None,
            because="they stopped, and the confirmation of the stop is the last message",
        ),
        Reason.ENDED: ReasonRow(
            state=DeliveryState.WITHHELD,
            telling=Telling.WHEN_THEY_ASK,
            sentence="engagement-over",
            because="the engagement is over, and nothing but the goodbye is sent after an end",
        ),
        Reason.PAUSED: ReasonRow(
            state=DeliveryState.WITHHELD,
            telling=Telling.ALREADY,
            sentence=None,
            because="they chose the pause, the rest, the day off, or to have no times at all",
        ),
        Reason.TOO_EARLY: ReasonRow(
            state=DeliveryState.PLANNED,
            telling=Telling.NOT_LOST,
            sentence=None,
            because="it leaves later on the same day, inside their hours",
        ),
        Reason.SPACED: ReasonRow(
            state=DeliveryState.PLANNED,
            telling=Telling.NOT_LOST,
            sentence=None,
            because="another message came less than an hour ago; it leaves within their hours",
        ),
        Reason.CROWDED: ReasonRow(
            state=DeliveryState.WITHHELD,
            telling=Telling.NOT_LOST,
            sentence=None,
            because="other messages took the hours of that day: what would be missed comes on the "
            "next day instead, and the rest has its next time",
        ),
        Reason.NO_CONSENT: ReasonRow(
            state=DeliveryState.WITHHELD,
            telling=Telling.ALREADY,
            sentence=None,
            because="they said no, turned it off, or their yes ran out on the day that it named",
        ),
        Reason.CHANGED: ReasonRow(
            state=DeliveryState.WITHHELD,
            telling=Telling.ABOVE_THE_ANSWER,
            sentence="unsent-changed",
            because="it waits for their answer, which the next check-in's place asks for, or else "
            "the answer to the next thing that they write",
        ),
        Reason.HALTED: ReasonRow(
            state=DeliveryState.DROPPED,
            telling=Telling.ABOVE_THE_ANSWER,
            sentence="unsent-halted",
            because="the organisation had halted everything that leaves by itself",
        ),
        Reason.NOT_A_COACH: ReasonRow(
            state=DeliveryState.WITHHELD,
            telling=Telling.WHEN_THEY_ASK,
            sentence="coaches-off",
            because="the organisation does not let the coach coach now; what was shared waits",
        ),
        Reason.NOT_ALLOWED: ReasonRow(
            state=DeliveryState.WITHHELD,
            telling=Telling.ABOVE_THE_ANSWER,
            sentence="unsent-policy",
            because="the organisation does not allow it now; they did nothing to end it",
        ),
        Reason.NOTHING_TO_SAY: ReasonRow(
            state=DeliveryState.WITHHELD,
            telling=Telling.NOT_LOST,
            sentence=None,
            because="there was nothing to say: nothing shared, the step done, or a rest after the "
            "gentle question",
        ),
        Reason.NOT_COMPOSED: ReasonRow(
            state=DeliveryState.NOT_DELIVERED,
            telling=Telling.ABOVE_THE_ANSWER,
            sentence="unsent-broken",
            because="something of it could not be read; the operator reads so at once as well",
        ),
    },
    Reason,
)


def told_above(reason: str | None, state: DeliveryState) -> str | None:
    """The key of the sentence that stands above the next answer; None for what is not told there.

    What a platform refused has that platform's own word for a reason, and one sentence for all.
    """
    row = REASONS[Reason(reason)] if reason in set(Reason) else None
    if row is None or row.state is not state:
        return "unsent-refused" if state is DeliveryState.NOT_DELIVERED else None
    return row.sentence if row.telling is Telling.ABOVE_THE_ANSWER else None
