"""Composes what is said before and after an erase: what goes, and what is left with whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.chat import Block, Form, Heading, Message, Quote, Text, TextField
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.check_in import Answer
from bot.domain.limits import DAY
from bot.domain.people import Person
from bot.domain.retention import Certificate
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.messages.check_ins import body_of
from bot.messages.common import buttons, message
from bot.messages.endings import Told
from bot.messages.privacy import kept_of_coach
from bot.text import Catalogue

PICKED_FROM = 10


@dataclass(frozen=True, slots=True)
class ErasedCounts:
    answers: int
    steps: int
    shares: int


def ask(say: Catalogue) -> Message:
    return _ask(say, (say("erase-some"), actions.ERASE("part")))


def ask_stranger(say: Catalogue) -> Message:
    """Asks somebody of whom only the platform keeps something: no part of it can be chosen."""
    return _ask(say)


def _ask(say: Catalogue, *some: tuple[str, Action]) -> Message:
    everything = (say("erase-yes"), actions.ERASE("yes"))
    nothing = (say("erase-no"), actions.ERASE("no"))
    shown = buttons(everything, *some, nothing)
    return message(say, "erase-ask", Text(say("erase-ask")), shown)


def erased_of_stranger(say: Catalogue, person: Person) -> Message:
    heading = Heading(say("erased-heading"))
    return message(say, "erased", heading, *_left_in_chat(say, person, "all"))


def which_part(say: Catalogue) -> Message:
    choices = [
        (say(f"erase-part-{part}"), actions.ERASE_PART(part)) for part in actions.PART.choices
    ]
    return message(
        say,
        "erase-which",
        Text(say("erase-which")),
        buttons(*choices, (say("erase-no"), actions.ERASE("no"))),
    )


def ask_days(say: Catalogue) -> Message:
    fields = (
        TextField(
            "from", say("erase-from"), placeholder=say("erase-from-example"), limit=DAY.characters
        ),
        TextField("to", say("erase-to"), placeholder=say("erase-to-example"), limit=DAY.characters),
    )
    return message(
        say,
        "erase-days",
        Text(say("erase-days")),
        Form(actions.ERASE_DAYS(), fields, say("erase-days-show")),
    )


def pick(say: Catalogue, answers: Sequence[Answer], zone: str) -> Message:
    """Shows the newest answers, each with its own button."""
    if not answers:
        return message(say, "erase-part-nothing", Text(say("erase-part-nothing")))
    blocks: list[Block] = [Text(say("erase-pick"))]
    for answer in answers[:PICKED_FROM]:
        day = say.short_day(local_date(answer.at, zone))
        blocks += [Quote(body_of(say, answer, None))]
        blocks += [buttons((say("erase-this", day=day), actions.ERASE_ONE(answer.id)))]
    if len(answers) > PICKED_FROM:
        blocks.append(Text(say("erase-older", count=len(answers) - PICKED_FROM)))
    return message(say, "erase-pick", *blocks)


def confirm_one(say: Catalogue, answer: Answer) -> Message:
    return message(
        say,
        "erase-one-ask",
        Text(say("erase-one-ask")),
        Quote(body_of(say, answer, None)),
        buttons(
            (say("erase-part-yes"), actions.ERASE_ANSWER(answer.id)),
            (say("erase-no"), actions.ERASE("no")),
        ),
    )


def confirm_days(say: Catalogue, first: date, last: date, counts: ErasedCounts) -> Message:
    yes = actions.ERASE_SPAN(first, last)
    return message(
        say,
        "erase-days-ask",
        Text(say("erase-days-ask", first=say.named_day(first), last=say.named_day(last))),
        Text(_counted(say, counts, "erase-counted")),
        buttons((say("erase-part-yes"), yes), (say("erase-no"), actions.ERASE("no"))),
    )


def erased(
    say: Catalogue,
    person: Person,
    coaches: Sequence[Told],
    named: Sequence[Words],
    done: Certificate,
) -> Message:
    """Composes the certificate: what is gone, what proof stays, what others still hold.

    `coaches` were shown shares. `named` are the coaches who may still read the person's name.
    """
    stays = done.stays_as_coach
    gone = "erased-gone-but-coach" if stays else "erased-gone"
    return message(
        say,
        "erased",
        Heading(say("erased-heading")),
        Text(say(gone)),
        Text(_counted(say, done)),
        *kept_of_coach(say, done.kept_of_coach),
        _of_backups(say, done),
        Text(say("erased-proof", count=done.proof)),
        *((Text(say("erased-proof-damaged")),) if done.proof_damaged else ()),
        *_told(say, coaches, person.zone),
        *_mailed(say, done),
        *(Text(say("erased-name", coach=coach.text)) for coach in named),
        *_left_in_chat(say, person, "kept" if stays else "all"),
        *(() if stays else (Text(say("erased-again")),)),
    )


def erased_part(
    say: Catalogue, person: Person, coaches: Sequence[Told], done: Certificate
) -> Message:
    return message(
        say,
        "erased-part",
        Heading(say("erased-heading")),
        Text(_counted(say, done)),
        Text(say("erased-part-keys")),
        _of_backups(say, done),
        *_told(say, coaches, person.zone),
        *_mailed(say, done),
        *_left_in_chat(say, person, "part"),
    )


def _of_backups(say: Catalogue, done: Certificate) -> Text:
    # Where an operator turns the epoch, older copies of the keys are of use until then.
    key = "erased-backups-later" if done.turned_by_hand else "erased-backups"
    return Text(say(key, day=say.full_day(done.backups_until)))


def _told(say: Catalogue, coaches: Sequence[Told], zone: str | None) -> list[Text]:
    return [
        Text(say("erased-coach", coach=told.name, day=say.moment(told.at, zone)))
        for told in coaches
    ]


def _mailed(say: Catalogue, done: Certificate) -> tuple[Text, ...]:
    """What left by mail for whoever pays: nothing here can take it back."""
    return (Text(say("erased-mailed")),) if done.mailed else ()


def _left_in_chat(say: Catalogue, person: Person, how: str) -> tuple[Text, ...]:
    """Says what the platform still holds, and who can delete that, in the platform's own words.

    A platform that brings no such sentence gets the general one.
    """
    own = f"erased-chat-{person.address.platform}-{how}"
    left = say.first_of(own, f"erased-chat-other-{how}")
    return tuple(Text(line) for line in left.splitlines())


def _counted(say: Catalogue, of: ErasedCounts | Certificate, key: str = "erased-counted") -> str:
    return say(key, answers=of.answers, steps=of.steps, shares=of.shares)
