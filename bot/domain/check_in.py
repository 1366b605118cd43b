"""A client's answer to a question. The asking itself is a delivery (see `delivery.py`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.words import Words


class Mark(StrEnum):
    """A client's tap on a button that answers a question.

    A mark is never a score: no code adds marks up. A to F are the choices of one question.
    """

    DONE = "done"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"
    A = "a"
    B = "b"
    C = "c"
    D = "d"
    E = "e"
    F = "f"


class AnswerState(StrEnum):
    """The bot has quoted a `DRAFT` back, and the client has not yet decided whether to keep it."""

    DRAFT = "draft"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Answer:
    """One reply: a mark or words, kept under a live grant until `until` (UTC).

    `question` is the id of the question, or None when the client wrote unasked. `check_in` is the
    id of the delivery that asked, and `step_id` the step it asked about. `source` is a keyed hash
    of the platform's message id; it finds the answer when the message is edited or deleted.
    `edited_at` is the platform's time (UTC) of the newest edit seen.
    """

    id: str
    engagement_id: str
    client_id: str
    question: str | None
    check_in: str | None
    step_id: str | None
    mark: Mark | None
    words: Words | None
    state: AnswerState
    at: datetime
    until: datetime
    source: str | None = None
    edited_at: datetime | None = None
