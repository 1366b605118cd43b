"""The next session: either side sets it, and the client decides what is asked around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.chat import Submitted
from bot.documents.calendar import session_file
from bot.domain.check_in import Answer, AnswerState
from bot.domain.consent import Purpose, latest
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.wall_time import resolve
from bot.domain.words import Words
from bot.handlers import consent
from bot.handlers.check_ins import DRAFT_LIVES, edited_at, source_of
from bot.handlers.conversation import Reply, Scene
from bot.messages import sessions as say_sessions
from bot.rules.planning import plan_session
from bot.understand import read_clock, read_day

FEEDBACK = "session.feedback"


async def show(scene: Scene) -> Reply:
    """When the next session is, for a client; a coach sees theirs in "my clients"."""
    shown: Reply = []
    for engagement in await _joined(scene):
        coach = await scene.coach_name(engagement)
        shown.append(say_sessions.show(scene.say, engagement, coach, scene.zone))
    if not shown and await scene.tx.has_invited(scene.person.id):
        scene.follow = "clients"
    return shown or ([] if scene.follow else scene.note("hello"))


async def act(scene: Scene, engagement_id: str, what: str) -> Reply:
    """The buttons below it, for the client and for a coach who may see it."""
    engagement = await _reached(scene, engagement_id)
    if engagement is None:
        return scene.stale()
    match what:
        case "set":
            return [say_sessions.ask(scene.say, engagement.id)]
        case "clear":
            await _save(scene, replace(engagement, session_at=None))
            return scene.note("session-cleared")
        case "file" if engagement.session_at is not None:
            title = scene.say("session-calendar")
            content = session_file(engagement.id, engagement.session_at, title, scene.now)
            return [say_sessions.calendar(scene.say, engagement.session_at, scene.zone, content)]
    return scene.stale()


async def calendar(scene: Scene) -> Reply:
    """The calendar file by its own word."""
    files: Reply = []
    for engagement in await _joined(scene):
        if engagement.session_at is not None:
            files += await act(scene, engagement.id, "file")
    return files or await show(scene)


async def submit(scene: Scene, engagement_id: str) -> Reply:
    """The form: a day and a time as people type them, in the sender's own zone."""
    engagement = await _reached(scene, engagement_id)
    what = scene.event.what
    if engagement is None or not isinstance(what, Submitted):
        return scene.stale()
    at = _read(scene, what.values.get("day", ""), what.values.get("time", ""))
    if at is None:
        return [say_sessions.ask(scene.say, engagement.id, "session-unreadable")]
    if at <= scene.now:
        return [say_sessions.ask(scene.say, engagement.id, "session-past")]
    if at >= engagement.ends_at:
        until = scene.say.full_day(engagement.ends_on)
        return [say_sessions.ask(scene.say, engagement.id, "session-late", until=until)]
    changed = replace(engagement, session_at=at)
    await _save(scene, changed)
    own = engagement.client_id == scene.person.id
    coach = await scene.coach_name(engagement) if own else None
    done = [say_sessions.is_set(scene.say, changed, coach, scene.zone)]
    return done + (await _ask_prep_once(scene, changed) if own else [])


async def feedback(scene: Scene, engagement_id: str | None = None) -> Reply:
    """Asks for it in the next message; nothing is passed on without the usual preview."""
    mine = await _joined(scene)
    engagement = next((e for e in mine if engagement_id in (None, e.id)), None)
    if engagement is None:
        return scene.stale() if engagement_id else scene.note("hello")
    if await scene.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        then = f"feedback:{engagement.id}"
        return await consent.ask(scene, engagement, Purpose.KEEP_WORDS, then)
    scene.awaits("feedback", engagement.id)
    return [say_sessions.feedback_ask(scene.say, await scene.coach_name(engagement))]


async def feedback_written(
    scene: Scene, engagement_id: str, text: Words, message: str | None
) -> Reply | None:
    """None where feedback can no longer be given: they are then words like any others."""
    mine = await _joined(scene)
    engagement = next((e for e in mine if e.id == engagement_id), None)
    if engagement is None or await scene.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        return None
    answer = Answer(
        id=scene.chance.new_id(),
        engagement_id=engagement.id,
        client_id=scene.person.id,
        question=FEEDBACK,
        check_in=None,
        step_id=None,
        mark=None,
        words=text,
        state=AnswerState.DRAFT,
        at=scene.now,
        until=min(scene.now + DRAFT_LIVES, scene.kept_until(engagement, scene.now)),
        source=source_of(scene, message) if message else None,
        edited_at=edited_at(scene),
    )
    await scene.tx.save_answer(answer)
    return [say_sessions.feedback_how(scene.say, answer.id, text)]


def _read(scene: Scene, day: str, clock: str) -> datetime | None:
    language = scene.person.language
    on, _ = read_day(day, language, scene.today)
    at = read_clock(clock, language)
    if on is None or at is None:
        return None
    return resolve(on, at, scene.zone)


async def _save(scene: Scene, engagement: Engagement) -> None:
    await scene.tx.save_engagement(engagement)
    rhythm = await scene.tx.rhythm(engagement.id)
    granted = await scene.grant(engagement.id, Purpose.SESSION_PREP) is not None
    await plan_session(scene.tx, scene.chance, engagement, rhythm if granted else None, scene.now)


async def _ask_prep_once(scene: Scene, engagement: Engagement) -> Reply:
    """The first session that is set is the moment to offer the question before it."""
    ledger = await scene.tx.ledger(engagement.id)
    asked = any(entry.purpose is Purpose.SESSION_PREP for entry in ledger)
    if asked or latest(ledger, Purpose.SESSION_PREP) is not None or engagement.stopped:
        return []
    return await consent.ask(scene, engagement, Purpose.SESSION_PREP, "switched")


async def _joined(scene: Scene) -> list[Engagement]:
    mine = await scene.engagements()
    return [e for e in mine if e.state is not EngagementState.OFFERED and not e.stopped]


async def _reached(scene: Scene, engagement_id: str) -> Engagement | None:
    """The client's own, or one that its client lets this coach see."""
    own = next((e for e in await _joined(scene) if e.id == engagement_id), None)
    if own is not None:
        return own
    return await listed_engagement(scene, engagement_id)


async def listed_engagement(scene: Scene, engagement_id: str) -> Engagement | None:
    """An engagement of this coach's, only while its client allows them to see it."""
    listed = await scene.tx.listed(scene.person.id, scene.now)
    if engagement_id not in {one.engagement_id for one in listed}:
        return None
    if await scene.grant(engagement_id, Purpose.LISTED) is None:
        return None
    return await scene.tx.engagement(engagement_id)
