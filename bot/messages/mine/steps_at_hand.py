"""Open steps with their buttons, wherever they are shown, and what is asked about them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Block, Buttons, Heading, Message, Text
from bot.domain import actions
from bot.domain.check_in import Mark
from bot.domain.foreign import one_line
from bot.domain.question import PROGRESS
from bot.domain.step import Step
from bot.messages.common import buttons, message
from bot.messages.steps import about, as_words
from bot.text import Catalogue

LABEL = 40


def at_hand(say: Catalogue, step: Step) -> list[Block]:
    """One open step, with the buttons that say how it goes."""
    return [*about(say, step), how_it_goes(say, step)]


def how_it_goes(say: Catalogue, step: Step) -> Buttons:
    marks = ((say(_label(mark)), actions.STEP_MARK(step.id, mark)) for mark in PROGRESS)
    return buttons(*marks, (say("step-change"), actions.STEP_CHANGE(step.id, "move")))


def steps(say: Catalogue, steps: Sequence[Step]) -> Message:
    """The list of open steps. Whoever has none reads how to set one."""
    if not steps:
        return message(say, "step-none", Text(say("step-none")), _set_one(say))
    shown = [block for step in steps for block in at_hand(say, step)]
    return message(say, "steps-heading", Heading(say("steps-heading")), *shown, _set_one(say))


def brought(say: Catalogue, step: Step) -> Message:
    """Reminds of a step on the day that its client chose."""
    return message(say, "step-prompt-hello", Text(say("step-prompt-hello")), *at_hand(say, step))


def which(say: Catalogue, steps: Sequence[Step], mark: Mark) -> Message:
    """Asks which open step a line was about."""
    named = ((_short(say, step), actions.STEP_MARK(step.id, mark)) for step in steps)
    return message(say, "step-which", Text(say("step-which")), buttons(*named))


def nothing_open(say: Catalogue) -> Message:
    """Answers a line about a step where none is open. Nothing of it is kept."""
    return message(say, "step-nothing-open", Text(say("step-nothing-open")), _set_one(say))


def what_helped(say: Catalogue, step_id: str, *, waits: bool) -> Message:
    """Asks once what made a step possible. `waits`: another question is open, so the client opens
    this one by its button.
    """
    text = (Text(say("step-helped-ask")), Text(say("step-helped-hint"), quiet=True))
    passing = (say("pass"), actions.HELPED_PASS(step_id))
    if waits:
        answer = (say("step-helped-answer"), actions.HELPED(step_id))
        return message(say, "step-helped-ask", *text, buttons(answer, passing))
    return message(say, "step-helped-ask", *text, buttons(passing))


def _set_one(say: Catalogue) -> Buttons:
    return buttons((say("step-offer-yes"), actions.STEP(None)))


def _short(say: Catalogue, step: Step) -> str:
    line = one_line(as_words(say, step).text)
    return line if len(line) <= LABEL else f"{line[: LABEL - 1].rstrip()}…"


def _label(mark: Mark) -> str:
    return f"mark-{mark.value.replace('_', '-')}"
