"""Messages from the code to the first check-in: who the bot is, the agreement, the times, the
receipt.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.chat import (
    Block,
    ChoiceField,
    Form,
    Heading,
    ManyField,
    Message,
    Option,
    Text,
    TextField,
)
from bot.domain import actions
from bot.domain.consent import Grant
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.limits import PLACE
from bot.domain.profile import Profile
from bot.domain.purposes import PURPOSES, Purpose
from bot.domain.rhythm import Occurrence, Rhythm
from bot.domain.sponsoring.sponsor import Sponsor
from bot.domain.words import Words
from bot.messages.card import agreed_parts
from bot.messages.common import buttons, lines, message, note, organisation_may_read
from bot.messages.sponsoring.naming import in_agreement
from bot.messages.who import WhoCoaches, who_coaches
from bot.text import Catalogue

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
EVERY = {"1": "rhythm-every-week", "2": "rhythm-every-two", "4": "rhythm-every-four"}
HOURS = range(24)


def welcome(say: Catalogue) -> Message:
    """The first words after a code. The card that follows says who reads what."""
    return message(say, "welcome", Text(say("welcome-bot")), Text(say("welcome-stop")))


def agreement(
    say: Catalogue,
    engagement: Engagement,
    coach: WhoCoaches,
    card: Profile | None = None,
    before: Mapping[str, Words] | None = None,
    sponsor: Sponsor | None = None,
) -> Message:
    """The card of the three parties, with the coach's own part if it is written.

    It names who pays (`sponsor`) and what they get: by itself nothing.

    `before` holds the parts that read otherwise when the client said yes: they stand beside.
    """
    who = [(say("profile-who"), actions.WHO(engagement.id))] if card else []
    return message(
        say,
        "agreement",
        *_parties(say, engagement, coach, card, before, sponsor),
        *lines(say, "ask-agreement", **_ends(say, engagement)),
        buttons(
            *who,
            (
                say("agree-yes"),
                actions.AGREE(engagement.id, "yes", fingerprint_of(say, engagement)),
            ),
            (say("agree-no"), actions.AGREE(engagement.id, "no", None)),
        ),
    )


def fingerprint_of(say: Catalogue, engagement: Engagement) -> str:
    """Stands for the text of the agreement as it reads now, the coach's own part included."""
    return say.wording(Purpose.AGREEMENT, engagement.agreement_version).hash[:24]


def agreement_again(
    say: Catalogue,
    engagement: Engagement,
    coach: WhoCoaches,
    card: Profile | None = None,
    sponsor: Sponsor | None = None,
) -> Message:
    """The card as it was agreed. The client can read it at any time."""
    until = Text(say("agreement-until", **_ends(say, engagement)))
    parties = _parties(say, engagement, coach, card, None, sponsor)
    lines_for_them = (say("sponsor-line-offer"), actions.SPONSOR_LINE(engagement.id))
    offer = [buttons(lines_for_them)] if sponsor else []
    return message(say, "agreement", *parties, until, *offer)


def _parties(
    say: Catalogue,
    engagement: Engagement,
    coach: WhoCoaches,
    card: Profile | None,
    before: Mapping[str, Words] | None,
    sponsor: Sponsor | None,
) -> list[Block]:
    keys = ["agreement-client", "agreement-coach", "agreement-organisation"]
    if engagement.state is EngagementState.OFFERED:
        # Later the client may have let the coach see a list, and it would not be true any more.
        keys.insert(2, "welcome-sees")
    blocks: list[Block] = [Heading(say("agreement-heading")), *who_coaches(say, coach)]
    blocks += [Text(say(key)) for key in keys]
    blocks += [*in_agreement(say, sponsor), organisation_may_read(say)]
    own = agreed_parts(say, card, before)
    return [*blocks, Text(say("agreement-card")), *own] if own else blocks


@dataclass(frozen=True, slots=True)
class Suggested:
    """A coach's suggestion; `every` is in weeks."""

    coach: Words
    days: tuple[str, ...]
    every: int


def ask_rhythm(
    say: Catalogue, owner: str, current: Rhythm | None, zone: str, by: Suggested | None = None
) -> Message:
    """A form filled with sensible hours: one tap if they suit."""
    wanted = by if by and by.days and not current else None
    days = days_of(current) or (wanted.days if wanted else ("MO", "TH"))
    every = wanted.every if wanted else every_of(current)
    chosen = str(every) if str(every) in EVERY else "1"
    start = current.window_from.hour if current else 9
    end = current.window_to.hour if current else 11
    hours = hour_options()
    return message(
        say,
        "rhythm-ask",
        Text(say("rhythm-ask")),
        *_suggestion(say, wanted),
        Form(
            actions.RHYTHM_SET(owner),
            (
                ManyField("days", say("rhythm-days"), weekday_options(say), days),
                ChoiceField("every", say("rhythm-every"), every_options(say), chosen),
                ChoiceField("from", say("rhythm-from"), hours, f"{start:02d}:00"),
                ChoiceField("to", say("rhythm-to"), hours, f"{end:02d}:00"),
                TextField(
                    "zone",
                    say("rhythm-zone"),
                    Words(current.zone if current else zone),
                    limit=PLACE.characters,
                ),
            ),
            say("rhythm-show"),
        ),
    )


