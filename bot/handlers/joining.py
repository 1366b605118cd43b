"""A code opens an engagement; one question at a time leads from there to the first check-in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta

from bot.domain.consent import Act, Entry, Purpose, latest
from bot.domain.engagement import Engagement, EngagementState, Invitation
from bot.domain.wall_time import local_date, resolve
from bot.handlers import consent, rhythm
from bot.handlers.clients import version_of
from bot.handlers.conversation import Reply, Scene
from bot.messages import consent as ask
from bot.messages import joining as say_joining
from bot.messages.common import note
from bot.rules.grants import NO_CARD, live, over

ASKED_FIRST = (Purpose.CHECK_INS, Purpose.KEEP_WORDS, Purpose.KEEP_MARKS)
GUESSES_PER_PERSON = 5
GUESSES_PER_WORKSPACE = 100
GUESS_WINDOW = timedelta(hours=1)


async def enter_code(scene: Scene, code: str) -> Reply:
    """Wrong, used and expired codes get one and the same answer: it tells nobody who joined."""
    invitation = await scene.tx.invitation(scene.tx.digest("code", code))
    if invitation is not None and invitation.coach_id == scene.person.id:
        return scene.note("code-own")
    if await _guessed_too_often(scene):
        return scene.note("code-wait")
    opened = await _own_engagement(scene, invitation)
    if opened is not None:
        again = opened.state is not EngagementState.OFFERED
        return scene.note("code-again") if again else await carry_on(scene, opened)
    if invitation is None or invitation.engagement_id or scene.now >= invitation.expires_at:
        guesser = scene.tx.digest("guess", scene.person.address.place)
        await scene.tx.note_wrong_code(guesser, scene.person.address, scene.now)
        return scene.note("code-unknown", days=scene.settings.code_days)
    if any(e.coach_id == invitation.coach_id for e in await scene.engagements()):
        return scene.note("code-again")
    engagement = await _open(scene, invitation)
    welcome = say_joining.welcome(scene.say, await scene.coach_name(engagement))
    return [welcome, *await carry_on(scene, engagement)]


async def agree(scene: Scene, engagement_id: str, answer: str) -> Reply:
    """The agreement card's two buttons."""
    engagement = await scene.engagement(engagement_id)
    if engagement is None or answer not in ("yes", "no"):
        return scene.stale()
    if await scene.grant(engagement.id, Purpose.AGREEMENT) is not None:
        return scene.note("already-done")
    if answer == "no":
        return await _not_agreed(scene, engagement)
    await scene.record(engagement.id, Act.GIVEN, Purpose.AGREEMENT, engagement.keeps_until)
    active = replace(engagement, state=EngagementState.ACTIVE, stopped=False)
    await scene.tx.save_engagement(active)
    return await carry_on(scene, active)


async def _not_agreed(scene: Scene, engagement: Engagement) -> Reply:
    """Without an agreement nothing else is in force, and an earlier one ends here."""
    await scene.record(engagement.id, Act.REFUSED, Purpose.AGREEMENT)
    if engagement.state is EngagementState.OFFERED:
        return scene.note("agree-later")
    return scene.note("agree-no-more")


async def carry_on(scene: Scene, engagement: Engagement) -> Reply:
    """The next open question of joining, or the receipt when there is none."""
    coach = await scene.coach_name(engagement)
    ledger = await scene.tx.ledger(engagement.id)
    if live(ledger, Purpose.AGREEMENT, scene.now, engagement) is None:
        await scene.record(engagement.id, Act.ASKED, Purpose.AGREEMENT)
        card = await scene.tx.profile(engagement.coach_id)
        return [say_joining.agreement(scene.say, engagement, coach, card)]
    for purpose in ASKED_FIRST:
        if latest(ledger, purpose) is None:
            await scene.record(engagement.id, Act.ASKED, purpose)
            return [ask.ask(scene.say, engagement, coach, purpose)]
    if await _needs_rhythm(scene, engagement, ledger):
        return await rhythm.ask(scene, engagement)
    return [await consent.receipt(scene, engagement)]


