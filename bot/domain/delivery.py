"""One message that will leave by itself. It names what to say, and never stores the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

# The `reason` of a delivery that was claimed and put back before any attempt.
RELEASED = "released"
# The `reason` of a check-in that arrived as a question about what had changed.
ASKED_ANEW = "asked_anew"
# The `reason` of a delivery that a restore ended: it may have left after the backup.
RESTORED = "restored"


class Kind(StrEnum):
    """A kind of delivery. Its row is in `bot/delivery/kinds.py`.

    `LATER` asks the same question again, at a client's own wish. `GOODBYE` tells a client, once,
    that their coach has ended the coaching. `SESSION_PREP` comes the day before a session,
    `SESSION_AFTER` after it. `NOTE` carries a coach's own words. `BRIEF` tells a coach before a
    session what its client shared; `SENT_NOW` brings a coach one share at once, at the client's
    wish. `AMEND` edits a message that showed shares: it removes words and adds none.
    `SPONSOR_LINE` leaves by mail to the one who pays, with the words that the client approved for
    them.
    """

    CHECK_IN = "check_in"
    STEP_PROMPT = "step_prompt"
    DIGEST = "digest"
    ENDING = "ending"
    GOODBYE = "goodbye"
    REMINDER = "reminder"
    LATER = "later"
    SESSION_PREP = "session_prep"
    SESSION_AFTER = "session_after"
    NOTE = "note"
    BRIEF = "brief"
    SENT_NOW = "sent_now"
    AMEND = "amend"
    SPONSOR_LINE = "sponsor_line"

    # An Enum hashes its name in Python on every lookup, and one claim looks thousands up.
    __hash__ = str.__hash__


# What is no message to the person whose delivery it is: it takes none of the room between messages.
NO_MESSAGES = (Kind.AMEND, Kind.SPONSOR_LINE)


class DeliveryState(StrEnum):
    PLANNED = "planned"
    CLAIMED = "claimed"
    SENT = "sent"
    WITHHELD = "withheld"
    DROPPED = "dropped"
    UNCONFIRMED = "unconfirmed"
    NOT_DELIVERED = "not_delivered"

    @property
    def arrived(self) -> bool:
        """Tells whether the person is taken to have the message: it was sent, or perhaps sent.

        An unconfirmed message counts as arrived, because it is never sent again.
        """
        return self in (DeliveryState.SENT, DeliveryState.UNCONFIRMED)

    @property
    def may_have_arrived(self) -> bool:
        """Tells whether the person may see it by now: a reply can come before it is settled."""
        return self.arrived or self is DeliveryState.CLAIMED


# The kinds whose next occurrence is planned with the claim of the last one.
REPEATING = (Kind.CHECK_IN, Kind.DIGEST)
# The kinds that show a coach shares: what they showed can be taken out of them.
SHOWING_SHARES = (Kind.DIGEST, Kind.BRIEF, Kind.SENT_NOW)
# Of these, those about one client: their subject is the engagement, and they go with it.
ABOUT_ONE = (Kind.BRIEF, Kind.SENT_NOW)
# The ends of a delivery that never left.
NOT_SENT = (DeliveryState.WITHHELD, DeliveryState.DROPPED, DeliveryState.NOT_DELIVERED)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One planned message and what became of it. All times are UTC.

    It may leave at `not_before <= t < not_after` only. `due_at` is the time of the next attempt.
    `owner` is whose rhythm it follows: an engagement's id, or the coach's own id for a digest.
    `slot` makes it unique: there is one delivery per (to, owner, kind, slot), in any state.

    `reason` is a fixed word, never free text. For an ended delivery it says why it ended so; for a
    planned one, why it was planned again. It is None until the first claim. `claimed_by` is the
    worker that claimed it. `begun_at` is when that worker began to send: before that, nothing was
    tried.
    """

    id: str
    kind: Kind
    to: str
    owner: str
    slot: str
    not_before: datetime
    not_after: datetime
    due_at: datetime
    subject: str | None = None
    state: DeliveryState = DeliveryState.PLANNED
    attempts: int = 0
    claimed_at: datetime | None = None
    settled_at: datetime | None = None
    reason: str | None = None
    claimed_by: str | None = None
    begun_at: datetime | None = None

    @property
    def tried(self) -> bool:
        """True if it may have left.

        Older versions noted no worker, so their claims count as tried.
        """
        return self.begun_at is not None or self.claimed_by is None
