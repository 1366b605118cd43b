"""Messages about the session: when it is, what to bring, and what follows."""

from __future__ import annotations

from datetime import date, datetime

from bot.chat import Document, Form, Message, Text, TextField
from bot.domain import actions
from bot.domain.engagement import Engagement
from bot.domain.limits import CLOCK, MOMENT
from bot.domain.words import Words
from bot.messages.check_ins import Offer, asked
from bot.messages.common import buttons, message
from bot.text import Catalogue


def show(say: Catalogue, engagement: Engagement, coach: Words, zone: str, today: date) -> Message:
    at = engagement.session_at
    if at is None:
        told = Text(say("session-none", coach=coach))
        choices = [(say("session-set"), actions.SESSION(engagement.id, "set"))]
    else:
        told = Text(say("session-at", coach=coach, moment=say.moment(at, zone, today)))
        choices = [
            (say("session-change"), actions.SESSION(engagement.id, "set")),
            (say("session-file"), actions.SESSION(engagement.id, "file")),
            (say("session-clear"), actions.SESSION(engagement.id, "clear")),
        ]
    return message(say, "session-at" if at else "session-none", told, buttons(*choices))


def ask(say: Catalogue, engagement_id: str, problem: str | None = None, **values: str) -> Message:
    key = problem or "session-ask"
    fields = (
        TextField(
            "day",
            say("session-day"),
            placeholder=say("session-day-example"),
            limit=MOMENT.characters,
        ),
        TextField(
            "time",
            say("session-time"),
            placeholder=say("session-time-example"),
            limit=CLOCK.characters,
        ),
    )
    form = Form(actions.SESSION_SET(engagement_id), fields, say("session-save"))
    return message(say, key, Text(say(key, **values)), form)


def is_set(
    say: Catalogue, engagement: Engagement, coach: Words | None, zone: str, today: date
) -> Message:
    """Tells when the session is. `coach` is None if the coach set it."""
    assert engagement.session_at is not None
    lines = [Text(say("session-is-set", moment=say.moment(engagement.session_at, zone, today)))]
    if coach is not None:
        key = "session-seen" if engagement.listed else "session-unseen"
        lines.append(Text(say(key, coach=coach), quiet=True))
    file = buttons((say("session-file"), actions.SESSION(engagement.id, "file")))
    return message(say, "session-is-set", *lines, file)


def calendar(say: Catalogue, at: datetime, zone: str, content: str) -> Message:
    here = Text(say("session-calendar-here"))
    return message(say, "session-calendar-here", here, _paper(say, at, zone, content))


def cleared(say: Catalogue, at: datetime, zone: str, content: str) -> Message:
    """Says that no session is set. `content` takes the one of `at` (UTC) out of a calendar."""
    told = Text(say("session-cleared")), Text(say("session-calendar-out"), quiet=True)
    return message(say, "session-cleared", *told, _paper(say, at, zone, content))


def _paper(say: Catalogue, at: datetime, zone: str, content: str) -> Document:
    label = say("session-calendar-label", moment=say.moment(at, zone))
    return Document("session.ics", label, "text/calendar", Words(content))


def prep(say: Catalogue, delivery_id: str, coach: Words, *, more: bool = False) -> Message:
    """Asks what to bring. `more` adds a button for a question of the set for before a session."""
    another = [(say("another"), actions.ANOTHER(delivery_id))] if more else []
    return message(
        say,
        "prep-ask",
        Text(say("prep-ask", coach=coach)),
        Text(say("prep-hint"), quiet=True),
        buttons(
            (say("prep-recall"), actions.RECALL(0)),
            *another,
            (say("pass"), actions.PASS(delivery_id)),
        ),
    )


def after(say: Catalogue, offer: Offer, coach: Words) -> Message:
    """Asks the question of `offer` after a session; without one, about a small step."""
    beside = (
        (say("after-step"), actions.STEP(offer.engagement_id)),
        (say("after-feedback", coach=coach), actions.FEEDBACK(offer.engagement_id)),
    )
    if offer.question is None:
        passing = (say("pass"), actions.PASS(offer.id))
        return message(say, "after-ask", Text(say("after-ask")), buttons(*beside, passing))
    hello = Text(say("after-hello"))
    return message(say, "after-ask", hello, *asked(say, offer), buttons(*beside))


def feedback_ask(say: Catalogue, coach: Words) -> Message:
    return message(say, "feedback-ask", Text(say("feedback-ask", coach=coach)))
