"""One purpose at a time, two equal buttons; and the list of switches."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Heading, Message, Text
from bot.domain.consent import Grant, Purpose
from bot.domain.engagement import Engagement
from bot.domain.words import Words
from bot.messages.common import buttons, lines, message, note
from bot.messages.joining import name_of, receipt_line
from bot.text import Catalogue


def ask(
    say: Catalogue, engagement: Engagement, coach: Words, purpose: Purpose, then: str = ""
) -> Message:
    """Asks for one purpose. `then` is what goes on afterwards ("share:<answer>"), or nothing."""
    action = f"allow:{engagement.id}:{purpose}"
    tail = f":{then}" if then else ""
    return message(
        say,
        _ask_key(purpose),
        *lines(say, _ask_key(purpose), coach=coach.text, until=say.full_day(engagement.ends_on)),
        buttons((say("yes"), f"{action}:yes{tail}"), (say("no"), f"{action}:no{tail}")),
    )


def ask_digest(say: Catalogue) -> Message:
    return message(
        say,
        _ask_key(Purpose.DIGEST),
        Text(say(_ask_key(Purpose.DIGEST))),
        buttons((say("digest-yes"), "digest:yes"), (say("digest-no"), "digest:no")),
    )


def digest_switch(say: Catalogue, grant: Grant | None) -> Message:
    """A coach's one switch: the same question again, or the way out."""
    if grant is None:
        return ask_digest(say)
    off = (say("digest-turn-off"), "digest:no")
    return message(say, "digest-state-on", Text(say("digest-state-on")), buttons(off))


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
) -> tuple[str, str]:
    verb = "switch-off" if grant else "switch-on"
    move = "off" if grant else "on"
    label = say(verb, purpose=name_of(say, purpose))
    return label, f"switch:{engagement.id}:{purpose}:{move}"


def _ask_key(purpose: Purpose) -> str:
    return f"ask-{purpose.value.replace('_', '-')}"
