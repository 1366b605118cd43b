"""Switches: asked one at a time, given and withdrawn at once, with everything that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.chat import Message
from bot.documents.receipt import receipt_paper
from bot.domain.consent import Act, Grant, Purpose, latest
from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.words import Words
from bot.handlers import rhythm
from bot.handlers.conversation import Reply, Scene
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


async def states(scene: Scene, engagement: Engagement) -> list[tuple[Purpose, Grant | None]]:
    """Every purpose a client can allow, with its live grant."""
    ledger = await scene.tx.ledger(engagement.id)
    return [(purpose, live(ledger, purpose, scene.now, engagement)) for purpose in CLIENT_PURPOSES]


async def receipt(scene: Scene, engagement: Engagement) -> Message:
    return say_joining.receipt(scene.say, engagement, await states(scene, engagement))


async def receipts(scene: Scene) -> Reply:
    """What was allowed and when, readable and as a file: one per engagement, and a coach's own."""
    shown: Reply = []
    for engagement in await scene.tx.engagements_of(scene.person.id):
        allowed = await states(scene, engagement)
        agreed = await scene.grant(engagement.id, Purpose.AGREEMENT)
        coach = await scene.coach_name(engagement)
        whole = [(Purpose.AGREEMENT, agreed), *allowed]
        shown.append(await _receipt(scene, engagement.id, coach, whole))
    if await scene.tx.has_invited(scene.person.id):
        granted = await scene.grant(scene.person.id, Purpose.DIGEST)
        shown.append(await _receipt(scene, scene.person.id, None, [(Purpose.DIGEST, granted)]))
    return shown or scene.note("hello")


async def _receipt(
    scene: Scene, chain: str, coach: Words | None, whole: Sequence[tuple[Purpose, Grant | None]]
) -> Message:
    ledger = await scene.tx.ledger(chain)
    organisation = scene.settings.organisation
    paper = receipt_paper(scene.say, ledger, whole, organisation, scene.now)
    return say_receipts.receipt(scene.say, coach, ledger, whole, scene.zone, paper, scene.now)


async def show(scene: Scene) -> Reply:
    """The switches of each engagement that is under way, and a coach's own."""
    shown: Reply = []
    for engagement in await scene.engagements():
        if engagement.state is not EngagementState.OFFERED:
            switches = await states(scene, engagement)
            shown.append(say_consent.switches(scene.say, engagement, switches))
    if await scene.tx.has_invited(scene.person.id):
        granted = await scene.grant(scene.person.id, Purpose.DIGEST)
        own = await scene.tx.rhythm(scene.person.id)
        shown.append(say_consent.digest_switch(scene.say, granted, own))
    return shown or scene.note("hello")


async def ask(scene: Scene, engagement: Engagement, purpose: Purpose, then: str) -> Reply:
    """Shows the sentence that words a purpose; the ledger notes that it was asked."""
    coach = await scene.coach_name(engagement)
    await scene.record(engagement.id, Act.ASKED, purpose)
    return [say_consent.ask(scene.say, engagement, coach, purpose, then)]


async def ask_about_keeping(scene: Scene, purpose: str) -> Reply:
    """The button under an answer that was quoted once and let go."""
    mine = await scene.engagements()
    if purpose not in (Purpose.KEEP_WORDS, Purpose.KEEP_MARKS) or not mine:
        return scene.stale()
    return await ask(scene, mine[0], Purpose(purpose), "switched")


async def decide(
    scene: Scene, engagement_id: str, purpose: str, answer: str, *then: str
) -> tuple[Engagement, Reply] | None:
    """Yes or no to one purpose. None when the button is not about anything here.

    Asking for the same again changes nothing. With `then`, what was interrupted goes on.
    """
    engagement = await _under_way(scene, engagement_id)
    if engagement is None or purpose not in CLIENT_PURPOSES or answer not in ("yes", "no"):
        return None
    chosen = Purpose(purpose)
    granted = await scene.grant(engagement.id, chosen)
    if answer == "no":
        if granted is not None or await _was_changed(scene, engagement, chosen):
            return engagement, await turn_off(scene, engagement, chosen)
        await scene.record(engagement.id, Act.REFUSED, chosen)
        return engagement, await _after_no(scene, engagement, chosen, then)
    if granted is None:
        await scene.record(engagement.id, Act.GIVEN, chosen, engagement.ends_at)
        await _begin(scene, engagement, chosen)
    if then and then[0] != "switched":
        scene.follow = ":".join(then)
        return engagement, []
    return engagement, await _after_yes(scene, engagement, chosen, then)


async def said_already(scene: Scene, engagement_id: str, purpose: str, answer: str) -> bool:
    """Whether this very answer is the one that counts now: a second click changes nothing."""
    engagement = await _under_way(scene, engagement_id)
    if purpose not in CLIENT_PURPOSES or engagement is None:
        return False
    ledger = await scene.tx.ledger(engagement_id)
    granted = live(ledger, Purpose(purpose), scene.now, engagement) is not None
    last = latest(ledger, Purpose(purpose))
    refused = last is not None and last.act is Act.REFUSED
    return granted if answer == "yes" else answer == "no" and refused


