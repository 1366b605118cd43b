"""Attacks by somebody who holds a copy of one part: database, keys, epochs, logs."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest

from tests.attacks import loud, malformed
from tests.attacks.attack import Tried, attack
from tests.attacks.processes import LOUD, environment, printed_by, started
from tests.attacks.volumes import ALL, SOME, erased_after_a_copy, opens, put_together


@attack("Finds in the log what a library wrote: every logger, level, handler, warning, lost task.")
@pytest.mark.parametrize("command", ["demo", "doctor", "run", "serve", "worker"])
def test_no_word_of_a_library_is_in_the_log(command: str, tmp_path: Path, tried: Tried) -> None:
    printed = printed_by(command, tmp_path, LOUD)
    tried()
    assert int(re.findall(r"loggers: (\d+)", printed)[0]) > 50
    assert loud.MARKER not in printed
    assert "Traceback" not in printed
    assert "library" in printed, "somebody is told that it spoke, and how loudly"
    assert "aiohttp.access" in printed


@attack("Finds in the log what an error quoted that ended the process.")
def test_no_word_of_an_error_that_ends_the_process_is_in_the_log(
    tmp_path: Path, tried: Tried
) -> None:
    printed = printed_by("demo", tmp_path, LOUD, "CRASH")
    tried()
    assert loud.MARKER not in printed
    assert "Traceback" not in printed
    assert "error=RuntimeError" in printed


@attack("Finds bearer tokens, cookies and bodies of malformed requests in the log.", tries=30)
def test_no_malformed_request_is_in_the_log(tmp_path: Path, tried: Tried) -> None:
    with started(["run"], environment(tmp_path, "run")) as one:
        for raw in malformed.requests():
            with socket.create_connection(("127.0.0.1", one.port), timeout=10) as asking:
                asking.sendall(raw)
                asking.shutdown(socket.SHUT_WR)
                while asking.recv(65536):
                    pass
            tried()
        one.end()
    assert malformed.SECRET not in one.printed
    assert "Traceback" not in one.printed


@attack(
    "Puts copies of the data, the keys or the epochs from before an erase beside those in use, "
    "in every combination but all three.",
    tries=len(SOME),
)
async def test_less_than_all_three_copies_open_nothing_after_an_erase(
    tmp_path: Path, tried: Tried
) -> None:
    before, after = await erased_after_a_copy(tmp_path)
    for old in SOME:
        assert not await opens(put_together(before, after, old, tmp_path / f"with-{'-'.join(old)}"))
        tried()
    # All three of one time do open: that is what the certificate says of backups.
    assert await opens(put_together(before, after, ALL, tmp_path / "all"))
