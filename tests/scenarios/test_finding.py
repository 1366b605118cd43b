"""A client finds their own words again, and takes them along as a letter."""

from __future__ import annotations

import pickle
from datetime import timedelta

import pytest

from bot.chat import Document, Message, Quote
from bot.documents.letter import LETTER
from bot.text import catalogue, languages
from tests.memory_store.store import MemoryStore
from tests.world import Chatter, World, joined, text_of

BUDGET = "The budget talk went better than I thought."


def quoted(messages: list[Message]) -> list[str]:
    return [block.words.text for m in messages for block in m.blocks if isinstance(block, Quote)]


def papers(messages: list[Message]) -> list[Document]:
    return [block for m in messages for block in m.blocks if isinstance(block, Document)]


async def with_words() -> tuple[World, Chatter]:
    """A client who answered a check-in about the budget, and wrote of other things later."""
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.writes(BUDGET)
    world.clock.at += timedelta(days=9)
    await client.writes("I slept badly before the review.")
    return world, client


@pytest.mark.parametrize(
    "line",
    ["what did I write about the budget", "my words budget", "my words BÚDGET", "my words bugdet"],
)
async def test_words_are_found_by_a_word(line: str) -> None:
    _, client = await with_words()
    found = await client.writes(line)
    assert quoted(found) == [BUDGET]
    # The day, and the question that it answers.
    assert "on “" in text_of(found)


async def test_words_are_found_by_days() -> None:
    _, client = await with_words()
    assert quoted(await client.writes("my words November")) == [BUDGET]
    assert quoted(await client.writes("what did I write today")) == [
        "I slept badly before the review."
    ]
    assert quoted(await client.writes("what did I write about the budget today")) == []


async def test_nothing_found_is_said_kindly_and_leads_to_all_words() -> None:
    _, client = await with_words()
    (told,) = await client.writes("what did I write about pensions")
    assert told.template == "found-none"
    assert "pensions" not in text_of([told])
    assert len(quoted(await client.presses("My words"))) == 2


async def test_what_is_typed_to_search_is_stored_nowhere() -> None:
    world, client = await with_words()
    for line in ("what did I write about zyzzyva", "my words zyzzyva", "my words budget"):
        await client.writes(line)
    assert isinstance(world.store, MemoryStore)
    stored = pickle.dumps(world.store._tables).decode("utf-8", "replace").casefold()
    assert "budget talk" in stored, "the scan sees what is stored"
    assert "zyzzyva" not in stored
    assert stored.count("budget") == stored.count("budget talk")


async def test_an_open_question_stays_open_and_ordinary_words_answer_it() -> None:
    world, client = await with_words()
    await world.skip()
    await client.writes("what did I write about the budget")
    answered = await client.writes("My words matter to me")
    assert quoted(answered) == ["My words matter to me"]
    assert "You wrote:" in text_of(answered)


async def test_many_are_shown_page_by_page_and_the_button_holds_no_word() -> None:
    world = World()
    client, _ = await joined(world)
    for number in range(23):
        await client.writes(f"Budget, part {number}.")
        world.clock.at += timedelta(minutes=1)
    shown = [quoted(await client.writes("my words budget"))]
    action = client.button("Earlier ones …").action
    assert "budget" not in action
    shown += [quoted(await client.presses("Earlier ones …")) for _ in range(2)]
    assert [len(page) for page in shown] == [10, 10, 3]
    assert [one for page in shown for one in page] == [
        f"Budget, part {number}." for number in reversed(range(23))
    ]
    # Once the words are erased that the button points at, it points at nothing.
    await client.writes("erase")
    await client.presses("Erase everything")
    assert quoted(await client.presses_raw(action)) == []


async def test_another_persons_button_finds_nothing() -> None:
    world, client = await with_words()
    other, _ = await joined(world, "Ana", "Bo", client="ana", coach="bo")
    for number in range(11):
        await client.writes(f"Secret {number}.")
    await client.writes("my words secret")
    stolen = client.button("Earlier ones …").action
    assert quoted(await other.presses_raw(stolen)) == []


async def test_somebody_without_kept_words_reads_the_kind_line() -> None:
    world = World()
    client, _ = await joined(world, keep=False)
    await client.writes("I wrote of the budget.")
    (told,) = await client.writes("my words budget")
    assert told.template == "found-none"


async def test_the_letter_holds_what_was_kept_by_week_and_marks_no_gap() -> None:
    _, client = await with_words()
    await client.writes("step")
    await client.writes("when I close my laptop, then I write one line")
    handed = await client.writes("letter to myself")
    (paper,) = papers(handed)
    page = paper.content.text
    assert "organisation may be able to read" in text_of(handed)
    assert paper.media_type == "text/html"
    assert page.index(BUDGET) < page.index("I slept badly") < page.index("I write one line")
    assert page.count("<h2>Week of ") == 2, "nine days apart, and no week between is marked"
    assert "organisation may be able to read" in page
    assert "<script" not in page
    assert "http" not in page


@pytest.mark.parametrize("language", languages())
async def test_each_language_asks_for_the_letter_in_its_own_words(language: str) -> None:
    _, client = await with_words()
    typed = {
        "en": "letter to myself",
        "de": "Brief an mich",
        "fr": "lettre à moi",
        "es": "carta para mí",
        "pt": "carta para mim",
        "vi": "thư gửi chính mình",
        "ja": "自分への手紙",
    }
    await client.presses_raw(f"language:{language}")
    (paper,) = papers(await client.writes(typed[language]))
    assert f'lang="{language}"' in paper.content.text
    assert catalogue(language)("letter-title") in paper.content.text


async def test_a_hostile_answer_stays_text_in_the_letter() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("<script>alert(1)</script> \ud800 {{ 7*7 }}")
    (paper,) = papers(
        await client.presses("As a letter to myself")
        if _has(client)
        else await client.writes("letter to myself")
    )
    assert "<script>" not in paper.content.text
    assert "{{ 7*7 }}" in paper.content.text


def _has(client: Chatter) -> bool:
    return any(button.label == "As a letter to myself" for button in client.buttons())


async def test_the_letter_is_offered_at_the_end_and_after_it() -> None:
    world, client = await with_words()
    while "ending" not in client.templates() and await world.skip():
        pass
    assert len(papers(await client.presses("As a letter to myself"))) == 1
    world.clock.at += timedelta(days=10)
    await world.bot.tick()
    await client.writes("help")
    (paper,) = papers(await client.presses("As a letter to myself"))
    assert BUDGET in paper.content.text


async def test_an_erase_takes_the_letter_out_of_the_chat_too() -> None:
    world, client = await with_words()
    await client.writes("letter to myself")
    await client.writes("erase everything")
    await client.presses("Only a part …")
    await client.presses("One answer …")
    await client.presses_raw([button.action for button in client.buttons()][-1])
    await client.presses("Erase it")
    ((_, own),) = world.platform.cleared
    assert LETTER in own.files


async def test_with_nothing_kept_there_is_no_letter() -> None:
    client, _ = await joined(World(), keep=False)
    assert (await client.writes("letter to myself"))[0].template == "letter-none"
