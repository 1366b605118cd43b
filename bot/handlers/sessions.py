"""The next session: client or coach sets it, and the client decides what is asked around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.chat import Submitted
from bot.documents.calendar import session_file
from bot.domain import actions
from bot.domain.consent import Purpose, latest
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.wall_time import resolve
from bot.domain.words import Words
from bot.handlers import consent
from bot.handlers.answers import drafted
from bot.handlers.conversation import Conversation, Reply
from bot.messages import sessions as say_sessions
from bot.rules.planning import plan_session
from bot.understand import read_clock, read_day

FEEDBACK = "session.feedback"


async def show(conversation: Conversation) -> Reply:
    """Shows a client when the next session is. A coach sees theirs in "my clients"."""
    shown: Reply = []
    for engagement in await _joined(conversation):
        coach = await conversation.coach_name(engagement)
        shown.append(say_sessions.show(conversation.say, engagement, coach, conversation.zone))
    if not shown and await conversation.tx.has_invited(conversation.person.id):
        conversation.follow = actions.CLIENTS()
    return shown or ([] if conversation.follow else conversation.note("hello"))


async def act(conversation: Conversation, engagement_id: str, what: actions.SessionAct) -> Reply:
    """Handles the buttons under a session, for the client and for a coach who may see it."""
    engagement = await _reached(conversation, engagement_id)
    if engagement is None:
        return conversation.stale()
    match what:
        case "set":
            return [say_sessions.ask(conversation.say, engagement.id)]
        case "clear":
            await _save(conversation, replace(engagement, session_at=None))
            return conversation.note("session-cleared")
        case "file" if engagement.session_at is not None:
            title = conversation.say("session-calendar")
            content = session_file(engagement.id, engagement.session_at, title, conversation.now)
            return [
                say_sessions.calendar(
                    conversation.say, engagement.session_at, conversation.zone, content
                )
            ]
    return conversation.stale()


async def calendar(conversation: Conversation) -> Reply:
    """Sends the calendar file."""
    files: Reply = []
    for engagement in await _joined(conversation):
        if engagement.session_at is not None:
            files += await act(conversation, engagement.id, "file")
    return files or await show(conversation)


async def submit(conversation: Conversation, engagement_id: str) -> Reply:
    """Handles the form: a day and a time as people type them, in the sender's own zone."""
    engagement = await _reached(conversation, engagement_id)
    what = conversation.event.what
    if engagement is None or not isinstance(what, Submitted):
        return conversation.stale()
    at = _read(conversation, what.values.get("day", ""), what.values.get("time", ""))
    if at is None:
        return [say_sessions.ask(conversation.say, engagement.id, "session-unreadable")]
    if at <= conversation.now:
        return [say_sessions.ask(conversation.say, engagement.id, "session-past")]
    if at >= engagement.ends_at:
        until = conversation.say.full_day(engagement.ends_on)
        return [say_sessions.ask(conversation.say, engagement.id, "session-late", until=until)]
    changed = replace(engagement, session_at=at)
    await _save(conversation, changed)
    own = engagement.client_id == conversation.person.id
    coach = await conversation.coach_name(engagement) if own else None
    done = [say_sessions.is_set(conversation.say, changed, coach, conversation.zone)]
    return done + (await _ask_prep_once(conversation, changed) if own else [])


async def feedback(conversation: Conversation, engagement_id: str | None = None) -> Reply:
    """Asks for feedback in the next message. Nothing is shared without the usual preview."""
    mine = await _joined(conversation)
    engagement = next((e for e in mine if engagement_id in (None, e.id)), None)
    if engagement is None:
        return conversation.stale() if engagement_id else conversation.note("hello")
    if await conversation.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        then = actions.FEEDBACK(engagement.id)
        return await consent.ask(conversation, engagement, Purpose.KEEP_WORDS, then)
    conversation.awaits("feedback", engagement.id)
    return [say_sessions.feedback_ask(conversation.say, await conversation.coach_name(engagement))]


async def feedback_written(
    conversation: Conversation, engagement_id: str, text: Words, message: str | None
) -> Reply | None:
    """Drafts the feedback.

    None if feedback is no longer possible: then they are words like any others.
    """
    mine = await _joined(conversation)
    engagement = next((e for e in mine if e.id == engagement_id), None)
    if engagement is None or await conversation.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        return None
    answer = drafted(conversation, engagement, text, FEEDBACK, None, message)
    await conversation.tx.save_answer(answer)
    return [say_sessions.feedback_how(conversation.say, answer.id, text)]


def _read(conversation: Conversation, day: str, clock: str) -> datetime | None:
    language = conversation.person.language
    on, _ = read_day(day, language, conversation.today)
    at = read_clock(clock, language)
    if on is None or at is None:
        return None
    return resolve(on, at, conversation.zone)


async def _save(conversation: Conversation, engagement: Engagement) -> None:
    await conversation.tx.save_engagement(engagement)
    rhythm = await conversation.tx.rhythm(engagement.id)
    granted = await conversation.grant(engagement.id, Purpose.SESSION_PREP) is not None
    await plan_session(
        conversation.tx,
        conversation.chance,
        engagement,
        rhythm if granted else None,
        conversation.now,
    )


async def _ask_prep_once(conversation: Conversation, engagement: Engagement) -> Reply:
    """Offers the question before a session once, when the first session is set."""
    ledger = await conversation.tx.ledger(engagement.id)
    asked = any(entry.purpose is Purpose.SESSION_PREP for entry in ledger)
    if asked or latest(ledger, Purpose.SESSION_PREP) is not None or engagement.stopped:
        return []
    return await consent.ask(conversation, engagement, Purpose.SESSION_PREP, actions.SWITCHED)


async def _joined(conversation: Conversation) -> list[Engagement]:
    mine = await conversation.engagements()
    return [e for e in mine if e.state is not EngagementState.OFFERED and not e.stopped]


async def _reached(conversation: Conversation, engagement_id: str) -> Engagement | None:
    """The client's own engagement, or one that its client lets this coach see."""
    own = next((e for e in await _joined(conversation) if e.id == engagement_id), None)
    if own is not None:
        return own
    return await listed_engagement(conversation, engagement_id)


async def listed_engagement(conversation: Conversation, engagement_id: str) -> Engagement | None:
    """An engagement of this coach, only while its client lets the coach see it."""
    listed = await conversation.tx.listed(conversation.person.id, conversation.now)
    if engagement_id not in {one.engagement_id for one in listed}:
        return None
    if await conversation.grant(engagement_id, Purpose.LISTED) is None:
        return None
    return await conversation.tx.engagement(engagement_id)
