"""The bot's own messages on the local page: edits replace them, and `clear` deletes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import NotSent, Own, Sent
from tests.adapters.support import GESTURE, Opened, message_of, opened_page
from tests.fakes import START

MAI = Address("local", "local", "client")
DANIEL = Address("local", "local", "coach")
EMPTIED = message_of("Something was taken back.", Words("nothing"))


async def test_the_bot_deletes_its_own_messages_that_are_meant_and_no_others(
    tmp_path: Path,
) -> None:
    async with opened_page(tmp_path) as page:
        await page.does(1, text="first")
        page.desk.at += timedelta(hours=1)
        await page.does(2, text="second")
        await page.adapter.clear(MAI, Own(quoting=(Words("second"),)))
        assert await said(page) == [("person", "first"), ("bot", "first"), ("person", "second")]
        await page.adapter.clear(MAI, Own(since=page.desk.at))
        assert len(await said(page)) == 3
        await page.adapter.clear(MAI, Own(until=page.desk.at))
        assert await said(page) == [("person", "first"), ("person", "second")]


async def test_an_answer_that_may_be_edited_is_known_to_the_bot(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        answer = replace(message_of("Shared with you", Words("words")), reference="r1")
        page.desk.script = [[answer]]
        await page.does(1, text="digest")
        ((to, reference, message),) = page.desk.posts
        assert (to, reference) == (MAI, "r1")
        edited = message_of("Shared with you", Words("nothing"))
        assert await page.adapter.edit(to, message, edited) == Sent(message)
        entry = (await page.adapter.history("client"))[-1]
        assert entry["edited"]
        assert entry["blocks"][1]["text"] == "nothing"


async def test_an_edited_message_keeps_its_place_and_its_time_and_says_so(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        await page.adapter.send(MAI, message_of("first", Words("words")), "ref")
        await page.adapter.send(MAI, message_of("second"), "other")
        page.desk.at += timedelta(hours=1)
        await page.adapter.edit(MAI, "ref", EMPTIED)
        edited, other = await page.adapter.history("client")
        assert (edited["at"], edited["edited"]) == (START.isoformat(), True)
        assert edited["blocks"][1]["text"] == "nothing"
        assert "edited" not in other


async def test_an_edit_is_shown_once_however_often_it_is_repeated(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        await page.adapter.send(MAI, message_of("first"), "ref")
        told: list[dict[str, Any]] = []
        page.adapter.listen(lambda _, change: told.append(change))
        for _ in range(3):
            assert await page.adapter.edit(MAI, "ref", EMPTIED) == Sent("ref")
        assert [change["change"] for change in told] == ["edited"]
        assert told[0]["entry"] == (await page.adapter.history("client"))[0]


async def test_nothing_but_a_message_of_the_bots_own_in_that_chat_can_be_edited(
    tmp_path: Path,
) -> None:
    async with opened_page(tmp_path) as page:
        await page.adapter.send(MAI, message_of("hers"), "ref")
        await page.does(1, text="my own words")
        own = GESTURE.format(1)
        for posted in (own, f"own:{own}", "never"):
            assert await page.adapter.edit(MAI, posted, EMPTIED) == NotSent("gone")
        assert await page.adapter.edit(DANIEL, "ref", EMPTIED) == NotSent("gone")
        assert ("person", "my own words") in await said(page)


async def test_every_answer_is_shown_also_where_the_bot_could_not_note_one(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:

        async def full(
            to: Address, reference: str, message: str, parts: tuple[str, ...] = ()
        ) -> None:
            raise OSError("disk full")

        page.desk.posted = full  # type: ignore[method-assign]
        page.desk.script = [[replace(message_of("one"), reference="r1"), message_of("two")]]
        assert await page.does(1, text="digest") == 500
        answers = (await page.adapter.history("client"))[1:]
        assert [answer["blocks"][0]["text"] for answer in answers] == ["one", "two"]


async def test_what_goes_is_told_at_once_and_what_the_person_said_stays(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        await page.does(1, text="hello")
        await page.does(2, kind="pressed", action="act:yes", label="Yes")
        await page.adapter.send(MAI, message_of("first"), "ref")
        going = [e["id"] for e in await page.adapter.history("client") if e["from"] == "bot"]
        async with page.live() as socket:
            await page.adapter.clear(MAI, Own())
            assert await socket.receive_json(timeout=5) == {
                "person": "client",
                "change": "deleted",
                "ids": going,
            }
        assert await said(page) == [("person", "hello"), ("person", "Yes")]
        await page.does(3, text="and now?")
        assert len(await said(page)) == 4


async def test_a_confirmation_comes_after_what_it_confirms(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        handle = page.desk.handle

        async def clears(event: Any) -> Any:
            await page.adapter.clear(MAI, Own())
            return await handle(event)

        await page.adapter.send(MAI, message_of("old"), "ref")
        page.desk.handle = clears  # type: ignore[method-assign]
        await page.does(1, text="erase")
        assert await said(page) == [("person", "erase"), ("bot", "erase")]


async def test_a_clear_that_fails_says_so_in_the_log_without_any_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened_page(tmp_path) as page:

        async def full(*_: object) -> None:
            raise OSError("SECRET WORDS")

        monkeypatch.setattr("adapters.local.transcript.Transcript.remove", full)
        with capture_logs() as logs:
            await page.adapter.clear(MAI, Own())
        assert logs == [{"event": "clear_failed", "error": "OSError", "log_level": "error"}]


async def said(page: Opened) -> list[tuple[str, str]]:
    entries = await page.adapter.history("client")
    return [(e["from"], e.get("text") or e["blocks"][1]["text"]) for e in entries]
