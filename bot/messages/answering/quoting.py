"""Messages that quote an answer back, and say what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.chat import Block, Buttons, Form, Message, Quote, Text, TextField
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.check_in import BESIDE, Answer, AnswerKind, Beside, Mark
from bot.domain.consent import Purpose
from bot.domain.limits import CORRECTION, LINE, beyond
from bot.domain.question import Question
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.messages.check_ins import body_of, label_of
from bot.messages.common import buttons, message
from bot.text import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A kept answer as its quote shows it. `zone` (IANA) is where the client reads times."""

    answer: Answer
    coach: Words
    beside: Beside
    zone: str
    question: Question | None = None


def quoted_back(say: Catalogue, kept: Kept, line: str | None = None) -> Message:
    """Quotes a kept answer verbatim. `line` is the key of the sentence that acknowledges it."""
    heading = "you-wrote" if kept.answer.words is not None else "you-tapped"
    return message(say, heading, *_line(say, line), Text(say(heading)), *_as_kept(say, kept))


def quoted_once(
    say: Catalogue,
    said: Words | Mark,
    kind: AnswerKind,
    line: str | None = None,
    question: Question | None = None,
) -> Message:
    """Quotes an answer of which nothing was stored."""
    is_mark = isinstance(said, Mark)
    heading = "you-tapped" if is_mark else "you-wrote"
    purpose = Purpose.KEEP_MARKS if is_mark else Purpose.KEEP_WORDS
    quote = Words(label_of(say, said, question)) if isinstance(said, Mark) else said
    after: tuple[Block, ...] = (Text(say("kept-not")),)
    if BESIDE[kind].asks_keeping:
        ask = buttons((say("allow-keeping"), actions.ASK(purpose)))
        after = (Text(say("kept-nothing")), ask)
    return message(say, heading, *_line(say, line), Text(say(heading)), Quote(quote), *after)


def kept_apart(say: Catalogue, kept: Kept, line: str) -> Message:
    """Says that an answer from a form is kept. The chat does not show its words."""
    until = say.full_day(local_date(kept.answer.until, kept.zone))
    told = Text(say("apart-kept")), Text(say("kept-private", until=until))
    # "Not what I meant" would show them here.
    beside = replace(kept, beside=replace(kept.beside, corrects=False))
    return message(say, "apart-kept", *_line(say, line), *told, choices_of(say, beside))


def taken_apart(say: Catalogue, kind: AnswerKind, line: str) -> Message:
    """Says that nothing of an answer from a form is kept, and that the chat does not show it."""
    asks = buttons((say("allow-keeping"), actions.ASK(Purpose.KEEP_WORDS)))
    after = (asks,) if BESIDE[kind].asks_keeping else ()
    return message(say, "apart-not-kept", *_line(say, line), Text(say("apart-not-kept")), *after)


def answer_form(say: Catalogue, asked: Words | None, delivery_id: str, question_id: str) -> Message:
    """The form of "Answer in a form". `asked` is the question in its own words, if it has some."""
    box = TextField("words", say("apart-words"), multiline=True, limit=LINE.characters)
    action = actions.ANSWER_SET(delivery_id, question_id)
    form = Form(action, (box,), say("apart-send"), dialog=True)
    shown = (Quote(asked),) if asked is not None else ()
    return message(say, "apart-ask", *shown, Text(say("apart-ask"), quiet=True), form)


def changed(say: Catalogue, kept: Kept, gone: Sequence[Block]) -> Message:
    """Quotes what the answer says now. `gone` tells what became of the words of before."""
    return message(say, "edited", *gone, Text(say("edited")), *_as_kept(say, kept))


def as_it_was(say: Catalogue, kept: Kept) -> Message:
    """Quotes an answer that was sent again with the same words."""
    return message(say, "you-wrote", Text(say("you-wrote")), *_as_kept(say, kept))


def ask_right_words(say: Catalogue, answer: Answer) -> Message:
    """Asks what the answer shall say. Words that are too long for the form come as a message."""
    words = answer.words or Words("")
    keep = buttons((say("correct-leave"), actions.KEEP(answer.id)))
    if beyond(words.text, CORRECTION) is not None:
        return message(say, "correct-ask-line", Text(say("correct-ask-line")), keep)
    box = TextField(
        "words", say("correct-words"), words, multiline=True, limit=CORRECTION.characters
    )
    form = Form(actions.CORRECT_SET(answer.id), (box,), say("correct-save"))
    return message(say, "correct-ask", Text(say("correct-ask")), form, keep)


def choices_of(say: Catalogue, kept: Kept) -> Buttons:
    """What the client can do with a kept answer."""
    answer, beside = kept.answer, kept.beside
    chosen: list[tuple[str, Action]] = []
    if beside.shares and beside.unnamed:
        chosen.append((say("feedback-named"), actions.SHARE(answer.id)))
        chosen.append((say("feedback-unnamed"), actions.SHARE_UNNAMED(answer.id)))
    elif beside.shares:
        chosen.append((say("share", coach=kept.coach), actions.SHARE(answer.id)))
    if beside.corrects and answer.words is not None:
        chosen.append((say("correct"), actions.CORRECT(answer.id)))
    return buttons(*chosen, (say("dont-keep"), actions.DROP(answer.id)))


def _as_kept(say: Catalogue, kept: Kept) -> tuple[Block, ...]:
    """The answer verbatim, until when it is kept, and what the client can do with it."""
    until = say.full_day(local_date(kept.answer.until, kept.zone))
    how = (Text(say("feedback-how")),) if kept.beside.unnamed else ()
    return (
        Quote(body_of(say, kept.answer, None, kept.question)),
        Text(say("kept-private", until=until)),
        *how,
        choices_of(say, kept),
    )


def _line(say: Catalogue, line: str | None) -> tuple[Text, ...]:
    return (Text(say(line)),) if line is not None else ()