def rhythm_preview(
    say: Catalogue,
    rhythm: Rhythm,
    coming: Sequence[Occurrence],
    understood: Sequence[Text] = (),
) -> Message:
    """The next messages, below the text `understood` of typed words."""
    return message(
        say,
        "rhythm-next",
        *understood,
        Text(say("rhythm-next")),
        *sends(say, rhythm.zone, coming),
        buttons(
            (say("rhythm-yes"), actions.RHYTHM_OK(rhythm.owner, "yes")),
            (say("rhythm-change"), actions.RHYTHM_OK(rhythm.owner, "change")),
            (say("rhythm-more"), actions.RHYTHM_OK(rhythm.owner, "more")),
        ),
    )


def _suggestion(say: Catalogue, by: Suggested | None) -> list[Block]:
    if by is None:
        return []
    days = say.items([say.full_weekday(DAYS.index(day)) for day in by.days])
    weeks = say("rhythm-weeks", weeks=by.every)
    return [Text(say("rhythm-suggested", coach=by.coach, days=days, every=weeks))]


def next_sends(
    say: Catalogue, heading: str, rhythm: Rhythm, coming: Sequence[Occurrence]
) -> Message:
    """A heading of the catalogue, and when the next messages would leave."""
    return message(say, heading, Text(say(heading)), *sends(say, rhythm.zone, coming))


def sends(say: Catalogue, zone: str, coming: Sequence[Occurrence]) -> list[Text]:
    """Lists when messages may come, a short line for each."""
    return [Text(_between(say, zone, one, say.short_day(one.on))) for one in coming]


def when_sent(say: Catalogue, zone: str, occurrence: Occurrence) -> str:
    """Tells when one message may come, for a sentence."""
    return _between(say, zone, occurrence, say.day(occurrence.on))


def _between(say: Catalogue, zone: str, occurrence: Occurrence, day: str) -> str:
    local = ZoneInfo(zone)
    begins, ends = (at.astimezone(local) for at in (occurrence.not_before, occurrence.not_after))
    hours = {"from": say.hour(begins.time()), "to": say.hour(ends.time())}
    return say("rhythm-one", day=day, **hours)


def receipt(
    say: Catalogue,
    engagement: Engagement,
    coach: WhoCoaches,
    switches: Sequence[tuple[Purpose, Grant | None]],
) -> Message:
    """What is on after joining. The agreement has named the coach's account just before."""
    return message(
        say,
        "receipt",
        Heading(say("receipt-heading")),
        *who_coaches(say, replace(coach, account=None)),
        *_on_and_rest(say, engagement, switches),
        buttons(
            (say("home-switches"), actions.SWITCHES()),
            (say("receipt-questions"), actions.QUESTIONS(engagement.id)),
            (say("first-offer"), actions.FIRST(engagement.id)),
        ),
    )


def _on_and_rest(
    say: Catalogue, engagement: Engagement, switches: Sequence[tuple[Purpose, Grant | None]]
) -> list[Text]:
    """Tells shortly which purposes are on. The client's switches list those that are off."""
    on = [name_of(say, purpose) for purpose, grant in switches if grant]
    if not on:
        return [Text(say("receipt-nothing-on"))]
    until = say.full_day(engagement.ends_on)
    told = say("receipt-all-on", until=until, purposes=say.items(on))
    return [Text(told), Text(say("receipt-rest-off"))]


def summed_up(
    say: Catalogue, engagement: Engagement, switches: Sequence[tuple[Purpose, Grant | None]]
) -> list[str]:
    on = [name_of(say, purpose) for purpose, grant in switches if grant]
    off = [name_of(say, purpose) for purpose, grant in switches if not grant]
    until = say.full_day(engagement.ends_on)
    lines = [say("receipt-all-on", until=until, purposes=say.items(on))] if on else []
    return lines + ([say("receipt-all-off", purposes=say.items(off))] if off else [])


def name_of(say: Catalogue, purpose: Purpose) -> str:
    return say(PURPOSES[purpose].name)


def rhythm_problem(say: Catalogue, reason: str) -> Message:
    """Explains kindly why a form makes no rhythm. `reason` is that of a RhythmError."""
    known = ("zone", "days", "window", "quiet", "off", "holidays")
    return note(say, f"rhythm-bad-{reason}" if reason in known else "form-unreadable")


def every_of(rhythm: Rhythm | None) -> int:
    """The number of weeks between check-ins. 1 for a rhythm that is not weekly."""
    found = re.search("INTERVAL=([0-9]+)", rhythm.rrule) if rhythm else None
    return int(found[1]) if found else 1


def _ends(say: Catalogue, engagement: Engagement) -> dict[str, str]:
    return {
        "until": say.full_day(engagement.ends_on),
        "erased": say.full_day(engagement.erased_on),
    }


def hour_options() -> tuple[Option, ...]:
    return tuple(Option(f"{h:02d}:00", f"{h:02d}:00") for h in HOURS)


def weekday_options(say: Catalogue) -> tuple[Option, ...]:
    return tuple(Option(day, say.weekday(number)) for number, day in enumerate(DAYS))


def every_options(say: Catalogue) -> tuple[Option, ...]:
    return tuple(Option(weeks, say(key)) for weeks, key in EVERY.items())


def days_of(rhythm: Rhythm | None) -> tuple[str, ...]:
    if rhythm is None or "BYDAY=" not in rhythm.rrule:
        return ()
    listed = rhythm.rrule.split("BYDAY=")[1].split(";")[0].split(",")
    return tuple(day for day in DAYS if day in listed)
