"""Shares: from the exact preview to the approval, and back while that is possible."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from bot.domain import actions
from bot.domain.check_in import Answer
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.share import Share, Sighting
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.handlers import consent
from bot.handlers.answers import make_kept, own_answer
from bot.handlers.check_ins import after_choice
from bot.handlers.conversation import Conversation, Reply
from bot.messages import check_ins as say_check_ins
from bot.messages import shares as say_shares
from bot.messages.common import note
from bot.rules.planning import plan_amends
from bot.rules.question_choice import question_named, wording_of

BRING, FEEDBACK = "session.bring", "session.feedback"
# With fewer clients, a coach who reads "someone you coach" could guess who it is.
ENOUGH_COMPANY = 5


async def share(conversation: Conversation, answer_id: str) -> Reply:
    """Shows what the coach would read. Asks for the purpose first if it is not allowed."""
    found = await own_answer(conversation, answer_id)
    if found is None:
        return conversation.stale()
    engagement, answer = found
    if engagement.stopped:
        return conversation.note("resume-first")
    if await _share_of(conversation, engagement, answer) is not None:
        return conversation.note("already-done")
    purpose = _purpose(answer)
    if await conversation.grant(engagement.id, purpose) is None:
        return await consent.ask(conversation, engagement, purpose, actions.SHARE(answer.id))
    return await _preview(conversation, engagement, answer)


async def approve(conversation: Conversation, answer_id: str, seal: str) -> Reply:
    """Saves exactly the previewed form. If it changed since, shows the preview again."""
    return await _approve(conversation, answer_id, seal, unnamed=False)


async def approve_unnamed(conversation: Conversation, answer_id: str, seal: str) -> Reply:
    """Saves the form without a name, if there are enough clients for that."""
    return await _approve(conversation, answer_id, seal, unnamed=True)


async def _approve(
    conversation: Conversation, answer_id: str, seal: str, *, unnamed: bool
) -> Reply:
    found = await own_answer(conversation, answer_id)
    if found is None:
        return conversation.stale()
    engagement, answer = found
    if await _share_of(conversation, engagement, answer) is not None:
        return conversation.note("already-done")
    if await conversation.grant(engagement.id, _purpose(answer)) is None:
        return await share(conversation, answer_id)
    if unnamed and not await can_be_unnamed(conversation, engagement, answer):
        return await _preview(conversation, engagement, answer, changed=True)
    form = await _form(conversation, engagement, answer, unnamed=unnamed)
    if _seal(conversation, form) != seal:
        return await _preview(conversation, engagement, answer, changed=True, unnamed=unnamed)
    await make_kept(conversation, engagement, answer)
    heading, body = form
    approved = Share(
        id=conversation.chance.new_id(),
        engagement_id=engagement.id,
        client_id=conversation.person.id,
        coach_id=engagement.coach_id,
        answer_id=answer.id,
        heading=heading,
        body=body,
        approved_at=conversation.now,
        until=conversation.kept_until(engagement, answer.at),
        purpose=_purpose(answer),
        brings=answer.question == BRING,
        unnamed=unnamed,
    )
    await conversation.tx.save_share(approved)
    coach = await conversation.coach_name(engagement)
    done = [say_check_ins.shared(conversation.say, approved, coach)]
    return done + await after_choice(conversation, engagement, answer)


async def share_unnamed(conversation: Conversation, answer_id: str) -> Reply:
    """Previews feedback without a name, if there are enough clients for that."""
    found = await own_answer(conversation, answer_id)
    if found is None:
        return conversation.stale()
    engagement, answer = found
    if engagement.stopped:
        return conversation.note("resume-first")
    if await _share_of(conversation, engagement, answer) is not None:
        return conversation.note("already-done")
    if await conversation.grant(engagement.id, _purpose(answer)) is None:
        then = actions.SHARE_UNNAMED(answer.id)
        return await consent.ask(conversation, engagement, _purpose(answer), then)
    if not await can_be_unnamed(conversation, engagement, answer):
        coach = await conversation.coach_name(engagement)
        too_few = conversation.note("feedback-too-few", coach=coach.text)
        return too_few + await _preview(conversation, engagement, answer)
    return await _preview(conversation, engagement, answer, unnamed=True)


async def can_be_unnamed(
    conversation: Conversation, engagement: Engagement, answer: Answer
) -> bool:
    if answer.question != FEEDBACK:
        return False
    return await conversation.tx.company(engagement.coach_id, conversation.now) >= ENOUGH_COMPANY


async def take_back(conversation: Conversation, share_id: str) -> Reply:
    """Takes a share back.

    If a digest has shown it, the bot says so, and edits its own messages to the coach.
    """
    for engagement in await conversation.engagements():
        found = await conversation.tx.share(engagement.id, share_id)
        if found is not None:
            seen = await sightings_of(conversation, engagement, {share_id})
            coach = (await conversation.coach_name(engagement)).text
            if seen:
                day = conversation.say.moment(seen[0].at, conversation.zone)
                told = note(conversation.say, "taken-back-late", coach=coach, day=day)
            else:
                told = note(conversation.say, "taken-back", coach=coach)
            await take_out(conversation, engagement, seen)
            await conversation.erase([share_id])
            return [told]
    return conversation.stale()


async def who_saw(conversation: Conversation) -> Reply:
    """Shows every share, with each time that its coach could read it."""
    shown: list[say_shares.Seen] = []
    for engagement in await conversation.tx.engagements_of(conversation.person.id):
        coach = await conversation.coach_name(engagement)
        sightings = await conversation.tx.sightings(engagement.id)
        for share in await conversation.tx.shares(engagement.id):
            times = tuple(s.at for s in sightings if s.share_id == share.id)
            shown.append(say_shares.Seen(share, coach, times))
    return [say_shares.who_saw(conversation.say, shown, conversation.zone)]


async def sightings_of(
    conversation: Conversation, engagement: Engagement, share_ids: Collection[str]
) -> list[Sighting]:
    seen = await conversation.tx.sightings(engagement.id)
    return [sighting for sighting in seen if sighting.share_id in share_ids]


async def take_out(
    conversation: Conversation, engagement: Engagement, seen: Iterable[Sighting]
) -> int:
    """Plans to remove the shares from every message that showed them. Returns how many messages."""
    digests = {sighting.digest for sighting in seen}
    return await plan_amends(
        conversation.tx, conversation.chance, engagement.coach_id, digests, conversation.now
    )


async def _preview(
    conversation: Conversation,
    engagement: Engagement,
    answer: Answer,
    *,
    changed: bool = False,
    unnamed: bool = False,
) -> Reply:
    form = await _form(conversation, engagement, answer, unnamed=unnamed)
    coach = await conversation.coach_name(engagement)
    seal = _seal(conversation, form)
    client = None if unnamed else conversation.person.name
    return [
        say_check_ins.preview(conversation.say, answer, form, seal, coach, client, changed=changed)
    ]


async def _form(
    conversation: Conversation, engagement: Engagement, answer: Answer, *, unnamed: bool = False
) -> tuple[Words, Words]:
    if unnamed:
        return say_check_ins.unnamed_form(conversation.say, answer)
    step = await conversation.tx.step(engagement.id, answer.step_id) if answer.step_id else None
    question = await question_named(
        conversation.tx, engagement, conversation.say, conversation.settings, answer.question
    )
    asked = wording_of(conversation.say, answer.question, question)
    session_at = engagement.session_at
    session_on = local_date(session_at, conversation.zone) if session_at else None
    about = say_check_ins.About(_day(conversation, answer), step, question, asked, session_on)
    return say_check_ins.form_of(conversation.say, answer, about)


def _day(conversation: Conversation, answer: Answer) -> date:
    return local_date(answer.at, conversation.zone)


def _seal(conversation: Conversation, form: tuple[Words, Words]) -> str:
    heading, body = form
    return conversation.tx.keyed_hash("form", f"{len(heading.text)}:{heading.text}{body.text}")[:24]


async def _share_of(
    conversation: Conversation, engagement: Engagement, answer: Answer
) -> Share | None:
    shares = await conversation.tx.shares(engagement.id)
    return next((share for share in shares if share.answer_id == answer.id), None)


def _purpose(answer: Answer) -> Purpose:
    return Purpose.SHARE_WORDS if answer.words is not None else Purpose.SHARE_MARKS
