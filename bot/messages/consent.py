"""One purpose at a time, two equal buttons; and the list of switches."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import ChoiceField, Form, Heading, Message, Text
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.consent import Grant, Purpose
from bot.domain.engagement import Engagement
from bot.domain.rhythm import Rhythm
from bot.domain.words import Words
from bot.messages.common import buttons, lines, message, note
from bot.messages.joining import (
    DAYS,
    days_of,
    hour_options,
    name_of,
    receipt_line,
    weekday_options,
)
from bot.text import Catalogue


def ask(
    say: Catalogue,
    engagement: Engagement,
    coach: Words,
    purpose: Purpose,
    then: Action | None = None,
) -> Message:
    """Asks for one purpose. `then` goes on afterwards: an action, SWITCHED, or nothing."""
    yes = actions.ALLOW(engagement.id, purpose, "yes", then)
    no = actions.ALLOW(engagement.id, purpose, "no", then)
    return message(
        say,
        _ask_key(purpose),
        *lines(say, _ask_key(purpose), coach=coach.text, until=say.full_day(engagement.ends_on)),
        buttons((say("yes"), yes), (say("no"), no)),
    )


def ask_digest(say: Catalogue) -> Message:
    return message(
        say,
        _ask_key(Purpose.DIGEST),
        Text(say(_ask_key(Purpose.DIGEST))),
        buttons(
            (say("digest-yes"), actions.DIGEST("yes")), (say("digest-no"), actions.DIGEST("no"))
        ),
    )


def digest_switch(say: Catalogue, grant: Grant | None, rhythm: Rhythm | None) -> Message:
    """A coach's one switch: the same question again, or the way out."""
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
    return message(say, "digest-on", told, buttons((say("digest-when"), actions.DIGEST_WHEN())))


def digest_when(say: Catalogue, rhythm: Rhythm) -> Message:
    """The coach's own day and hours."""
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
    say: Catalogue, engagement: Engagement, states: Sequence[tuple[Purpose, Grant | None]]
) -> Message:
    """Every purpose with its state, and one button each: off takes as many taps as on."""
    return message(
        say,
        "switches",
        Heading(say("switches-heading")),
        *(Text(receipt_line(say, purpose, grant)) for purpose, grant in states),
        Text(say("switches-hint"), quiet=True),
        buttons(*(_switch(say, engagement, purpose, grant) for purpose, grant in states)),
    )


def switched(say: Catalogue, purpose: Purpose, coach: Words, grant: Grant | None) -> Message:
    """What a change of a switch did, at once and in full."""
    name = name_of(say, purpose)
    if grant is not None and grant.entry.until is not None:
        until = say.full_day(grant.entry.until.date())
        return note(say, "switched-on", purpose=name, until=until)
    match purpose:
        case Purpose.KEEP_WORDS:
            return note(say, "switched-off-keep-words", coach=coach.text)
        case Purpose.KEEP_MARKS:
            return note(say, "switched-off-keep-marks", coach=coach.text)
        case Purpose.SHARE_WORDS | Purpose.SHARE_MARKS:
            return note(say, "switched-off-share", purpose=name, coach=coach.text)
        case _:
            return note(say, "switched-off", purpose=name)


def _switch(
    say: Catalogue, engagement: Engagement, purpose: Purpose, grant: Grant | None
) -> tuple[str, Action]:
    verb = "switch-off" if grant else "switch-on"
    move: actions.OnOff = "off" if grant else "on"
    label = say(verb, purpose=name_of(say, purpose))
    return label, actions.SWITCH(engagement.id, purpose, move)


def _ask_key(purpose: Purpose) -> str:
    return f"ask-{purpose.value.replace('_', '-')}"


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
    erased = say.full_day(engagement.keeps_until.date())
    if engagement.keep_days is None:
        return say("keep-now-end", erased=erased)
    return say("keep-now-days", days=engagement.keep_days, erased=erased)
