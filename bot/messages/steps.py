"""Messages of small steps: when … then I …"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat import Block, ChoiceField, Field, Form, Message, Option, Quote, Text, TextField
from bot.domain import actions
from bot.domain.limits import STEP_PART, STEP_TEXT
from bot.domain.step import Step, StepSize
from bot.domain.words import Words
from bot.messages.common import buttons, message
from bot.text import Catalogue

PROMPT_DAYS = (2, 3, 4, 5, 6, 7)
ON_A_BAD_DAY: tuple[actions.StepChange, ...] = ("smaller", "stays")


def as_words(say: Catalogue, step: Step) -> Words:
    return Words(say("step-line", when=step.when.text, then=step.then.text))


def offer(say: Catalogue, engagement_id: str) -> Message:
    return message(
        say,
        "step-offer",
        Text(say("step-offer")),
        buttons(
            (say("step-offer-yes"), actions.STEP(engagement_id)),
            (say("not-now"), actions.STEP_LATER(engagement_id)),
        ),
    )


@dataclass(frozen=True, slots=True)
class Begun:
    """A text to make a step of, whole, and the parts that fill the builder."""

    text: Words
    when: Words
    then: Words
    shortened: bool


def with_whom(say: Catalogue, text: Words, coaches: Sequence[tuple[str, Words]]) -> Message:
    """Asks which engagement the step belongs to.

    The text comes back with the answer, and is stored nowhere until then. `coaches` are (engagement
    id, name) pairs.
    """
    options = tuple(Option(engagement_id, name.text) for engagement_id, name in coaches)
    form = Form(
        actions.STEP_FROM(),
        (
            ChoiceField("with", say("step-with"), options, options[0].value),
            TextField("text", say("step-then"), text, multiline=True, limit=STEP_TEXT.characters),
        ),
        say("step-go-on"),
    )
    return message(say, "step-with", Text(say("step-with")), form)


def builder_from(
    say: Catalogue, engagement_id: str, begun: Begun, limit: int, *, prompts: bool
) -> Message:
    """The builder for a new step, filled from a text.

    `limit` is the most characters of one part.
    """
    cut = [Text(say("step-shortened", limit=limit))] if begun.shortened else []
    given = Filled(begun.when, begun.then)
    form = _form(say, engagement_id, actions.NEW_STEP, given, prompts=prompts)
    quoted = (Text(say("step-from")), Quote(begun.text))
    return message(say, "step-from", *quoted, *cut, Text(say("step-ask")), form)


def builder(
    say: Catalogue, engagement_id: str, prompt: str, current: Step | None, *, prompts: bool
) -> Message:
    """The form for a step; `prompt` is its opening line.

    With `current` it changes that step. `prompts` offers a day on which the bot brings the step
    back once.
    """
    target = current.id if current else actions.NEW_STEP
    given = Filled.of(current) if current else Filled(Words(""), Words(""))
    form = _form(say, engagement_id, target, given, prompts=prompts)
    return message(say, prompt, Text(say(prompt)), form)


@dataclass(frozen=True, slots=True)
class Filled:
    """The current content of the builder."""

    when: Words
    then: Words
    size: StepSize | None = None
    strength: Words | None = None

    @classmethod
    def of(cls, step: Step) -> Filled:
        return cls(step.when, step.then, step.size, step.strength)


def _form(say: Catalogue, engagement_id: str, target: str, given: Filled, *, prompts: bool) -> Form:
    days = (
        Option("0", say("step-prompt-none")),
        Option("1", say("step-prompt-tomorrow")),
        *(Option(str(n), say("step-prompt-days", days=n)) for n in PROMPT_DAYS),
    )
    when = TextField(
        "when", say("step-when"), given.when, say("step-when-example"), limit=STEP_PART.characters
    )
    then = TextField(
        "then", say("step-then"), given.then, say("step-then-example"), limit=STEP_PART.characters
    )
    prompt = (ChoiceField("prompt", say("step-prompt"), days, "0"),) if prompts else ()
    fields = (when, then, *_more(say, given), *prompt)
    return Form(actions.STEP_SET(engagement_id, target), fields, say("step-save"))


def done(say: Catalogue, step: Step) -> Message:
    """Names the act and the client's own words on what helps them. It does not praise."""
    blocks: list[Block] = [Text(say("step-done")), Quote(step.then)]
    if step.strength is not None:
        blocks += [Text(say("step-done-strength")), Quote(step.strength)]
    return message(say, "step-done", *blocks)


def bad_day(say: Catalogue, step: Step) -> Message:
    choices = ((say(f"step-{how}"), actions.STEP_CHANGE(step.id, how)) for how in ON_A_BAD_DAY)
    return message(say, "step-bad-day-offer", Text(say("step-bad-day-offer")), buttons(*choices))


def _more(say: Catalogue, given: Filled) -> tuple[Field, ...]:
    """The optional fields: how big, whether on a bad day too, and what helps."""
    sizes = [Option("unsaid", say("step-size-unsaid"))]
    sizes += [Option(size.value, say(f"step-size-{size.value}")) for size in StepSize]
    days = (Option("yes", say("step-bad-day-yes")), Option("unsure", say("step-bad-day-unsure")))
    size = given.size.value if given.size else "unsaid"
    strength = given.strength or Words("")
    return (
        ChoiceField("size", say("step-size"), tuple(sizes), size),
        ChoiceField("bad-day", say("step-bad-day"), days, "yes"),
        TextField(
            "strength",
            say("step-strength"),
            strength,
            say("step-strength-example"),
            limit=STEP_PART.characters,
        ),
    )


def step_set(say: Catalogue, step: Step, *, asked_later: bool) -> Message:
    hint = "step-set-hint" if asked_later else "step-set-alone"
    return message(
        say,
        "step-set",
        Text(say("step-set")),
        Quote(as_words(say, step)),
        Text(say(hint)),
    )


def step_prompt(say: Catalogue, step: Step) -> Message:
    return message(
        say,
        "step-prompt-hello",
        Text(say("step-prompt-hello")),
        Quote(as_words(say, step)),
    )


def not_yet(say: Catalogue, step: Step) -> Message:
    return message(
        say,
        "step-not-yet",
        Text(say("step-not-yet")),
        buttons(
            *(
                (say(f"step-{choice}"), actions.STEP_CHANGE(step.id, choice))
                for choice in actions.HOW.choices
            )
        ),
    )
