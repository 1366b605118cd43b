"""Joining: a code opens an engagement, and one question at a time leads to the check-ins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta

from bot.domain.action_row import Action
from bot.domain.actions import RhythmAnswer, YesNo
from bot.domain.consent import Act, Entry, latest
from bot.domain.engagement import Engagement, EngagementState, Invitation
from bot.domain.purposes import Purpose, asked_first
from bot.domain.wall_time import local_date, resolve
from bot.handlers import consent, rhythm
from bot.handlers.clients import version_of
from bot.handlers.conversation import Conversation, Reply
from bot.messages import consent as ask
from bot.messages import joining as say_joining
from bot.messages.common import note
from bot.rules.grants import NO_CARD, live, over

GUESSES_PER_PERSON = 5
GUESSES_PER_WORKSPACE = 100
GUESS_WINDOW = timedelta(hours=1)


async def enter_code(conversation: Conversation, code: str) -> Reply:
    """Handles a code. Wrong, used and expired codes get one answer: it tells nobody who joined."""
    invitation = await conversation.tx.invitation(conversation.tx.keyed_hash("code", code))
    if invitation is not None and invitation.coach_id == conversation.person.id:
        return conversation.note("code-own")
    if await _guessed_too_often(conversation):
        return conversation.note("code-wait")
    opened = await _own_engagement(conversation, invitation)
    if opened is not None:
        again = opened.state is not EngagementState.OFFERED
        return conversation.note("code-again") if again else await carry_on(conversation, opened)
    if invitation is None or invitation.engagement_id or conversation.now >= invitation.expires_at:
        guesser = conversation.tx.keyed_hash("guess", conversation.person.address.chat_key)
        await conversation.tx.note_wrong_code(
            guesser, conversation.person.address, conversation.now
        )
        return conversation.note("code-unknown", days=conversation.settings.code_days)
    if any(e.coach_id == invitation.coach_id for e in await conversation.engagements()):
        return conversation.note("code-again")
    engagement = await _open(conversation, invitation)
    welcome = say_joining.welcome(conversation.say, await conversation.coach_name(engagement))
    return [welcome, *await carry_on(conversation, engagement)]


async def agree(conversation: Conversation, engagement_id: str, answer: YesNo) -> Reply:
    """Handles the two buttons of the agreement card."""
    engagement = await conversation.engagement(engagement_id)
    if engagement is None:
        return conversation.stale()
    if await conversation.grant(engagement.id, Purpose.AGREEMENT) is not None:
        return conversation.note("already-done")
    if answer == "no":
        return await _not_agreed(conversation, engagement)
    await conversation.record(engagement.id, Act.GIVEN, Purpose.AGREEMENT, engagement.keeps_until)
    active = replace(engagement, state=EngagementState.ACTIVE, stopped=False)
    await conversation.tx.save_engagement(active)
    return await carry_on(conversation, active)


async def _not_agreed(conversation: Conversation, engagement: Engagement) -> Reply:
    """Records a no, which ends an earlier agreement and so everything under it."""
    await conversation.record(engagement.id, Act.REFUSED, Purpose.AGREEMENT)
    if engagement.state is EngagementState.OFFERED:
        return conversation.note("agree-later")
    return conversation.note("agree-no-more")


async def carry_on(conversation: Conversation, engagement: Engagement) -> Reply:
    """Asks the next open question of joining, or shows the receipt when there is none."""
    coach = await conversation.coach_name(engagement)
    ledger = await conversation.tx.ledger(engagement.id)
    if live(ledger, Purpose.AGREEMENT, conversation.now, engagement) is None:
        await conversation.record(engagement.id, Act.ASKED, Purpose.AGREEMENT)
        card = await conversation.tx.profile(engagement.coach_id)
        return [say_joining.agreement(conversation.say, engagement, coach, card)]
    for purpose in asked_first():
        if latest(ledger, purpose) is None:
            await conversation.record(engagement.id, Act.ASKED, purpose)
            return [ask.ask(conversation.say, engagement, coach, purpose)]
    if await _needs_rhythm(conversation, engagement, ledger):
        return await rhythm.ask(conversation, engagement)
    return [await consent.receipt(conversation, engagement)]


async def allow(
    conversation: Conversation,
    engagement_id: str,
    purpose: Purpose,
    answer: YesNo,
    then: Action | None = None,
) -> Reply:
    """Handles a yes or no to one purpose; while joining, asks the next question."""
    if not then and await consent.said_already(conversation, engagement_id, purpose, answer):
        return conversation.note("already-done")
    decided = await consent.decide(conversation, engagement_id, purpose, answer, then)
    if decided is None:
        return conversation.stale()
    engagement, reply = decided
    return reply if then else reply + await carry_on(conversation, engagement)


async def finish_rhythm(
    conversation: Conversation, engagement_id: str, answer: RhythmAnswer
) -> Reply:
    """Handles "That's right" under the next three dates: plans them, and shows the receipt."""
    done = await rhythm.confirm(conversation, engagement_id, answer)
    engagement = await conversation.engagement(engagement_id)
    if not isinstance(done, rhythm.Confirmed) or engagement is None:
        return done if isinstance(done, list) else conversation.stale()
    if not done.first:
        return conversation.note("rhythm-set")
    return await carry_on(conversation, engagement)


async def unfinished(conversation: Conversation) -> Engagement | None:
    """Returns the newest engagement whose agreement is still open, or None."""
    offered = (e for e in await conversation.engagements() if e.state is EngagementState.OFFERED)
    return next(offered, None)


async def over_here(conversation: Conversation) -> Reply:
    """Tells, after an end, when everything is erased and how to get a copy."""
    mine = (
        await conversation.tx.engagements_of(conversation.person.id) if conversation.known else []
    )
    ended = [one for one in mine if over(one, conversation.now)]
    return [
        note(
            conversation.say,
            "engagement-over",
            coach=(await conversation.coach_name(one)).text,
            erased=conversation.say.full_day(local_date(one.keeps_until, conversation.zone)),
        )
        for one in ended[:1]
    ]


async def show_agreement(conversation: Conversation) -> Reply:
    """Shows the agreement cards, or asks for one that is not agreed."""
    cards: Reply = []
    for engagement in await conversation.engagements():
        if await conversation.grant(engagement.id, Purpose.AGREEMENT) is None:
            cards += await carry_on(conversation, engagement)
        else:
            coach = await conversation.coach_name(engagement)
            card = await conversation.tx.profile(engagement.coach_id)
            cards.append(say_joining.agreement_again(conversation.say, engagement, coach, card))
    return cards or conversation.note("hello")


async def _needs_rhythm(
    conversation: Conversation, engagement: Engagement, ledger: Sequence[Entry]
) -> bool:
    if live(ledger, Purpose.CHECK_INS, conversation.now, engagement) is None:
        return False
    current = await conversation.tx.rhythm(engagement.id)
    return current is None or not current.confirmed


async def _own_engagement(
    conversation: Conversation, invitation: Invitation | None
) -> Engagement | None:
    if invitation is None or invitation.engagement_id is None:
        return None
    return await conversation.engagement(invitation.engagement_id)


async def _open(conversation: Conversation, invitation: Invitation) -> Engagement:
    card = await conversation.tx.profile(invitation.coach_id)
    ends_at = resolve(invitation.ends_on + timedelta(days=1), time(0), conversation.zone)
    engagement = Engagement(
        id=conversation.chance.new_id(),
        coach_id=invitation.coach_id,
        client_id=conversation.person.id,
        state=EngagementState.OFFERED,
        started_at=conversation.now,
        ends_on=invitation.ends_on,
        ends_at=ends_at,
        keeps_until=ends_at + timedelta(days=conversation.settings.grace_days),
        agreement_version=version_of(conversation, card) if card else NO_CARD,
    )
    conversation.known = True
    await conversation.tx.save_person(conversation.person, conversation.now)
    await conversation.tx.save_engagement(engagement)
    await conversation.tx.save_invitation(replace(invitation, engagement_id=engagement.id))
    return engagement


async def _guessed_too_often(conversation: Conversation) -> bool:
    since = conversation.now - GUESS_WINDOW
    guesser = conversation.tx.keyed_hash("guess", conversation.person.address.chat_key)
    if await conversation.tx.wrong_codes(guesser, since) >= GUESSES_PER_PERSON:
        return True
    everywhere = await conversation.tx.wrong_codes_in_workspace(conversation.person.address, since)
    return everywhere >= GUESSES_PER_WORKSPACE
