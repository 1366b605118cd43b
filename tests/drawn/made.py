"""The templates that the product does not write out, by the function that makes them.

Each comes from the product's own table, so that a new row is a new template here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

from bot.delivery.asking import HELLOS
from bot.domain.purposes import PURPOSES
from bot.domain.reasons import REASONS, Telling
from bot.handlers.hearing.small_talk import WAYS
from bot.messages.about_rows import ABOUT
from bot.questions.brackets import ProblemKind
from bot.understand.heard import Small
from tests.catalogue.sentences import sentences

RHYTHM_PROBLEMS = ("zone", "days", "window", "quiet", "off", "holidays")
TROUBLE = ("trouble", "damaged", "erase-unfinished")
ASKS = tuple(row.asks for row in PURPOSES.values())
# Functions whose template comes from elsewhere: their name is also that of a maker, or a message
# goes through them whose template another function has given.
NONE_OF_THEIR_OWN = (
    # It gives back a message as it was kept.
    "adapters.mail.kept_messages.message_of",
    "adapters.teams.adapter._send",
    "bot.commands.erase.erase",
    "bot.delivery.asking_anew.asked_anew",
    "bot.handlers.answering.keeping_on.refused",
    "bot.handlers.asking_again.ask_again",
    "bot.handlers.hearing.doubt._again",
    "bot.handlers.sharing.share",
    "bot.handlers.sharing.share_unnamed",
    "bot.handlers.sponsoring.lines.submit",
    "bot.messages.sponsoring.naming.unreadable",
    "bot.upkeep.operator.approve_coach",
    # The sentences stand inside the message `pause-ask`.
    "bot.handlers.pausing._ask_until",
)
# The sentence of a purpose stands inside the card, or in a coach's own question.
ASKED_BY_THE_CARD = "ask-agreement"

MADE: Mapping[str, Iterable[str]] = {
    # Of the check-in's own hello, the template is "check-in".
    "bot.delivery.asking._asking": [one for one in HELLOS.values() if one != "check-in-hello"],
    "bot.handlers.hearing.small_talk.answer": [
        f"small-{small}-{way}" for small, way in product(Small, range(1, WAYS + 1))
    ],
    "bot.handlers.hearing.unsent._told": [
        "unsent-refused",
        *(
            row.sentence
            for row in REASONS.values()
            if row.telling is Telling.ABOVE_THE_ANSWER and row.sentence
        ),
    ],
    "bot.handlers.question_sets.typed_sets._save": [f"own-set-{kind}" for kind in ProblemKind],
    "bot.handlers.steps.change": ["step-smaller-ask", "step-move-ask"],
    "bot.inbound.events.handle_locked": TROUBLE,
    "bot.inbound.events.home": TROUBLE,
    "bot.messages.about.answer": [row.asks for row in ABOUT.values()],
    "bot.messages.comfort.ask_first": ["first-hope", "first-worry"],
    "bot.messages.consent.ask": [one for one in ASKS if one != ASKED_BY_THE_CARD],
    "bot.messages.consent.ask_brief": ["ask-brief"],
    "bot.messages.consent.ask_digest": ["ask-digest"],
    "bot.messages.consent.switched": [row.switched_off for row in PURPOSES.values()],
    "bot.messages.joining.rhythm_problem": [f"rhythm-bad-{one}" for one in RHYTHM_PROBLEMS],
    "bot.messages.looking_back.recall": ["recall-heading", "found-heading", "found-near"],
    **dict.fromkeys(NONE_OF_THEIR_OWN, ()),
}


def from_tables() -> frozenset[str]:
    """Every template of `MADE`. Raises ValueError for one that no sentence has."""
    found = frozenset(key for keys in MADE.values() for key in keys)
    if unknown := found - sentences("en").keys():
        raise ValueError(f"no sentence: {sorted(unknown)}")
    return found
