"""A delivery: one message that will leave by itself. It says what to tell, never the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

# The reason of a delivery that was claimed, and then given back before it was tried.
RELEASED = "released"


class Kind(StrEnum):
    """A kind of delivery; its row is in `bot/delivery/kinds.py`.

    `SESSION_PREP` comes the day before a session, `SESSION_AFTER` after it; `NOTE` brings a
    coach's own words. `AMEND` takes words out of a digest that has left: it edits and adds nothing.
    """

    CHECK_IN = "check_in"
    STEP_PROMPT = "step_prompt"
    DIGEST = "digest"
    ENDING = "ending"
    REMINDER = "reminder"
    SESSION_PREP = "session_prep"
    SESSION_AFTER = "session_after"
    NOTE = "note"
    AMEND = "amend"

    # An Enum hashes its name, in Python, each time; a claim looks thousands up.
    __hash__ = str.__hash__


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


@dataclass(frozen=True, slots=True)
class Delivery:
    """One delivery. Times are UTC. It may leave at `not_before <= t < not_after` only.

    `owner` is whose rhythm it follows: an engagement's id, or the coach's own id for a digest.
    `slot` makes it unique: one delivery per (to, owner, kind, slot), whatever its state.
    `due_at` is when to try next. `reason` is a fixed word, never free text: why it ended as it
    did, or, while it is planned, why it is planned again. None until it was claimed for once.
    While it is claimed, `claimed_by` is the worker that has it, and `begun_at` when it began to
    leave: before that nothing has been tried.
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
        """Tells whether it may have left. Without `claimed_by`, an old version may have sent it."""
        return self.begun_at is not None or self.claimed_by is None
