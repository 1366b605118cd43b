"""What the log holds: our own events, so many a second, and no text of a library."""

from __future__ import annotations

import subprocess
import sys

import pytest
import structlog

from bot.commands.log import MOST_OF_LIBRARIES, MOST_PER_EVENT, Spared


class Seconds:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def passes(spared: Spared, **event: str) -> dict[str, object] | None:
    try:
        return dict(spared(None, "error", {**event}))
    except structlog.DropEvent:
        return None


def test_an_event_has_so_many_lines_a_second_and_the_next_line_counts_the_rest() -> None:
    seconds = Seconds()
    spared = Spared(seconds)
    written = [passes(spared, event="answer_failed") for _ in range(MOST_PER_EVENT + 7)]
    assert sum(line is not None for line in written) == MOST_PER_EVENT
    other = passes(spared, event="delivery_failed")
    assert other == {"event": "delivery_failed", "left_out": "answer_failed:7"}
    assert passes(spared, event="answer_failed") is None
    seconds.now = 1.0
    again = passes(spared, event="answer_failed")
    assert again == {"event": "answer_failed", "left_out": "answer_failed:1"}


def test_a_library_with_many_loggers_does_not_get_more_lines_and_hides_none_of_ours() -> None:
    spared = Spared(Seconds())
    written = [passes(spared, event="library", logger=f"noisy.{n}") for n in range(500)]
    assert sum(line is not None for line in written) == MOST_OF_LIBRARIES
    assert passes(spared, event="crashed") is not None


def test_what_was_left_out_at_the_end_is_told_at_the_end(
    capsys: pytest.CaptureFixture[str],
) -> None:
    spared = Spared(Seconds())
    for _ in range(MOST_PER_EVENT + 2):
        passes(spared, event="answer_failed")
    spared.tell()
    spared.tell()
    assert capsys.readouterr().out.count("answer_failed:2") == 1


def test_no_library_that_logs_is_imported_before_the_log_is_set_up() -> None:
    code = (
        "import logging, bot.__main__\n"
        "print(*(n.split('.')[0] for n in logging.root.manager.loggerDict))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert set(ran.stdout.split()) <= {"asyncio", "concurrent", "dotenv", "pydantic_settings"}
