"""Who pays, as a client reads it in the agreement, and as a coach names them."""

from __future__ import annotations

from datetime import datetime

from bot.chat import Block, Form, Message, Quote, Text, TextField
from bot.domain import actions
from bot.domain.foreign import one_line
from bot.domain.limits import SPONSOR_ADDRESS, SPONSOR_NAME
from bot.domain.sponsoring.sponsor import Sponsor
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.messages.common import buttons, lines, message
from bot.text import Catalogue


def named(sponsor: Sponsor) -> list[Block]:
    """Name and address as they are, each on a line of its own and in no sentence of ours."""
    return [Quote(Words(one_line(one.text))) for one in (sponsor.name, sponsor.address)]


def in_agreement(say: Catalogue, sponsor: Sponsor | None) -> list[Block]:
    """Who pays and what they get, for the card of the agreement."""
    if sponsor is None:
        return [Text(say("agreement-sponsor-none"))]
    gets = Text(say("agreement-sponsor-gets"))
    return [Text(say("agreement-sponsor")), *named(sponsor), gets]


def of_organisation(say: Catalogue, sponsor: Sponsor) -> Message:
    """Tells a coach that the organisation says who pays."""
    told = Text(say("sponsor-of-organisation"))
    return message(say, "sponsor-of-organisation", told, *named(sponsor))


def ask(say: Catalogue, current: Sponsor | None, *intro: Block) -> Message:
    """The coach's form, filled with whom they named before."""
    now = [Text(say("sponsor-coach-now")), *named(current)] if current else []
    form = Form(
        actions.SPONSOR_SET(),
        (
            TextField(
                "name",
                say("sponsor-name"),
                current.name if current else Words(""),
                limit=SPONSOR_NAME.characters,
            ),
            TextField(
                "address",
                say("sponsor-address"),
                current.address if current else Words(""),
                limit=SPONSOR_ADDRESS.characters,
            ),
        ),
        say("sponsor-save"),
    )
    nobody = [buttons((say("sponsor-remove"), actions.SPONSOR_NOBODY()))] if current else []
    told = intro or lines(say, "sponsor-coach-ask")
    return message(say, "sponsor-coach-ask", *told, *now, form, *nobody)


def unreadable(say: Catalogue, current: Sponsor | None) -> Message:
    return ask(say, current, Text(say("sponsor-unreadable")))


def saved(say: Catalogue, sponsor: Sponsor) -> Message:
    """What clients read from now on, as the coach wrote it."""
    return message(say, "sponsor-saved", *lines(say, "sponsor-saved"), *named(sponsor))


def too_soon(say: Catalogue, changed: datetime, again: datetime, zone: str) -> Message:
    """Says from when on (UTC) another one may be named."""
    day = say.full_day(local_date(changed, zone))
    told = say("sponsor-too-soon", day=day, **{"from": say.moment(again, zone)})
    return message(say, "sponsor-too-soon", Text(told))
