"""The purposes: one thing each that a person can allow, and one row that says all about it.

A new purpose needs a member of `Purpose`, a row of `PURPOSES`, its sentences, and one row in
`bot/handlers/switches.py`. A kind of delivery that it covers has its row in
`bot/delivery/kinds.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.complete import complete
from bot.domain.delivery import Kind


class Purpose(StrEnum):
    """One thing a person can allow. GDPR art. 7: each is asked, and withdrawn, on its own.

    The receipt lists them in this order, and a changed one is asked again in this order.
    """

    AGREEMENT = "agreement"
    CHECK_INS = "check_ins"
    STEP_PROMPTS = "step_prompts"
    KEEP_MARKS = "keep_marks"
    KEEP_WORDS = "keep_words"
    SHARE_MARKS = "share_marks"
    SHARE_WORDS = "share_words"
    REMINDER = "reminder"
    SESSION_PREP = "session_prep"
    NOTES = "notes"
    LISTED = "listed"
    SPONSOR = "sponsor"
    DIGEST = "digest"
    BRIEF = "brief"

    # An Enum hashes its name, in Python, each time; a claim looks thousands up.
    __hash__ = str.__hash__


class AskedBy(StrEnum):
    """The person who is asked for a purpose, and the place.

    `CARD`: the client, by the agreement's card. `FIRST`: the client while joining, and then in the
    list of switches. `SWITCH`: the client, in the list only. `SPONSORED`: the client, in the list
    only where somebody is named who pays. `COACH`: the coach.
    """

    CARD = "card"
    FIRST = "first"
    SWITCH = "switch"
    SPONSORED = "sponsored"
    COACH = "coach"


@dataclass(frozen=True, slots=True, kw_only=True)
class PurposeRow:
    """All that the core needs to know of one purpose.

    `readers` may read the content that the purpose allows. `kept` is True if it keeps content: then
    the engagement's keeping limit is part of its terms. `asked_by` says who is asked, and where.
    `covers` are the kinds of delivery that need it. `data` are the categories of personal data
    that the receipt names.

    `meaning` is counted up when a version of Handrail does more under the purpose than the one
    before it did, even if the sentence stays: the purpose is then asked again (GDPR art. 7,
    never 8).

    The others are keys of the catalogue. `name` is its name. `worded_by` are all the sentences
    that a person reads when asked; the last one is the question. `switched_off` says what a
    withdrawal did, `withdrawal` how to withdraw.

    Raises ValueError where a part is empty.
    """

    readers: tuple[str, ...]
    kept: bool
    asked_by: AskedBy
    covers: tuple[Kind, ...]
    data: tuple[str, ...]
    meaning: int
    name: str
    worded_by: tuple[str, ...]
    switched_off: str
    withdrawal: str

    def __post_init__(self) -> None:
        sentences = (self.name, *self.worded_by, self.switched_off, self.withdrawal)
        if not (self.readers and self.data and self.worded_by and all(sentences)):
            raise ValueError("a purpose needs readers, data and sentences")
        if self.meaning < 1:
            raise ValueError("a purpose needs a meaning")

    @property
    def asks(self) -> str:
        """The key of the question itself."""
        return self.worded_by[-1]


_STEP_PROMPTS = PurposeRow(
    readers=("client",),
    kept=False,
    asked_by=AskedBy.SWITCH,
    covers=(Kind.STEP_PROMPT,),
    data=("address in the chat", "times"),
    meaning=1,
    name="purpose-step-prompts",
    worded_by=("ask-step-prompts",),
    switched_off="switched-off",
    withdrawal="receipt-withdrawal",
)

_DIGEST = PurposeRow(
    readers=("coach",),
    kept=False,
    asked_by=AskedBy.COACH,
    covers=(Kind.DIGEST,),
    data=("address in the chat", "times"),
    meaning=1,
    name="purpose-digest",
    worded_by=("ask-digest",),
    switched_off="switched-off",
    withdrawal="receipt-withdrawal",
)

AGREED_PARTIES = ("agreement-client", "agreement-coach", "agreement-organisation")

# The order of the rows is the order of the switches.
PURPOSES: Mapping[Purpose, PurposeRow] = complete(
    {
        Purpose.AGREEMENT: PurposeRow(
            readers=("client", "coach", "organisation"),
            kept=True,
            asked_by=AskedBy.CARD,
            covers=(),
            data=("name", "address in the chat", "language", "time zone"),
            meaning=1,
            name="purpose-agreement",
            worded_by=(*AGREED_PARTIES, "ask-agreement"),
            switched_off="switched-off",
            # The agreement is no switch: it ends with everything that was kept under it.
            withdrawal="receipt-withdrawal-agreement",
        ),
        Purpose.CHECK_INS: PurposeRow(
            readers=("client",),
            kept=False,
            asked_by=AskedBy.FIRST,
            covers=(Kind.CHECK_IN, Kind.LATER, Kind.ENDING, Kind.GOODBYE),
            data=("address in the chat", "times"),
            # 4: the end is told twice, a week before it and on the day. A goodbye stands for what
            # is left of these two, so it adds no message.
            meaning=4,
            name="purpose-check-ins",
            worded_by=("ask-check-ins",),
            switched_off="switched-off",
            withdrawal="receipt-withdrawal",
        ),
        Purpose.STEP_PROMPTS: _STEP_PROMPTS,
        Purpose.KEEP_WORDS: PurposeRow(
            readers=("client",),
            kept=True,
            asked_by=AskedBy.FIRST,
            covers=(),
            data=("own words",),
            meaning=1,
            name="purpose-keep-words",
            worded_by=("ask-keep-words",),
            switched_off="switched-off-keep-words",
            withdrawal="receipt-withdrawal",
        ),
        Purpose.KEEP_MARKS: PurposeRow(
            readers=("client",),
            kept=True,
            asked_by=AskedBy.FIRST,
            covers=(),
            data=("chosen answers",),
            meaning=1,
            name="purpose-keep-marks",
            worded_by=("ask-keep-marks",),
            switched_off="switched-off-keep-marks",
            withdrawal="receipt-withdrawal",
        ),
        Purpose.SHARE_WORDS: PurposeRow(
            readers=("client", "coach"),
            kept=True,
            asked_by=AskedBy.SWITCH,
            covers=(),
            data=("name", "own words that were approved one at a time"),
            meaning=1,
            name="purpose-share-words",
            worded_by=("ask-share-words",),
            switched_off="switched-off-share",
            withdrawal="receipt-withdrawal",
        ),
        Purpose.SHARE_MARKS: PurposeRow(
            readers=("client", "coach"),
            kept=True,
            asked_by=AskedBy.SWITCH,
            covers=(),
            data=("name", "chosen answers that were approved one at a time"),
            meaning=1,
            name="purpose-share-marks",
            worded_by=("ask-share-marks",),
            switched_off="switched-off-share",
            withdrawal="receipt-withdrawal",
        ),
        Purpose.REMINDER: replace(
            _STEP_PROMPTS,
            covers=(Kind.REMINDER,),
            name="purpose-reminder",
            worded_by=("ask-reminder",),
        ),
        Purpose.SESSION_PREP: replace(
            _STEP_PROMPTS,
            covers=(Kind.SESSION_PREP, Kind.SESSION_AFTER),
            data=("address in the chat", "times", "when the next session is"),
            name="purpose-session-prep",
            worded_by=("ask-session-prep",),
        ),
        Purpose.NOTES: PurposeRow(
            readers=("client", "coach"),
            kept=False,
            asked_by=AskedBy.SWITCH,
            covers=(Kind.NOTE,),
            data=("name", "address in the chat", "the coach's own words until they are delivered"),
            meaning=1,
            name="purpose-notes",
            worded_by=("ask-notes",),
            switched_off="switched-off",
            withdrawal="receipt-withdrawal",
        ),
        Purpose.LISTED: PurposeRow(
            readers=("client", "coach"),
            kept=False,
            asked_by=AskedBy.SWITCH,
            covers=(),
            data=("name", "last day", "when the next session is"),
            meaning=1,
            name="purpose-listed",
            worded_by=("ask-listed",),
            switched_off="switched-off",
            withdrawal="receipt-withdrawal",
        ),
        Purpose.SPONSOR: PurposeRow(
            readers=("client", "sponsor"),
            kept=True,
            asked_by=AskedBy.SPONSORED,
            covers=(Kind.SPONSOR_LINE,),
            data=("name", "own words that were approved one at a time", "number of sessions"),
            meaning=1,
            name="purpose-sponsor",
            worded_by=("ask-sponsor",),
            switched_off="switched-off-sponsor",
            withdrawal="receipt-withdrawal",
        ),
        Purpose.DIGEST: _DIGEST,
        Purpose.BRIEF: replace(
            _DIGEST,
            covers=(Kind.BRIEF, Kind.SENT_NOW),
            data=("address in the chat", "times", "when the next session is"),
            name="purpose-brief",
            worded_by=("ask-brief",),
        ),
    },
    Purpose,
)


def asked_of_client() -> tuple[Purpose, ...]:
    """The purposes that a client is asked for: the agreement, and the switches in their order."""
    return tuple(purpose for purpose, row in PURPOSES.items() if row.asked_by is not AskedBy.COACH)


def asked_of_coach() -> tuple[Purpose, ...]:
    """The purposes that a coach is asked for."""
    return tuple(purpose for purpose, row in PURPOSES.items() if row.asked_by is AskedBy.COACH)


def switches() -> tuple[Purpose, ...]:
    """The purposes that a client turns on and off, in the order in which the list shows them."""
    ways = (AskedBy.FIRST, AskedBy.SWITCH, AskedBy.SPONSORED)
    return tuple(purpose for purpose, row in PURPOSES.items() if row.asked_by in ways)


def asked_first() -> tuple[Purpose, ...]:
    """The switches that a client is asked for while joining, in order."""
    return tuple(purpose for purpose, row in PURPOSES.items() if row.asked_by is AskedBy.FIRST)


def covered_by(kind: Kind) -> Purpose | None:
    """The purpose without which a delivery of this kind does not leave; None where there is none.

    Raises TypeError where two purposes cover one kind: one withdrawal would not stop it.
    """
    found = [purpose for purpose, row in PURPOSES.items() if kind in row.covers]
    if len(found) > 1:
        raise TypeError(f"{kind} is covered by {' and '.join(found)}")
    return found[0] if found else None
