"""Switches: asked one at a time, given and withdrawn at once, with everything that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.chat import Message
from bot.documents.receipt import receipt_paper
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.consent import Act, Grant, Purpose, latest
from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.words import Words
from bot.handlers import rhythm
from bot.handlers.conversation import Conversation, Reply
from bot.messages import consent as say_consent
from bot.messages import joining as say_joining
from bot.messages import receipts as say_receipts
from bot.rules.grants import live
from bot.rules.planning import plan_session, replan, unplan_rhythm

CLIENT_PURPOSES = (
    Purpose.CHECK_INS,
    Purpose.STEP_PROMPTS,
    Purpose.KEEP_WORDS,
    Purpose.KEEP_MARKS,
    Purpose.SHARE_WORDS,
    Purpose.SHARE_MARKS,
    Purpose.REMINDER,
    Purpose.SESSION_PREP,
    Purpose.NOTES,
    Purpose.LISTED,
)
UNPLANNED = {
    Purpose.STEP_PROMPTS: (Kind.STEP_PROMPT,),
    Purpose.REMINDER: (Kind.REMINDER,),
    Purpose.SESSION_PREP: (Kind.SESSION_PREP, Kind.SESSION_AFTER),
    Purpose.NOTES: (Kind.NOTE,),
}


async def states(
    conversation: Conversation, engagement: Engagement
) -> list[tuple[Purpose, Grant | None]]:
    """Every purpose a client can allow, with its live grant."""
    ledger = await conversation.tx.ledger(engagement.id)
    return [
        (purpose, live(ledger, purpose, conversation.now, engagement))
        for purpose in CLIENT_PURPOSES
    ]


async def receipt(conversation: Conversation, engagement: Engagement) -> Message:
    return say_joining.receipt(conversation.say, engagement, await states(conversation, engagement))


async def receipts(conversation: Conversation) -> Reply:
    """What was allowed and when, readable and as a file: one per engagement, and a coach's own."""
    shown: Reply = []
    for engagement in await conversation.tx.engagements_of(conversation.person.id):
        allowed = await states(conversation, engagement)
        agreed = await conversation.grant(engagement.id, Purpose.AGREEMENT)
        coach = await conversation.coach_name(engagement)
        whole = [(Purpose.AGREEMENT, agreed), *allowed]
        shown.append(await _receipt(conversation, engagement.id, coach, whole))
    if await conversation.tx.has_invited(conversation.person.id):
        granted = await conversation.grant(conversation.person.id, Purpose.DIGEST)
        shown.append(
            await _receipt(conversation, conversation.person.id, None, [(Purpose.DIGEST, granted)])
        )
    return shown or conversation.note("hello")


async def _receipt(
    conversation: Conversation,
    chain: str,
    coach: Words | None,
    whole: Sequence[tuple[Purpose, Grant | None]],
) -> Message:
    ledger = await conversation.tx.ledger(chain)
    organisation = conversation.settings.organisation
    paper = receipt_paper(conversation.say, ledger, whole, organisation, conversation.now)
    return say_receipts.receipt(
        conversation.say, coach, ledger, whole, conversation.zone, paper, conversation.now
    )


async def show(conversation: Conversation) -> Reply:
    """The switches of each engagement that is under way, and a coach's own."""
    shown: Reply = []
    for engagement in await conversation.engagements():
        if engagement.state is not EngagementState.OFFERED:
            switches = await states(conversation, engagement)
            shown.append(say_consent.switches(conversation.say, engagement, switches))
    if await conversation.tx.has_invited(conversation.person.id):
        granted = await conversation.grant(conversation.person.id, Purpose.DIGEST)
        own = await conversation.tx.rhythm(conversation.person.id)
        shown.append(say_consent.digest_switch(conversation.say, granted, own))
    return shown or conversation.note("hello")


