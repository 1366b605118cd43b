"""Messages of comfort checks, and the gentle question after a silent time."""

from __future__ import annotations

from bot.chat import Message, Text
from bot.domain import actions
from bot.domain.words import Words
from bot.messages.check_ins import comfort_buttons
from bot.messages.common import buttons, message, organisation_may_read
from bot.text import Catalogue


def ask(say: Catalogue, engagement_id: str) -> Message:
    return message(
        say, "comfort-ask", Text(say("comfort-ask")), comfort_buttons(say, engagement_id)
    )


def gentle(say: Catalogue, engagement_id: str) -> Message:
    """Offers four choices of equal weight. Saying nothing is the fifth."""
    ways: tuple[tuple[str, actions.Comfort], ...]
    ways = (("less", "too-often"), ("time", "wrong-time"), ("rest", "rest"))
    return message(
        say,
        "gentle-ask",
        Text(say("gentle-ask")),
        buttons(
            *((say(f"gentle-{way}"), actions.COMFORT(engagement_id, kind)) for way, kind in ways),
            (say("gentle-stop"), actions.STOP("yes")),
        ),
    )


def least(say: Catalogue, engagement_id: str, weeks: int) -> Message:
    rest = buttons((say("comfort-rest"), actions.COMFORT(engagement_id, "rest")))
    return message(say, "comfort-least", Text(say("comfort-least", weeks=weeks)), rest)


def ask_first(say: Catalogue, engagement_id: str, question: actions.FirstQuestion) -> Message:
    key = question.replace(".", "-")
    return message(
        say,
        key,
        Text(say(key)),
        Text(say("first-hint"), quiet=True),
        buttons((say("pass"), actions.FIRST_PASS(engagement_id, question))),
    )


def privacy(say: Catalogue, coach: Words) -> Message:
    sees = Text(say("worry-sees", coach=coach))
    kept, stop = Text(say("worry-kept")), Text(say("worry-stop"))
    boss = Text(say("about-boss"))
    return message(say, "worry-sees", sees, boss, organisation_may_read(say), kept, stop)
