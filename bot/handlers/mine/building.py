"""Builds a small step: from the form, or from one typed sentence, in the client's own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.chat import Submitted
from bot.domain import actions
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.limits import STEP_PART, TooMuch, beyond
from bot.domain.step import Repeat, Step, StepSize, StepState
from bot.domain.words import Words
from bot.handlers import consent, steps
from bot.handlers.conversation import Conversation, Reply
from bot.messages import steps as say_steps
from bot.messages.common import note
from bot.rules.open_steps import asks_about
from bot.rules.planning import plan_step_prompt
from bot.understand import is_one_sentence, step_days

# So long after the builder was shown, a typed line is the step.
BUILDER_OPEN = timedelta(hours=1)


async def submit(talk: Conversation, engagement_id: str, target: str) -> Reply:
    """Handles the builder's form."""
    engagement = await steps.joined(talk, engagement_id)
    what = talk.event.what
    if engagement is None or not isinstance(what, Submitted):
        return talk.stale()
    given = what.values
    built = Built(
        then=given.get("then", "").strip(),
        when=given.get("when", "").strip(),
        obstacle=given.get("obstacle", "").strip(),
        on=given.get("on", ""),
        repeat=given.get("repeat", ""),
        reminds=given.get("remind") == "yes",
        size=given.get("size", ""),
        bad_day=given.get("bad-day", ""),
        strength=given.get("strength", "").strip(),
        prompt_in=given.get("prompt", ""),
    )
    return await _save(talk, engagement, target, built)


async def typed(talk: Conversation, engagement_id: str, text: str) -> Reply | None:
    """Takes one sentence as the step, as it was written. None if the line is not like a step."""
    engagement = await steps.joined(talk, engagement_id)
    asked_at = talk.person.dialogue.asked_at
    too_late = asked_at is None or talk.now - asked_at > BUILDER_OPEN
    if engagement is None or too_late or not is_one_sentence(text):
        return None
    return await _save(talk, engagement, actions.NEW_STEP, Built(then=text.strip()))


async def prompt(talk: Conversation, step_id: str, day: date) -> Reply:
    """Plans the step prompt on the chosen day, after prompts were allowed."""
    found = await steps.own(talk, step_id)
    if found is None or await talk.grant(found[0].id, Purpose.STEP_PROMPTS) is None:
        return talk.stale()
    return await _plan_prompt(talk, found[0], found[1], day)


@dataclass(frozen=True, slots=True, repr=False)
class Built:
    """The content of the builder's form, as typed.

    `on` is an ISO date, or anything else for none. `prompt_in` is what forms of older versions
    carry: in how many days to remind of the step.
    """

    then: str
    when: str = ""
    obstacle: str = ""
    on: str = ""
    repeat: str = ""
    reminds: bool = False
    size: str = ""
    bad_day: str = ""
    strength: str = ""
    prompt_in: str = ""

    def too_much(self) -> TooMuch | None:
        """What one of its parts has too much of; a typed line is longer than a field may be."""
        parts = (self.then, self.when, self.obstacle, self.strength)
        found = (beyond(part, STEP_PART) for part in parts)
        return next((one for one in found if one is not None), None)


async def _save(talk: Conversation, engagement: Engagement, target: str, built: Built) -> Reply:
    if await talk.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        return await steps.begin(talk, engagement.id)
    if not built.then:
        talk.awaits("step", engagement.id)
        return talk.note("step-half")
    if too_much := built.too_much():
        talk.awaits("step", engagement.id)
        return talk.note("too-long", **too_much.told)
    replaced = await talk.tx.step(engagement.id, target) if target != actions.NEW_STEP else None
    if target != actions.NEW_STEP and replaced is None:
        return talk.stale()
    step = _step(talk, engagement, built, replaced)
    await talk.tx.save_step(step)
    shown = say_steps.step_set(talk.say, step, await _asked_on(talk, engagement, step))
    smaller = [say_steps.bad_day(talk.say, step)] if built.bad_day == "unsure" else []
    return [shown, *smaller, *await _wanted_prompt(talk, engagement, step, built)]


def _step(talk: Conversation, engagement: Engagement, built: Built, before: Step | None) -> Step:
    """The step that was built. Without a day in the form, the day that its words name counts."""
    day, repeat = _day_of(built, talk.today), None
    if day is None:
        said = step_days(f"{built.when} {built.then}", talk.person.language, talk.today)
        day, repeat = said.day, said.repeat
    if built.repeat in set(Repeat):
        repeat, day = Repeat(built.repeat), day or talk.today
    return Step(
        id=before.id if before else talk.chance.new_id(),
        engagement_id=engagement.id,
        client_id=talk.person.id,
        when=Words(built.when),
        then=Words(built.then),
        state=StepState.TAKEN,
        at=talk.now,
        until=talk.kept_until(engagement, talk.now),
        size=StepSize(built.size) if built.size in set(StepSize) else None,
        strength=Words(built.strength) if built.strength else None,
        obstacle=Words(built.obstacle) if built.obstacle else None,
        day=day,
        repeat=repeat,
        done_at=before.done_at if before and repeat else None,
        times_done=before.times_done if before and repeat else (),
        asked_what_helped=before is not None and before.asked_what_helped,
    )


def _day_of(built: Built, today: date) -> date | None:
    days = built.prompt_in
    if days.isascii() and days.isdigit() and 0 < int(days) <= say_steps.DAYS_AHEAD:
        return today + timedelta(days=int(days))
    try:
        return date.fromisoformat(built.on)
    except ValueError:
        return None


async def _asked_on(talk: Conversation, engagement: Engagement, step: Step) -> date | None:
    """When a check-in will ask about the step (a local date); None if none will."""
    rhythm = await talk.rhythm(engagement.id)
    if rhythm is None or await talk.grant(engagement.id, Purpose.CHECK_INS) is None:
        return None
    return await asks_about(talk.tx, rhythm, step, talk.now, engagement.ends_on)


async def _wanted_prompt(
    talk: Conversation, engagement: Engagement, step: Step, built: Built
) -> Reply:
    wanted = built.reminds or built.prompt_in not in ("", "0")
    if not wanted:
        return []
    if step.day is None or step.day <= talk.today:
        return talk.note("step-remind-no-day")
    if await talk.grant(engagement.id, Purpose.STEP_PROMPTS) is not None:
        return await _plan_prompt(talk, engagement, step, step.day)
    then = actions.STEP_PROMPT(step.id, step.day)
    return await consent.ask(talk, engagement, Purpose.STEP_PROMPTS, then)


async def _plan_prompt(talk: Conversation, engagement: Engagement, step: Step, day: date) -> Reply:
    rhythm = await talk.rhythm(engagement.id)
    ahead = talk.today < day
    if rhythm is None or not ahead:
        return talk.note("step-no-prompt")
    if not await plan_step_prompt(talk.tx, talk.chance, engagement, rhythm, step.id, day):
        return talk.note("step-no-prompt")
    return [note(talk.say, "step-prompted", day=talk.say.named_day(day, talk.today))]
