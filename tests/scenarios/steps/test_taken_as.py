"""What "done", "half of it" and "not yet" are taken as, in every language and every situation."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from bot.domain.check_in import Mark
from bot.domain.step import StepState
from bot.text import languages
from bot.understand import Intent, progress_in, understand
from bot.understand.wordings import expand
from tests.world import Chatter, World, joined

LOCALE = Path(__file__).parents[3] / "bot" / "locale"
MONDAY = date(2026, 11, 23)
# As people type them, by language: not yet, a part of it, done.
LINES = {
    "en": ("Not yet.", "half of it", "I did it!"),
    "de": ("noch nicht", "zur Hälfte", "Ich hab's gemacht"),
    "fr": ("Pas encore", "à moitié", "C'est fait !"),
    "es": ("todavía no", "la mitad", "¡Lo hice!"),
    "pt": ("ainda não", "metade", "Consegui!"),
    "ja": ("まだです", "半分だけ", "できました！"),
    "vi": ("chưa", "một nửa", "Xong rồi"),
}
MARKS = (Mark.NOT_YET, Mark.PARTLY, Mark.DONE)
SAID = ("step-not-yet", "step-partly", "step-done")


async def begun(language: str, *steps: str) -> tuple[World, Chatter]:
    world = World()
    client, _ = await joined(world)
    await client.presses_raw(f"language:{language}")
    for words in steps:
        await sets(client, words)
    return world, client


async def sets(client: Chatter, words: str, on: str = "none") -> None:
    client.world.clock.forward(minutes=1)
    await client.presses_raw("step")
    await client.submits(then=words, on=on)


def test_every_language_has_its_lines() -> None:
    assert set(LINES) == set(languages())


@pytest.mark.parametrize("language", LINES)
def test_each_line_means_one_thing_and_a_sentence_about_it_is_none(language: str) -> None:
    assert tuple(progress_in(line, language) for line in LINES[language]) == MARKS
    for line in LINES[language]:
        assert progress_in(f"{line} Ana, 2027, Lisbon, and a good deal besides", language) is None


@pytest.mark.parametrize("language", LINES)
async def test_one_open_step_is_what_a_line_is_about(language: str) -> None:
    _, client = await begun(language, "breathe")
    for line, said in zip(LINES[language], SAID, strict=True):
        shown = await client.writes(line)
        assert shown[0].template == said, line


@pytest.mark.parametrize("language", LINES)
async def test_with_several_open_steps_the_bot_asks_which(language: str) -> None:
    _, client = await begun(language, "breathe", "stretch")
    for line in LINES[language]:
        (asked,) = await client.writes(line)
        assert asked.template == "step-which", line
        assert [button.label for button in list(client.buttons())[-2:]] == ["stretch", "breathe"]
    shown = await client.writes("breathe")
    assert shown[0].template == "step-done"
    assert "breathe" in client.quotes(last=len(shown))


@pytest.mark.parametrize("language", LINES)
async def test_without_a_step_it_answers_the_open_question(language: str) -> None:
    for line in LINES[language]:
        world, client = await begun(language)
        await world.skip()
        assert client.templates()[-1] == "check-in"
        shown = await client.writes(line)
        assert line in client.quotes(last=len(shown)), line


@pytest.mark.parametrize("language", LINES)
async def test_with_nothing_open_it_gets_a_kind_line_and_is_not_kept(language: str) -> None:
    _, client = await begun(language)
    for line in LINES[language]:
        (shown,) = await client.writes(line)
        assert shown.template == "step-nothing-open", line
        assert not client.quotes(last=1)


@pytest.mark.parametrize("language", LINES)
async def test_an_open_question_stays_open_beside_the_step(language: str) -> None:
    world, client = await begun(language)
    await sets(client, "breathe", on="2026-12-24")
    await world.skip()
    assert client.templates()[-1] == "check-in"
    for line, said in zip(LINES[language], SAID, strict=True):
        shown = await client.writes(line)
        assert shown[0].template == said, line
    shown = await client.writes("Ana 2027")
    assert "Ana 2027" in client.quotes(last=len(shown))
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        (answer,) = [a for a in await tx.answers(engagement.id) if a.words is not None]
        assert answer.question == "weekly.went-well"


@pytest.mark.parametrize("language", LINES)
async def test_under_a_check_in_about_the_step_it_is_the_answer_to_that(language: str) -> None:
    world, client = await begun(language, "breathe")
    await world.skip()
    assert client.templates()[-1] == "question-step"
    shown = await client.writes(LINES[language][2])
    assert shown[0].template == "step-done"
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        assert [a.mark for a in await tx.answers(engagement.id) if a.mark] == [Mark.DONE]
        assert [s.state for s in await tx.steps(engagement.id)] == [StepState.DONE]


async def test_a_yes_or_no_that_is_asked_for_stays_one() -> None:
    """ "No, not yet" under a question for consent is a no, and says nothing of the step."""
    _, client = await begun("es", "respirar")
    await client.presses_raw("stop")
    shown = await client.writes("todavía no")
    assert shown[0].template != "step-not-yet"


# Of more lines than these, an even share is tried.
MOST = 300


@pytest.mark.parametrize("language", LINES)
def test_no_line_about_a_step_withdraws_everything(language: str) -> None:
    """Where such a line may also be a stop ("c'est terminé"), the bot asks."""
    table = tomllib.loads((LOCALE / language / "steps.toml").read_text("utf-8"))["progress"]
    lines = [line for rows in table.values() for row in rows for line in expand(row)]
    assert len(lines) > 20
    for line in lines[:: max(1, len(lines) // MOST)]:
        meant = understand(line, language, MONDAY)
        assert meant.intent is not Intent.STOP or not meant.sure, line


async def test_a_line_that_may_be_a_stop_is_asked_about_with_an_open_step() -> None:
    _, client = await begun("fr", "breathe")
    (asked,) = await client.writes("c'est terminé")
    assert asked.template == "stop-sure"
    (shown, *_) = await client.writes("what have I allowed")
    assert shown.template != "stopped"
