"""The help: a few lines in groups, each with its buttons. Everything else is behind one button."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Block, Message, Text
from bot.domain import actions
from bot.domain.action_row import Action
from bot.messages.common import buttons, lines, message
from bot.text import Catalogue
from bot.understand.heard import BotTopic
from bot.understand.phrases import Intent

# A button's label and what it does.
Pairs = Sequence[tuple[str, Action]]

NEWCOMER: Pairs = (
    ("about-ask-how", actions.ABOUT(BotTopic.HOW)),
    ("about-ask-sees", actions.ABOUT(BotTopic.SEES)),
    ("about-show-language", actions.SAY(Intent.LANGUAGE)),
)
TODAY: Pairs = (
    ("help-page", actions.SAY(Intent.HOME)),
    ("step-offer-yes", actions.STEP(None)),
    ("about-show-words", actions.RECALL(None)),
)
YOURS: Pairs = (
    ("home-switches", actions.SWITCHES()),
    ("home-hold", actions.HOLD()),
    ("about-show-seen", actions.SAY(Intent.SEEN)),
)
WHEN: Pairs = (
    ("home-times", actions.RHYTHM()),
    ("home-pause", actions.PAUSE(None)),
    ("stop-instead", actions.STOP(None)),
)
COACH: Pairs = (
    ("home-invite", actions.INVITE(None)),
    ("home-digest", actions.DIGEST_NOW()),
    ("home-clients", actions.CLIENTS()),
    ("home-card", actions.PROFILE()),
)
COACH_WHEN: Pairs = (
    ("digest-when", actions.DIGEST_WHEN()),
    ("home-pause", actions.PAUSE(None)),
    ("stop-instead", actions.STOP(None)),
)
ALL: Pairs = (("help-everything", actions.HELP_ALL()),)


def newcomer(say: Catalogue) -> Message:
    """Says who this is and where a code goes, to somebody who is neither client nor coach."""
    return message(say, "hello", *lines(say, "hello"), _row(say, NEWCOMER))


def client(say: Catalogue) -> Message:
    return message(
        say,
        "help-client",
        *lines(say, "help-client"),
        *_group(say, "help-today", TODAY),
        *_group(say, "help-yours", YOURS),
        *_group(say, "help-when", WHEN),
        _row(say, ALL),
    )


def coach(say: Catalogue, *, alone: bool) -> Message:
    """The coach's part. `alone` is true for somebody who is no client too."""
    when = _group(say, "help-when", COACH_WHEN) if alone else ()
    end = (_row(say, ALL),) if alone else ()
    return message(say, "help-coach", *_group(say, "help-coach", COACH), *when, *end)


def everything(say: Catalogue, *, client: bool, coach: bool) -> Message:
    """Every command, in the words that are typed for it."""
    told: list[Block] = [Text(say("help-all"))]
    told += lines(say, "help-all-client") if client else ()
    told += lines(say, "help-all-coach") if coach else ()
    return message(say, "help-all", *told)


def _group(say: Catalogue, line: str, pairs: Pairs) -> tuple[Block, ...]:
    return (Text(say(line)), _row(say, pairs))


def _row(say: Catalogue, pairs: Pairs) -> Block:
    return buttons(*((say(label), action) for label, action in pairs))
