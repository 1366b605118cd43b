"""A small step: "when … then I …". It is taken, done, made smaller, moved or let go, and never
failed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.words import Words


class StepState(StrEnum):
    TAKEN = "taken"
    DONE = "done"
    LET_GO = "let_go"


class StepSize(StrEnum):
    """How long the step takes, in the client's own estimate."""

    MOMENT = "moment"
    SHORT = "short"
    LONGER = "longer"


@dataclass(frozen=True, slots=True)
class Step:
    """An if-then plan in the client's words (Gollwitzer 1999), kept until `until` (UTC).

    `strength` is what the client says will help. `done_at` is UTC.
    """

    id: str
    engagement_id: str
    client_id: str
    when: Words
    then: Words
    state: StepState
    at: datetime
    until: datetime
    size: StepSize | None = None
    strength: Words | None = None
    done_at: datetime | None = None
