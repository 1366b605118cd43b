"""Small steps: when … then I …"""

from __future__ import annotations

from bot.chat import Block, ChoiceField, Field, Form, Message, Option, Quote, Text, TextField
from bot.domain.step import Step, StepSize
from bot.domain.words import Words
from bot.messages.common import buttons, message
from bot.text import Catalogue

PROMPT_DAYS = (2, 3, 4, 5, 6, 7)


def as_words(say: Catalogue, step: Step) -> Words:
    return Words(say("step-line", when=step.when.text, then=step.then.text))


def offer(say: Catalogue, engagement_id: str) -> Message:
    return message(
        say,
        "step-offer",
        Text(say("step-offer")),
        buttons(
            (say("step-offer-yes"), f"step:{engagement_id}"),
            (say("not-now"), f"step-later:{engagement_id}"),
        ),
    )


def builder(
    say: Catalogue, engagement_id: str, prompt: str, current: Step | None, *, prompts: bool
) -> Message:
    """The form for a step; `prompt` is its opening line. With `current` it changes that step.

    `prompts` offers a day on which to bring the step back once.
    """
    target = current.id if current else "new"
    days = (
        Option("0", say("step-prompt-none")),
        Option("1", say("step-prompt-tomorrow")),
        *(Option(str(n), say("step-prompt-days", days=n)) for n in PROMPT_DAYS),
    )
    return message(
        say,
        prompt,
        Text(say(prompt)),
        Form(
            f"step-set:{engagement_id}:{target}",
            (
                TextField(
                    "when",
                    say("step-when"),
                    current.when if current else Words(""),
                    say("step-when-example"),
                    limit=300,
                ),
                TextField(
                    "then",
                    say("step-then"),
                    current.then if current else Words(""),
                    say("step-then-example"),
                    limit=300,
                ),
                *_more(say, current),
                *((ChoiceField("prompt", say("step-prompt"), days, "0"),) if prompts else ()),
            ),
            say("step-save"),
        ),
    )


def done(say: Catalogue, step: Step) -> Message:
    """Names the act, and what the client said helps them: in their own words, and no praise."""
    blocks: list[Block] = [Text(say("step-done")), Quote(step.then)]
    if step.strength is not None:
        blocks += [Text(say("step-done-strength")), Quote(step.strength)]
    return message(say, "step-done", *blocks)


def bad_day(say: Catalogue, step: Step) -> Message:
    choices = ((say(f"step-{how}"), f"step-change:{step.id}:{how}") for how in ("smaller", "stays"))
    return message(say, "step-bad-day-offer", Text(say("step-bad-day-offer")), buttons(*choices))


def _more(say: Catalogue, current: Step | None) -> tuple[Field, ...]:
    """How big, whether on a bad day too, and what helps: each can be left as it is."""
    sizes = [Option("unsaid", say("step-size-unsaid"))]
    sizes += [Option(size.value, say(f"step-size-{size.value}")) for size in StepSize]
    days = (Option("yes", say("step-bad-day-yes")), Option("unsure", say("step-bad-day-unsure")))
    size = current.size.value if current and current.size else "unsaid"
    strength = current.strength if current and current.strength else Words("")
    return (
        ChoiceField("size", say("step-size"), tuple(sizes), size),
        ChoiceField("bad-day", say("step-bad-day"), days, "yes"),
        TextField(
            "strength", say("step-strength"), strength, say("step-strength-example"), limit=300
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
                (say(f"step-{choice}"), f"step-change:{step.id}:{choice}")
                for choice in ("smaller", "move", "let-go", "stays")
            )
        ),
    )
