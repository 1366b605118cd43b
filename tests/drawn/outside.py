"""Composes the messages about people who have no account here: guest coaches, and whoever pays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.chat import Message
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.purposes import switches
from bot.domain.sponsoring.sponsor import Sponsor
from bot.messages import guests
from bot.messages.overview import policy
from bot.messages.overview.policy import PolicyPicture
from bot.messages.sponsoring import lines, mailed, naming
from bot.text import Catalogue, languages
from tests import things
from tests.drawn.facts import DAY, NAME, SAID, ZONE

PAYS = Sponsor(NAME, SAID)
LINK = f"https://handrail.example/mail/guest/{'5ea1' * 8}"


def outside(say: Catalogue) -> Iterator[Message]:
    """Every message of guest coaches and of sponsors that no story reaches, in one language."""
    yield guests.link(say, LINK, things.LATER)
    yield guests.welcome(say)
    yield guests.name_missing(say)
    yield guests.arrived(say, given_by_client=True)
    yield guests.arrived(say, given_by_client=False)
    yield from _named(say)
    yield from _lines(say)
    yield from _decided(say)


def _decided(say: Catalogue) -> Iterator[Message]:
    everything = PolicyPicture(
        runs=SAID.text,
        contact=SAID.text,
        officer=SAID.text,
        allowed=switches(),
        forbidden=(),
        most_days=365,
        grace_days=0,
        coaches="everyone",
        domains=(),
        group=1,
        workspaces_chosen=False,
        languages=languages(),
    )
    yield policy.policy(say, everything)
    few = replace(everything, runs="", contact="", officer="", forbidden=switches()[1:])
    few = replace(few, allowed=switches()[:1], most_days=1, grace_days=1, group=8)
    yield policy.policy(say, replace(few, coaches="approval", workspaces_chosen=True))
    yield policy.policy(say, replace(few, coaches="listed", domains=(SAID.text, SAID.text)))


def _named(say: Catalogue) -> Iterator[Message]:
    yield naming.of_organisation(say, PAYS)
    for current in (None, PAYS):
        yield naming.ask(say, current)
        yield naming.unreadable(say, current)
    yield naming.saved(say, PAYS)
    yield naming.too_soon(say, things.NOW, things.LATER, ZONE)


def _lines(say: Catalogue) -> Iterator[Message]:
    line = things.sponsor_line(sponsor=PAYS, client=NAME, sentence=SAID, language=say.language)
    for shown in (line, replace(line, sessions=None)):
        yield mailed.mail(say, shown, counted=True)
        yield lines.preview(say, shown, "f", DAY, 5)
    yield mailed.mail(say, line, counted=False)
    yield lines.preview(say, line, "f", DAY, 5, changed=True)
    yield lines.ask(say, "e1", None)
    for key in ("sponsor-line-number", "sponsor-line-empty"):
        yield lines.ask_again(say, "e1", SAID, key)
    yield lines.on_its_way(say, line, DAY)
    yield lines.show(say, "e1", None, (), ZONE)
    each = [
        lines.Followed(line, things.delivery(kind=Kind.SPONSOR_LINE, state=state))
        for state in DeliveryState
    ]
    yield lines.show(say, "e1", PAYS, each, ZONE)
    yield lines.show(say, "e1", PAYS, each * 3, ZONE)
    for one in each:
        yield lines.taken_back(say, one.delivery, ZONE)
