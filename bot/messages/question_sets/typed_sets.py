"""Messages about a coach's question sets: which can be suggested, and what was typed in chat."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.chat import Block, Form, Heading, Message, Quote, Text, TextField
from bot.domain import actions
from bot.domain.limits import QUESTIONS
from bot.domain.question import QUESTION_KINDS, Question, QuestionSet
from bot.domain.words import Words
from bot.messages.check_ins import by_coach, label_of
from bot.messages.common import buttons, lines, message
from bot.messages.questions import titled
from bot.questions.ways_of_asking import FoundWay
from bot.text import Catalogue

# The name of the form's one field.
SET = "set"


def for_coach(
    say: Catalogue, sets: Sequence[QuestionSet], own: Collection[str], now: str | None
) -> Message:
    blocks: list[Block] = [Heading(say("questions-coach-heading"))]
    for one in sets:
        blocks.append(Text(titled(say, one, suggested=one.id == now)))
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


def for_one(
    say: Catalogue,
    engagement_id: str,
    client: Words,
    sets: Sequence[QuestionSet],
    now: str | None,
) -> Message:
    """Shows the sets that a coach can suggest to one client; `now` is the one suggested already."""
    lines = (Text(titled(say, one, suggested=one.id == now)) for one in sets)
    others = [(s.title.text, actions.SUGGEST_TO(engagement_id, s.id)) for s in sets if s.id != now]
    choices = [(say("questions-suggest", title=title), action) for title, action in others]
    asked = Text(say("client-suggest-which", client=client))
    return message(say, "client-suggest-which", asked, *lines, buttons(*choices))


def write(say: Catalogue) -> Message:
    ask, how = Text(say("questions-write-ask")), Text(say("questions-write-how"), quiet=True)
    return message(say, "questions-write-ask", ask, how)


def written(say: Catalogue, of: QuestionSet) -> Message:
    """Shows a coach's own set as clients would read it."""
    numbered = (_with_taps(say, n, one) for n, one in enumerate(of.questions, 1))
    suggest = (say("questions-suggest", title=of.title), actions.SUGGEST(of.id))
    return message(
        say,
        "questions-written",
        Text(say("questions-written")),
        *by_coach(say, of.title.text, *numbered),
        buttons(suggest),
    )


def look_again(say: Catalogue, of: QuestionSet, text: Words, found: Sequence[FoundWay]) -> Message:
    """Says of each question that was found what it does, over a form to change or save the set.

    What hurts is not saved as it is: then the form saves a changed set only.
    """
    blocks: list[Block] = [Text(say("asks-look"))]
    for one in found:
        blocks.append(Quote(of.questions[one.at].text))
        blocks += lines(say, f"asks-{one.way}")
    refused = any(one.way.is_refused for one in found)
    field = TextField(
        SET, say("asks-field"), initial=text, multiline=True, limit=QUESTIONS.characters
    )
    save = say("asks-save-changed" if refused else "asks-save-as-it-is")
    return message(say, "asks-look", *blocks, Form(actions.QUESTIONS_SURE(), (field,), save))


def _with_taps(say: Catalogue, number: int, question: Question) -> str:
    line = say("questions-number", number=number, question=question.text)
    labels = [label_of(say, mark, question) for mark in question.marks]
    shown = QUESTION_KINDS[question.kind].short or " / ".join(labels)
    return f"{line} ({shown})" if shown else line
