"""What the local page holds of a chat, and its clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.local import clock as clock_module
from adapters.local.clock import MovableClock
from adapters.local.transcript import Transcript
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Own, Sent
from tests.adapters.support import GESTURE, Opened, OpenSealer, digest, message_of, opened_page
from tests.fakes import START

MAI = Address("local", "local", "client")


async def test_an_edit_stands_under_the_time_at_which_it_was_first_written(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        await page.does(1, text="first")
        page.desk.at += timedelta(hours=1)
        await page.does(2, kind="edited", message=GESTURE.format(1), text="second")
        edited = (await page.adapter.history("client"))[0]
        assert (edited["text"], edited["at"]) == ("second", START.isoformat())


async def test_editing_what_was_never_written_shows_nothing(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        await page.does(2, kind="edited", message=GESTURE.format(1), text="second")
        assert all(entry["from"] == "bot" for entry in await page.adapter.history("client"))


async def test_what_was_chosen_is_known_after_a_reload(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        await page.does(kind="pressed", action="act:yes", label="Yes")
        tap = (await page.adapter.history("client"))[0]
        assert (tap["text"], tap["tapped"]) == ("Yes", "act:yes")


async def test_after_a_chat_was_cleared_a_new_one_can_begin(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        await page.does(1, text="hello")
        await page.adapter.clear_chat("client")
        await page.does(2, text="and a new beginning")
        shown = await page.adapter.history("client")
        assert [entry.get("text") for entry in shown] == ["and a new beginning", None]


async def test_the_bot_deletes_its_own_messages_that_are_meant_and_no_others(
    tmp_path: Path,
) -> None:
    async with opened_page(tmp_path) as page:
        await page.does(1, text="first")
        page.desk.at += timedelta(hours=1)
        await page.does(2, text="second")
        await page.adapter.clear(MAI, Own(quoting=Words("second")))
        assert await said(page) == [("person", "first"), ("bot", "first"), ("person", "second")]
        await page.adapter.clear(MAI, Own(since=page.desk.at))
        assert len(await said(page)) == 3
        await page.adapter.clear(MAI, Own(until=page.desk.at))
        assert await said(page) == [("person", "first"), ("person", "second")]


async def test_what_was_cleared_cannot_be_read_from_an_older_copy(tmp_path: Path) -> None:
    sealer = OpenSealer()
    transcript = await Transcript.open(tmp_path / "local.db", sealer, digest)
    await transcript.add("client", "a", {"from": "bot", "text": "gone"})
    await transcript.add("client", "b", {"from": "person", "text": "stays"})
    ((before,),) = await transcript._db.execute_fetchall("SELECT sealed FROM entry WHERE id = 1")
    await transcript.change("client", "a", None)
    await transcript.seal_anew("client")
    assert [entry["text"] for entry in await transcript.history("client")] == ["stays"]
    key = transcript._reference("client", "a")
    assert await transcript._unseal("client", key, before) is None
    await transcript.close()


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


async def said(page: Opened) -> list[tuple[str, str]]:
    entries = await page.adapter.history("client")
    return [(e["from"], e.get("text") or e["blocks"][1]["text"]) for e in entries]


async def test_the_clock_only_moves_on_and_a_second_start_goes_on_from_there(
    tmp_path: Path,
) -> None:
    transcript = await Transcript.open(tmp_path / "local.db", OpenSealer(), digest)
    clock = MovableClock(await transcript.clock_offset(), transcript.keep_clock_offset)
    before = clock.now()
    await clock.move_to(before + timedelta(days=3))
    moved = clock.now()
    await clock.move_to(before)
    assert clock.now() >= moved >= before + timedelta(days=3)
    await transcript.close()
    again = await Transcript.open(tmp_path / "local.db", OpenSealer(), digest)
    assert MovableClock(await again.clock_offset(), again.keep_clock_offset).now() >= moved
    await again.close()


async def test_the_clock_stands_still_while_the_machines_is_set_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Machine(datetime):
        shows = datetime(2026, 11, 23, 12, tzinfo=UTC)

        @classmethod
        def now(cls, tz: object = None) -> Machine:
            return cls.fromtimestamp(cls.shows.timestamp(), UTC)

    async def keep(_: timedelta) -> None: ...

    monkeypatch.setattr(clock_module, "datetime", Machine)
    clock = MovableClock(timedelta(0), keep)
    noon = clock.now()
    Machine.shows -= timedelta(hours=2)
    assert clock.now() == noon
    Machine.shows += timedelta(hours=3)
    assert clock.now() == noon + timedelta(hours=1)
