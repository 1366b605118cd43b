"""Small steps: set, taken, done, made smaller, moved, let go. A step never fails."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.chat import Message, Submitted
from bot.domain import actions
from bot.domain.check_in import Mark
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.step import Step, StepSize, StepState
from bot.domain.words import Words
from bot.handlers import consent
from bot.handlers.conversation import Conversation, Reply
from bot.messages import steps as say_steps
from bot.messages.common import note
from bot.rules.planning import plan_step_prompt

LIMIT = 300
WHEN_THEN = re.compile(r"^\s*when\s+(?P<when>.+?)[\s,;:]+then\s+(?P<then>.+)$", re.I | re.S)
LEADS = {
    "when": re.compile(r"^\s*when\s+", re.I),
    "then": re.compile(r"^\s*(then\s+)?(i\s+)?", re.I),
}


async def offer(conversation: Conversation, engagement: Engagement) -> Reply:
    """Offers a step after an answer, if none is set and the client allows to keep words."""
    keeps = await conversation.grant(engagement.id, Purpose.KEEP_WORDS)
    if keeps is None or await current(conversation, engagement) is not None:
        return []
    return [say_steps.offer(conversation.say, engagement.id)]


async def current(conversation: Conversation, engagement: Engagement) -> Step | None:
    """The newest step that is still taken: neither done nor let go."""
    taken = (s for s in await conversation.tx.steps(engagement.id) if s.state is StepState.TAKEN)
    return next(taken, None)


async def begin(conversation: Conversation, engagement_id: str | None = None) -> Reply:
    """Opens the builder. Asks for the grant to keep words first."""
    engagement = await _joined(conversation, engagement_id)
    if engagement is None:
        return conversation.stale() if engagement_id else conversation.note("hello")
    if engagement.stopped:
        return conversation.note("resume-first")
    if await conversation.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        asked = await consent.ask(
            conversation, engagement, Purpose.KEEP_WORDS, actions.STEP(engagement.id)
        )
        return conversation.note("step-needs-keeping") + asked
    conversation.awaits("step", engagement.id)
    return [await _builder(conversation, engagement, "step-ask", None)]


async def later(conversation: Conversation, engagement_id: str) -> Reply:
    return (
        conversation.note("step-later")
        if await _joined(conversation, engagement_id)
        else conversation.stale()
    )


async def submit(conversation: Conversation, engagement_id: str, target: str) -> Reply:
    """Handles the builder's form: both parts, and perhaps a day to bring the step back."""
    engagement = await _joined(conversation, engagement_id)
    what = conversation.event.what
    if engagement is None or not isinstance(what, Submitted):
        return conversation.stale()
    built = Built(
        when=lead_off("when", what.values.get("when", "")),
        then=lead_off("then", what.values.get("then", "")),
        prompt=what.values.get("prompt", "0"),
        size=what.values.get("size", ""),
        bad_day=what.values.get("bad-day", ""),
        strength=what.values.get("strength", "").strip(),
    )
    return await _save(conversation, engagement, target, built)


async def typed(conversation: Conversation, engagement_id: str, text: str) -> Reply | None:
    """Handles "When … then I …" in one line. None if the line is not like a step."""
    engagement = await _joined(conversation, engagement_id)
    match = WHEN_THEN.match(text[: 3 * LIMIT])
    if engagement is None or match is None:
        return None
    built = Built(lead_off("when", match["when"]), lead_off("then", match["then"]))
    return await _save(conversation, engagement, actions.NEW_STEP, built)


async def marked(conversation: Conversation, step: Step, mark: Mark, *, keeps: bool) -> Reply:
    """Notes how a step went. Without a grant to keep marks, a done step is deleted."""
    if mark is Mark.DONE:
        if keeps:
            await conversation.tx.save_step(
                replace(step, state=StepState.DONE, done_at=conversation.now)
            )
        else:
            await conversation.tx.remove_step(step.engagement_id, step.id)
        return [say_steps.done(conversation.say, step)]
    if step.state is StepState.DONE:
        await conversation.tx.save_step(replace(step, state=StepState.TAKEN, done_at=None))
    if mark is Mark.PARTLY:
        return conversation.note("step-partly")
    return [say_steps.not_yet(conversation.say, step)]


async def change(conversation: Conversation, step_id: str, how: actions.StepChange) -> Reply:
    """Handles the buttons after "not yet": smaller, move, let go, or leave it."""
    found = await _own(conversation, step_id)
    if found is None:
        return conversation.stale()
    engagement, step = found
    match how:
        case "let-go":
            await conversation.tx.remove_step(engagement.id, step.id)
            return conversation.note("step-gone")
        case "stays":
            return conversation.note("step-kept")
        case "smaller" | "move":
            return [await _builder(conversation, engagement, f"step-{how}-ask", step)]


