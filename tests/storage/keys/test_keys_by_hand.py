"""An operator brings the epochs for a turn: every running process must have the next one."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from storage import NotTurnedError, RefusedError
from storage.keys.epoch_turn import EpochTurn
from storage.keys.key_server import KeyServer
from storage.keys.keyring import Keys
from storage.keys.new_epoch import next_epoch
from tests.databases import new_database
from tests.storage.keys.failing_keys import NOW, PLACE, WORDS, all_open, epochs_in, fill
from tests.storage.keys.key_servers import ask, epochs_of, process

LATER = NOW + timedelta(days=3)


@pytest.fixture
def url() -> str:
    return new_database()


def bring(number: int, text: str, *folders: Path) -> None:
    """Puts the same file into the secret of each process."""
    for folder in folders:
        (folder / "epochs").mkdir(parents=True, exist_ok=True)
        (folder / "epochs" / f"{number}.key").write_text(text)


@pytest.fixture
async def two(url: str, tmp_path: Path) -> AsyncIterator[tuple[Keys, Keys]]:
    """Opens two processes on two machines, each with a mounted secret that it may only read."""
    bring(*next_epoch(epochs_of(tmp_path), url), *places(tmp_path))
    made = tuple(process(url, place, mounted=True) for place in places(tmp_path))
    for keys in made:
        await keys.beat()
    one, other = made
    yield one, other
    for keys in made:
        await keys.close()


def places(folder: Path) -> tuple[Path, Path]:
    return folder / "one", folder / "two"


async def test_nothing_turns_by_itself(two: tuple[Keys, Keys], tmp_path: Path) -> None:
    one, other = two
    await fill(one, 2)
    await one.forget("o0")
    assert one.by_hand
    assert not one.wants_turning
    await other.beat()
    status = await other.status()
    assert (status.wanted, status.by_hand, status.processes) == (True, True, 2)
    with pytest.raises(NotTurnedError, match="handrail keys new"):
        await one.turn(LATER)
    assert [epochs_in(place) for place in places(tmp_path)] == [["1.key"], ["1.key"]]


async def test_a_turn_waits_until_every_process_can_read_the_next_epoch(
    two: tuple[Keys, Keys], tmp_path: Path, url: str
) -> None:
    one, other = two
    sealed = await fill(one, 3)
    here, there = places(tmp_path)
    number, text = next_epoch(epochs_of(here), url)
    assert number == 2
    bring(number, text, here)
    with pytest.raises(NotTurnedError, match="1 of 2 running processes cannot read epoch 2"):
        await one.turn(LATER)
    assert (await one.status()).with_next == 1
    assert (await one.status()).epoch == 1
    bring(number, text, there)
    with pytest.raises(NotTurnedError, match="1 of 2"):
        await one.turn(LATER)
    await other.beat()
    assert (await one.status()).with_next == 2
    assert await one.turn(LATER) == 3
    assert await all_open(other, sealed)
    sealed["new"] = await other.seal("new", PLACE, WORDS, NOW)
    assert await all_open(one, sealed)
    status = await one.status()
    assert (status.epoch, status.wanted, status.with_older) == (2, False, 2)
    for place in (here, there):
        assert epochs_in(place) == ["1.key", "2.key"]
        (place / "epochs" / "1.key").unlink()
    await other.beat()
    assert (await one.status()).with_older == 0
    late = process(url, there, mounted=True)
    assert await all_open(late, sealed)
    await late.close()


async def test_another_secret_of_the_same_number_is_not_taken_for_the_same(
    two: tuple[Keys, Keys], tmp_path: Path, url: str
) -> None:
    one, other = two
    await fill(one, 2)
    for place in places(tmp_path):
        bring(*next_epoch(epochs_of(place), url), place)
    await other.beat()
    with pytest.raises(NotTurnedError, match="have another secret"):
        await one.turn(LATER)
    assert (await one.status()).epoch == 1
    assert await one.check() == 0


async def test_a_process_that_is_gone_holds_up_no_turn(
    two: tuple[Keys, Keys], tmp_path: Path, url: str
) -> None:
    one, other = two
    bring(*next_epoch(epochs_of(tmp_path), url), tmp_path / "one")
    with pytest.raises(NotTurnedError):
        await one.turn(LATER)
    frozen = "UPDATE replica SET seen_at = now() - interval '61 seconds' WHERE id = %s"
    ask(url, frozen, other._me.id)
    assert await one.turn(LATER) == 0
    await other.leave()
    assert (await one.status()).processes == 1


async def test_a_process_that_missed_a_turn_says_so_and_goes_on_when_it_has_the_file(
    two: tuple[Keys, Keys], tmp_path: Path, url: str
) -> None:
    one, other = two
    sealed = await fill(one, 2)
    here, there = places(tmp_path)
    number, text = next_epoch(epochs_of(here), url)
    bring(number, text, here)
    await other.leave()
    await one.turn(LATER)
    for _ in range(2):
        with pytest.raises(RefusedError, match=r"2\.key is missing"):
            await other.unseal("o0", PLACE, sealed["o0"])
        with pytest.raises(RefusedError, match=r"2\.key is missing"):
            await other.seal("new", PLACE, WORDS, NOW)
    with pytest.raises(RefusedError, match=r"2\.key is missing"):
        process(url, there, mounted=True)
    bring(number, text, there)
    sealed["new"] = await other.seal("new", PLACE, WORDS, NOW)
    assert await all_open(one, sealed)
    assert await all_open(other, sealed)


async def test_a_process_that_starts_between_the_look_and_the_turn_stops_it(
    two: tuple[Keys, Keys], tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = two
    here, there = places(tmp_path)
    bring(*next_epoch(epochs_of(here), url), here, there)
    await two[1].beat()
    shutil.copytree(there / "epochs", tmp_path / "three" / "epochs")
    (tmp_path / "three" / "epochs" / "2.key").unlink()
    late = process(url, tmp_path / "three", mounted=True)
    real = KeyServer.turn

    def starting(store: KeyServer, *arguments: object) -> int:
        late._me.beat()
        return real(store, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(KeyServer, "turn", starting)
    with pytest.raises(NotTurnedError, match="1 of 3"):
        await one.turn(LATER)
    assert (await one.status()).epoch == 1
    await late.close()


async def test_no_secret_is_in_the_key_store(
    two: tuple[Keys, Keys], tmp_path: Path, url: str
) -> None:
    one, other = two
    number, text = next_epoch(epochs_of(tmp_path), url)
    bring(number, text, *places(tmp_path))
    await one.beat()
    await other.beat()
    secret = text.strip().rpartition(":")[2]
    rows = ask(url, "SELECT id, place, epochs FROM replica")
    assert len({place for _, place, _ in rows}) == 2
    marks = [json.loads(epochs) for _, _, epochs in rows]
    assert marks[0] == marks[1]
    assert set(marks[0]) == {"1", "2"}
    everything = repr(rows) + repr(ask(url, "SELECT name, encode(value, 'hex') FROM about"))
    assert secret not in everything
    assert str(tmp_path) not in everything


async def test_a_first_start_without_an_epoch_says_how_to_make_one(
    url: str, tmp_path: Path
) -> None:
    with pytest.raises(RefusedError, match="handrail keys new"):
        process(url, tmp_path, mounted=True)
    assert ask(url, "SELECT to_regclass('about')") == [(None,)]


async def test_two_machines_with_folders_of_their_own_turn_by_hand(
    url: str, tmp_path: Path
) -> None:
    here, there = places(tmp_path)
    one = process(url, here)
    assert one.by_hand is False
    bring(1, (here / "epochs" / "1.key").read_text(), there)
    other = process(url, there)
    await one.beat()
    await other.beat()
    assert other.by_hand
    await one.beat()
    assert one.by_hand
    sealed = await fill(one, 2)
    with pytest.raises(NotTurnedError, match="handrail keys new"):
        await one.turn(LATER)
    bring(*next_epoch(epochs_of(here), url), here, there)
    await other.beat()
    assert await one.turn(LATER) == 2
    assert epochs_in(here) == ["2.key"]
    assert epochs_in(there) == ["1.key", "2.key"]
    assert await all_open(other, sealed)
    await one.close()
    await other.close()
    again = process(url, there)
    assert epochs_in(there) == ["2.key"]
    await again.close()


async def test_a_process_that_was_frozen_in_its_turn_does_not_take_anothers_for_its_own(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both processes have an epoch of that number, each with its own secret."""
    here, there = places(tmp_path)
    one = process(url, here)
    sealed = await fill(one, 3)
    bring(1, (here / "epochs" / "1.key").read_text(), there)
    real = EpochTurn.commit

    def thawing(turn: EpochTurn, now: datetime) -> int:
        monkeypatch.undo()
        ask(url, "UPDATE replica SET seen_at = now() - interval '61 seconds'")
        bring(*next_epoch(epochs_of(there), url), there)
        other = process(url, there, mounted=True)
        asyncio.run(other.turn(now))
        asyncio.run(other.close())
        return real(turn, now)

    monkeypatch.setattr(EpochTurn, "commit", thawing)
    with pytest.raises(NotTurnedError, match="another process has just turned it"):
        await one.turn(LATER)
    assert epochs_in(here) == ["1.key"]
    with pytest.raises(RefusedError, match=r"2\.key is missing"):
        await one.seal("new", PLACE, WORDS, NOW)
    bring(2, (there / "epochs" / "2.key").read_text(), here)
    sealed["new"] = await one.seal("new", PLACE, WORDS, NOW)
    assert await all_open(one, sealed)
    assert await one.check() == 0
    await one.close()
