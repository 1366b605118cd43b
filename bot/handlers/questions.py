"""The questions: all seen beforehand, struck by the client; suggested and written by the coach."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.engagement import Engagement, EngagementState
from bot.domain.profile import OwnQuestions, Profile
from bot.domain.question import Depth, QuestionSet, Topic
from bot.domain.words import Words
from bot.handlers.clients import version_of
from bot.handlers.conversation import Reply, Scene
from bot.messages import questions as say_questions
from bot.questions.typed import Problem, read_typed_set
from bot.rules.question_choice import Asked, asked_of, mark_of, sets_of

MOST_OWN = 10


async def show_one(scene: Scene, engagement_id: str) -> Reply:
    found = await _own(scene, engagement_id)
    return await _shown(scene, found[0]) if found else scene.stale()


async def show(scene: Scene) -> Reply:
    """Everything that may be asked of a client; for a coach, what they can suggest."""
    shown: Reply = []
    for engagement in await _joined(scene):
        shown += await _shown(scene, engagement)
    if await scene.tx.has_invited(scene.person.id):
        shown += await _offered(scene)
    return shown or scene.note("hello")


async def strike(scene: Scene, engagement_id: str, number: str) -> Reply:
    """Strikes a question by its number, or brings it back."""
    found = await _own(scene, engagement_id)
    if found is None or not number.isdecimal():
        return scene.stale()
    engagement, asked = found
    at = int(number) - 1
    if not 0 <= at < len(asked.of.questions):
        return scene.stale()
    question = asked.of.questions[at]
    return await _toggle(scene, engagement, asked, {question.id, mark_of(scene.tx, question)})


async def topics(scene: Scene, engagement_id: str) -> Reply:
    found = await _own(scene, engagement_id)
    if found is None:
        return scene.stale()
    return [say_questions.topics(scene.say, found[0].id, found[1].asking)]


async def topic(scene: Scene, engagement_id: str, name: str) -> Reply:
    """A whole topic that is never asked about, whatever the set."""
    found = await _own(scene, engagement_id)
    if found is None or name not in set(Topic):
        return scene.stale()
    return await _toggle(scene, *found, {name})


async def depth(scene: Scene, engagement_id: str, level: str) -> Reply:
    """The dial: nobody but the client turns it."""
    found = await _own(scene, engagement_id)
    if found is None or level not in {str(int(one)) for one in Depth}:
        return scene.stale()
    engagement, asked = found
    await scene.tx.save_asking(replace(asked.asking, depth=int(level), at=scene.now))
    return scene.note("questions-done") + await _shown(scene, engagement)


async def others(scene: Scene, engagement_id: str) -> Reply:
    found = await _own(scene, engagement_id)
    if found is None:
        return scene.stale()
    sets = await sets_of(scene.tx, found[0].coach_id, scene.say, scene.settings)
    return [say_questions.choose(scene.say, found[0].id, sets)]


async def choose(scene: Scene, engagement_id: str, set_id: str) -> Reply:
    found = await _own(scene, engagement_id)
    if found is None:
        return scene.stale()
    engagement, asked = found
    sets = await sets_of(scene.tx, engagement.coach_id, scene.say, scene.settings)
    if set_id not in {one.id for one in sets}:
        return scene.stale()
    chosen = replace(asked.asking, question_set=set_id, at=scene.now)
    await scene.tx.save_asking(chosen)
    return scene.note("questions-done") + await _shown(scene, engagement)


async def suggest(scene: Scene, set_id: str) -> Reply:
    """What a coach's clients are asked unless they choose otherwise, which nobody is told."""
    sets = {one.id: one for one in await _coachs_sets(scene)}
    if set_id not in sets:
        return scene.stale()
    card = await _card(scene)
    await scene.tx.save_profile(replace(card, question_set=set_id), version_of(scene, card))
    return scene.note("questions-suggested", title=sets[set_id].title.text)


async def write(scene: Scene) -> Reply:
    if not await scene.tx.has_invited(scene.person.id):
        return scene.stale()
    scene.awaits("questions")
    return [say_questions.write(scene.say)]


async def written(scene: Scene, text: Words) -> Reply:
    """A coach's own set, one question per line: saved, or told kindly what stands in the way."""
    set_id = "own-" + scene.tx.digest("question_set", scene.chance.new_id())[:12]
    read = read_typed_set(text.text, set_id)
    if isinstance(read, Problem):
        scene.awaits("questions")
        return scene.note(read.key, line=read.line, limit=read.limit)
    own = await scene.tx.own_questions(scene.person.id)
    for old in own[MOST_OWN - 1 :]:
        await scene.tx.remove_own_questions(scene.person.id, old.id)
    mine = OwnQuestions(set_id, scene.person.id, text, scene.now)
    await scene.tx.save_own_questions(mine)
    return [say_questions.written(scene.say, read)]


async def remove(scene: Scene, set_id: str) -> Reply:
    own = {one.id for one in await scene.tx.own_questions(scene.person.id)}
    if set_id not in own:
        return scene.stale()
    await scene.tx.remove_own_questions(scene.person.id, set_id)
    return scene.note("questions-removed")


async def _shown(scene: Scene, engagement: Engagement) -> Reply:
    asked = await asked_of(scene.tx, engagement, scene.say, scene.settings)
    chosen = asked.asking.question_set == asked.of.id
    card = await scene.tx.profile(engagement.coach_id)
    suggested = card is not None and card.question_set == asked.of.id and not chosen
    coach = await scene.coach_name(engagement) if suggested else None
    return [say_questions.show(scene.say, engagement.id, asked.of, asked.asking, asked.left, coach)]


async def _toggle(scene: Scene, engagement: Engagement, asked: Asked, what: set[str]) -> Reply:
    before = set(asked.asking.struck)
    struck = before - what if before & what else before | what
    changed = replace(asked.asking, struck=tuple(sorted(struck)), at=scene.now)
    await scene.tx.save_asking(replace(changed, until=engagement.keeps_until))
    return scene.note("questions-done") + await _shown(scene, engagement)


async def _offered(scene: Scene) -> Reply:
    card = await scene.tx.profile(scene.person.id)
    own = {one.id for one in await scene.tx.own_questions(scene.person.id)}
    now = card.question_set if card else None
    return [say_questions.for_coach(scene.say, await _coachs_sets(scene), own, now)]


async def _coachs_sets(scene: Scene) -> list[QuestionSet]:
    if not await scene.tx.has_invited(scene.person.id):
        return []
    return await sets_of(scene.tx, scene.person.id, scene.say, scene.settings)


async def _card(scene: Scene) -> Profile:
    nothing = Words("")
    empty = Profile(scene.person.id, scene.now, nothing, nothing, nothing, nothing)
    return await scene.tx.profile(scene.person.id) or empty


async def _joined(scene: Scene) -> list[Engagement]:
    mine = await scene.engagements()
    return [e for e in mine if e.state is not EngagementState.OFFERED]


async def _own(scene: Scene, engagement_id: str) -> tuple[Engagement, Asked] | None:
    engagement = next((e for e in await _joined(scene) if e.id == engagement_id), None)
    if engagement is None:
        return None
    return engagement, await asked_of(scene.tx, engagement, scene.say, scene.settings)
