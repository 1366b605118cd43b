"""A turn of the epoch, and a crash or a failure at each of its steps."""

from __future__ import annotations

import asyncio
import resource
import shutil
import signal
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from storage import NotTurnedError, RefusedError
from storage.keys.epoch import Epoch
from storage.keys.epoch_files import Epochs
from storage.keys.key_file import KeyFile
from storage.keys.keyring import Keys
from storage.keys.records import KeyCounts, Permit, WrappedKey
from storage.keys.roots import FileRoot
from tests.storage.keys.failing_keys import (
    NOW,
    PLACE,
    WORDS,
    BadEpochs,
    Crash,
    all_open,
    copy_of,
    epoch_file,
    epochs_in,
    fill,
    open_failing,
    open_house,
    rows,
    store_file,
)

LATER = NOW + timedelta(days=3)
STEPS = [
    ("before make 2", 1),
    ("after make 2", 1),
    ("before the transaction", 1),
    ("within the transaction", 1),
    ("after the transaction", 2),
    ("before destroy 1", 2),
    ("after destroy 1", 2),
]
BEFORE = [step for step, in_force in STEPS if in_force == 1]

# A script that kills itself with a half-written rollback journal on the disk.
KILLED = """
import asyncio, os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from storage.keys.records import WrappedKey
from storage.keys.epoch_turn import EpochTurn
from tests.storage.keys.failing_keys import open_house

rewrap, calls = EpochTurn._rewrapped, 0

def dying(self: EpochTurn, key: WrappedKey) -> bytes:
    global calls
    calls += 1
    if calls == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    return rewrap(self, key)

EpochTurn._rewrapped = dying
asyncio.run(open_house(Path(sys.argv[1])).turn(datetime(2026, 11, 24, tzinfo=UTC)))
"""


async def test_after_a_turn_everything_opens_and_the_old_epoch_is_gone(tmp_path: Path) -> None:
    keys = open_house(tmp_path)
    sealed, digest = await fill(keys, 5), keys.keyed_hash("code", "KXPT")
    assert await keys.turn(LATER) == 5
    assert epochs_in(tmp_path) == ["2.key"]
    assert await all_open(keys, sealed)
    sealed |= {"new": await keys.seal("new", PLACE, WORDS, NOW)}
    status = await keys.status()
    assert (status.epoch, status.turned_at, status.root) == (2, LATER, "file")
    assert await keys.counts() == KeyCounts(6, 6, 0)
    await keys.close()
    again = open_house(tmp_path)
    assert await all_open(again, sealed)
    assert await again.status() == status
    assert again.keyed_hash("code", "KXPT") == digest
    assert await again.turn(LATER) == 6
    assert epochs_in(tmp_path) == ["3.key"]
    await again.close()


async def test_the_new_epoch_has_a_secret_of_its_own_and_is_private(tmp_path: Path) -> None:
    keys = open_house(tmp_path)
    old = epoch_file(tmp_path, 1).read_text()
    await keys.turn(LATER)
    await keys.close()
    new = epoch_file(tmp_path, 2)
    assert new.read_text() != old
    assert new.stat().st_mode & 0o777 == 0o600


async def test_an_older_copy_of_the_key_store_is_useless_after_a_turn(tmp_path: Path) -> None:
    live, copy = tmp_path / "live", tmp_path / "copy"
    keys = open_house(live)
    sealed = await fill(keys, 2)
    copy_of(live, copy)
    stolen = open_house(copy)
    assert await all_open(stolen, sealed)
    await stolen.close()
    await keys.forget("o0")
    await keys.turn(LATER)
    await keys.close()
    shutil.copy(store_file(copy), store_file(live))
    with pytest.raises(RefusedError, match="another time"):
        open_house(live)
    epoch_file(live, 2).rename(epoch_file(live, 1))
    with pytest.raises(RefusedError, match="does not belong"):
        open_house(live)


