"""Messages of small steps, each quoted as the person wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.chat import Block, ChoiceField, Field, Form, Message, Option, Quote, Text, TextField
from bot.domain import actions
from bot.domain.limits import STEP_PART, STEP_TEXT
from bot.domain.step import Repeat, Step, StepSize
from bot.domain.words import Words
from bot.messages.common import buttons, message
from bot.text import Catalogue

# A step can be about today or one of so many days after it.
DAYS_AHEAD = 7
NO_DAY, ONCE = "none", "once"
NOTHING = Words("")
ON_A_BAD_DAY: tuple[actions.StepChange, ...] = ("smaller", "stays")
AFTER_SETTING: tuple[actions.StepChange, ...] = ("move", "let-go")


def as_words(say: Catalogue, step: Step) -> Words:
    """The step as the person wrote it. No sentence of ours joins its two parts."""
    if not step.when.text.strip():
        return step.then
    return Words(say("step-line", when=step.when.text, then=step.then.text))


def about(say: Catalogue, step: Step) -> list[Block]:
    """The step, the day it is about, and what its client sees in its way."""
    blocks: list[Block] = [Quote(as_words(say, step))]
    if step.day is not None:
        key = f"step-each-{step.repeat.value}" if step.repeat else "step-about"
        blocks.append(Text(say(key, day=say.day(step.day)), quiet=True))
    if step.obstacle is not None:
        blocks += [Text(say("step-obstacle-was"), quiet=True), Quote(step.obstacle)]
    return blocks


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
    """A text to make a step of, whole, and as much of it as fits into the builder."""

    text: Words
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
    say: Catalogue, engagement_id: str, begun: Begun, asks: Asks, limit: int
) -> Message:
    """The builder for a new step, filled from a text.

    `limit` is the most characters of one part.
    """
    cut = [Text(say("step-shortened", limit=limit))] if begun.shortened else []
    form = _form(say, engagement_id, actions.NEW_STEP, Filled(begun.then, NOTHING), asks)
    quoted = (Text(say("step-from")), Quote(begun.text))
    return message(say, "step-from", *quoted, *cut, Text(say("step-ask")), form)


def builder(
    say: Catalogue, engagement_id: str, prompt: str, current: Step | None, asks: Asks
) -> Message:
    """The form for a step; `prompt` is its opening line. With `current` it changes that step."""
    target = current.id if current else actions.NEW_STEP
    given = Filled.of(current) if current else Filled(NOTHING, NOTHING)
    form = _form(say, engagement_id, target, given, asks)
    return message(say, prompt, Text(say(prompt)), form)


@dataclass(frozen=True, slots=True)
class Asks:
    """What the builder asks beside the words. `today` is the person's local date; `reminds`: it
    can remind them of the step on its day.
    """

    today: date
    reminds: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """The current content of the builder."""

    then: Words
    when: Words
    size: StepSize | None = None
    strength: Words | None = None
    obstacle: Words | None = None
    day: date | None = None
    repeat: Repeat | None = None

    @classmethod
    def of(cls, step: Step) -> Filled:
        return cls(
            step.then, step.when, step.size, step.strength, step.obstacle, step.day, step.repeat
        )


def _form(say: Catalogue, engagement_id: str, target: str, given: Filled, asks: Asks) -> Form:
    fields = (
        _text(say, "then", given.then, example=True),
        _text(say, "when", given.when, example=True),
        *_days(say, given, asks),
        _text(say, "obstacle", given.obstacle),
        *_more(say, given),
    )
    return Form(actions.STEP_SET(engagement_id, target), fields, say("step-save"))


def _text(say: Catalogue, name: str, given: Words | None, *, example: bool = False) -> TextField:
    shown = say(f"step-{name}-example") if example else ""
    return TextField(name, say(f"step-{name}"), given or NOTHING, shown, limit=STEP_PART.characters)


def _days(say: Catalogue, given: Filled, asks: Asks) -> tuple[Field, ...]:
    """The day that the step is about, whether it comes again, and whether to remind of it."""
    days = [asks.today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD + 1)]
    if given.day is not None and given.day not in days:
        days.append(given.day)
    options = [Option(NO_DAY, say("step-day-none"))]
    options += [Option(day.isoformat(), say.day_alone(day)) for day in days]
    chosen = given.day.isoformat() if given.day else NO_DAY
    again = [Option(ONCE, say("step-repeat-once"))]
    again += [Option(repeat.value, say(f"step-repeat-{repeat.value}")) for repeat in Repeat]
    repeats = given.repeat.value if given.repeat else ONCE
    reminding = (Option("no", say("step-remind-no")), Option("yes", say("step-remind-yes")))
    remind = (ChoiceField("remind", say("step-prompt"), reminding, "no"),) if asks.reminds else ()
    return (
        ChoiceField("on", say("step-day"), tuple(options), chosen),
        ChoiceField("repeat", say("step-repeat"), tuple(again), repeats),
        *remind,
    )


def _more(say: Catalogue, given: Filled) -> tuple[Field, ...]:
    """The optional fields: what helps, how big, and whether on a bad day too."""
    sizes = [Option("unsaid", say("step-size-unsaid"))]
    sizes += [Option(size.value, say(f"step-size-{size.value}")) for size in StepSize]
    days = (Option("yes", say("step-bad-day-yes")), Option("unsure", say("step-bad-day-unsure")))
    size = given.size.value if given.size else "unsaid"
    return (
        _text(say, "strength", given.strength, example=True),
        ChoiceField("size", say("step-size"), tuple(sizes), size),
        ChoiceField("bad-day", say("step-bad-day"), days, "yes"),
    )


def done(say: Catalogue, step: Step) -> Message:
    """Names the act and the client's own words on what helps them. It does not praise.

    Of a step that repeats it says when it comes again.
    """
    blocks: list[Block] = [Text(say("step-done")), Quote(as_words(say, step))]
    if step.strength is not None:
        blocks += [Text(say("step-done-strength")), Quote(step.strength)]
    if step.repeat is not None and step.day is not None:
        blocks.append(Text(say("step-again", day=say.day(step.day)), quiet=True))
    return message(say, "step-done", *blocks)


def bad_day(say: Catalogue, step: Step) -> Message:
    choices = _changes(say, step, ON_A_BAD_DAY)
    return message(say, "step-bad-day-offer", Text(say("step-bad-day-offer")), choices)


def step_set(say: Catalogue, step: Step, asked_on: date | None) -> Message:
    """Shows the step, and says when a check-in will ask about it: `asked_on`, or not by itself."""
    hint = say("step-set-hint", day=say.day(asked_on)) if asked_on else say("step-set-alone")
    shown = (Text(say("step-set")), *about(say, step), Text(hint))
    return message(say, "step-set", *shown, _changes(say, step, AFTER_SETTING))


def not_yet(say: Catalogue, step: Step) -> Message:
    choices = _changes(say, step, actions.HOW.choices)
    return message(say, "step-not-yet", Text(say("step-not-yet")), choices)


def _changes(say: Catalogue, step: Step, which: Sequence[actions.StepChange]) -> Block:
    return buttons(*((say(f"step-{how}"), actions.STEP_CHANGE(step.id, how)) for how in which))
