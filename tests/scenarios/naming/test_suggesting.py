"""A coach suggests questions to one client or to all; the client reads who does, and decides."""

from __future__ import annotations

from bot.domain.question import QuestionKind, QuestionSet
from bot.plain import to_plain
from bot.questions.typed import read_typed_set
from tests.scenarios.naming.acts import coach_in, engagement_of, joins, shares
from tests.world import Chatter, World

SUGGESTED = "Suggested by Daniel. You decide."


async def _asks(client: Chatter) -> str:
    return to_plain((await client.writes("my questions"))[0])


async def test_a_set_is_suggested_to_one_client_alone() -> None:
    world = World()
    coach = await coach_in(world)
    mara, omar = await joins(coach, "Mara", "c1"), await joins(coach, "Omar", "c2")
    await shares(mara, "something")
    await coach.writes("Mara")
    await coach.presses("Suggest questions …")
    engagement = await engagement_of(mara)
    (told,) = await coach.presses_raw(f"suggest-to:{engagement.id}:habits")
    assert told.template == "client-suggested"
    assert SUGGESTED in await _asks(mara)
    assert SUGGESTED not in await _asks(omar)
    await coach.presses_raw("suggest:career")
    assert SUGGESTED in await _asks(omar)
    assert await _asks(mara) != await _asks(omar)


async def test_the_client_decides_and_the_coach_reads_the_same() -> None:
    told = []
    for chooses in (True, False):
        world = World()
        coach = await coach_in(world)
        mara = await joins(coach, "Mara", "c1")
        await shares(mara, "something")
        engagement = await engagement_of(mara)
        if chooses:
            await mara.presses_raw(f"set:{engagement.id}:values")
        answer = await coach.presses_raw(f"suggest-to:{engagement.id}:habits")
        told.append([to_plain(one) for one in answer])
        assert (SUGGESTED in await _asks(mara)) is not chooses
    assert told[0] == told[1]


async def test_nobody_elses_client_is_suggested_anything() -> None:
    world = World()
    coach = await coach_in(world)
    mara = await joins(coach, "Mara", "c1")
    other = world.person("other", "Olga")
    await other.writes("invite")
    engagement = await engagement_of(mara)
    for action in (f"suggest-for:{engagement.id}", f"suggest-to:{engagement.id}:habits"):
        assert [one.template for one in await other.presses_raw(action)] == ["stale"]


def test_a_typed_scale_may_ask_once_more() -> None:
    found = read_typed_set("Week\nHow calm was it? (1-5 +)\nHow full? (1-5)\nHow? (1 low, 5 high+)")
    assert isinstance(found, QuestionSet)
    assert [one.more for one in found.questions] == [True, False, True]
    assert {one.kind for one in found.questions} == {QuestionKind.SCALE}
    assert found.questions[2].high is not None
    assert found.questions[2].high.text == "high"
