"""Messages to a coach: the card in their own words, and the clients who let them see."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.chat import ChoiceField, Form, Heading, ManyField, Message, Quote, Text, TextField
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.foreign import lines_of, one_line
from bot.domain.limits import CARD_PART
from bot.domain.profile import Listed, Profile
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.messages.card import agreed_parts
from bot.messages.common import buttons, lines, message, organisation_may_read
from bot.messages.joining import every_options, weekday_options
from bot.text import Catalogue


def ask_end(
    say: Catalogue, engagement_id: str, client: Words, kept_until: datetime, zone: str
) -> Message:
    erased = _day(say, kept_until, zone)
    return message(
        say,
        "client-end-ask",
        Text(say("client-end-ask", client=client, erased=erased)),
        buttons(
            (say("client-end-yes"), actions.END(engagement_id, "yes")),
            (say("client-end-no"), actions.END(engagement_id, "no")),
        ),
    )


def not_a_coach(say: Catalogue, reference: str, *, coached: bool) -> Message:
    """What somebody reads who may not coach here now, with what to hand to those who decide it."""
    off = [Text(say("coaches-off"))] if coached else []
    leave = [buttons((say("clients-end-all"), actions.END_ALL(None)))] if coached else []
    handed = Quote(Words(one_line(reference)))
    return message(say, "coaches-ask", *off, Text(say("coaches-ask")), handed, *leave)


def ask_end_all(say: Catalogue, kept_until: datetime, zone: str) -> Message:
    return message(
        say,
        "clients-end-all-ask",
        Text(say("clients-end-all-ask", erased=_day(say, kept_until, zone))),
        buttons(
            (say("client-end-yes"), actions.END_ALL("yes")),
            (say("client-end-no"), actions.END_ALL("no")),
        ),
    )


def ask_profile(say: Catalogue, current: Profile | None) -> Message:
    form = _card_form(say, current, actions.PROFILE_SET(), say("profile-save"))
    return message(say, "profile-ask", Text(say("profile-ask")), form)


def saved_first(say: Catalogue) -> Message:
    """A card is saved before the first code, which is offered next."""
    code = buttons((say("home-invite"), actions.INVITE(None)))
    return message(say, "profile-saved", Text(say("profile-saved")), code)


def ask_sure(say: Catalogue, new: Profile) -> Message:
    """Tells what saving this card does, before it does it: the same form, with a way out."""
    form = _card_form(say, new, actions.PROFILE_SURE(), say("profile-save-sure"))
    dont = buttons((say("profile-dont"), actions.PROFILE_KEPT()))
    return message(say, "profile-sure", *lines(say, "profile-sure"), form, dont)


def too_soon(say: Catalogue, before: Profile, new: Profile, again: datetime, zone: str) -> Message:
    """Says from when on the agreed parts may change, over a form that can be saved now."""
    changed = _day(say, before.changed_at or before.at, zone)
    told = say("profile-too-soon", day=changed, **{"from": say.moment(again, zone)})
    kept = replace(
        new, process=before.process, fees=before.fees, confidentiality=before.confidentiality
    )
    form = _card_form(say, kept, actions.PROFILE_SET(), say("profile-save"))
    return message(say, "profile-too-soon", Text(told), form)


def _card_form(say: Catalogue, current: Profile | None, saves: Action, submit: str) -> Form:
    parts = ("introduction", "process", "fees", "confidentiality")
    fields = [
        TextField(
            part,
            say(f"profile-{part}"),
            getattr(current, part) if current else Words(""),
            say(f"profile-{part}-example"),
            multiline=True,
            limit=CARD_PART.characters,
        )
        for part in parts
    ]
    days = current.days if current else ()
    every = str(current.every if current else 1)
    return Form(
        saves,
        (
            *fields,
            ManyField("days", say("profile-days"), weekday_options(say), days),
            ChoiceField("every", say("profile-every"), every_options(say), every),
        ),
        submit,
    )


def introduced(say: Catalogue, coach: Words, card: Profile) -> Message:
    heading = Heading(say("profile-heading", coach=coach))
    blocks = [Quote(Words(lines_of(card.introduction.text)))] if card.introduction.text else []
    agreed, who_else = agreed_parts(say, card), organisation_may_read(say)
    return message(say, "profile-heading", heading, *blocks, *agreed, who_else)


def listed_line(say: Catalogue, one: Listed, zone: str) -> str:
    values = {"client": one.client_name.text, "until": say.full_day(one.ends_on)}
    if one.session_at is None:
        return say("clients-line", **values)
    return say("clients-line-session", **values, moment=say.moment(one.session_at, zone))


def _day(say: Catalogue, at: datetime, zone: str) -> str:
    return say.full_day(local_date(at, zone))
