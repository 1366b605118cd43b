"""The first conversation: what they hope for, and what worries them. Both can be passed."""

from __future__ import annotations

from bot.domain.engagement import Engagement, EngagementState
from bot.domain.words import Words
from bot.handlers.conversation import Reply, Scene
from bot.messages import comfort as say_first
from bot.understand import worries_about_privacy

HOPE, WORRY = "first.hope", "first.worry"
QUESTIONS = (HOPE, WORRY)


async def begin(scene: Scene, engagement_id: str) -> Reply:
    engagement = await scene.engagement(engagement_id)
    if engagement is None or engagement.state is EngagementState.OFFERED:
        return scene.stale()
    return _ask(scene, engagement, HOPE)


async def passed(scene: Scene, engagement_id: str, question: str) -> Reply:
    engagement = await scene.engagement(engagement_id)
    if engagement is None or question not in QUESTIONS:
        return scene.stale()
    return await after(scene, engagement, question)


async def after(scene: Scene, engagement: Engagement, question: str | None) -> Reply:
    """The second question after the first, and then no more."""
    if question == HOPE:
        return _ask(scene, engagement, WORRY)
    return scene.note("first-done") if question == WORRY else []


async def plain_answer(
    scene: Scene, engagement: Engagement, question: str | None, text: Words
) -> Reply:
    """A worry about privacy gets its answer at once: who sees what, the employer, how to stop."""
    if question != WORRY or not worries_about_privacy(text.text, scene.person.language):
        return []
    return [say_first.privacy(scene.say, await scene.coach_name(engagement))]


def _ask(scene: Scene, engagement: Engagement, question: str) -> Reply:
    scene.awaits("first", question)
    return [say_first.ask_first(scene.say, engagement.id, question)]