async def test_a_turned_key_store_holds_no_byte_of_what_the_old_epoch_wrapped(
    tmp_path: Path,
) -> None:
    keys = open_house(tmp_path)
    await fill(keys, 200)
    old = [bytes(wrapped) for (wrapped,) in rows(tmp_path, "SELECT wrapped FROM data_key")]  # type: ignore[call-overload]
    assert all(wrapped in store_file(tmp_path).read_bytes() for wrapped in old)
    await keys.turn(LATER)
    await keys.close()
    left = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert not [wrapped for wrapped in old if wrapped in left]


@pytest.mark.parametrize(("step", "in_force"), STEPS)
async def test_a_crash_at_any_step_loses_nothing_and_the_next_start_clears_up(
    tmp_path: Path, step: str, in_force: int
) -> None:
    first = open_house(tmp_path)
    sealed = await fill(first, 3)
    await first.close()
    dying = open_failing(tmp_path, step, Crash())
    with pytest.raises(Crash):
        await dying.turn(LATER)
    dying._store.close()
    again = open_house(tmp_path)
    assert (await again.status()).epoch == in_force
    assert epochs_in(tmp_path) == [f"{in_force}.key"]
    assert await all_open(again, sealed)
    assert await again.check() == 0
    assert await again.turn(LATER) == 3
    assert epochs_in(tmp_path) == [f"{in_force + 1}.key"]
    assert await all_open(again, sealed)
    await again.close()


@pytest.mark.parametrize("calls", [1, 3000])
async def test_a_kill_in_the_middle_of_the_transaction_leaves_the_old_epoch(
    tmp_path: Path, calls: int
) -> None:
    keys = open_house(tmp_path)
    sealed = await fill(keys, 3)
    _multiply(keys, 4000)
    await keys.close()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED, str(tmp_path), str(calls)
    )
    assert await process.wait() == -signal.SIGKILL
    assert epochs_in(tmp_path) == ["1.key", "2.key"]
    again = open_house(tmp_path)
    assert epochs_in(tmp_path) == ["1.key"]
    assert await again.check() == 0
    assert await all_open(again, sealed)
    await again.close()


@pytest.mark.parametrize("step", BEFORE)
@pytest.mark.parametrize(
    "trouble", [OSError(28, "No space left"), sqlite3.OperationalError("full")]
)
async def test_a_failure_before_the_commit_leaves_the_old_epoch_in_force(
    tmp_path: Path, step: str, trouble: Exception
) -> None:
    await open_house(tmp_path).close()
    keys = open_failing(tmp_path, step, trouble)
    sealed = await fill(keys, 3)
    with pytest.raises(NotTurnedError, match="Epoch 1 stays in force"):
        await keys.turn(LATER)
    assert epochs_in(tmp_path) == ["1.key"]
    assert (await keys.status()).epoch == 1
    sealed |= {"new": await keys.seal("new", PLACE, WORDS, NOW)}
    await keys.close()
    again = open_house(tmp_path)
    assert await all_open(again, sealed)
    await again.close()


async def test_an_error_that_hides_a_commit_is_not_taken_for_a_failure(tmp_path: Path) -> None:
    await open_house(tmp_path).close()
    keys = open_failing(tmp_path, "after the transaction", sqlite3.OperationalError("disk I/O"))
    sealed = await fill(keys, 3)
    assert await keys.turn(LATER) == 3
    assert epochs_in(tmp_path) == ["2.key"]
    sealed |= {"new": await keys.seal("new", PLACE, WORDS, NOW)}
    await keys.close()
    again = open_house(tmp_path)
    assert await all_open(again, sealed)
    await again.close()


async def test_an_old_epoch_that_cannot_be_removed_is_said_and_removed_by_the_next_turn(
    tmp_path: Path,
) -> None:
    await open_house(tmp_path).close()
    keys = open_failing(tmp_path, "before destroy 1", OSError(5, "Input/output error"))
    sealed = await fill(keys, 2)
    with pytest.raises(NotTurnedError, match="Epoch 2 is in force, but the old one"):
        await keys.turn(LATER)
    assert (await keys.status()).epoch == 2
    assert epochs_in(tmp_path) == ["1.key", "2.key"]
    assert isinstance(keys._epochs, BadEpochs)
    keys._epochs.trouble = None
    await keys.turn(LATER)
    assert epochs_in(tmp_path) == ["3.key"]
    assert await all_open(keys, sealed)
    await keys.close()


