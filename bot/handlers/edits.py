"""A reply edited or deleted on the platform changes or removes what was kept of it."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.check_in import Answer
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.words import Words
from bot.handlers.check_ins import edited_at, let_go, source_of
from bot.handlers.conversation import Reply, Scene
from bot.messages import check_ins as say_check_ins


async def edited(scene: Scene, message: str, text: Words) -> Reply:
    """The newest words count. A share of the old ones that has not left is withdrawn."""
    found = await _kept(scene, message)
    if found is None:
        return []
    engagement, answer = found
    at = edited_at(scene)
    if at is not None and answer.edited_at is not None and at <= answer.edited_at:
        return []
    await let_go(scene, engagement, answer)
    if await scene.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        return scene.note("removed")
    now_says = replace(answer, words=text, edited_at=at)
    await scene.tx.save_answer(now_says)
    coach = await scene.coach_name(engagement)
    return [
        say_check_ins.changed_by_edit(scene.say, text),
        say_check_ins.quoted_back(scene.say, now_says, coach),
    ]


async def deleted(scene: Scene, message: str) -> Reply:
    found = await _kept(scene, message)
    if found is None:
        return []
    engagement, answer = found
    await let_go(scene, engagement, answer)
    return scene.note("removed")


async def _kept(scene: Scene, message: str) -> tuple[Engagement, Answer] | None:
    source = source_of(scene, message)
    for engagement in await scene.engagements():
        answer = await scene.tx.answer_from(engagement.id, source)
        if answer is not None:
            return engagement, answer
    return None
