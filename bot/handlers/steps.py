"""Small steps: set, taken, done, made smaller, moved, let go. A step never fails."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.chat import Message, Submitted
from bot.domain import actions
from bot.domain.check_in import Mark
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.limits import STEP_PART, TooMuch, beyond
from bot.domain.step import Step, StepSize, StepState
from bot.domain.words import Words
from bot.handlers import consent
from bot.handlers.conversation import Conversation, Reply
from bot.messages import endings as say_endings
from bot.messages import steps as say_steps
from bot.messages.common import note
from bot.rules.endings import ending_of
from bot.rules.erase_scope import with_shares
from bot.rules.planning import plan_step_prompt

WHEN_THEN = re.compile(r"^\s*when\s+(?P<when>.+?)[\s,;:]+then\s+(?P<then>.+)$", re.I | re.S)
LEADS = {
    "when": re.compile(r"^\s*when\s+", re.I),
    "then": re.compile(r"^\s*(then\s+)?(i\s+)?", re.I),
}


async def offer(talk: Conversation, engagement: Engagement) -> Reply:
    """Offers a step after an answer, if none is set and the client allows to keep words."""
    keeps = await talk.grant(engagement.id, Purpose.KEEP_WORDS)
    if keeps is None or await current(talk, engagement) is not None:
        return []
    return [say_steps.offer(talk.say, engagement.id)]


async def current(talk: Conversation, engagement: Engagement) -> Step | None:
    """The newest step that is still taken: neither done nor let go."""
    taken = (s for s in await talk.tx.steps(engagement.id) if s.state is StepState.TAKEN)
    return next(taken, None)


async def begin(talk: Conversation, engagement_id: str | None = None) -> Reply:
    """Opens the builder. Asks for the grant to keep words first."""
    engagement = await _joined(talk, engagement_id)
    if engagement is None:
        return talk.stale() if engagement_id else talk.note("hello")
    if engagement.stopped:
        return talk.note("resume-first")
    if await talk.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        asked = await consent.ask(talk, engagement, Purpose.KEEP_WORDS, actions.STEP(engagement.id))
        return talk.note("step-needs-keeping") + asked
    talk.awaits("step", engagement.id)
    return [await _builder(talk, engagement, "step-ask", None)]


async def later(talk: Conversation, engagement_id: str) -> Reply:
    return talk.note("step-later") if await _joined(talk, engagement_id) else talk.stale()


async def submit(talk: Conversation, engagement_id: str, target: str) -> Reply:
    """Handles the builder's form: both parts, and perhaps a day to bring the step back."""
    engagement = await _joined(talk, engagement_id)
    what = talk.event.what
    if engagement is None or not isinstance(what, Submitted):
        return talk.stale()
    built = Built(
        when=lead_off("when", what.values.get("when", "")),
        then=lead_off("then", what.values.get("then", "")),
        prompt=what.values.get("prompt", "0"),
        size=what.values.get("size", ""),
        bad_day=what.values.get("bad-day", ""),
        strength=what.values.get("strength", "").strip(),
    )
    return await _save(talk, engagement, target, built)


async def typed(talk: Conversation, engagement_id: str, text: str) -> Reply | None:
    """Handles "When … then I …" in one line. None if the line is not like a step."""
    engagement = await _joined(talk, engagement_id)
    match = WHEN_THEN.match(text[: 3 * STEP_PART.characters])
    if engagement is None or match is None:
        return None
    built = Built(lead_off("when", match["when"]), lead_off("then", match["then"]))
    return await _save(talk, engagement, actions.NEW_STEP, built)


async def marked(talk: Conversation, step: Step, mark: Mark, *, keeps: bool) -> Reply:
    """Notes how a step went. Without a grant to keep marks, a done step is deleted."""
    if mark is Mark.DONE:
        if keeps:
            await talk.tx.save_step(replace(step, state=StepState.DONE, done_at=talk.now))
        else:
            await talk.tx.remove_step(step.engagement_id, step.id)
        return [say_steps.done(talk.say, step)]
    if step.state is StepState.DONE:
        await talk.tx.save_step(replace(step, state=StepState.TAKEN, done_at=None))
    if mark is Mark.PARTLY:
        return talk.note("step-partly")
    return [say_steps.not_yet(talk.say, step)]


async def change(talk: Conversation, step_id: str, how: actions.StepChange) -> Reply:
    """Handles the buttons after "not yet": smaller, move, let go, or leave it."""
    found = await _own(talk, step_id)
    if found is None:
        return talk.stale()
    engagement, step = found
    match how:
        case "let-go":
            return await _let_go(talk, engagement, step)
        case "stays":
            return talk.note("step-kept")
        case "smaller" | "move":
            return [await _builder(talk, engagement, f"step-{how}-ask", step)]


