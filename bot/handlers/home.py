"""One page about oneself, for whoever opens it. It reads, and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.chat import Message
from bot.domain.consent import Purpose
from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement
from bot.domain.rhythm import Occurrence, Rhythm, occurrences
from bot.domain.step import StepState
from bot.domain.wall_time import local_date
from bot.handlers import clients, consent, joining, looking_back, privacy
from bot.handlers.conversation import Reply, Scene
from bot.handlers.undelivered import told_of
from bot.messages import home as say_home
from bot.text import languages


async def show(scene: Scene) -> Reply:
    return [await page(scene)]


async def page(scene: Scene) -> Message:
    """As a client, as a coach, or both; a stranger reads who this is, and that nothing happens."""
    own = await _coaching(scene) if await scene.tx.has_invited(scene.person.id) else None
    shown = say_home.Home(
        mine=[await _mine(scene, one) for one in await scene.engagements()],
        over=await joining.over_here(scene),
        done=(await looking_back.done(scene))[: say_home.FEW] if scene.known else [],
        coaching=own,
        zone=scene.zone,
    )
    if not shown.mine and not shown.over and own is None:
        return say_home.stranger(scene.say)
    return say_home.home(scene.say, shown)


async def _mine(scene: Scene, engagement: Engagement) -> say_home.Mine:
    steps = await scene.tx.steps(engagement.id)
    rhythm = await scene.tx.rhythm(engagement.id)
    switches = await consent.states(scene, engagement)
    asks = rhythm is not None and dict(switches)[Purpose.CHECK_INS] is not None
    return say_home.Mine(
        engagement=engagement,
        coach=await scene.coach_name(engagement),
        agreed=await scene.grant(engagement.id, Purpose.AGREEMENT) is not None,
        switches=switches,
        rhythm=rhythm,
        paused_until=_pause(scene, rhythm),
        coming=await privacy.coming_in(scene, engagement),
        lost=await _lost(scene, engagement) if asks else [],
        steps=[step for step in steps if step.state is StepState.TAKEN][: say_home.FEW],
    )


async def _coaching(scene: Scene) -> say_home.Coaching:
    """What the coach set up themself, and of clients only what `clients.allowed` lets through.

    When a digest comes is read from the coach's own rhythm and never from the queue: there, what
    clients share leaves traces.
    """
    granted = await scene.grant(scene.person.id, Purpose.DIGEST)
    rhythm = await scene.tx.rhythm(scene.person.id) if granted is not None else None
    return say_home.Coaching(
        listed=await clients.allowed(scene),
        rhythm=rhythm,
        paused_until=_pause(scene, rhythm),
        digest=_next_digest(scene, rhythm),
    )


async def _lost(scene: Scene, engagement: Engagement) -> Reply:
    return await told_of(scene, engagement.id, Kind.CHECK_IN, "next-not-delivered")


def _pause(scene: Scene, rhythm: Rhythm | None) -> date | None:
    """None where there is no pause, or it is over by the rhythm's own calendar."""
    if rhythm is None or rhythm.paused_until is None:
        return None
    today = local_date(scene.now, rhythm.zone)
    return rhythm.paused_until if rhythm.paused_until > today else None


def _next_digest(scene: Scene, rhythm: Rhythm | None) -> Occurrence | None:
    if rhythm is None:
        return None
    ahead = (one for one in occurrences(rhythm, scene.now) if one.not_before > scene.now)
    return next(ahead, None)


async def ask_language(scene: Scene) -> Reply:
    return [say_home.choose_language(scene.say, languages())]


async def choose_language(scene: Scene, language: str) -> Reply:
    if language not in languages():
        return scene.stale()
    scene.person = replace(scene.person, language=language)
    return scene.note("language-set")
