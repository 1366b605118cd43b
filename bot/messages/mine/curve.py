"""The message with a client's own curve, for the client alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.chat import Block, Heading, Message, Picture, Quote, Text
from bot.domain import actions
from bot.domain.consent import Purpose
from bot.domain.question import Question
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.messages.check_ins import by_coach
from bot.messages.common import buttons, message, organisation_may_read
from bot.text import Catalogue

# So many of the newest answers have their words beside the line.
IN_WORDS = 5


@dataclass(frozen=True, slots=True)
class Point:
    """One answer from 1 to 5, at a moment (UTC), and what was written beside it."""

    at: datetime
    value: int
    words: Words | None


@dataclass(frozen=True, slots=True)
class CurveLine:
    """The answers to one question, oldest first, drawn as a PNG. Kept until `until` (UTC)."""

    asked: Words | None
    question: Question | None
    points: tuple[Point, ...]
    drawn: bytes
    until: datetime


def curve(say: Catalogue, lines: Sequence[CurveLine], zone: str) -> Message:
    blocks: list[Block] = [Heading(say("curve-heading"))]
    for line in lines:
        blocks += _one(say, line, zone)
    last = say.full_day(local_date(max(line.until for line in lines), zone))
    blocks.append(Text(say("strengths-alone", until=last), quiet=True))
    return message(say, "curve-heading", *blocks, organisation_may_read(say))


def none(say: Catalogue, *, may_ask: bool) -> Message:
    """Says that there is no line yet; `may_ask`: nothing is kept of which one could be drawn."""
    if not may_ask:
        return message(say, "curve-none", Text(say("curve-none")))
    button = buttons((say("allow-keeping"), actions.ASK(Purpose.KEEP_MARKS)))
    return message(say, "curve-none", Text(say("curve-none")), Text(say("curve-keeping")), button)


def _one(say: Catalogue, line: CurveLine, zone: str) -> Iterator[Block]:
    if line.asked is not None:
        by_a_coach = line.question is not None and line.question.by_coach
        yield from by_coach(say, line.asked.text) if by_a_coach else [Text(line.asked.text)]
    values = ", ".join(str(point.value) for point in line.points)
    yield Picture(line.drawn, say("curve-alt", values=values))
    for point in line.points[-IN_WORDS:]:
        day = say.day(local_date(point.at, zone))
        yield Text(say("curve-point", day=day, value=point.value), quiet=True)
        if point.words is not None:
            yield Quote(point.words)
