"""A small step: "when … then I …". It is taken, done, made smaller, moved, let go. Never failed."""

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
    """How long it takes, as the client sees it."""

    MOMENT = "moment"
    SHORT = "short"
    LONGER = "longer"


@dataclass(frozen=True, slots=True)
class Step:
    """An if-then plan in the client's words (Gollwitzer 1999), kept until `until` (UTC).

    `strength` is what the client said helps them with it, and `done_at` (UTC) when it was done.
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
