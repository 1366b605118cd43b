"""Messages about what the client did and wrote, for the client alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.chat import Block, Document, Heading, Message, Picture, Quote, Text
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.check_in import Answer
from bot.domain.step import Step
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.messages.answering.quoting import Kept, choices_of
from bot.messages.common import buttons, message, organisation_may_read
from bot.messages.steps import as_words
from bot.text import Catalogue

SHOWN = 20


def wins(say: Catalogue, done: Sequence[Step], drawn: bytes, leaves: int, zone: str) -> Message:
    """Shows done steps; `done` is newest first."""
    blocks: list[Block] = [Heading(say("wins-heading"))]
    blocks.append(Picture(drawn, say("wins-alt", count=leaves)))
    for step in done[:SHOWN]:
        at = (step.done_at or step.at).astimezone(ZoneInfo(zone))
        blocks += [Text(say.day_alone(at.date()), quiet=True), Quote(as_words(say, step))]
    if len(done) > SHOWN:
        blocks.append(Text(say("wins-older", count=len(done) - SHOWN)))
    blocks += [Text(say("wins-alone"), quiet=True), organisation_may_read(say)]
    return message(say, "wins-heading", *blocks)


@dataclass(frozen=True, slots=True)
class WordsPage:
    """What stands around some answers: the question that each is to, by the answer's id; the
    button for earlier ones; and the heading's key.
    """

    asked: Mapping[str, Words]
    more: Action | None = None
    heading: str = "recall-heading"


def recall(say: Catalogue, found: Sequence[Kept], page: WordsPage, today: date) -> Message:
    """Shows answers to the client who wrote them: the day, the question, the words, and what can be
    done with them.
    """
    blocks: list[Block] = [Heading(say(page.heading))]
    for kept in found:
        answer = kept.answer
        blocks.append(Text(_when(say, answer, page.asked, kept.zone, today), quiet=True))
        blocks += [Quote(answer.words)] if answer.words else []
        blocks.append(choices_of(say, kept))
    choices = [(say("recall-older"), page.more)] if page.more else []
    blocks.append(buttons(*choices, (say("letter-button"), actions.LETTER())))
    return message(say, page.heading, *blocks)


def nothing_found(say: Catalogue) -> Message:
    return message(
        say,
        "found-none",
        Text(say("found-none")),
        buttons((say("about-show-words"), actions.RECALL(None))),
    )


def letter(say: Catalogue, paper: Document) -> Message:
    """Hands the letter to oneself over, and says who may read it here."""
    return message(
        say,
        "letter-here",
        Text(say("letter-here")),
        paper,
        Text(say("wins-alone"), quiet=True),
        organisation_may_read(say),
    )


def _when(
    say: Catalogue, answer: Answer, asked: Mapping[str, Words], zone: str, today: date
) -> str:
    """The day of an answer, and the question that it is to."""
    day = local_date(answer.at, zone)
    question = asked.get(answer.id)
    if question is None:
        return say.day_alone(day) if day.year == today.year else say.full_day(day)
    return say("form-question", day=say.named_day(day, today), question=question)
