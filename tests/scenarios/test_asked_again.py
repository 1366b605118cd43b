"""A changed wording, reader, keeping time or meaning suspends the grants it concerns, and no
others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest
from fluent.runtime import FluentResource

from bot import text as texts
from bot.domain.consent import Act, latest
from bot.domain.purposes import PURPOSES, Purpose, asked_of_client, asked_of_coach
from bot.rules import grants
from bot.text import catalogue
from tests.scenarios.sponsoring.house import names
from tests.tables import put_row
from tests.world import Chatter, World, joined, text_of

WORDS = sorted({(purpose, key) for purpose, row in PURPOSES.items() for key in row.worded_by})
WEEK = timedelta(days=7)


@pytest.fixture(autouse=True)
def _fresh_catalogues() -> Iterator[None]:
    yield
    forget_catalogues()


def forget_catalogues() -> None:
    texts.catalogue.cache_clear()
    texts._wording.cache_clear()


@pytest.fixture(scope="module", autouse=True)
def _parsed_once() -> Iterator[None]:
    """The catalogues are made anew a thousand times here; their files stay the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts, "FluentResource", cache(FluentResource))
        yield


def change(patch: pytest.MonkeyPatch, key: str) -> None:
    """Adds one character to the end of one sentence, as an upgrade might."""
    said = texts.Catalogue.__call__

    def with_one_more(self: texts.Catalogue, asked: str, **values: str | int) -> str:
        sentence = said(self, asked, **values)
        return f"{sentence}!" if asked == key else sentence

    patch.setattr(texts.Catalogue, "__call__", with_one_more)
    forget_catalogues()


async def in_force(world: World, client: Chatter) -> set[Purpose]:
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        ledger = await tx.ledger(engagement.id)
    now = world.clock.now()
    return {p for p in Purpose if grants.live(ledger, p, now, engagement) is not None}


OTHERS = (
    "Step reminders",
    "Share words",
    "Share choices",
    "Check-in reminder",
    "Session questions",
    "Notes from my coach",
    "On my coach's list",
    "Lines for whoever pays",
)


async def everything_allowed(world: World) -> tuple[Chatter, Chatter]:
    client, coach = await joined(world)
    await names(coach)
    await client.writes("my switches")
    for purpose in OTHERS:
        await client.writes("my switches")
        await client.presses(f"Turn on: {purpose}")
        await client.presses("Yes")
    await coach.writes("my switches")
    await coach.presses("Yes")
    return client, coach


