"""Messages about paths: which there are, where the client is on one, and what it will ask."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Block, Heading, Message, Text
from bot.domain import actions
from bot.domain.asking import Asking
from bot.domain.question import Depth, QuestionPath, may_ask
from bot.messages.common import buttons, message
from bot.text import Catalogue


def show(
    say: Catalogue,
    engagement_id: str,
    paths: Sequence[QuestionPath],
    now: QuestionPath | None,
    place: int | None,
) -> Message:
    """Shows the paths. `now` is the client's, and `place` (from 0) what comes next on it."""
    blocks: list[Block] = [Heading(say("paths-heading")), Text(say("paths-hint"))]
    blocks += (Text(_titled(say, one)) for one in paths)
    if now is not None:
        blocks.append(Text(_where(say, now, place)))
    others = [(one.title.text, one.id) for one in paths if now is None or one.id != now.id]
    choices = [(title, actions.PATH(engagement_id, name)) for title, name in others]
    leave = [(say("path-leave"), actions.PATH_LEAVE(engagement_id))] if now else []
    return message(say, "paths-heading", *blocks, buttons(*choices, *leave))


def chosen(say: Catalogue, engagement_id: str, path: QuestionPath, asking: Asking) -> Message:
    """Shows the questions of a path that was just chosen, before the first one is asked."""
    lines = []
    for number, question in enumerate(path.questions, 1):
        asks = may_ask(question, asking.struck, Depth(asking.depth))
        struck = question.id in asking.struck or question.topic in asking.struck
        key = "" if asks else "-struck" if struck else "-deep"
        lines.append(Text(say(f"questions-number{key}", number=number, question=question.text)))
    return message(
        say,
        "path-chosen",
        Text(say("path-chosen", title=path.title)),
        *lines,
        Text(say("path-chosen-how"), quiet=True),
        buttons((say("path-leave"), actions.PATH_LEAVE(engagement_id))),
    )


def _where(say: Catalogue, path: QuestionPath, place: int | None) -> str:
    if place is None:
        return say("path-at-end", title=path.title)
    number, most = place + 1, len(path.questions)
    return say("path-next", title=path.title, number=number, most=most)


def _titled(say: Catalogue, path: QuestionPath) -> str:
    return say("questions-set", title=path.title, about=path.about)