async def ask(
    conversation: Conversation, engagement: Engagement, purpose: Purpose, then: Action
) -> Reply:
    """Shows the sentence that words a purpose; the ledger notes that it was asked."""
    coach = await conversation.coach_name(engagement)
    await conversation.record(engagement.id, Act.ASKED, purpose)
    return [say_consent.ask(conversation.say, engagement, coach, purpose, then)]


async def ask_about_keeping(conversation: Conversation, purpose: str) -> Reply:
    """The button under an answer that was quoted once and let go."""
    mine = await conversation.engagements()
    if purpose not in (Purpose.KEEP_WORDS, Purpose.KEEP_MARKS) or not mine:
        return conversation.stale()
    return await ask(conversation, mine[0], Purpose(purpose), actions.SWITCHED)


async def decide(
    conversation: Conversation, engagement_id: str, purpose: str, answer: str, then: Action | None
) -> tuple[Engagement, Reply] | None:
    """Yes or no to one purpose. None when the button is not about anything here.

    Asking for the same again changes nothing. With `then`, what was interrupted goes on.
    """
    engagement = await _under_way(conversation, engagement_id)
    if engagement is None or purpose not in CLIENT_PURPOSES or answer not in ("yes", "no"):
        return None
    chosen = Purpose(purpose)
    granted = await conversation.grant(engagement.id, chosen)
    if answer == "no":
        if granted is not None or await _was_changed(conversation, engagement, chosen):
            return engagement, await turn_off(conversation, engagement, chosen)
        await conversation.record(engagement.id, Act.REFUSED, chosen)
        return engagement, await _after_no(conversation, engagement, chosen, then)
    if granted is None:
        await conversation.record(engagement.id, Act.GIVEN, chosen, engagement.ends_at)
        await _begin(conversation, engagement, chosen)
    if then not in (None, actions.SWITCHED):
        conversation.follow = then
        return engagement, []
    return engagement, await _after_yes(conversation, engagement, chosen, then)


async def said_already(
    conversation: Conversation, engagement_id: str, purpose: str, answer: str
) -> bool:
    """Whether this very answer is the one that counts now: a second click changes nothing."""
    engagement = await _under_way(conversation, engagement_id)
    if purpose not in CLIENT_PURPOSES or engagement is None:
        return False
    ledger = await conversation.tx.ledger(engagement_id)
    granted = live(ledger, Purpose(purpose), conversation.now, engagement) is not None
    last = latest(ledger, Purpose(purpose))
    refused = last is not None and last.act is Act.REFUSED
    return granted if answer == "yes" else answer == "no" and refused


async def switch(conversation: Conversation, engagement_id: str, purpose: str, move: str) -> Reply:
    """A button of the list: off takes one tap; on shows the wording first."""
    engagement = await _under_way(conversation, engagement_id)
    if engagement is None or purpose not in CLIENT_PURPOSES or move not in ("on", "off"):
        return conversation.stale()
    granted = await conversation.grant(engagement_id, Purpose(purpose))
    if move == "on" and granted is None:
        return await ask(conversation, engagement, Purpose(purpose), actions.SWITCHED)
    if move == "off" and granted is not None:
        return await turn_off(conversation, engagement, Purpose(purpose))
    return conversation.note("already-done")


async def turn_off(conversation: Conversation, engagement: Engagement, purpose: Purpose) -> Reply:
    """Withdraws a purpose: what it allowed ends, and what it let me keep is erased."""
    coach = await conversation.coach_name(engagement)
    told = say_consent.switched(conversation.say, purpose, coach, None)
    await conversation.record(engagement.id, Act.WITHDRAWN, purpose)
    await _undo(conversation, engagement, purpose)
    return [told]


