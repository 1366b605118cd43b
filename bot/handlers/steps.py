"""Small steps: begun, done, made smaller, moved, dropped. A step never fails."""

from __future__ import annotations

from dataclasses import replace

from bot.chat import Message
from bot.domain import actions
from bot.domain.check_in import Mark
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.step import Step, StepState
from bot.domain.wall_time import local_date
from bot.handlers import consent
from bot.handlers.conversation import Conversation, Reply
from bot.messages import endings as say_endings
from bot.messages import steps as say_steps
from bot.rules.endings import ending_of
from bot.rules.erase_scope import with_shares
from bot.rules.open_steps import open_steps


async def offer(talk: Conversation, engagement: Engagement) -> Reply:
    """Offers a step after an answer, if none is set and the client allows to keep words."""
    keeps = await talk.grant(engagement.id, Purpose.KEEP_WORDS)
    if keeps is None or await current(talk, engagement) is not None:
        return []
    return [say_steps.offer(talk.say, engagement.id)]


async def current(talk: Conversation, engagement: Engagement) -> Step | None:
    """The newest step that is still taken: neither done nor dropped."""
    return next(iter(await open_steps(talk.tx, engagement.id)), None)


async def begin(talk: Conversation, engagement_id: str | None = None) -> Reply:
    """Opens the builder. Asks for the grant to keep words first."""
    engagement = await joined(talk, engagement_id)
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
    return talk.note("step-later") if await joined(talk, engagement_id) else talk.stale()


async def marked(talk: Conversation, step: Step, mark: Mark, *, keeps: bool) -> Reply:
    """Notes how a step went. Without a grant to keep marks, a step that is over is deleted, and
    nothing is noted of one that repeats but its next day.
    """
    if mark is Mark.DONE:
        done = step.done(talk.now, talk.today)
        if keeps:
            await talk.tx.save_step(done)
        elif done.is_open:
            await talk.tx.save_step(step.next_time(talk.today))
        else:
            await talk.tx.remove_step(step.engagement_id, step.id)
        return [say_steps.done(talk.say, done)]
    if step.state is StepState.DONE or step.repeat is not None:
        await talk.tx.save_step(_not_done_today(talk, step))
    if mark is Mark.PARTLY:
        return talk.note("step-partly")
    return [say_steps.not_yet(talk.say, step)]


def _not_done_today(talk: Conversation, step: Step) -> Step:
    """The step open again, without what was noted today: another tap takes its place."""
    if step.repeat is None:
        return replace(step, state=StepState.TAKEN, done_at=None)
    times = tuple(at for at in step.times_done if local_date(at, talk.zone) != talk.today)
    over = step.day is not None and step.day <= talk.today
    stays = replace(step, times_done=times, done_at=times[-1] if times else None)
    return stays.next_time(talk.today) if over else stays


async def change(talk: Conversation, step_id: str, how: actions.StepChange) -> Reply:
    """Handles the buttons beside a step: smaller, move, drop, or leave it."""
    found = await own(talk, step_id)
    if found is None:
        return talk.stale()
    engagement, step = found
    match how:
        case "let-go":
            return await _drop(talk, engagement, step)
        case "stays":
            return talk.note("step-kept")
        case "smaller" | "move":
            return [await _builder(talk, engagement, f"step-{how}-ask", step)]


async def _drop(talk: Conversation, engagement: Engagement, step: Step) -> Reply:
    """Ends the step, and each share that holds its words. The taps about it stay."""
    scope = await with_shares(talk.tx, engagement, steps=[step])
    ending = await ending_of(talk.tx, talk.say, [scope])
    told = say_endings.ended(talk.say, "step-gone", await talk.what_ends(ending), talk.zone)
    await talk.end(ending)
    return [told]


async def _builder(
    talk: Conversation, engagement: Engagement, prompt_key: str, step: Step | None
) -> Message:
    return say_steps.builder(
        talk.say, engagement.id, prompt_key, step, await asks(talk, engagement)
    )


async def asks(talk: Conversation, engagement: Engagement) -> say_steps.Asks:
    """What the builder asks of this client beside the words."""
    timed = await talk.tx.rhythm(engagement.id) is not None
    return say_steps.Asks(talk.today, reminds=timed)


async def joined(talk: Conversation, engagement_id: str | None) -> Engagement | None:
    chosen = (e for e in await talk.joined() if engagement_id in (None, e.id))
    return next(chosen, None)


async def own(talk: Conversation, step_id: str) -> tuple[Engagement, Step] | None:
    """The step, if it is this client's own and its engagement has not ended. Else None."""
    for engagement in await talk.engagements():
        step = await talk.tx.step(engagement.id, step_id)
        if step is not None:
            return engagement, step
    return None
