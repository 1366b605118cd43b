"""The key server goes away during a transaction, which then happens whole or not at all."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from storage import NotTurnedError
from storage.keys.epoch_turn import EpochTurn
from storage.keys.key_server import KeyServer
from storage.keys.keyring import KeyDestroyedError, Keys
from storage.trouble import KeyStoreError
from tests.databases import new_database
from tests.storage.keys.failing_keys import NOW, PLACE, WORDS, Crash, all_open, epochs_in, fill
from tests.storage.keys.key_servers import around_statements, ask, cut_off, process

LATER = NOW + timedelta(days=3)

# A script that kills itself within the transaction that turns, or at its COMMIT.
KILLED = """
import asyncio, os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
import pytest
from tests.storage.keys.key_servers import around_statements, process

turning = False

def dying(statement, run):
    global turning
    turning |= statement.startswith("UPDATE data_key SET wrapped")
    if turning and sys.argv[3] in statement:
        os.kill(os.getpid(), signal.SIGKILL)
    return run()

keys = process(sys.argv[1], Path(sys.argv[2]))
around_statements(pytest.MonkeyPatch(), dying)
asyncio.run(keys.turn(datetime(2026, 11, 24, tzinfo=UTC)))
"""


@pytest.fixture
def url() -> str:
    return new_database()


@pytest.fixture
async def keys(url: str, tmp_path: Path) -> AsyncIterator[Keys]:
    made = process(url, tmp_path)
    yield made
    await made.close()


def when(
    monkeypatch: pytest.MonkeyPatch, part: str, do: Callable[[], object], *, after: bool
) -> None:
    """Calls `do` once, just before or after the first statement with `part` in it."""
    done = False

    def around(statement: str, run: Callable[[], object]) -> object:
        nonlocal done
        this = part in statement and not done
        done |= this
        if this and not after:
            do()
        found = run()
        if this and after:
            do()
        return found

    around_statements(monkeypatch, around)


async def test_a_connection_that_was_lost_meanwhile_is_made_anew(keys: Keys, url: str) -> None:
    sealed = await fill(keys, 2)
    assert cut_off(url) >= 1
    assert await all_open(keys, sealed)
    cut_off(url)
    await keys.forget("o0")
    cut_off(url)
    assert await keys.forgotten() == {"o0"}
    cut_off(url)
    assert await keys.turn(LATER) == 1


@pytest.mark.parametrize("after", [False, True])
async def test_an_answer_lost_while_forgetting_is_an_error_and_to_repeat_it_is_safe(
    keys: Keys, url: str, after: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = await fill(keys, 2)

    def gone() -> None:
        cut_off(url)
        if after:
            raise LostError

    with monkeypatch.context() as patched:
        when(patched, "COMMIT", gone, after=after)
        with pytest.raises((KeyStoreError, LostError)):
            await keys.forget("o0")
    assert len(ask(url, "SELECT 1 FROM data_key")) == (1 if after else 2)
    assert bool(await keys.forgotten()) is after
    await keys.forget("o0")
    with pytest.raises(KeyDestroyedError):
        await keys.unseal("o0", PLACE, sealed["o0"])
    assert await keys.unseal("o1", PLACE, sealed["o1"]) == WORDS


class LostError(KeyStoreError):
    """The transaction was committed, but the confirmation was lost."""


@pytest.mark.parametrize("after", [False, True])
async def test_what_is_sealed_when_the_answer_is_lost_is_not_returned_under_a_key_that_is_not_there(
    keys: Keys, url: str, after: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        when(patched, "INSERT INTO data_key", lambda: cut_off(url), after=after)
        with pytest.raises(KeyStoreError):
            await keys.seal("mai", PLACE, WORDS, NOW)
    sealed = await keys.seal("mai", PLACE, WORDS, NOW)
    assert ask(url, "SELECT count(*) FROM data_key") == [(1,)]
    assert await keys.unseal("mai", PLACE, sealed) == WORDS


@pytest.mark.parametrize("part", ["SELECT data_key.id", "UPDATE data_key SET wrapped", "COMMIT"])
async def test_a_turn_whose_connection_is_lost_before_its_commit_leaves_the_old_epoch(
    keys: Keys, url: str, tmp_path: Path, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = await fill(keys, 3)
    real = KeyServer.turn

    def turn(store: KeyServer, *arguments: Any) -> int:
        when(monkeypatch, part, lambda: cut_off(url), after=False)
        return real(store, *arguments)

    with monkeypatch.context() as patched:
        patched.setattr(KeyServer, "turn", turn)
        with pytest.raises(NotTurnedError, match="Epoch 1 stays in force"):
            await keys.turn(LATER)
    assert epochs_in(tmp_path) == ["1.key"]
    assert await all_open(keys, sealed)
    assert await keys.turn(LATER) == 3
    assert await all_open(keys, sealed)


async def test_a_turn_whose_answer_is_lost_after_its_commit_is_found_to_be_done(
    keys: Keys, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = await fill(keys, 3)
    real = KeyServer.turn

    def turn(store: KeyServer, *arguments: Any) -> int:
        real(store, *arguments)
        cut_off(url)
        raise KeyStoreError("the answer was lost")

    with monkeypatch.context() as patched:
        patched.setattr(KeyServer, "turn", turn)
        assert await keys.turn(LATER) == 3
    assert epochs_in(tmp_path) == ["2.key"]
    assert await all_open(keys, sealed)
    assert (await keys.status()).epoch == 2


async def test_a_server_that_stays_away_leaves_both_epochs_until_it_says_which_is_in_force(
    keys: Keys, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = await fill(keys, 3)
    real = KeyServer.turn

    def turn(store: KeyServer, *arguments: Any) -> int:
        real(store, *arguments)
        raise KeyStoreError("the answer was lost")

    def away(store: KeyServer) -> dict[str, bytes]:
        raise KeyStoreError("out of reach")

    with monkeypatch.context() as patched:
        patched.setattr(KeyServer, "turn", turn)
        patched.setattr(KeyServer, "facts", away)
        with pytest.raises(NotTurnedError, match="both epoch files are kept"):
            await keys.turn(LATER)
    assert epochs_in(tmp_path) == ["1.key", "2.key"]
    assert await all_open(keys, sealed)
    sealed["new"] = await keys.seal("new", PLACE, WORDS, NOW)
    again = process(url, tmp_path)
    assert epochs_in(tmp_path) == ["2.key"]
    assert await all_open(again, sealed)
    assert await again.check() == 0
    await again.close()


@pytest.mark.parametrize("step", ["prepare", "commit", "finish"])
@pytest.mark.parametrize("after", [False, True])
async def test_a_crash_at_any_step_of_a_turn_loses_nothing(
    keys: Keys, url: str, tmp_path: Path, step: str, after: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = await fill(keys, 3)
    real = getattr(EpochTurn, step)

    def dying(turn: EpochTurn, *arguments: Any) -> Any:
        if after:
            real(turn, *arguments)
        raise Crash

    with monkeypatch.context() as patched:
        patched.setattr(EpochTurn, step, dying)
        with pytest.raises(Crash):
            await keys.turn(LATER)
    again = process(url, tmp_path)
    in_force = 2 if (step, after) in (("commit", True), ("finish", False), ("finish", True)) else 1
    assert (await again.status()).epoch == in_force
    assert await all_open(again, sealed)
    assert await again.turn(LATER) == 3
    assert epochs_in(tmp_path) == [f"{in_force + 1}.key"]
    assert await all_open(keys, sealed)
    await again.close()


@pytest.mark.parametrize("part", ["UPDATE data_key SET wrapped", "COMMIT"])
async def test_a_kill_within_the_transaction_leaves_the_old_epoch(
    keys: Keys, url: str, tmp_path: Path, part: str
) -> None:
    sealed = await fill(keys, 3)
    killed = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED, url, str(tmp_path), part
    )
    assert await killed.wait() == -signal.SIGKILL
    assert epochs_in(tmp_path) == ["1.key", "2.key"]
    assert await all_open(keys, sealed)
    assert await keys.turn(LATER) == 3
    assert epochs_in(tmp_path) == ["2.key"]
    assert await all_open(keys, sealed)


async def test_a_server_that_nobody_can_reach_is_told_without_its_password(
    tmp_path: Path,
) -> None:
    store = KeyServer("postgresql://bot:zebra@127.0.0.1:9/nothing")
    with pytest.raises(KeyStoreError) as refused:
        store.about()
    assert "zebra" not in repr(refused.value)
    assert refused.value.__cause__ is None
    store.close()
