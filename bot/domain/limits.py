"""How much a person's text may hold, by where it is written: the one table of limits.

`bot.inbound.doors` holds every text that comes in against it. Forms, readers and handlers take
their limits from here too, so that a box never takes more than is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from bot.domain.action_row import verb_of
from bot.domain.sponsoring.sponsor import LONGEST_ADDRESS, LONGEST_SPONSOR


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that one text may hold. An empty line counts as a line."""

    characters: int
    lines: int = 1


@dataclass(frozen=True, slots=True)
class TooMuch:
    """What a text has too much of, and how many it may have."""

    of: Literal["characters", "lines"]
    most: int

    @property
    def told(self) -> dict[str, str | int]:
        """The values that the sentences about it take."""
        return {"limit": self.most, "of": self.of}


# The most characters of one event that a platform passes on, all its texts together. Between this
# and the limits below the bot answers kindly; beyond it, no client of a platform writes.
MOST_RECEIVED = 40_000
MOST_FIELDS = 20
# The most characters of all fields of a form together, with their names: a line and its name.
MOST_IN_FORM = 4_100

# A typed line, an edit, a command, a caption, a shortcut, and the box for longer words.
LINE = Limit(4_000, lines=400)
NOTE = Limit(500, lines=40)
STEP_PART = Limit(300, lines=20)
STEP_TEXT = Limit(3_000, lines=300)
# The box of "Not what I meant". Longer words are corrected in a message.
CORRECTION = Limit(3_000, lines=300)
QUESTIONS = Limit(3_000, lines=300)
CARD_PART = Limit(600, lines=40)
# Who pays, and what a client lets them read: a mail of a few lines.
SPONSOR_NAME = Limit(LONGEST_SPONSOR)
SPONSOR_ADDRESS = Limit(LONGEST_ADDRESS)
SPONSOR_SENTENCE = Limit(300, lines=4)
SPONSOR_SESSIONS = Limit(20)
# What a reader of days, clocks and places takes. Each is short, so reading it is quick.
DAY = Limit(60)
CLOCK = Limit(40)
MOMENT = Limit(DAY.characters + CLOCK.characters)
MOST_DAYS_OFF = 40
DAYS_OFF = Limit(300, lines=MOST_DAYS_OFF)
PLACE = Limit(100)
COUNTRY = Limit(60)
# A code as people type it, with what they write before it.
CODE = Limit(120)
# The characters of a name that are kept.
NAME = 80
# What was chosen in a field with choices (several are joined by commas), and a field that no form
# of ours has.
CHOICE = Limit(200)

_CARD = dict.fromkeys(("introduction", "process", "fees", "confidentiality"), CARD_PART)

# The text fields of each form, by its verb. All other fields have choices.
FIELDS: Mapping[str, Mapping[str, Limit]] = MappingProxyType(
    {
        "step-set": dict.fromkeys(("then", "when", "obstacle", "strength"), STEP_PART),
        "step-from": {"text": STEP_TEXT},
        "guest-set": {"name": Limit(NAME)},
        "answer-set": {"words": LINE},
        "correct-set": {"words": CORRECTION},
        "session-set": {"day": MOMENT, "time": CLOCK},
        "rhythm": {"zone": PLACE},
        "code-set": {"code": CODE},
        "hours": {"off": DAYS_OFF, "holidays": COUNTRY},
        "erase-days": {"from": DAY, "to": DAY},
        "profile": _CARD,
        "profile-sure": _CARD,
        "questions-sure": {"set": QUESTIONS},
        "sponsor-set": {"name": SPONSOR_NAME, "address": SPONSOR_ADDRESS},
        "sponsor-line-set": {"sentence": SPONSOR_SENTENCE, "sessions": SPONSOR_SESSIONS},
        "digest-set": {},
        "client": {},
        "switches": {},
        "ticked": {},
    }
)


def beyond(text: str, limit: Limit) -> TooMuch | None:
    """What a text has too much of, or None. Spaces at its ends count, for they are stored too."""
    if len(text) > limit.characters:
        return TooMuch("characters", limit.characters)
    if len(text.splitlines()) > limit.lines:
        return TooMuch("lines", limit.lines)
    return None


def beyond_form(action: str, values: Mapping[str, str]) -> TooMuch | None:
    """What a form has too much of, in its first such field or in all together, or None."""
    fields = FIELDS.get(verb_of(action), {})
    # No form of ours has so many fields, so nobody filled this one in.
    if len(values) > MOST_FIELDS or sum(map(len, (*values, *values.values()))) > MOST_IN_FORM:
        return TooMuch("characters", MOST_IN_FORM)
    found = (beyond(value, fields.get(name, CHOICE)) for name, value in values.items())
    return next((one for one in found if one is not None), None)
