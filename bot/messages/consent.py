"""Messages that ask for one purpose with two equal buttons, and the form of what is allowed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.chat import Block, ChoiceField, Form, Heading, ManyField, Message, Option, Text
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.consent import Grant
from bot.domain.engagement import Engagement
from bot.domain.purposes import PURPOSES, Purpose
from bot.domain.rhythm import Rhythm
from bot.domain.sponsoring.sponsor import Sponsor
from bot.domain.words import Words
from bot.messages.common import buttons, lines, message, note
from bot.messages.joining import (
    DAYS,
    days_of,
    hour_options,
    name_of,
    weekday_options,
)
from bot.messages.sponsoring.naming import named
from bot.messages.who import WhoCoaches, who_coaches
from bot.text import Catalogue


def ask(
    say: Catalogue,
    engagement: Engagement,
    coach: WhoCoaches,
    purpose: Purpose,
    then: Action | None = None,
    sponsor: Sponsor | None = None,
) -> Message:
    """Asks for one purpose, and says who would read: the coach, or whoever pays.

    `then` goes on afterwards: an action, SWITCHED, or nothing.
    """
    question = PURPOSES[purpose].asks
    yes = actions.ALLOW(engagement.id, purpose, "yes", then)
    no = actions.ALLOW(engagement.id, purpose, "no", then)
    return message(
        say,
        question,
        *lines(say, question, until=say.full_day(engagement.ends_on)),
        *(who_coaches(say, coach) if "coach" in PURPOSES[purpose].readers else ()),
        *(named(sponsor) if sponsor is not None else ()),
        buttons((say("yes"), yes), (say("no"), no)),
    )


def ask_coach(say: Catalogue, purpose: Purpose) -> Message:
    """Asks a coach for one of their own purposes."""
    return ask_brief(say) if purpose is Purpose.BRIEF else ask_digest(say)


def ask_digest(say: Catalogue) -> Message:
    question = PURPOSES[Purpose.DIGEST].asks
    return message(
        say,
        question,
        Text(say(question)),
        buttons(
            (say("digest-yes"), actions.DIGEST("yes")), (say("digest-no"), actions.DIGEST("no"))
        ),
    )


def ask_brief(say: Catalogue) -> Message:
    question = PURPOSES[Purpose.BRIEF].asks
    yes, no = (say("yes"), actions.BRIEFS("yes")), (say("no"), actions.BRIEFS("no"))
    return message(say, question, Text(say(question)), buttons(yes, no))


def brief_switch(say: Catalogue, grant: Grant | None) -> Message:
    """Shows a coach's switch for briefs: the question while it is off, or the way out."""
    if grant is None:
        return ask_brief(say)
    turn_off = buttons((say("brief-turn-off"), actions.BRIEFS("no")))
    return message(say, "brief-state-on", Text(say("brief-state-on")), turn_off)


def digest_switch(say: Catalogue, grant: Grant | None, rhythm: Rhythm | None) -> Message:
    """Shows a coach's one switch: the question again while it is off, or the way out."""
    if grant is None or rhythm is None:
        return ask_digest(say)
    return message(
        say,
        "digest-state-on",
        Text(say("digest-state-on", **digest_time(say, rhythm))),
        buttons(
            (say("digest-when"), actions.DIGEST_WHEN()),
            (say("digest-turn-off"), actions.DIGEST("no")),
        ),
    )


def digest_on(say: Catalogue, rhythm: Rhythm) -> Message:
    told = Text(say("digest-on", **digest_time(say, rhythm)))
    more = buttons(
        (say("digest-when"), actions.DIGEST_WHEN()), (say("brief-offer"), actions.BRIEFS(None))
    )
    return message(say, "digest-on", told, more)


def digest_when(say: Catalogue, rhythm: Rhythm) -> Message:
    """Shows the form for the coach's own day and hours."""
    hours = hour_options()
    start, end = rhythm.window_from.hour, rhythm.window_to.hour
    form = Form(
        actions.DIGEST_SET(),
        (
            ChoiceField("day", say("digest-day"), weekday_options(say), days_of(rhythm)[0]),
            ChoiceField("from", say("rhythm-from"), hours, f"{start:02d}:00"),
            ChoiceField("to", say("rhythm-to"), hours, f"{end:02d}:00"),
        ),
        say("digest-save"),
    )
    return message(say, "digest-when-ask", Text(say("digest-when-ask")), form)


def digest_time(say: Catalogue, rhythm: Rhythm) -> dict[str, str]:
    day = DAYS.index(days_of(rhythm)[0])
    hours = {"from": say.hour(rhythm.window_from), "to": say.hour(rhythm.window_to)}
    return {"day": say.full_weekday(day), **hours}


def switches(
    say: Catalogue,
    engagement: Engagement,
    states: Sequence[tuple[Purpose, Grant | None]],
    coach: WhoCoaches | None = None,
) -> Message:
    """One form of everything that can be allowed; what is allowed now is ticked.

    A tick asks and allows nothing yet, so the names are enough: the sentence itself follows. With
    several coaches, `coach` says whose this is.
    """
    on = tuple(purpose for purpose, grant in states if grant is not None)
    options = tuple(Option(purpose, name_of(say, purpose)) for purpose, _ in states)
    until = say.full_day(engagement.ends_on)
    allowed = ManyField("allowed", say("switches-until", until=until), options, on)
    return message(
        say,
        "switches",
        Heading(say("switches-heading")),
        *(who_coaches(say, coach) if coach is not None else ()),
        *lines(say, "switches-hint"),
        Form(
            actions.SWITCHES_SET(engagement.id, "+".join(on) or None),
            (allowed,),
            say("switches-save"),
        ),
    )


def switched(
    say: Catalogue,
    purpose: Purpose,
    coach: Words,
    until: date | None,
    gone: Sequence[Block] = (),
) -> Message:
    """Says what a change of a switch did, at once and in full. `gone` tells what ended with it.

    `until` is the last day of what was switched on; None where it was switched off.
    """
    name = name_of(say, purpose)
    if until is not None:
        return note(say, "switched-on", purpose=name, until=say.full_day(until))
    off = PURPOSES[purpose].switched_off
    return message(say, off, *lines(say, off, purpose=name, coach=coach), *gone)


def show(say: Catalogue, engagement: Engagement, offered: Sequence[int]) -> Message:
    choices = [
        (say("keep-days", days=days), actions.KEEP_FOR(engagement.id, days)) for days in offered
    ]
    return message(
        say,
        "keep-now",
        Text(_now(say, engagement)),
        Text(say("keep-ask")),
        buttons(*choices, (say("keep-end"), actions.KEEP_FOR(engagement.id, "end"))),
    )


def chosen(say: Catalogue, engagement: Engagement) -> Message:
    return message(say, "keep-now", Text(_now(say, engagement)))


def _now(say: Catalogue, engagement: Engagement) -> str:
    erased = say.full_day(engagement.erased_on)
    if engagement.keep_days is None:
        return say("keep-now-end", erased=erased)
    return say("keep-now-days", days=engagement.keep_days, erased=erased)