async def prompt(conversation: Conversation, step_id: str, day: date) -> Reply:
    """Plans the step prompt on the chosen day, after prompts were allowed."""
    found = await _own(conversation, step_id)
    if found is None or await conversation.grant(found[0].id, Purpose.STEP_PROMPTS) is None:
        return conversation.stale()
    return await _plan_prompt(conversation, found[0], found[1], day)


@dataclass(frozen=True, slots=True, repr=False)
class Built:
    """The content of the builder's form, as typed."""

    when: str
    then: str
    prompt: str = "0"
    size: str = ""
    bad_day: str = ""
    strength: str = ""


async def _save(
    conversation: Conversation, engagement: Engagement, target: str, built: Built
) -> Reply:
    if await conversation.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        return await begin(conversation, engagement.id)
    if not built.when or not built.then:
        conversation.awaits("step", engagement.id)
        return conversation.note("step-half")
    if max(len(built.when), len(built.then), len(built.strength)) > LIMIT:
        conversation.awaits("step", engagement.id)
        return conversation.note("too-long", limit=LIMIT)
    replaced = (
        await conversation.tx.step(engagement.id, target) if target != actions.NEW_STEP else None
    )
    if target != actions.NEW_STEP and replaced is None:
        return conversation.stale()
    step = Step(
        id=replaced.id if replaced else conversation.chance.new_id(),
        engagement_id=engagement.id,
        client_id=conversation.person.id,
        when=Words(built.when),
        then=Words(built.then),
        state=StepState.TAKEN,
        at=conversation.now,
        until=conversation.kept_until(engagement, conversation.now),
        size=StepSize(built.size) if built.size in set(StepSize) else None,
        strength=Words(built.strength) if built.strength else None,
    )
    await conversation.tx.save_step(step)
    later = await conversation.grant(engagement.id, Purpose.CHECK_INS) is not None
    shown = say_steps.step_set(conversation.say, step, asked_later=later)
    smaller = [say_steps.bad_day(conversation.say, step)] if built.bad_day == "unsure" else []
    return [shown, *smaller, *await _wanted_prompt(conversation, engagement, step, built.prompt)]


async def _wanted_prompt(
    conversation: Conversation, engagement: Engagement, step: Step, prompt_in: str
) -> Reply:
    days = int(prompt_in) if prompt_in.isascii() and prompt_in.isdigit() else 0
    if not 0 < days <= max(say_steps.PROMPT_DAYS):
        return []
    day = conversation.today + timedelta(days=days)
    if await conversation.grant(engagement.id, Purpose.STEP_PROMPTS) is not None:
        return await _plan_prompt(conversation, engagement, step, day)
    then = actions.STEP_PROMPT(step.id, day)
    return await consent.ask(conversation, engagement, Purpose.STEP_PROMPTS, then)


async def _plan_prompt(
    conversation: Conversation, engagement: Engagement, step: Step, day: date
) -> Reply:
    rhythm = await conversation.tx.rhythm(engagement.id)
    ahead = conversation.today < day
    if rhythm is None or not ahead:
        return conversation.note("step-no-prompt")
    if not await plan_step_prompt(
        conversation.tx, conversation.chance, engagement, rhythm, step.id, day
    ):
        return conversation.note("step-no-prompt")
    return [note(conversation.say, "step-prompted", day=conversation.say.day(day))]


async def _builder(
    conversation: Conversation, engagement: Engagement, prompt_key: str, step: Step | None
) -> Message:
    timed = await conversation.tx.rhythm(engagement.id) is not None
    return say_steps.builder(conversation.say, engagement.id, prompt_key, step, prompts=timed)


async def _joined(conversation: Conversation, engagement_id: str | None) -> Engagement | None:
    chosen = (e for e in await all_joined(conversation) if engagement_id in (None, e.id))
    return next(chosen, None)


async def all_joined(conversation: Conversation) -> list[Engagement]:
    """This client's engagements that they have agreed to, newest first."""
    return [e for e in await conversation.engagements() if e.state is not EngagementState.OFFERED]


async def _own(conversation: Conversation, step_id: str) -> tuple[Engagement, Step] | None:
    for engagement in await conversation.engagements():
        step = await conversation.tx.step(engagement.id, step_id)
        if step is not None:
            return engagement, step
    return None


def lead_off(part: str, text: str) -> str:
    return LEADS[part].sub("", text.strip(), count=1).strip()
