"""The client's side: a line is written, previewed as the mail it will be, and followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.chat import Block, Form, Heading, Message, Quote, Text, TextField
from bot.domain import actions
from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.limits import SPONSOR_SENTENCE, SPONSOR_SESSIONS
from bot.domain.sponsoring.sponsor import Sponsor, SponsorLine
from bot.domain.words import Words
from bot.messages.common import buttons, lines, message, organisation_may_read
from bot.messages.sponsoring.mailed import mail_blocks
from bot.messages.sponsoring.naming import in_agreement, named
from bot.text import Catalogue, catalogue

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Followed:
    """An approved line, and the delivery by which it leaves or left."""

    line: SponsorLine
    delivery: Delivery


def show(
    say: Catalogue,
    engagement_id: str,
    sponsor: Sponsor | None,
    followed: Sequence[Followed],
    zone: str,
) -> Message:
    """Who pays, what they get, and every line for them. `zone` is IANA."""
    offer = [(say("sponsor-line-offer"), actions.SPONSOR_LINE(engagement_id))] if sponsor else []
    return message(
        say,
        "sponsor",
        *in_agreement(say, sponsor),
        *each(say, followed, zone),
        *([buttons(*offer)] if offer else []),
    )


def each(say: Catalogue, followed: Sequence[Followed], zone: str) -> list[Block]:
    """Each line with its end and its way back. Nothing where there is none."""
    blocks: list[Block] = [Heading(say("sponsor-lines-heading"))] if followed else []
    for one in followed[:SHOWN]:
        blocks += [Quote(one.line.sentence), *named(one.line.sponsor)]
        blocks.append(Text(_end_of(say, one.delivery, zone)))
        blocks.append(buttons((say("take-back"), actions.SPONSOR_BACK(one.line.id))))
    if len(followed) > SHOWN:
        blocks.append(Text(say("hold-more", count=len(followed) - SHOWN)))
    return blocks


def ask(say: Catalogue, engagement_id: str, sentence: Words | None, *intro: Block) -> Message:
    """The form for one line. `sentence` is what the client wrote before, if they did."""
    suggested = Words(say("sponsor-line-suggested"))
    form = Form(
        actions.SPONSOR_LINE_SET(engagement_id),
        (
            TextField(
                "sentence",
                say("sponsor-line-sentence"),
                suggested if sentence is None else sentence,
                multiline=True,
                limit=SPONSOR_SENTENCE.characters,
            ),
            TextField("sessions", say("sponsor-line-sessions"), limit=SPONSOR_SESSIONS.characters),
        ),
        say("sponsor-line-show"),
    )
    return message(say, "sponsor-line-ask", *(intro or lines(say, "sponsor-line-ask")), form)


def ask_again(say: Catalogue, engagement_id: str, sentence: Words, key: str) -> Message:
    """The form once more, below what could not be read in it."""
    return ask(say, engagement_id, sentence, Text(say(key)))


def preview(
    say: Catalogue,
    line: SponsorLine,
    fingerprint: str,
    on: date,
    group: int,
    *,
    changed: bool = False,
) -> Message:
    """The whole mail and whom it goes to. `fingerprint` stands for exactly this."""
    spoken = catalogue(line.language)
    counted = line.sessions is not None
    return message(
        say,
        "sponsor-preview",
        *((Text(say("preview-changed")),) if changed else ()),
        Heading(say("sponsor-preview-heading")),
        *mail_blocks(spoken, line, counted=True),
        Text(say("sponsor-preview-goes"), quiet=True),
        *named(line.sponsor),
        Text(say("sponsor-preview-exact"), quiet=True),
        *((Text(say("sponsor-preview-group", count=group)),) if counted else ()),
        Text(say("sponsor-preview-leaves", day=say.day(on))),
        organisation_may_read(say),
        buttons(
            (say("sponsor-send"), actions.SPONSOR_SEND(line.id, fingerprint)),
            (say("sponsor-drop"), actions.SPONSOR_DROP(line.id)),
        ),
    )


def on_its_way(say: Catalogue, line: SponsorLine, on: date) -> Message:
    told = Text(say("sponsor-on-its-way", day=say.day(on)))
    back = buttons((say("take-back"), actions.SPONSOR_BACK(line.id)))
    return message(say, "sponsor-on-its-way", told, back)


def taken_back(say: Catalogue, delivery: Delivery, zone: str) -> Message:
    """What taking it back did: kept it from leaving, or only deleted it here."""
    if not delivery.state.may_have_arrived:
        return message(say, "sponsor-taken-back", Text(say("sponsor-taken-back")))
    day = say.moment(_when(delivery), zone)
    return message(say, "sponsor-deleted-here", Text(say("sponsor-deleted-here", day=day)))


def _end_of(say: Catalogue, delivery: Delivery, zone: str) -> str:
    match delivery.state:
        case DeliveryState.PLANNED:
            return say("sponsor-line-leaves", day=say.moment(delivery.not_before, zone))
        case DeliveryState.SENT:
            return say("sponsor-line-left", day=say.moment(_when(delivery), zone))
        case DeliveryState.UNCONFIRMED | DeliveryState.CLAIMED:
            return say("sponsor-line-perhaps", day=say.moment(_when(delivery), zone))
    return say("sponsor-line-not-left")


def _when(delivery: Delivery) -> datetime:
    """When it left (UTC), or perhaps did."""
    return delivery.settled_at or delivery.begun_at or delivery.not_before
