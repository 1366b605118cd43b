"""The next session: client or coach sets it, and the client decides what is asked around it."""

from __future__ import annotations

from datetime import datetime

from bot.chat import Submitted
from bot.documents.calendar import cancelled_file, session_file
from bot.domain import actions
from bot.domain.consent import Purpose, latest
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.wall_time import local_date, resolve
from bot.domain.words import Words
from bot.handlers import consent
from bot.handlers.answering import quoting
from bot.handlers.conversation import Conversation, Reply
from bot.messages import sessions as say_sessions
from bot.rules.briefs import plan_briefs
from bot.rules.planning import plan_session
from bot.understand import read_clock, read_moment

FEEDBACK = "session.feedback"


async def show(talk: Conversation) -> Reply:
    """Shows a client when the next session is. A coach sees theirs in "my clients"."""
    shown: Reply = []
    for engagement in await _joined(talk):
        coach = await talk.coach_name(engagement)
        shown.append(say_sessions.show(talk.say, engagement, coach, talk.zone, talk.today))
    if not shown and await talk.tx.has_invited(talk.person.id):
        talk.then = actions.CLIENTS()
    return shown or ([] if talk.then else talk.note("hello"))


async def act(talk: Conversation, engagement_id: str, what: actions.SessionAct) -> Reply:
    """Handles the buttons under a session, for the client and for a coach who may see it."""
    engagement = await _reached(talk, engagement_id)
    if engagement is None:
        return talk.stale()
    match what:
        case "set":
            return [say_sessions.ask(talk.say, engagement.id)]
        case "clear" if await _waits(talk, engagement):
            return _stays(talk)
        case "clear":
            await _save(talk, engagement.with_session(None, talk.now), engagement.session_at)
            return _cleared(talk, engagement)
        case "file" if engagement.session_at is not None:
            title = talk.say("session-calendar")
            content = session_file(engagement.id, engagement.session_at, title, talk.now)
            return [say_sessions.calendar(talk.say, engagement.session_at, talk.zone, content)]
    return talk.stale()


def _cleared(talk: Conversation, before: Engagement) -> Reply:
    """Says that no session is set, with the file that takes the old one out of a calendar."""
    at = before.session_at
    if at is None:
        return talk.note("session-cleared")
    content = cancelled_file(before.id, at, talk.say("session-calendar"), talk.now)
    return [say_sessions.cleared(talk.say, at, talk.zone, content)]


async def calendar(talk: Conversation) -> Reply:
    """Sends the calendar file."""
    files: Reply = []
    for engagement in await _joined(talk):
        if engagement.session_at is not None:
            files += await act(talk, engagement.id, "file")
    return files or await show(talk)


async def submit(talk: Conversation, engagement_id: str) -> Reply:
    """Handles the form: a day and a time as people type them, in the sender's own zone."""
    engagement = await _reached(talk, engagement_id)
    what = talk.event.what
    if engagement is None or not isinstance(what, Submitted):
        return talk.stale()
    if await _waits(talk, engagement):
        return _stays(talk)
    at = _read(talk, what.values.get("day", ""), what.values.get("time", ""))
    if at is None:
        return [say_sessions.ask(talk.say, engagement.id, "session-unreadable")]
    if at <= talk.now:
        return [say_sessions.ask(talk.say, engagement.id, "session-past")]
    # By the date where it is typed: the moment of the end would tell a coach the client's zone.
    if local_date(at, talk.zone) > engagement.ends_on:
        until = talk.say.full_day(engagement.ends_on)
        return [say_sessions.ask(talk.say, engagement.id, "session-late", until=until)]
    changed = engagement.with_session(at, talk.now)
    await _save(talk, changed, engagement.session_at)
    own = engagement.client_id == talk.person.id
    coach = await talk.coach_name(engagement) if own else None
    done = [say_sessions.is_set(talk.say, changed, coach, talk.zone, talk.today)]
    return done + (await _ask_prep_once(talk, changed) if own else [])


