"""The stored transcript of the local page, and its clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.local import clock as clock_module
from adapters.local.clock import MovableClock
from adapters.local.transcript import Transcript
from tests.adapters.support import GESTURE, OpenSealer, keyed_hash, opened_page
from tests.fakes import START


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
        await page.adapter.forget_chat("client")
        await page.does(2, text="and a new beginning")
        shown = await page.adapter.history("client")
        assert [entry.get("text") for entry in shown] == ["and a new beginning", None]


async def test_the_clock_only_moves_on_and_a_second_start_goes_on_from_there(
    tmp_path: Path,
) -> None:
    transcript = await Transcript.open(tmp_path / "local.db", OpenSealer(), keyed_hash)
    clock = MovableClock(await transcript.clock_offset(), transcript.keep_clock_offset)
    before = clock.now()
    await clock.move_to(before + timedelta(days=3))
    moved = clock.now()
    await clock.move_to(before)
    assert clock.now() >= moved >= before + timedelta(days=3)
    await transcript.close()
    again = await Transcript.open(tmp_path / "local.db", OpenSealer(), keyed_hash)
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
