"""Paths: three to five questions over weeks, which a client chooses, and leaves at any time."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.engagement import Engagement
from bot.handlers.conversation import Conversation, Reply
from bot.messages.question_sets import paths as say_paths
from bot.questions import standard_paths
from bot.rules.question_choice import ClientQuestions, asked_of


async def show(talk: Conversation) -> Reply:
    """Shows a client the paths, and where they are on theirs."""
    shown: Reply = []
    for engagement in await talk.joined():
        shown += await _shown(talk, engagement)
    return shown or talk.note("hello")


async def show_one(talk: Conversation, engagement_id: str) -> Reply:
    engagement = await _joined(talk, engagement_id)
    return await _shown(talk, engagement) if engagement else talk.stale()


async def choose(talk: Conversation, engagement_id: str, path_id: str) -> Reply:
    """Begins a path, and shows all of its questions before the first one is asked."""
    engagement = await _joined(talk, engagement_id)
    path = next((one for one in standard_paths(talk.say) if one.id == path_id), None)
    if engagement is None or path is None:
        return talk.stale()
    before = await _questions(talk, engagement)
    if before.asking.path == path_id:
        return await _shown(talk, engagement)
    chosen = replace(before.asking, path=path_id, path_at=0, at=talk.now)
    await talk.tx.save_asking(replace(chosen, until=engagement.keeps_until))
    return [say_paths.chosen(talk.say, engagement.id, path, chosen)]


async def leave(talk: Conversation, engagement_id: str) -> Reply:
    """Leaves the path. What was answered stays where the client put it."""
    engagement = await _joined(talk, engagement_id)
    if engagement is None:
        return talk.stale()
    before = (await _questions(talk, engagement)).asking
    if before.path is None:
        return talk.note("already-done")
    await talk.tx.save_asking(replace(before, path=None, path_at=0, at=talk.now))
    return talk.note("path-left")


async def _shown(talk: Conversation, engagement: Engagement) -> Reply:
    questions = await _questions(talk, engagement)
    paths = standard_paths(talk.say)
    return [say_paths.show(talk.say, engagement.id, paths, questions.path, questions.place)]


async def _questions(talk: Conversation, engagement: Engagement) -> ClientQuestions:
    return await asked_of(talk.tx, engagement, talk.say, talk.settings)


async def _joined(talk: Conversation, engagement_id: str) -> Engagement | None:
    return next((one for one in await talk.joined() if one.id == engagement_id), None)
