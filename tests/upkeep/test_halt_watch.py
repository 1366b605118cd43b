"""A halt is in the log and in the figures of each process within two seconds."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.domain.halting.halt import Halt
from bot.metrics import METRICS
from bot.run.one_process import running
from bot.settings import Settings
from bot.upkeep.halt_watch import HaltWatch, note_halt
from storage.sql.halts.button import press, release
from tests.fakes import START
from tests.memory_store.store import MemoryStore, MemoryTransaction

# Two seconds, and one for a machine that does much else.
SOON = 3.0


def test_a_halt_is_in_the_figures_and_logged_once_for_each_change() -> None:
    pressed = Halt(START, "operator", "a drill")
    with capture_logs() as logs:
        for last in (pressed, pressed, replace(pressed, resumed_at=START)):
            note_halt(last)
            assert METRICS.is_halted is last.in_force
            assert f"handrail_halted {float(last.in_force)}" in METRICS.exposed().decode()
    assert [log["event"] for log in logs] == ["halted", "resumed"]


async def test_while_the_database_is_away_what_was_known_stays_and_nothing_is_logged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def away(self: MemoryTransaction) -> Halt | None:
        raise OSError

    note_halt(Halt(START, "operator"))
    monkeypatch.setattr(MemoryTransaction, "halt", away)
    with capture_logs() as logs:
        await HaltWatch(MemoryStore()).look()
    assert METRICS.is_halted
    assert logs == []
    note_halt(None)


async def test_a_process_that_runs_notices_it_within_two_seconds(tmp_path: Path) -> None:
    """In real time; tests/scaled/test_halt.py has the same of workers."""
    folder = tmp_path / "data"
    settings = Settings(data=folder, port=0)
    with capture_logs() as logs:
        async with running(settings):
            of = settings.organisation
            await asyncio.to_thread(press, folder, None, of, "operator", None)
            await until(lambda: METRICS.is_halted)
            await asyncio.to_thread(release, folder, None, of)
            await until(lambda: not METRICS.is_halted)
    told = [log["event"] for log in logs if log["event"] in ("halted", "resumed")]
    assert told == ["halted", "resumed"]


async def until(is_so: Callable[[], bool]) -> None:
    began = time.monotonic()
    while not is_so():
        assert time.monotonic() - began < SOON
        await asyncio.sleep(0.05)