async def withdraw_all(conversation: Conversation, engagement: Engagement) -> None:
    """Stop: every live grant ends, nothing planned is left, unsent shares stay with the client."""
    for purpose, grant in await states(conversation, engagement):
        if grant is not None:
            await conversation.record(engagement.id, Act.WITHDRAWN, purpose)
    await conversation.tx.unplan(engagement.id)
    await conversation.tx.withhold(engagement.id, (Purpose.SHARE_WORDS, Purpose.SHARE_MARKS))
    resting = engagement
    if engagement.state is not EngagementState.OFFERED:
        resting = replace(engagement, state=EngagementState.RESTING)
    await conversation.tx.save_engagement(replace(resting, stopped=True, listed=False))


async def _undo(conversation: Conversation, engagement: Engagement, purpose: Purpose) -> None:
    match purpose:
        case Purpose.CHECK_INS:
            await unplan_rhythm(conversation.tx, engagement.id)
        case Purpose.LISTED:
            await conversation.tx.save_engagement(replace(engagement, listed=False))
        case Purpose.KEEP_WORDS:
            steps = [step.id for step in await conversation.tx.steps(engagement.id)]
            await conversation.erase([*await _kept(conversation, engagement, words=True), *steps])
            await conversation.tx.unplan(engagement.id, Kind.STEP_PROMPT)
        case Purpose.KEEP_MARKS:
            await conversation.erase(await _kept(conversation, engagement, words=False))
        case Purpose.SHARE_WORDS | Purpose.SHARE_MARKS:
            await conversation.tx.withhold(engagement.id, (purpose,))
    for kind in UNPLANNED.get(purpose, ()):
        await conversation.tx.unplan(engagement.id, kind)


async def _begin(conversation: Conversation, engagement: Engagement, purpose: Purpose) -> None:
    """What a yes sets going at once."""
    if purpose is Purpose.LISTED:
        await conversation.tx.save_engagement(replace(engagement, listed=True))
    rhythm_now = await conversation.tx.rhythm(engagement.id)
    if purpose is Purpose.CHECK_INS and rhythm_now is not None:
        await replan(conversation.tx, conversation.chance, engagement, rhythm_now, conversation.now)
    if purpose is Purpose.SESSION_PREP:
        await plan_session(
            conversation.tx, conversation.chance, engagement, rhythm_now, conversation.now
        )


async def _kept(conversation: Conversation, engagement: Engagement, *, words: bool) -> list[str]:
    """The answers kept in words, or by a tap, and those of their shares that nobody has seen."""
    answers = await conversation.tx.answers(engagement.id)
    mine = {answer.id for answer in answers if (answer.words is not None) is words}
    shares = await conversation.tx.shares(engagement.id)
    unseen = [s.id for s in shares if s.answer_id in mine and s.seen_at is None]
    return [*mine, *unseen]


async def _after_yes(
    conversation: Conversation, engagement: Engagement, purpose: Purpose, then: Action | None
) -> Reply:
    if not then:
        return []
    coach = await conversation.coach_name(engagement)
    granted = await conversation.grant(engagement.id, purpose)
    done: Reply = [say_consent.switched(conversation.say, purpose, coach, granted)]
    if purpose is Purpose.CHECK_INS and await conversation.tx.rhythm(engagement.id) is None:
        return done + await rhythm.ask(conversation, engagement)
    return done


async def _after_no(
    conversation: Conversation, engagement: Engagement, purpose: Purpose, then: Action | None
) -> Reply:
    if then:
        coach = await conversation.coach_name(engagement)
        return [say_consent.switched(conversation.say, purpose, coach, None)]
    return conversation.note("rhythm-quiet") if purpose is Purpose.CHECK_INS else []


async def _was_changed(
    conversation: Conversation, engagement: Engagement, purpose: Purpose
) -> bool:
    """It was on until its wording changed: a no to the new one also undoes what the old one did."""
    last = latest(await conversation.tx.ledger(engagement.id), purpose)
    return last is not None and last.act is Act.CHANGED


async def _under_way(conversation: Conversation, engagement_id: str) -> Engagement | None:
    engagement = await conversation.engagement(engagement_id)
    if engagement is None or engagement.state is EngagementState.OFFERED or engagement.stopped:
        return None
    return engagement