@pytest.mark.parametrize(("purpose", "key"), WORDS)
def test_each_sentence_changed_by_one_character_changes_exactly_what_it_words(
    purpose: Purpose, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language in texts.languages():
        forget_catalogues()
        monkeypatch.undo()
        before = {p: catalogue(language).wording(p).hash for p in Purpose}
        change(monkeypatch, key)
        after = {p: catalogue(language).wording(p).hash for p in Purpose}
        assert {p for p in Purpose if before[p] != after[p]} == {purpose}


@pytest.mark.parametrize(("purpose", "key"), WORDS)
async def test_a_changed_sentence_suspends_what_it_words_until_it_is_asked_again(
    purpose: Purpose, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World()
    client, coach = await everything_allowed(world)
    allowed = await in_force(world, client)
    assert allowed == set(asked_of_client())
    change(monkeypatch, key)
    rest = set() if purpose is Purpose.AGREEMENT else allowed - {purpose}
    assert await in_force(world, client) == rest
    person = coach if purpose in asked_of_coach() else client
    asked = await person.writes("what do you hold")
    assert asked[-1].template in (f"ask-{purpose.value.replace('_', '-')}", "agreement")
    await person.presses(
        {"agreement": "I agree", "ask-digest": "Yes, once a week"}.get(asked[-1].template, "Yes")
    )
    assert await in_force(world, client) == allowed


async def test_a_change_is_asked_about_once_and_a_no_is_final(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("something to keep")
    change(monkeypatch, "ask-keep-words")
    first = await client.writes("what do you hold")
    assert [m.template for m in first][-2:] == ["asked-again", "ask-keep-words"]
    again = await client.writes("what do you hold")
    assert "ask-keep-words" not in [m.template for m in again]
    told = text_of(await client.presses("No"))
    assert "I've erased the words of yours that I had kept" in told
    assert "something to keep" not in text_of(await client.writes("what do you hold"))


async def test_the_bot_does_not_ask_again_while_another_question_is_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = World()
    client, _ = await joined(world)
    change(monkeypatch, "ask-check-ins")
    for line, template in (("erase", "erase-ask"), ("my switches", "switches")):
        assert [m.template for m in await client.writes(line)] == [template]
    assert [m.template for m in await client.writes("next")][-1] == "ask-check-ins"


@pytest.mark.parametrize("key", ["ask-check-ins", "ask-agreement", "ask-keep-words"])
async def test_a_changed_sentence_is_asked_anew_once_in_the_place_of_a_check_in(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World()
    client, _ = await joined(world)
    before = len(client.shown)
    change(monkeypatch, key)
    await world.until(world.clock.now() + 2 * WEEK)
    asked, *others = client.shown[before:]
    assert asked.template == "asked-anew"
    assert {one.template for one in others} <= {"check-in", "gentle-ask"}
    assert bool(others) is (key == "ask-keep-words")
    now = next(line for line in text_of([asked]).splitlines() if line.endswith("!"))
    assert now.removesuffix("!") in [line for q in client.quotes() for line in q.splitlines()]
    await client.presses("I agree" if key == "ask-agreement" else "Yes")
    assert Purpose.CHECK_INS in await in_force(world, client)
    assert Purpose.KEEP_WORDS in await in_force(world, client)


async def test_several_changes_are_one_question_and_the_next_follows_its_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = World()
    client, _ = await joined(world)
    with monkeypatch.context() as patch:
        change(patch, "ask-keep-words")
        change(patch, "ask-keep-marks")
        before = len(client.shown)
        await world.until(world.clock.now() + 2 * WEEK)
        asked = [m for m in client.shown[before:] if m.template == "asked-anew"]
        assert "Also changed: Keep my words." in text_of(asked)
        assert len(asked) == 1
        answered = await client.presses("Yes")
    assert answered[-1].template == "ask-keep-words"


async def test_what_was_approved_waits_while_sharing_is_suspended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = World()
    client, coach = await everything_allowed(world)
    await client.writes("for Daniel")
    await client.asks_to_share()
    await client.presses("Share exactly this")
    change(monkeypatch, "ask-share-words")
    assert "for Daniel" not in text_of(await coach.writes("digest"))
    await client.writes("next")
    await client.presses("Yes")
    assert "for Daniel" in text_of(await coach.writes("digest"))


async def test_the_sentence_changed_back_still_has_to_be_asked_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = World()
    client, _ = await joined(world)
    with monkeypatch.context() as patch:
        change(patch, "ask-check-ins")
        await client.writes("next")
    forget_catalogues()
    assert Purpose.CHECK_INS not in await in_force(world, client)


async def test_a_wider_reader_suspends_and_a_narrower_one_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = World()
    client, _ = await everything_allowed(world)
    allowed = await in_force(world, client)
    wider = replace(PURPOSES[Purpose.SHARE_WORDS], readers=("client", "coach", "sponsor"))
    put_row(monkeypatch, PURPOSES, Purpose.SHARE_WORDS, wider)
    assert await in_force(world, client) == allowed - {Purpose.SHARE_WORDS}
    for purpose, row in list(PURPOSES.items()):
        put_row(monkeypatch, PURPOSES, purpose, replace(row, readers=("client",)))
    assert await in_force(world, client) == allowed


async def test_keeping_longer_suspends_and_keeping_shorter_does_not() -> None:
    world = World()
    client, _ = await everything_allowed(world)
    allowed = await in_force(world, client)
    await _keeps(world, client, timedelta(days=-1))
    assert await in_force(world, client) == allowed
    await _keeps(world, client, timedelta(days=2))
    assert await in_force(world, client) == set()


async def _keeps(world: World, client: Chatter, more: timedelta) -> None:
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        await tx.save_engagement(replace(engagement, keeps_until=engagement.keeps_until + more))


async def test_a_purpose_that_comes_to_mean_more_is_suspended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = World()
    client, _ = await everything_allowed(world)
    allowed = await in_force(world, client)
    more = replace(PURPOSES[Purpose.STEP_PROMPTS], meaning=2)
    put_row(monkeypatch, PURPOSES, Purpose.STEP_PROMPTS, more)
    forget_catalogues()
    assert await in_force(world, client) == allowed - {Purpose.STEP_PROMPTS}


async def test_the_ledger_says_that_it_was_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    client, _ = await joined(world)
    change(monkeypatch, "ask-keep-marks")
    await client.writes("next")
    ledgers = world.store._tables.ledgers.values()  # type: ignore[attr-defined]
    (ledger,) = [entries for entries in ledgers if entries[0].purpose is Purpose.AGREEMENT]
    last = latest(ledger, Purpose.KEEP_MARKS)
    assert last is not None
    assert last.act is Act.CHANGED


async def test_withdrawing_takes_no_more_taps_than_giving() -> None:
    world = World()
    client, _ = await everything_allowed(world)
    for name in ("Check-ins", "Step reminders", "Keep my choices", "Share words", "Share choices"):
        await client.writes("my switches")
        before = client.taps
        await client.presses(f"Turn off: {name}")
        off = client.taps - before
        await client.writes("my switches")
        before = client.taps
        await client.presses(f"Turn on: {name}")
        await client.presses("Yes")
        assert off <= client.taps - before


async def test_a_yes_is_noted_in_the_language_in_which_it_was_asked() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("my switches")
    await client.presses("Turn on: Notes from my coach")
    yes = client.button("Yes").action
    # The question is no longer the last thing that was asked, so it is not asked anew in German.
    await client.writes("help")
    await client.presses_raw("language:de")
    await client.presses_raw(yes)
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        asked, given = (await tx.ledger(engagement.id))[-2:]
        copy = await tx.agreed(engagement.id)
    assert asked.wording == given.wording
    assert copy is not None
    assert copy.said["notes"].text.startswith("May your coach")
