"""Is this still right? Every answer changes the settings at once, and shows the change."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.engagement import Engagement, EngagementState
from bot.domain.question import Depth
from bot.domain.rhythm import Rhythm, sparser
from bot.handlers import privacy, rhythm
from bot.handlers.conversation import Reply, Scene
from bot.messages import comfort as say_comfort
from bot.messages import joining as say_joining
from bot.rules.planning import coming_three, replan
from bot.rules.question_choice import asked_of


async def ask(scene: Scene) -> Reply:
    """The comfort check, whenever the client asks for it."""
    mine = await _under_way(scene)
    return [say_comfort.ask(scene.say, e.id) for e in mine] or scene.note("hello")


async def too_often(scene: Scene) -> Reply:
    return await _typed(scene, "too-often")


async def too_personal(scene: Scene) -> Reply:
    return await _typed(scene, "too-personal")


async def wrong_time(scene: Scene) -> Reply:
    return await _typed(scene, "wrong-time")


async def answered(scene: Scene, engagement_id: str, what: str) -> Reply:
    """One of the comfort check's buttons, or of the gentle question's."""
    mine = await _under_way(scene)
    engagement = next((e for e in mine if e.id == engagement_id), None)
    if engagement is None:
        return scene.stale()
    return await _change(scene, engagement, what)


async def _typed(scene: Scene, what: str) -> Reply:
    changed: Reply = []
    for engagement in await _under_way(scene):
        changed += await _change(scene, engagement, what)
    return changed or scene.note("hello")


async def _change(scene: Scene, engagement: Engagement, what: str) -> Reply:
    match what:
        case "fine":
            return scene.note("comfort-stays")
        case "too-often":
            return await _less_often(scene, engagement)
        case "too-personal":
            return await _lighter(scene, engagement)
        case "wrong-time":
            return await rhythm.ask(scene, engagement)
        case "rest":
            return await privacy.rest(scene)
    return scene.stale()


async def _less_often(scene: Scene, engagement: Engagement) -> Reply:
    current = await scene.tx.rhythm(engagement.id)
    if current is None:
        return scene.note("rhythm-no-check-ins")
    fewer = sparser(current)
    if fewer is None:
        return [say_comfort.least(scene.say, engagement.id, _weeks(current))]
    await scene.tx.save_rhythm(fewer)
    await replan(scene.tx, scene.chance, engagement, fewer, scene.now)
    coming = await coming_three(scene.tx, fewer, scene.now, engagement.ends_on)
    if not coming:
        return scene.note("next-none")
    return [say_joining.next_sends(scene.say, "comfort-less", fewer, coming)]


async def _lighter(scene: Scene, engagement: Engagement) -> Reply:
    asking = (await asked_of(scene.tx, engagement, scene.say, scene.settings)).asking
    if asking.depth <= Depth.LIGHT:
        return scene.note("comfort-lightest")
    until = engagement.keeps_until
    lighter = replace(asking, depth=asking.depth - 1, at=scene.now, until=until)
    await scene.tx.save_asking(lighter)
    return scene.note("comfort-lighter")


async def _under_way(scene: Scene) -> list[Engagement]:
    return [
        engagement
        for engagement in await scene.engagements()
        if engagement.state is not EngagementState.OFFERED and not engagement.stopped
    ]


def _weeks(rhythm: Rhythm) -> int:
    return say_joining.every_of(rhythm)
