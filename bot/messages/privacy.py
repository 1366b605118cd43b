"""Messages on stored data, stop, pause, erase and the end: said plainly and completely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.chat import Block, Buttons, Document, Heading, Message, Quote, Text
from bot.domain import actions
from bot.domain.check_in import Answer
from bot.domain.consent import Grant, Purpose
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.foreign import UNKNOWN
from bot.domain.people import Address, Person
from bot.domain.rhythm import Occurrence, Rhythm
from bot.domain.share import Share
from bot.domain.sponsoring.sponsor import SponsorLine
from bot.domain.step import Step
from bot.domain.words import Words
from bot.messages.check_ins import body_of, shared_blocks
from bot.messages.common import buttons, lines, message, organisation_may_read, own_name
from bot.messages.joining import sends, summed_up
from bot.messages.steps import as_words
from bot.messages.who import platform_name
from bot.text import Catalogue, MissingSentenceError

SHOWN = 20
# What is stored of a coach, in the order in which they read it: each table has its `held-` line.
OF_COACH = (
    "invitation",
    "profile",
    "question_set",
    "bring_up",
    "rhythm",
    "delivery",
    "posted",
    "coach_approval",
)


@dataclass(frozen=True, slots=True)
class Holding:
    """Everything that is stored about a client in one engagement."""

    engagement: Engagement
    coach: Words
    switches: Sequence[tuple[Purpose, Grant | None]]
    rhythm: Rhythm | None
    coming: Sequence[Occurrence]
    answers: Sequence[Answer]
    steps: Sequence[Step]
    shares: Sequence[Share]
    lines: Sequence[SponsorLine]
    ledger_entries: int
    deliveries: int


@dataclass(frozen=True, slots=True)
class CoachsOwn:
    """What is stored of a coach: the tables that hold something, and how many ledger entries."""

    kept: tuple[str, ...]
    ledger_entries: int


def stopped(say: Catalogue, *, client: bool) -> Message:
    """The last message after a stop.

    A coach who is nobody's client reads about the digest instead.
    """
    return message(say, "stopped", Text(say("stopped" if client else "stopped-coach")))


def stop_sure(say: Catalogue) -> Message:
    return message(
        say,
        "stop-sure",
        Text(say("stop-sure")),
        buttons((say("stop-yes"), actions.STOP("yes")), (say("stop-no"), actions.STOP("no"))),
    )


def pause_until(say: Catalogue, today: date, problem: Message | None = None) -> Message:
    """Asks until when to pause. After an unclear date it first explains kindly what was wrong."""
    days = [(say("pause-days", days=3), today + timedelta(days=3))]
    days += [(say("pause-weeks", weeks=w), today + timedelta(weeks=w)) for w in (1, 2)]
    intro = problem.blocks if problem else (Text(say("pause-ask")),)
    return message(
        say,
        "pause-ask",
        *intro,
        buttons(*((label, actions.PAUSE(day)) for label, day in days)),
    )


def holding(
    say: Catalogue, person: Person, held: Sequence[Holding], coachs: CoachsOwn | None
) -> Message:
    """Shows what is stored. `coachs` is None for somebody who never coached."""
    if not held and coachs is None:
        nothing = Text(say("hold-nothing"))
        return message(say, "hold", nothing, *_chat_lines(say, person))
    return message(
        say,
        "hold",
        Heading(say("hold-heading")),
        Text(_of_the_person(say, person)),
        *(block for one in held for block in _engagement_blocks(say, one, person.zone)),
        *(_coach_lines(say, coachs) if coachs is not None else ()),
        *_chat_lines(say, person),
        _copy(say),
    )


def kept_of_coach(say: Catalogue, kept: Sequence[str]) -> tuple[Text, ...]:
    """Names what is stored of a coach, one line for each table. Nothing where nothing is."""
    lines = [say(f"held-{table.replace('_', '-')}") for table in kept]
    return tuple(Text(line) for line in (say("hold-coach"), *lines)) if lines else ()


def hold_file(say: Catalogue, papers: Sequence[Document]) -> Message:
    return message(say, "held-here", Text(say("held-here")), *papers)


def ending(
    say: Catalogue, engagement: Engagement, coach: Words, answers: int, steps: int, today: date
) -> Message:
    """Tells what will be deleted and when, and offers a copy. `today` is the client's date."""
    erased = say.full_day(engagement.erased_on)
    if today == engagement.ends_on:
        heading, told = "ending-today-heading", say("ending-today", coach=coach, erased=erased)
    else:
        until = say.named_day(engagement.ends_on, today)
        heading, told = (
            "ending-heading",
            say("ending-body", coach=coach, until=until, erased=erased),
        )
    return message(
        say,
        "ending",
        Heading(say(heading)),
        Text(told),
        Text(say("ending-goes", answers=answers, steps=steps)),
        _taken_along(say),
    )


