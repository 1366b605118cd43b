"""How long things are kept: the client's own choice, within what they and the house agreed to."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.check_in import AnswerState
from bot.domain.engagement import Engagement, EngagementState
from bot.handlers.conversation import Reply, Scene
from bot.messages import consent as say_keeping

CHOICES = (7, 30, 90)


async def show(scene: Scene) -> Reply:
    """What is chosen now, and what else can be."""
    shown: Reply = []
    for engagement in await scene.engagements():
        if engagement.state is not EngagementState.OFFERED:
            shown.append(say_keeping.show(scene.say, engagement, _offered(scene)))
    return shown or scene.note("hello")


async def choose(scene: Scene, engagement_id: str, days: str) -> Reply:
    """A shorter time counts at once, for what is kept already too; a longer one for what comes."""
    engagement = await scene.engagement(engagement_id)
    choices = {str(each): each for each in _offered(scene)} | {"end": None}
    if engagement is None or engagement.state is EngagementState.OFFERED or days not in choices:
        return scene.stale()
    chosen = replace(engagement, keep_days=choices[days])
    await scene.tx.save_engagement(chosen)
    await _shorten(scene, chosen)
    return [say_keeping.chosen(scene.say, chosen)]


async def _shorten(scene: Scene, engagement: Engagement) -> None:
    for answer in await scene.tx.answers(engagement.id):
        until = scene.kept_until(engagement, answer.at)
        if until < answer.until and answer.state is AnswerState.KEPT:
            await scene.tx.save_answer(replace(answer, until=until))
    for step in await scene.tx.steps(engagement.id):
        until = scene.kept_until(engagement, step.at)
        if until < step.until:
            await scene.tx.save_step(replace(step, until=until))
    for share in await scene.tx.shares(engagement.id):
        until = scene.kept_until(engagement, share.approved_at)
        if until < share.until:
            await scene.tx.save_share(replace(share, until=until))


def _offered(scene: Scene) -> list[int]:
    return [days for days in CHOICES if days < scene.settings.keep_days]