@pytest.mark.parametrize("room", [10, 60_000])
async def test_a_disk_that_takes_no_more_leaves_the_old_epoch_in_force(
    tmp_path: Path, room: int
) -> None:
    """With files of at most `room` bytes, the epoch file or SQLite's journal does not fit."""
    keys = open_house(tmp_path)
    sealed = await fill(keys, 3)
    _multiply(keys, 2000)
    with _no_file_beyond(room), pytest.raises(NotTurnedError, match="Epoch 1 stays in force"):
        await keys.turn(LATER)
    assert epochs_in(tmp_path) == ["1.key"]
    assert await keys.check() == 0
    assert await keys.turn(LATER) == 2003
    assert await all_open(keys, sealed)
    await keys.close()


class Gate:
    """Stops a thread at one point of a turn until the test lets it go on."""

    def __init__(self) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()

    def wait(self) -> None:
        self.reached.set()
        assert self.opened.wait(10)


class WaitingEpochs(Epochs):
    def __init__(self, folder: Path, gate: Gate) -> None:
        super().__init__(folder, FileRoot(), "org")
        self.gate = gate

    def make(self, number: int) -> Epoch:
        self.gate.wait()
        return super().make(number)


class WaitingStore(KeyFile):
    """Waits before its transaction begins, when no other task may change the keys."""

    gate: Gate

    def turn(
        self,
        facts: Mapping[str, bytes],
        rewrap: Callable[[WrappedKey], bytes],
        permit: Permit | None = None,
    ) -> int:
        self.gate.wait()
        return super().turn(facts, rewrap, permit)


async def test_sealing_reading_and_forgetting_go_on_while_a_turn_is_prepared(
    tmp_path: Path,
) -> None:
    keys, gate = open_house(tmp_path), Gate()
    sealed = await fill(keys, 5)
    keys._cache.clear()
    keys._epochs = WaitingEpochs(tmp_path / "epochs", gate)
    turning = asyncio.create_task(keys.turn(LATER))
    await asyncio.to_thread(gate.reached.wait, 10)
    await keys.forget("o4")
    await keys.retire("o3")
    del sealed["o4"]
    assert await all_open(keys, sealed)
    sealed |= {"new": await keys.seal("new", PLACE, WORDS, NOW)}
    sealed["o3"] = await keys.seal("o3", PLACE, WORDS, NOW)
    assert not turning.done()
    gate.opened.set()
    assert await turning == 6
    await _all_well(keys, tmp_path, sealed)


async def test_while_a_turn_is_committed_what_is_in_memory_goes_on_and_the_rest_waits(
    tmp_path: Path,
) -> None:
    keys, gate = open_house(tmp_path), Gate()
    sealed = await fill(keys, 5)
    keys._store.close()
    store = WaitingStore(store_file(tmp_path))
    store.about()
    store.gate, keys._store = gate, store
    turning = asyncio.create_task(keys.turn(LATER))
    await asyncio.to_thread(gate.reached.wait, 10)
    assert await all_open(keys, sealed)
    sealed["o1"] = await keys.seal("o1", PLACE, WORDS, NOW)
    next_month = NOW + timedelta(days=20)
    making = asyncio.create_task(keys.seal("o2", PLACE, WORDS, next_month))
    forgetting = asyncio.create_task(keys.forget("o4"))
    await asyncio.sleep(0.05)
    assert not making.done()
    assert not forgetting.done()
    gate.opened.set()
    assert await turning == 5
    sealed["o2"] = await making
    await forgetting
    del sealed["o4"]
    await _all_well(keys, tmp_path, sealed)


async def test_a_turn_amid_many_seals_loses_none_of_them(tmp_path: Path) -> None:
    keys, made = open_house(tmp_path), dict[str, bytes]()
    _multiply(keys, 3000)
    turning = asyncio.create_task(keys.turn(LATER))
    while not turning.done():
        who = f"during{len(made)}"
        made[who] = await keys.seal(who, PLACE, WORDS, NOW)
    await turning
    await _all_well(keys, tmp_path, made)


