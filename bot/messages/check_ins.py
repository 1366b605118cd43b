"""Asking, listening, and sharing in exactly the previewed form."""

from __future__ import annotations

from datetime import date

from bot.chat import Block, Heading, Message, Quote, Text
from bot.domain.check_in import Answer, Mark
from bot.domain.share import Share
from bot.domain.step import Step
from bot.domain.words import Words
from bot.messages.common import buttons, message, note
from bot.messages.steps import as_words
from bot.text import Catalogue

STEADY = (Mark.ONE, Mark.TWO, Mark.THREE, Mark.FOUR, Mark.FIVE)
PROGRESS = (Mark.DONE, Mark.PARTLY, Mark.NOT_YET)


def check_in(say: Catalogue, delivery_id: str, step: Step | None) -> Message:
    """About the step that is set, or else how steady things feel."""
    marks = PROGRESS if step else STEADY
    asked: tuple[Block, ...] = (Text(say("question-steady")),)
    tail = ""
    if step is not None:
        asked = (
            Text(say("question-step")),
            Quote(as_words(say, step)),
            Text(say("question-step-ask")),
        )
        tail = f":{step.id}"
    choices = [(label_of(say, mark), f"mark:{delivery_id}:{mark}{tail}") for mark in marks]
    return message(
        say,
        "question-step" if step else "question-steady",
        Text(say("check-in-hello")),
        *asked,
        Text(say("check-in-hint"), quiet=True),
        buttons(*choices, (say("pass"), f"pass:{delivery_id}")),
    )


def quoted_back(say: Catalogue, answer: Answer, coach: Words) -> Message:
    """The answer verbatim, and the three things that can become of it."""
    heading = "you-wrote" if answer.words is not None else "you-tapped"
    return message(
        say,
        heading,
        Text(say(heading)),
        Quote(body_of(say, answer, None)),
        Text(say("what-becomes")),
        buttons(
            (say("keep-private"), f"keep:{answer.id}"),
            (say("share", coach=coach.text), f"share:{answer.id}"),
            (say("dont-keep"), f"drop:{answer.id}"),
        ),
    )


def quoted_once(say: Catalogue, words: Words | None, mark: Mark | None) -> Message:
    """Quoted back and gone: nothing of it was stored."""
    said = words or Words(label_of(say, mark) if mark else "")
    heading = "you-wrote" if words is not None else "you-tapped"
    purpose = "keep_words" if words is not None else "keep_marks"
    return message(
        say,
        heading,
        Text(say(heading)),
        Quote(said),
        Text(say("kept-nothing")),
        buttons((say("allow-keeping"), f"ask:{purpose}")),
    )


def changed_by_edit(say: Catalogue, words: Words) -> Message:
    return message(say, "edited", Text(say("edited")), Quote(words))


def form_of(say: Catalogue, answer: Answer, step: Step | None, day: date) -> tuple[Words, Words]:
    """The (heading, body) that the coach would read. What is approved is this, byte for byte."""
    when = say.day(day)
    if answer.step_id is not None:
        heading = say("form-step", day=when)
    elif answer.mark is not None:
        heading = say("form-question-steady", day=when)
    else:
        heading = say("form-words", day=when)
    return Words(heading), body_of(say, answer, step)


def shared_blocks(heading: Words, body: Words) -> tuple[Block, Block]:
    """How a share looks: the same two blocks in the preview, the digest and the client's list."""
    return Text(heading.text, quiet=True), Quote(body)


def preview(
    say: Catalogue,
    answer: Answer,
    form: tuple[Words, Words],
    seal: str,
    coach: Words,
    client: Words,
    *,
    changed: bool = False,
) -> Message:
    """`seal` names this very form, so that only what was seen here can be approved."""
    intro = (Text(say("preview-changed")),) if changed else ()
    return message(
        say,
        "preview",
        *intro,
        Heading(say("preview-heading", coach=coach.text)),
        Heading(say("digest-from", client=client.text)),
        *shared_blocks(*form),
        Text(say("preview-hint"), quiet=True),
        buttons(
            (say("preview-approve"), f"approve:{answer.id}:{seal}"),
            (say("preview-decline"), f"keep:{answer.id}"),
        ),
    )


def shared(say: Catalogue, share: Share, coach: Words) -> Message:
    return message(
        say,
        "shared",
        Text(say("shared", coach=coach.text)),
        buttons((say("take-back"), f"take-back:{share.id}")),
    )


def kept(say: Catalogue, answer: Answer) -> Message:
    return note(say, "kept", until=say.full_day(answer.until.date()))


def label_of(say: Catalogue, mark: Mark) -> str:
    return say(f"mark-{mark.value.replace('_', '-')}")


def body_of(say: Catalogue, answer: Answer, step: Step | None) -> Words:
    """The words as written; a mark as its label, under the step it is about."""
    if answer.words is not None:
        return answer.words
    label = label_of(say, answer.mark) if answer.mark else ""
    if step is None:
        return Words(label)
    return Words(f"{as_words(say, step).text}\n{label}")
