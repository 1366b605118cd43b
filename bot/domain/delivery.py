"""One message that will leave by itself. It holds what to say, never the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

# The reason of what was claimed and let go of untried.
RELEASED = "released"


class Kind(StrEnum):
    """`SESSION_PREP` comes the day before a session, `SESSION_AFTER` after it; `NOTE` brings a
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
        """Whether the person is taken to have it: it was sent, or nobody can know that it was not.

        What is not known counts as arrived, because it is never sent again.
        """
        return self in (DeliveryState.SENT, DeliveryState.UNCONFIRMED)

    @property
    def may_have_arrived(self) -> bool:
        """Whether the person may see it already: a reply can come before the outcome is noted."""
        return self.arrived or self is DeliveryState.CLAIMED


@dataclass(frozen=True, slots=True)
class Delivery:
    """All times are UTC. It may leave at `not_before <= t < not_after`, and never outside.

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
        """Whether it may have left. A version that did not note it may have tried anything."""
        return self.begun_at is not None or self.claimed_by is None