async def feedback(talk: Conversation, engagement_id: str | None = None) -> Reply:
    """Asks for feedback in the next message. Nothing is shared without the usual preview."""
    mine = await _joined(talk)
    engagement = next((e for e in mine if engagement_id in (None, e.id)), None)
    if engagement is None:
        return talk.stale() if engagement_id else talk.note("hello")
    if await talk.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        then = actions.FEEDBACK(engagement.id)
        return await consent.ask(talk, engagement, Purpose.KEEP_WORDS, then)
    talk.awaits("feedback", engagement.id)
    return [say_sessions.feedback_ask(talk.say, await talk.coach_name(engagement))]


async def feedback_written(
    talk: Conversation, engagement_id: str, text: Words, message: str | None
) -> Reply | None:
    """Quotes the feedback back, with the ways in which it can be shared.

    None if feedback is no longer possible: then they are words like any others.
    """
    mine = await _joined(talk)
    engagement = next((e for e in mine if e.id == engagement_id), None)
    if engagement is None or await talk.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        return None
    written = quoting.WrittenWords(text, FEEDBACK, message=message)
    return (await quoting.quote_back(talk, engagement, written))[0]


def _read(talk: Conversation, day: str, clock: str) -> datetime | None:
    """The moment of the two fields. A time beside the day counts where the other field is empty."""
    language = talk.person.language
    (on, _), beside = read_moment(day, language, talk.today)
    at = read_clock(clock, language) if clock.strip() else beside
    if on is None or at is None or beside not in (None, at):
        return None
    return resolve(on, at, talk.zone)


async def _save(talk: Conversation, engagement: Engagement, was: datetime | None) -> None:
    """Saves the session, and plans what comes around it. It `was` at another time (UTC)."""
    await talk.tx.save_engagement(engagement)
    rhythm = await talk.tx.rhythm(engagement.id)
    granted = await talk.grant(engagement.id, Purpose.SESSION_PREP) is not None
    await plan_session(talk.tx, talk.chance, engagement, rhythm if granted else None, talk.now)
    moved = engagement.id, was
    await plan_briefs(talk.tx, talk.chance, engagement.coach_id, talk.now, moved)


async def _waits(talk: Conversation, engagement: Engagement) -> bool:
    """True for a client whose agreement waits: until then their coach sees nothing new of them."""
    own = engagement.client_id == talk.person.id
    return own and await consent.agreement_waits(talk, engagement)


def _stays(talk: Conversation) -> Reply:
    talk.then = actions.AGREEMENT()
    return talk.note("stays-while-waiting")


async def _ask_prep_once(talk: Conversation, engagement: Engagement) -> Reply:
    """Offers the question before a session once, when the first session is set."""
    ledger = await talk.tx.ledger(engagement.id)
    asked = any(entry.purpose is Purpose.SESSION_PREP for entry in ledger)
    if asked or latest(ledger, Purpose.SESSION_PREP) is not None or engagement.stopped:
        return []
    return await consent.ask(talk, engagement, Purpose.SESSION_PREP, actions.SWITCHED)


async def _joined(talk: Conversation) -> list[Engagement]:
    mine = await talk.engagements()
    return [e for e in mine if e.state is not EngagementState.OFFERED and not e.stopped]


async def _reached(talk: Conversation, engagement_id: str) -> Engagement | None:
    """The client's own engagement, or one that its client lets this coach see."""
    own = next((e for e in await _joined(talk) if e.id == engagement_id), None)
    if own is not None:
        return own
    return await listed_engagement(talk, engagement_id)


async def listed_engagement(talk: Conversation, engagement_id: str) -> Engagement | None:
    """An engagement of this coach, only while its client lets the coach see it."""
    if not await talk.may_coach():
        return None
    listed = await talk.tx.listed(talk.person.id, talk.now)
    if engagement_id not in {one.engagement_id for one in listed}:
        return None
    if await talk.shows(engagement_id, Purpose.LISTED) is None:
        return None
    return await talk.tx.engagement(engagement_id)
