"""Shares: from the exact preview to the approval, and back while that is possible."""

from __future__ import annotations

from datetime import date

from bot.domain import actions
from bot.domain.check_in import Answer
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.share import Share
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.handlers import consent
from bot.handlers.answers import ending_of_shares, make_kept, own_answer
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.replying import offer
from bot.messages import check_ins as say_check_ins
from bot.messages import endings as say_endings
from bot.messages import shares as say_shares
from bot.messages.sponsoring.lines import Followed
from bot.rules.coaches import whose_coach_may
from bot.rules.in_time import late, send_now
from bot.rules.question_choice import question_named, wording_of
from bot.rules.sponsors import followed_lines

BRING, FEEDBACK = "session.bring", "session.feedback"
# With fewer clients, a coach who reads "someone you coach" could guess who it is.


async def share(talk: Conversation, answer_id: str) -> Reply:
    """Shows what the coach would read. Asks for the purpose first if it is not allowed."""
    found = await own_answer(talk, answer_id)
    if found is None:
        return talk.stale()
    engagement, answer = found
    if engagement.stopped:
        return talk.note("resume-first")
    if await _share_of(talk, engagement, answer) is not None:
        return talk.note("already-done")
    purpose = _purpose(answer)
    if await talk.grant(engagement.id, purpose) is None:
        return await consent.ask(talk, engagement, purpose, actions.SHARE(answer.id))
    return await _preview(talk, engagement, answer)


async def approve(talk: Conversation, answer_id: str, fingerprint: str) -> Reply:
    """Saves exactly the previewed form. If it changed since, shows the preview again."""
    return await _approve(talk, answer_id, fingerprint, unnamed=False)


async def approve_unnamed(talk: Conversation, answer_id: str, fingerprint: str) -> Reply:
    """Saves the form without a name, if there are enough clients for that."""
    return await _approve(talk, answer_id, fingerprint, unnamed=True)


async def approve_now(talk: Conversation, answer_id: str, fingerprint: str) -> Reply:
    """Saves exactly the previewed form, and sends it to the coach at once."""
    return await _approve(talk, answer_id, fingerprint, unnamed=False, now=True)


async def _approve(
    talk: Conversation, answer_id: str, fingerprint: str, *, unnamed: bool, now: bool = False
) -> Reply:
    found = await own_answer(talk, answer_id)
    if found is None:
        return talk.stale()
    engagement, answer = found
    if await _share_of(talk, engagement, answer) is not None:
        return talk.note("already-done")
    if await talk.grant(engagement.id, _purpose(answer)) is None:
        return await share(talk, answer_id)
    if unnamed and answer.question != FEEDBACK:
        return await _preview(talk, engagement, answer, changed=True)
    form = await _form(talk, engagement, answer, unnamed=unnamed)
    if _fingerprint(talk, form) != fingerprint:
        return await _preview(talk, engagement, answer, changed=True, unnamed=unnamed)
    kept = await make_kept(talk, engagement, answer)
    heading, body = form
    approved = Share(
        id=talk.chance.new_id(),
        engagement_id=engagement.id,
        client_id=talk.person.id,
        coach_id=engagement.coach_id,
        answer_id=answer.id,
        heading=heading,
        body=body,
        approved_at=talk.now,
        until=kept.until,
        purpose=_purpose(answer),
        brings=answer.question == BRING,
        unnamed=unnamed,
    )
    await talk.tx.save_share(approved)
    coach = await talk.coach_name(engagement)
    if not await whose_coach_may(talk.tx, talk.settings, engagement.coach_id):
        return [say_check_ins.shared(talk.say, approved, coach), *talk.note("share-waits")]
    notes = await offer.is_first_share(talk, engagement, approved)
    done = [say_check_ins.shared(talk.say, approved, coach, notes=notes)]
    return done + (await _sent_now(talk, engagement, approved) if now else [])


async def _sent_now(talk: Conversation, engagement: Engagement, approved: Share) -> Reply:
    """Plans that the coach gets this share at once. Where that cannot be any more, says so."""
    coach = await talk.coach_name(engagement)
    if await send_now(talk.tx, talk.chance, engagement, approved.id, talk.now):
        return talk.note("shared-now", coach=coach)
    return talk.note("shared-not-now", coach=coach)