async def allow(scene: Scene, engagement_id: str, purpose: str, answer: str, *then: str) -> Reply:
    """Yes or no to one purpose; while joining, the next question follows."""
    if not then and await consent.said_already(scene, engagement_id, purpose, answer):
        return scene.note("already-done")
    decided = await consent.decide(scene, engagement_id, purpose, answer, *then)
    if decided is None:
        return scene.stale()
    engagement, reply = decided
    return reply if then else reply + await carry_on(scene, engagement)


async def finish_rhythm(scene: Scene, engagement_id: str, answer: str) -> Reply:
    """ "That's right" under the next three sends: they are planned, and the receipt follows."""
    done = await rhythm.confirm(scene, engagement_id, answer)
    engagement = await scene.engagement(engagement_id)
    if not isinstance(done, rhythm.Confirmed) or engagement is None:
        return done if isinstance(done, list) else scene.stale()
    if not done.first:
        return scene.note("rhythm-set")
    return await carry_on(scene, engagement)


async def unfinished(scene: Scene) -> Engagement | None:
    """The newest engagement whose agreement is still open."""
    offered = (e for e in await scene.engagements() if e.state is EngagementState.OFFERED)
    return next(offered, None)


async def over_here(scene: Scene) -> Reply:
    """What still stands after an end: when it goes, and how to have a copy."""
    mine = await scene.tx.engagements_of(scene.person.id) if scene.known else []
    ended = [one for one in mine if over(one, scene.now)]
    return [
        note(
            scene.say,
            "engagement-over",
            coach=(await scene.coach_name(one)).text,
            erased=scene.say.full_day(local_date(one.keeps_until, scene.zone)),
        )
        for one in ended[:1]
    ]


async def show_agreement(scene: Scene) -> Reply:
    """The cards as agreed; always viewable."""
    cards: Reply = []
    for engagement in await scene.engagements():
        if await scene.grant(engagement.id, Purpose.AGREEMENT) is None:
            cards += await carry_on(scene, engagement)
        else:
            coach = await scene.coach_name(engagement)
            card = await scene.tx.profile(engagement.coach_id)
            cards.append(say_joining.agreement_again(scene.say, engagement, coach, card))
    return cards or scene.note("hello")


async def _needs_rhythm(scene: Scene, engagement: Engagement, ledger: Sequence[Entry]) -> bool:
    if live(ledger, Purpose.CHECK_INS, scene.now, engagement) is None:
        return False
    current = await scene.tx.rhythm(engagement.id)
    return current is None or not current.confirmed


async def _own_engagement(scene: Scene, invitation: Invitation | None) -> Engagement | None:
    if invitation is None or invitation.engagement_id is None:
        return None
    return await scene.engagement(invitation.engagement_id)


async def _open(scene: Scene, invitation: Invitation) -> Engagement:
    card = await scene.tx.profile(invitation.coach_id)
    ends_at = resolve(invitation.ends_on + timedelta(days=1), time(0), scene.zone)
    engagement = Engagement(
        id=scene.chance.new_id(),
        coach_id=invitation.coach_id,
        client_id=scene.person.id,
        state=EngagementState.OFFERED,
        started_at=scene.now,
        ends_on=invitation.ends_on,
        ends_at=ends_at,
        keeps_until=ends_at + timedelta(days=scene.settings.grace_days),
        agreement_version=version_of(scene, card) if card else NO_CARD,
    )
    scene.known = True
    await scene.tx.save_person(scene.person, scene.now)
    await scene.tx.save_engagement(engagement)
    await scene.tx.save_invitation(replace(invitation, engagement_id=engagement.id))
    return engagement


async def _guessed_too_often(scene: Scene) -> bool:
    since = scene.now - GUESS_WINDOW
    guesser = scene.tx.digest("guess", scene.person.address.place)
    if await scene.tx.wrong_codes(guesser, since) >= GUESSES_PER_PERSON:
        return True
    everywhere = await scene.tx.wrong_codes_in_workspace(scene.person.address, since)
    return everywhere >= GUESSES_PER_WORKSPACE