async def _let_go(talk: Conversation, engagement: Engagement, step: Step) -> Reply:
    """Ends the step, and each share that holds its words. The taps about it stay."""
    scope = await with_shares(talk.tx, engagement, steps=[step])
    ending = await ending_of(talk.tx, talk.say, [scope])
    told = say_endings.ended(talk.say, "step-gone", await talk.what_ends(ending), talk.zone)
    await talk.end(ending)
    return [told]


async def prompt(talk: Conversation, step_id: str, day: date) -> Reply:
    """Plans the step prompt on the chosen day, after prompts were allowed."""
    found = await _own(talk, step_id)
    if found is None or await talk.grant(found[0].id, Purpose.STEP_PROMPTS) is None:
        return talk.stale()
    return await _plan_prompt(talk, found[0], found[1], day)


@dataclass(frozen=True, slots=True, repr=False)
class Built:
    """The content of the builder's form, as typed."""

    when: str
    then: str
    prompt: str = "0"
    size: str = ""
    bad_day: str = ""
    strength: str = ""

    def too_much(self) -> TooMuch | None:
        """What one of its parts has too much of; a typed line is longer than a field may be."""
        found = (beyond(part, STEP_PART) for part in (self.when, self.then, self.strength))
        return next((one for one in found if one is not None), None)


async def _save(talk: Conversation, engagement: Engagement, target: str, built: Built) -> Reply:
    if await talk.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        return await begin(talk, engagement.id)
    if not built.when or not built.then:
        talk.awaits("step", engagement.id)
        return talk.note("step-half")
    if too_much := built.too_much():
        talk.awaits("step", engagement.id)
        return talk.note("too-long", **too_much.told)
    replaced = await talk.tx.step(engagement.id, target) if target != actions.NEW_STEP else None
    if target != actions.NEW_STEP and replaced is None:
        return talk.stale()
    step = Step(
        id=replaced.id if replaced else talk.chance.new_id(),
        engagement_id=engagement.id,
        client_id=talk.person.id,
        when=Words(built.when),
        then=Words(built.then),
        state=StepState.TAKEN,
        at=talk.now,
        until=talk.kept_until(engagement, talk.now),
        size=StepSize(built.size) if built.size in set(StepSize) else None,
        strength=Words(built.strength) if built.strength else None,
    )
    await talk.tx.save_step(step)
    later = await talk.grant(engagement.id, Purpose.CHECK_INS) is not None
    shown = say_steps.step_set(talk.say, step, asked_later=later)
    smaller = [say_steps.bad_day(talk.say, step)] if built.bad_day == "unsure" else []
    return [shown, *smaller, *await _wanted_prompt(talk, engagement, step, built.prompt)]


async def _wanted_prompt(
    talk: Conversation, engagement: Engagement, step: Step, prompt_in: str
) -> Reply:
    days = int(prompt_in) if prompt_in.isascii() and prompt_in.isdigit() else 0
    if not 0 < days <= max(say_steps.PROMPT_DAYS):
        return []
    day = talk.today + timedelta(days=days)
    if await talk.grant(engagement.id, Purpose.STEP_PROMPTS) is not None:
        return await _plan_prompt(talk, engagement, step, day)
    then = actions.STEP_PROMPT(step.id, day)
    return await consent.ask(talk, engagement, Purpose.STEP_PROMPTS, then)


async def _plan_prompt(talk: Conversation, engagement: Engagement, step: Step, day: date) -> Reply:
    rhythm = await talk.rhythm(engagement.id)
    ahead = talk.today < day
    if rhythm is None or not ahead:
        return talk.note("step-no-prompt")
    if not await plan_step_prompt(talk.tx, talk.chance, engagement, rhythm, step.id, day):
        return talk.note("step-no-prompt")
    return [note(talk.say, "step-prompted", day=talk.say.named_day(day, talk.today))]


async def _builder(
    talk: Conversation, engagement: Engagement, prompt_key: str, step: Step | None
) -> Message:
    timed = await talk.tx.rhythm(engagement.id) is not None
    return say_steps.builder(talk.say, engagement.id, prompt_key, step, prompts=timed)


async def _joined(talk: Conversation, engagement_id: str | None) -> Engagement | None:
    chosen = (e for e in await talk.joined() if engagement_id in (None, e.id))
    return next(chosen, None)


async def _own(talk: Conversation, step_id: str) -> tuple[Engagement, Step] | None:
    for engagement in await talk.engagements():
        step = await talk.tx.step(engagement.id, step_id)
        if step is not None:
            return engagement, step
    return None


def lead_off(part: str, text: str) -> str:
    return LEADS[part].sub("", text.strip(), count=1).strip()