async def _all_well(keys: Keys, folder: Path, sealed: Mapping[str, bytes]) -> None:
    """Checks everything now, and after a restart. Closes the keys."""
    for _ in range(2):
        assert await all_open(keys, sealed)
        assert await keys.check() == 0
        assert epochs_in(folder) == ["2.key"]
        assert rows(folder, "SELECT id FROM data_key WHERE owner = 'o4'") == []
        await keys.close()
        keys = open_house(folder)
    await keys.close()


async def test_two_turns_at_once_are_two_turns(tmp_path: Path) -> None:
    keys = open_house(tmp_path)
    sealed = await fill(keys, 3)
    counts = await asyncio.gather(keys.turn(LATER), keys.turn(LATER))
    assert list(counts) == [3, 3]
    assert epochs_in(tmp_path) == ["3.key"]
    assert await all_open(keys, sealed)
    await keys.close()


async def test_a_turn_ends_even_if_its_caller_was_cancelled(
    tmp_path: Path,
) -> None:
    keys = open_house(tmp_path)
    sealed = await fill(keys, 3)
    asking = asyncio.create_task(keys.turn(LATER))
    await asyncio.sleep(0)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    await keys.close()
    assert epochs_in(tmp_path) == ["2.key"]
    again = open_house(tmp_path)
    assert await all_open(again, sealed)
    await again.close()


async def test_a_tampered_key_is_counted_by_check_and_stops_a_turn(tmp_path: Path) -> None:
    keys = open_house(tmp_path)
    await fill(keys, 4)
    assert await keys.check() == 0
    whole = store_file(tmp_path).read_bytes()
    rows(tmp_path, "UPDATE data_key SET wrapped = zeroblob(60) WHERE owner IN ('o1', 'o2')")
    assert await keys.check() == 2
    with pytest.raises(NotTurnedError, match="damaged"):
        await keys.turn(LATER)
    assert epochs_in(tmp_path) == ["1.key"]
    rows(tmp_path, "UPDATE about SET value = zeroblob(60) WHERE name = 'index_key'")
    assert await keys.check() == 3
    await keys.close()
    store_file(tmp_path).write_bytes(whole)
    again = open_house(tmp_path)
    assert await again.check() == 0
    await again.close()


async def test_check_finds_an_epoch_file_that_is_lost_or_wrong_before_a_restart_does(
    tmp_path: Path,
) -> None:
    keys = open_house(tmp_path)
    await fill(keys, 4)
    file = epoch_file(tmp_path, 1)
    right = file.read_text()
    file.write_text(right.strip()[:-64] + "0" * 64)
    assert await keys.check() == 5
    file.unlink()
    with pytest.raises(RefusedError, match="missing"):
        await keys.check()
    file.write_text(right)
    assert await keys.check() == 0
    await keys.close()


async def test_nothing_is_wrapped_under_an_epoch_that_is_no_longer_in_force(
    tmp_path: Path,
) -> None:
    keys = open_house(tmp_path)
    other = open_house(tmp_path)
    await other.turn(LATER)
    sealed = {"mai": await keys.seal("mai", PLACE, WORDS, NOW)}
    assert await all_open(other, sealed)
    assert epochs_in(tmp_path) == ["2.key"]
    assert await other.check() == 0
    await other.turn(LATER)
    with pytest.raises(NotTurnedError, match="start it again"):
        await keys.turn(LATER)
    assert epochs_in(tmp_path) == ["3.key"]
    await keys.close()
    await other.close()


def _multiply(keys: Keys, count: int) -> None:
    """Adds as many valid keys, in one transaction."""
    made = [keys._wrapped_new(f"many{number}", number % 24) for number in range(count)]
    values = [(key.id, key.owner, key.month, key.wrapped) for key in made]
    insert = "INSERT INTO data_key (id, owner, month, wrapped) VALUES (?,?,?,?)"
    with keys._store._transaction() as db:
        db.exec_driver_sql(insert, values)


@contextmanager
def _no_file_beyond(size: int) -> Iterator[None]:
    """Lets no file of this process grow beyond `size` bytes, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