async def share_unnamed(talk: Conversation, answer_id: str) -> Reply:
    """Previews feedback without a name, and says that the coach may guess it all the same.

    It does not depend on how many clients there are: that would tell one of them who joined.
    """
    found = await own_answer(talk, answer_id)
    if found is None:
        return talk.stale()
    engagement, answer = found
    if engagement.stopped:
        return talk.note("resume-first")
    if await _share_of(talk, engagement, answer) is not None:
        return talk.note("already-done")
    if await talk.grant(engagement.id, _purpose(answer)) is None:
        then = actions.SHARE_UNNAMED(answer.id)
        return await consent.ask(talk, engagement, _purpose(answer), then)
    if answer.question != FEEDBACK:
        return await _preview(talk, engagement, answer)
    return talk.note("feedback-guess") + await _preview(talk, engagement, answer, unnamed=True)


async def take_back(talk: Conversation, share_id: str) -> Reply:
    """Takes a share back, also in an engagement that is over. The answer stays.

    If a message has shown it, the bot says so, and edits its own messages to the coach.
    """
    for engagement in await talk.tx.engagements_of(talk.person.id):
        found = await talk.tx.share(engagement.id, share_id)
        if found is not None:
            ending = await ending_of_shares(talk, engagement, found.answer_id)
            answer = await talk.tx.answer(engagement.id, found.answer_id)
            what = await talk.what_ends(ending, quoted=False)
            told = say_endings.taken_back(talk.say, what, answer, talk.zone)
            await talk.end(ending)
            return [told]
    return talk.stale()


async def who_saw(talk: Conversation) -> Reply:
    """Shows every share, with each time that its coach could read it."""
    shown: list[say_shares.Seen] = []
    mailed: list[Followed] = []
    for engagement in await talk.tx.engagements_of(talk.person.id):
        coach = await talk.coach_name(engagement)
        sightings = await talk.tx.sightings(engagement.id)
        for share in await talk.tx.shares(engagement.id):
            times = tuple(s.at for s in sightings if s.share_id == share.id)
            shown.append(say_shares.Seen(share, coach, times))
        mailed += await followed_lines(talk.tx, engagement)
    return [say_shares.who_saw(talk.say, shown, talk.zone, mailed)]


async def _preview(
    talk: Conversation,
    engagement: Engagement,
    answer: Answer,
    *,
    changed: bool = False,
    unnamed: bool = False,
) -> Reply:
    form = await _form(talk, engagement, answer, unnamed=unnamed)
    coach = await talk.coach_name(engagement)
    fingerprint = _fingerprint(talk, form)
    client = None if unnamed else talk.person.name
    # Sent by itself, what has no name would tell whose it is.
    too_late = None if unnamed else await late(talk.tx, talk.settings, engagement, talk.now)
    told = too_late.told(talk.say, coach, talk.zone, talk.today) if too_late else None
    at_once = too_late is not None and too_late.now
    shown = say_check_ins.Preview(fingerprint, coach, client, told, at_once)
    return [say_check_ins.preview(talk.say, answer, form, shown, changed=changed)]


async def _form(
    talk: Conversation, engagement: Engagement, answer: Answer, *, unnamed: bool = False
) -> tuple[Words, Words]:
    if unnamed:
        return say_check_ins.unnamed_form(talk.say, answer)
    step = await talk.tx.step(engagement.id, answer.step_id) if answer.step_id else None
    question = await question_named(talk.tx, engagement, talk.say, talk.settings, answer.question)
    asked = wording_of(talk.say, answer.question, question)
    session_at = engagement.session_at
    session_on = local_date(session_at, talk.zone) if session_at else None
    about = say_check_ins.About(_day(talk, answer), step, question, asked, session_on)
    return say_check_ins.form_of(talk.say, answer, about)


def _day(talk: Conversation, answer: Answer) -> date:
    return local_date(answer.at, talk.zone)


def _fingerprint(talk: Conversation, form: tuple[Words, Words]) -> str:
    heading, body = form
    return talk.tx.keyed_hash("form", f"{len(heading.text)}:{heading.text}{body.text}")[:24]


async def _share_of(talk: Conversation, engagement: Engagement, answer: Answer) -> Share | None:
    shares = await talk.tx.shares(engagement.id)
    return next((share for share in shares if share.answer_id == answer.id), None)


def _purpose(answer: Answer) -> Purpose:
    return Purpose.SHARE_WORDS if answer.words is not None else Purpose.SHARE_MARKS
