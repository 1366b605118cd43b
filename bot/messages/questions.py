"""Messages about questions: those that the client can strike out, and those that a coach can
suggest.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.chat import Block, Heading, Message, Text
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.asking import Asking
from bot.domain.foreign import one_line
from bot.domain.question import QUESTION_KINDS, Depth, Question, QuestionSet, Topic
from bot.domain.words import Words
from bot.messages.check_ins import by_coach, label_of
from bot.messages.common import buttons, message
from bot.text import Catalogue


def show(
    say: Catalogue,
    engagement_id: str,
    of: QuestionSet,
    asking: Asking,
    left: Sequence[Question],
    coach: Words | None,
) -> Message:
    """Shows every question with its number, also struck ones.

    `coach` is set if the coach suggested the set.
    """
    off = [say(f"topic-{topic}") for topic in Topic if topic in asking.struck]
    blocks: list[Block] = [Heading(say("questions-heading"))]
    suggested = say("questions-by-coach", coach=coach) if coach is not None else ""
    blocks += _listed(say, of, asking, suggested)
    if off:
        blocks.append(Text(say("questions-topics-off", topics=say.items(off))))
    if not left:
        blocks.append(Text(say("questions-none-left")))
    blocks.append(Text(say("questions-depth-now", depth=say(f"depth-{asking.depth}"))))
    blocks.append(buttons(*_strikes(say, engagement_id, of, asking)))
    blocks.append(buttons(*_dial(say, engagement_id, asking)))
    return message(say, "questions-heading", *blocks)


def topics(say: Catalogue, engagement_id: str, asking: Asking) -> Message:
    choices = []
    for topic in Topic:
        key = "questions-topic-on" if topic in asking.struck else "questions-topic-off"
        label = say(key, topic=say(f"topic-{topic}"))
        choices.append((label, actions.TOPIC(engagement_id, topic)))
    return message(
        say, "questions-topics-ask", Text(say("questions-topics-ask")), buttons(*choices)
    )


def choose(say: Catalogue, engagement_id: str, sets: Sequence[QuestionSet]) -> Message:
    own = [one.title.text for one in sets if one.by_coach]
    quoted = by_coach(say, *own) if own else ()
    lines = (Text(_titled(say, one)) for one in sets if not one.by_coach)
    choices = ((one_line(one.title.text), actions.SET(engagement_id, one.id)) for one in sets)
    ask = Text(say("questions-choose"))
    return message(say, "questions-choose", ask, *quoted, *lines, buttons(*choices))


def for_coach(
    say: Catalogue, sets: Sequence[QuestionSet], own: Collection[str], now: str | None
) -> Message:
    blocks: list[Block] = [Heading(say("questions-coach-heading"))]
    for one in sets:
        blocks.append(Text(_titled(say, one, suggested=one.id == now)))
    suggested = [(s.title.text, actions.SUGGEST(s.id)) for s in sets if s.id != now]
    choices = [(say("questions-suggest", title=title), action) for title, action in suggested]
    mine = [(s.title.text, actions.UNWRITE(s.id)) for s in sets if s.id in own]
    choices += [(say("questions-remove", title=title), action) for title, action in mine]
    return message(
        say,
        "questions-coach-heading",
        *blocks,
        Text(say("questions-coach-hint"), quiet=True),
        buttons(*choices, (say("questions-write"), actions.WRITE_QUESTIONS())),
    )


def write(say: Catalogue) -> Message:
    lines = (Text(say("questions-write-ask")), Text(say("questions-write-how"), quiet=True))
    return message(say, "questions-write-ask", *lines)


def written(say: Catalogue, of: QuestionSet) -> Message:
    """Shows a coach's own set as clients would read it."""
    lines = (_with_taps(say, n, one) for n, one in enumerate(of.questions, 1))
    suggest = (say("questions-suggest", title=of.title), actions.SUGGEST(of.id))
    return message(
        say,
        "questions-written",
        Text(say("questions-written")),
        *by_coach(say, of.title.text, *lines),
        buttons(suggest),
    )


def _listed(say: Catalogue, of: QuestionSet, asking: Asking, suggested: str) -> list[Block]:
    """The title of a set and its questions. A coach's own set is quoted."""
    numbered = _numbered(say, of, asking)
    by: list[Block] = [Text(suggested, quiet=True)] if suggested else []
    if of.by_coach:
        return [*by, *by_coach(say, of.title.text, *numbered)]
    return [Text(_titled(say, of)), *by, *(Text(line) for line in numbered)]


def _titled(say: Catalogue, of: QuestionSet, *, suggested: bool = False) -> str:
    title = one_line(of.title.text)
    if suggested:
        title = say("questions-suggested-mark", title=title)
    return say("questions-set", title=title, about=of.about) if of.about.text else title


def _numbered(say: Catalogue, of: QuestionSet, asking: Asking) -> list[str]:
    lines = []
    for number, question in enumerate(of.questions, 1):
        key = "questions-number"
        if question.id in asking.struck or question.topic in asking.struck:
            key = "questions-number-struck"
        elif question.depth > asking.depth:
            key = "questions-number-deep"
        lines.append(say(key, number=number, question=question.text))
    return lines


def _strikes(
    say: Catalogue, engagement_id: str, of: QuestionSet, asking: Asking
) -> list[tuple[str, Action]]:
    choices = []
    for number, question in enumerate(of.questions, 1):
        struck = question.id in asking.struck
        label = say("questions-bring-back" if struck else "questions-strike", number=number)
        choices.append((label, actions.STRIKE(engagement_id, number)))
    return choices


def _dial(say: Catalogue, engagement_id: str, asking: Asking) -> list[tuple[str, Action]]:
    levels = [level for level in Depth if level != asking.depth]
    dial = [
        (
            say("questions-deeper", depth=say(f"depth-{level.value}")),
            actions.DEPTH(engagement_id, level),
        )
        for level in levels
    ]
    return [
        *dial,
        (say("questions-topics"), actions.TOPICS(engagement_id)),
        (say("questions-others"), actions.SETS(engagement_id)),
    ]


def _with_taps(say: Catalogue, number: int, question: Question) -> str:
    line = say("questions-number", number=number, question=question.text)
    labels = [label_of(say, mark, question) for mark in question.marks]
    shown = QUESTION_KINDS[question.kind].short or " / ".join(labels)
    return f"{line} ({shown})" if shown else line