def over(say: Catalogue, coach: Words, erased: date) -> Message:
    """Tells a client whose time with a coach has ended what they can still take along."""
    told = lines(say, "engagement-over", coach=coach, erased=say.full_day(erased))
    return message(say, "engagement-over", *told, _taken_along(say))


def goodbye(say: Catalogue, coach: Words, erased: date) -> Message:
    """Tells a client, unasked and once, that their coach has ended their time together here."""
    day = say.full_day(erased)
    if coach.text == UNKNOWN:
        # The coach's whole workspace was removed, and their name with it.
        return message(say, "goodbye", *lines(say, "goodbye-gone", erased=day), _taken_along(say))
    told = lines(say, "goodbye", coach=coach, erased=day)
    return message(say, "goodbye", *told, _taken_along(say))


def _taken_along(say: Catalogue) -> Buttons:
    return buttons(
        (say("letter-button"), actions.LETTER()), (say("hold-file"), actions.HOLD_FILE())
    )


def _copy(say: Catalogue) -> Buttons:
    return buttons((say("hold-file"), actions.HOLD_FILE()))


def _engagement_blocks(say: Catalogue, held: Holding, zone: str | None) -> list[Block]:
    engagement = held.engagement
    blocks: list[Block] = [
        Text(
            say(
                "hold-engagement",
                coach=held.coach,
                until=say.full_day(engagement.ends_on),
                erased=say.full_day(engagement.erased_on),
            )
        ),
    ]
    over = engagement.state is EngagementState.ENDED
    if not over:
        blocks += [Text(line) for line in summed_up(say, engagement, held.switches)]
    if held.rhythm is not None and not over:
        times = sends(say, held.rhythm.zone, held.coming)
        blocks += [Text(say("hold-rhythm")), *times] if times else []
    blocks += _answer_blocks(say, held.answers)
    blocks.append(Text(say("hold-steps", count=len(held.steps))))
    blocks += [Quote(as_words(say, step)) for step in held.steps[:SHOWN]]
    blocks += _share_blocks(say, held, zone)
    blocks += [Text(say("hold-lines"))] if held.lines else []
    blocks += [Quote(line.sentence) for line in held.lines[:SHOWN]]
    blocks.append(Text(say("hold-kept", days=held.engagement.keep_days or 0)))
    blocks.append(Text(say("hold-deliveries", count=held.deliveries)))
    blocks.append(Text(say("hold-ledger", count=held.ledger_entries)))
    return blocks


def _of_the_person(say: Catalogue, person: Person) -> str:
    zone = (person.zone or "UTC").replace("_", " ")
    return say("hold-person", language=own_name(person.language), zone=zone)


def _coach_lines(say: Catalogue, coachs: CoachsOwn) -> tuple[Text, ...]:
    ledger = Text(say("hold-ledger", count=coachs.ledger_entries))
    return (*kept_of_coach(say, coachs.kept), ledger)


def _answer_blocks(say: Catalogue, answers: Sequence[Answer]) -> list[Block]:
    blocks: list[Block] = [Text(say("hold-answers", count=len(answers)))]
    blocks += [Quote(body_of(say, answer, None)) for answer in answers[:SHOWN]]
    if len(answers) > SHOWN:
        blocks.append(Text(say("hold-more", count=len(answers) - SHOWN)))
    return blocks


def _share_blocks(say: Catalogue, held: Holding, zone: str | None) -> list[Block]:
    blocks: list[Block] = [Text(say("hold-shares", count=len(held.shares)))]
    coach = held.coach.text
    over = held.engagement.state is EngagementState.ENDED
    waiting = "seen-not-yet" if over else "hold-share-waiting"
    for share in held.shares[:SHOWN]:
        if share.seen_at is None:
            blocks.append(Text(say(waiting, coach=coach)))
        else:
            seen = say.moment(share.seen_at, zone)
            blocks.append(Text(say("hold-share-seen", coach=coach, day=seen)))
        blocks += shared_blocks(share.heading, share.body)
    return blocks


def _chat_lines(say: Catalogue, person: Person) -> tuple[Text, Text]:
    kept = Text(kept_chat(say, person.address), quiet=True)
    return kept, organisation_may_read(say)


def kept_chat(say: Catalogue, address: Address) -> str:
    """Who keeps the chat, in the platform's own sentence where it brings one."""
    try:
        return say.first_of(f"hold-chat-{address.platform}")
    except MissingSentenceError:
        return say("hold-chat", platform=platform_name(say, address))
