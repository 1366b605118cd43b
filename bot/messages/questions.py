"""Messages about questions: those that the client can strike out, and those that a coach can
suggest.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Block, Heading, Message, Text
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.asking import Asking
from bot.domain.foreign import one_line
from bot.domain.question import Depth, Question, QuestionSet, Topic
from bot.domain.words import Words
from bot.messages.check_ins import by_coach
from bot.messages.common import buttons, message
from bot.messages.question_sets import ticks
from bot.text import Catalogue


def show(
    say: Catalogue,
    engagement_id: str,
    of: QuestionSet,
    asking: Asking,
    left: Sequence[Question],
    coach: Words | None,
) -> Message:
    """Shows every question with its number: in a form where it is ticked, or above it.

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
    form = ticks.form(say, engagement_id, of, asking)
    if form is not None:
        blocks += [Text(say("questions-ticks-how"), quiet=True), form]
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
    lines = (Text(titled(say, one)) for one in sets if not one.by_coach)
    ordinary = [one for one in sets if one.around is None]
    around = [one for one in sets if one.around is not None]
    choices = [(one_line(one.title.text), actions.SET(engagement_id, one.id)) for one in ordinary]
    looks = [(say("questions-look", title=one.title), one.id) for one in around]
    choices += [(label, actions.LOOK(engagement_id, name)) for label, name in looks]
    ask = Text(say("questions-choose"))
    return message(say, "questions-choose", ask, *quoted, *lines, buttons(*choices))


def _listed(say: Catalogue, of: QuestionSet, asking: Asking, suggested: str) -> list[Block]:
    """The title of a set and its questions. A coach's own set is quoted."""
    numbered = _numbered(say, of, asking)
    by: list[Block] = [Text(suggested, quiet=True)] if suggested else []
    if of.by_coach:
        return [*by, *by_coach(say, of.title.text, *numbered)]
    return [Text(titled(say, of)), *by, *(Text(line) for line in numbered)]


def titled(say: Catalogue, of: QuestionSet, *, suggested: bool = False) -> str:
    title = one_line(of.title.text)
    if suggested:
        title = say("questions-suggested-mark", title=title)
    return say("questions-set", title=title, about=of.about) if of.about.text else title


def _numbered(say: Catalogue, of: QuestionSet, asking: Asking) -> list[str]:
    """The questions that stand above the form: those that no choice in it can show."""
    ticked = dict(ticks.offered(of, asking))
    lines = []
    for number, question in enumerate(of.questions, 1):
        if number in ticked and ticks.stands_alone(of, number, question):
            continue
        key = "questions-number"
        if question.id in asking.struck or question.topic in asking.struck:
            key = "questions-number-struck"
        elif question.depth > asking.depth:
            key = "questions-number-deep"
        lines.append(say(key, number=number, question=question.text))
    return lines


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
        (say("paths-open"), actions.PATHS(engagement_id)),
    ]
