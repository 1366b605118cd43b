"""Steps wherever they are shown: their day, their repeat, their words, and what helped."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.chat import Picture, Quote
from bot.documents.curve import curve_png
from bot.domain.check_in import AnswerState, Mark
from bot.domain.step import Repeat, Step
from bot.domain.words import Words
from bot.messages.steps import as_words
from bot.text import catalogue, languages
from bot.understand import step_days
from tests.things import answer, step
from tests.world import Chatter, World, joined, text_of

DAYS = {
    "en": ("On Monday I talk to Ana", "I write one line every Monday"),
    "de": ("Am Montag spreche ich mit Ana", "Jeden Montag schreibe ich eine Zeile"),
    "fr": ("Lundi, je parle à Ana", "Chaque lundi, j'écris une ligne"),
    "es": ("El lunes hablo con Ana", "Todos los lunes escribo una línea"),
    "pt": ("Na segunda falo com Ana", "Toda segunda-feira escrevo uma linha"),
    "ja": ("月曜日にアナと話す", "毎週月曜日に一行書く"),
    "vi": ("Thứ hai tôi nói chuyện với Ana", "Mỗi thứ hai tôi viết một dòng"),
}


async def kept(world: World, client: Chatter) -> list[Step]:
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        return [s for e in await tx.engagements_of(person.id) for s in await tx.steps(e.id)]


async def types(client: Chatter, words: str) -> str:
    client.world.clock.forward(minutes=1)
    await client.writes("step")
    return text_of(await client.writes(words))


@pytest.mark.parametrize("language", DAYS)
def test_a_day_and_a_repeat_are_read_out_of_a_sentence(language: str) -> None:
    assert set(DAYS) == set(languages())
    today = World().clock.now().date()
    once, weekly = (step_days(words, language, today) for words in DAYS[language])
    assert once.day is not None
    assert once.day.weekday() == 0
    assert once.repeat is None
    assert weekly.repeat is Repeat.WEEK
    assert weekly.day == once.day


@pytest.mark.parametrize("words", ["After Tuesday's round I ask Ravi", "After Tuesday’s round"])
def test_what_belongs_to_a_day_is_once(words: str) -> None:
    found = step_days(words, "en", World().clock.now().date())
    assert found.day is not None
    assert found.repeat is None


@pytest.mark.parametrize("language", DAYS)
def test_no_sentence_of_ours_joins_the_clients_words(language: str) -> None:
    """The two parts stand as they were written, and one sentence stands alone."""
    say = catalogue(language)
    one = as_words(say, step(when=Words("")))
    assert one == step().then
    both = as_words(say, step()).text
    left, right = both.split(step().when.text)[0], both.split(step().then.text)[1]
    between = both.removeprefix(left + step().when.text).removesuffix(step().then.text + right)
    assert (left, between.strip(), right) == ("", "→", "")


async def test_a_step_about_monday_is_not_asked_about_before_it_is_over() -> None:
    """Check-ins are on Mondays and Thursdays; the step is set on a Monday, for the next one."""
    world = World()
    client, _ = await joined(world)
    told = await types(client, "On Monday I talk to Ana")
    assert "For Monday, 30 November" in told
    assert "check-in on Thursday, 3 December" in told
    asked = await asked_on(world, client, weeks=2)
    assert asked[0] == "2026-12-03"


async def test_what_is_said_of_the_next_question_is_when_it_comes() -> None:
    world = World()
    client, _ = await joined(world)
    told = await types(client, "I breathe before the call")
    (first, *_) = await asked_on(world, client, weeks=1)
    assert first == "2026-11-26"
    assert "Thursday, 26 November" in told


async def test_two_steps_that_were_promised_one_day_are_both_asked_about_then() -> None:
    world = World()
    client, _ = await joined(world)
    for words in ("I breathe", "I stretch"):
        assert "Thursday, 26 November" in await types(client, words)
    await world.skip()
    assert client.quotes(last=1) == ["I stretch", "I breathe"]
    await client.writes("done")
    assert client.templates()[-1] == "step-which"


async def test_without_check_ins_a_step_is_set_shown_and_done_and_nothing_is_promised() -> None:
    world = World()
    client, _ = await joined(world)
    await client.presses_raw(f"switch:{await engagement_id(world, client)}:check_ins:off")
    told = await types(client, "I breathe")
    assert "I'll ask" not in told
    assert "I won't ask about it by myself" in told
    assert "I breathe" in text_of(await client.writes("my steps"))
    await world.until(world.clock.now() + timedelta(weeks=2))
    assert "question-step" not in client.templates()
    shown = await client.writes("Done!")
    assert shown[0].template == "step-done"
    assert "I breathe" in text_of(await client.writes("my wins"))


async def test_a_step_that_repeats_comes_again_and_no_time_is_missed() -> None:
    world = World()
    client, _ = await joined(world)
    await types(client, "I write one line every Monday")
    await world.until(world.clock.now() + timedelta(days=10))
    shown = text_of(await client.writes("done"))
    assert "The next time is on Monday, 7 December" in shown
    (still,) = await kept(world, client)
    assert still.is_open
    assert len(still.times_done) == 1
    await world.until(world.clock.now() + timedelta(weeks=4))
    (after,) = await kept(world, client)
    assert after.times_done == still.times_done
    assert "missed" not in client.sees().casefold()
    wins = await client.writes("my wins")
    assert [b.words.text for m in wins for b in m.blocks if isinstance(b, Quote)] == [
        "I write one line every Monday"
    ]


async def test_the_buttons_stand_wherever_a_step_is_shown() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("set a step")
    await client.submits(then="I stretch", on="2026-11-25", remind="yes", obstacle="a full inbox")
    await client.presses("Yes")
    listed = await client.writes("my steps")
    home = await client.opens_home()
    await world.until(world.clock.now() + timedelta(days=2, hours=6))
    brought = client.shown[client.templates().index("step-prompt-hello")]
    for shown in (*listed, home, brought):
        actions = [b.action.partition(":")[0] for block in shown.blocks for b in _buttons(block)]
        assert actions.count("step-mark") == 3
        assert "a full inbox" in text_of([shown])


async def test_a_step_moved_to_another_day_is_not_brought_on_the_old_one() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("set a step")
    await client.submits(then="I stretch", on="2026-11-25", remind="yes")
    await client.presses("Yes")
    await client.presses_raw(f"step-change:{(await kept(world, client))[0].id}:move")
    await client.submits(on="2026-11-27")
    await world.until(world.clock.now() + timedelta(days=8))
    assert "step-prompt-hello" not in client.templates()


async def test_what_made_it_possible_is_asked_once_and_found_among_strengths() -> None:
    world = World()
    client, _ = await joined(world)
    await types(client, "I breathe")
    shown = await client.writes("I did it")
    assert [one.template for one in shown] == ["step-done", "step-helped-ask"]
    await client.writes("Ana reminded me that it may be small")
    if any(b.label == "Keep private" for b in client.buttons()):
        await client.presses("Keep private")
    strengths = text_of(await client.writes("my strengths"))
    assert "Ana reminded me that it may be small" in strengths
    assert "only to you" in strengths


@pytest.mark.parametrize("how", ["pass", "press"])
async def test_passing_on_what_made_it_possible_is_fine_and_keeps_nothing(how: str) -> None:
    world = World()
    client, _ = await joined(world)
    await types(client, "I breathe")
    await client.writes("done")
    (shown,) = await (client.writes("pass") if how == "pass" else client.presses("Pass"))
    assert shown.template == "step-helped-passed"
    (none,) = await client.writes("my strengths")
    assert none.template == "strengths-none"


async def test_the_curve_is_the_clients_own_answers_with_their_words() -> None:
    world = World()
    client, coach = await joined(world)
    (none,) = await client.writes("my curve")
    assert none.template == "curve-none"
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (mine,) = await tx.engagements_of(person.id)
        about = {"engagement_id": mine.id, "client_id": person.id, "state": AnswerState.KEPT}
        for number, mark in enumerate((Mark.TWO, Mark.FOUR)):
            at = world.clock.now() + timedelta(days=number)
            kept = {**about, "at": at, "check_in": f"c{number}", "question": "weekly.energy"}
            await tx.save_answer(answer(f"m{number}", **kept, mark=mark, words=None))
        words = Words("Ana took the night shift")
        await tx.save_answer(answer("w", **about, at=at, check_in="c1", mark=None, words=words))
    (curve,) = await client.writes("my curve")
    (picture,) = [block for block in curve.blocks if isinstance(block, Picture)]
    assert picture.alt.endswith("2, 4")
    assert "only to you" in text_of([curve])
    assert client.quotes(last=1) == ["Ana took the night shift"]
    assert coach.sees().count("2, 4") == 0


def test_the_curve_shows_order_and_no_days() -> None:
    assert curve_png([1, 5]) == curve_png([1, 5])
    assert curve_png([1, 5]) != curve_png([5, 1])
    for wrong in ([], [3], [0, 3], [3, 6]):
        with pytest.raises(ValueError, match="two values"):
            curve_png(wrong)


async def engagement_id(world: World, client: Chatter) -> str:
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        return engagement.id


async def asked_on(world: World, client: Chatter, weeks: int) -> list[str]:
    await world.until(world.clock.now() + timedelta(weeks=weeks))
    asked = [a for a in world.platform.arrived if a.message.template == "question-step"]
    return [a.at.date().isoformat() for a in asked if a.to == client.address]


def _buttons(block: object) -> tuple:  # type: ignore[type-arg]
    return getattr(block, "buttons", ())