async def switch(scene: Scene, engagement_id: str, purpose: str, move: str) -> Reply:
    """A button of the list: off takes one tap; on shows the wording first."""
    engagement = await _under_way(scene, engagement_id)
    if engagement is None or purpose not in CLIENT_PURPOSES or move not in ("on", "off"):
        return scene.stale()
    granted = await scene.grant(engagement_id, Purpose(purpose))
    if move == "on" and granted is None:
        return await ask(scene, engagement, Purpose(purpose), "switched")
    if move == "off" and granted is not None:
        return await turn_off(scene, engagement, Purpose(purpose))
    return scene.note("already-done")


async def turn_off(scene: Scene, engagement: Engagement, purpose: Purpose) -> Reply:
    """Withdraws a purpose: what it allowed ends, and what it let me keep is erased."""
    await scene.record(engagement.id, Act.WITHDRAWN, purpose)
    await _undo(scene, engagement, purpose)
    coach = await scene.coach_name(engagement)
    return [say_consent.switched(scene.say, purpose, coach, None)]


async def withdraw_all(scene: Scene, engagement: Engagement) -> None:
    """Stop: every live grant ends, nothing planned is left, unsent shares stay with the client."""
    for purpose, grant in await states(scene, engagement):
        if grant is not None:
            await scene.record(engagement.id, Act.WITHDRAWN, purpose)
    await scene.tx.unplan(engagement.id)
    await scene.tx.withhold(engagement.id, (Purpose.SHARE_WORDS, Purpose.SHARE_MARKS))
    resting = engagement
    if engagement.state is not EngagementState.OFFERED:
        resting = replace(engagement, state=EngagementState.RESTING)
    await scene.tx.save_engagement(replace(resting, stopped=True, listed=False))


async def _undo(scene: Scene, engagement: Engagement, purpose: Purpose) -> None:
    match purpose:
        case Purpose.CHECK_INS:
            await unplan_rhythm(scene.tx, engagement.id)
        case Purpose.LISTED:
            await scene.tx.save_engagement(replace(engagement, listed=False))
        case Purpose.KEEP_WORDS:
            steps = [step.id for step in await scene.tx.steps(engagement.id)]
            await scene.erase([*await _kept(scene, engagement, words=True), *steps])
            await scene.tx.unplan(engagement.id, Kind.STEP_PROMPT)
        case Purpose.KEEP_MARKS:
            await scene.erase(await _kept(scene, engagement, words=False))
        case Purpose.SHARE_WORDS | Purpose.SHARE_MARKS:
            await scene.tx.withhold(engagement.id, (purpose,))
    for kind in UNPLANNED.get(purpose, ()):
        await scene.tx.unplan(engagement.id, kind)


async def _begin(scene: Scene, engagement: Engagement, purpose: Purpose) -> None:
    """What a yes sets going at once."""
    if purpose is Purpose.LISTED:
        await scene.tx.save_engagement(replace(engagement, listed=True))
    rhythm_now = await scene.tx.rhythm(engagement.id)
    if purpose is Purpose.CHECK_INS and rhythm_now is not None:
        await replan(scene.tx, scene.chance, engagement, rhythm_now, scene.now)
    if purpose is Purpose.SESSION_PREP:
        await plan_session(scene.tx, scene.chance, engagement, rhythm_now, scene.now)


async def _kept(scene: Scene, engagement: Engagement, *, words: bool) -> list[str]:
    """The answers kept in words, or by a tap, and those of their shares that nobody has seen."""
    answers = await scene.tx.answers(engagement.id)
    mine = {answer.id for answer in answers if (answer.words is not None) is words}
    shares = await scene.tx.shares(engagement.id)
    unseen = [s.id for s in shares if s.answer_id in mine and s.seen_at is None]
    return [*mine, *unseen]


async def _after_yes(
    scene: Scene, engagement: Engagement, purpose: Purpose, then: Sequence[str]
) -> Reply:
    if not then:
        return []
    coach = await scene.coach_name(engagement)
    granted = await scene.grant(engagement.id, purpose)
    done: Reply = [say_consent.switched(scene.say, purpose, coach, granted)]
    if purpose is Purpose.CHECK_INS and await scene.tx.rhythm(engagement.id) is None:
        return done + await rhythm.ask(scene, engagement)
    return done


async def _after_no(
    scene: Scene, engagement: Engagement, purpose: Purpose, then: Sequence[str]
) -> Reply:
    if then:
        coach = await scene.coach_name(engagement)
        return [say_consent.switched(scene.say, purpose, coach, None)]
    return scene.note("rhythm-quiet") if purpose is Purpose.CHECK_INS else []


async def _was_changed(scene: Scene, engagement: Engagement, purpose: Purpose) -> bool:
    """It was on until its wording changed: a no to the new one also undoes what the old one did."""
    last = latest(await scene.tx.ledger(engagement.id), purpose)
    return last is not None and last.act is Act.CHANGED


async def _under_way(scene: Scene, engagement_id: str) -> Engagement | None:
    engagement = await scene.engagement(engagement_id)
    if engagement is None or engagement.state is EngagementState.OFFERED or engagement.stopped:
        return None
    return engagement
