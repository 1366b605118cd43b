"""Messages about coaches who have no account here: the link, and their first visit."""

from __future__ import annotations

from datetime import datetime

from bot.chat import Form, Heading, Message, Quote, Text, TextField
from bot.domain import actions
from bot.domain.limits import NAME
from bot.domain.words import Words
from bot.messages.common import buttons, message
from bot.text import Catalogue


def link(say: Catalogue, url: str, until: datetime) -> Message:
    """The link to hand over. It stands in a quotation, so that it is copied and not opened."""
    return message(
        say,
        "guest-link",
        Text(say("guest-link-here")),
        Quote(Words(url)),
        Text(say("guest-link-how", until=say.full_day(until.date()))),
        Text(say("guest-link-sees"), quiet=True),
        buttons((say("guest-link-end"), actions.GUEST_END())),
    )


def welcome(say: Catalogue) -> Message:
    """The first page of a guest coach: who the bot is, what it keeps, and the name to go by."""
    return message(say, "guest-welcome", *_who_and_what(say), _form(say))


def name_missing(say: Catalogue) -> Message:
    return message(say, "guest-name-missing", Text(say("guest-name-missing")), _form(say))


def arrived(say: Catalogue, *, given_by_client: bool) -> Message:
    """Says how a client and this coach come together: by a code that the coach hands over."""
    given = [Text(say("guest-given"))] if given_by_client else []
    code = buttons((say("home-invite"), actions.INVITE(None)))
    return message(say, "guest-arrived", Text(say("guest-arrived")), *given, code)


def _who_and_what(say: Catalogue) -> tuple[Heading | Text, ...]:
    return (
        Heading(say("home-hello")),
        Text(say("guest-welcome")),
        Text(say("guest-keeps")),
    )


def _form(say: Catalogue) -> Form:
    name = TextField("name", say("guest-name"), limit=NAME)
    return Form(actions.GUEST_SET(), (name,), say("guest-begin"))
