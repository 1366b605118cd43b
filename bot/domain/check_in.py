"""A client's answer to a question. The asking itself is a delivery (see `delivery.py`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.complete import complete
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
    """An answer is `KEPT` from the moment it is stored. Nothing makes a `DRAFT` any more.

    A `DRAFT` is from a version that stored answers for a day, until the client decided. One that is
    still there counts as kept until that day is over.
    """

    DRAFT = "draft"
    KEPT = "kept"


class AnswerKind(StrEnum):
    """What an answer is an answer to. `HEAVY` outranks the others: it names a loss or distress."""

    LEADING = "leading"
    ANSWER = "answer"
    FIRST = "first"
    FEEDBACK = "feedback"
    FREE = "free"
    HEAVY = "heavy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside an answer of one kind when it is quoted back.

    `shares`: a button shares it, and with `unnamed` another one shares it without a name.
    `corrects`: a button corrects it. `asks_keeping`: where nothing was kept, a button asks about
    keeping. `steps`: a small step may be offered after it. `asks_next`: the next of the first
    questions follows.
    """

    shares: bool
    unnamed: bool
    corrects: bool
    asks_keeping: bool
    steps: bool
    asks_next: bool


# "Don't keep" stands beside whatever is kept, so no row says it. After words that nobody asked for,
# and after a loss, nothing else stands there: such an answer is shared from "my words".
NOTHING = Beside(
    shares=False, unnamed=False, corrects=False, asks_keeping=False, steps=False, asks_next=False
)
ASKED = replace(NOTHING, shares=True, corrects=True, asks_keeping=True)
BESIDE: Mapping[AnswerKind, Beside] = complete(
    {
        AnswerKind.LEADING: replace(ASKED, steps=True),
        AnswerKind.ANSWER: ASKED,
        AnswerKind.FIRST: replace(ASKED, asks_next=True),
        AnswerKind.FEEDBACK: replace(ASKED, unnamed=True),
        AnswerKind.FREE: NOTHING,
        AnswerKind.HEAVY: NOTHING,
    },
    AnswerKind,
)


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
