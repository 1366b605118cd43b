"""Several processes open one store: they share no folder, and use no destroyed key."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.domain.consent import Act, extend
from bot.domain.ledger import Damage
from bot.upkeep.ledger_audit import audit
from storage import OpenedStore, RefusedError, open_store
from tests.databases import new_database
from tests.storage.keys.failing_keys import epochs_in
from tests.storage.keys.key_servers import ask
from tests.things import NOW, answer, chain, engagement, person

# A real second process: it seals and reads until it is told to stop, and prints what it saw.
OTHER = """
import asyncio, sys
from pathlib import Path
from storage import open_store
from tests.things import NOW, answer, person

async def main():
    folder, url, keys_url = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    opened = await open_store(folder, url, "org", keys_url=keys_url)
    print("open", flush=True)
    while line := (await asyncio.to_thread(sys.stdin.readline)).strip():
        async with opened.store.transaction() as tx:
            if line == "save":
                await tx.save_answer(answer("a2"))
                said = "saved"
            else:
                who, found = await tx.person("client"), await tx.answers("e1")
                said = f"{'known' if who else 'nobody'} {len(found)}"
        print(said, flush=True)
    await opened.close()

asyncio.run(main())
"""

# Looks only in this database, because other tests have theirs on the same server.
CUT_OFF_LOCKED = """
    SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'
    AND mode = 'ExclusiveLock'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@dataclass(frozen=True)
class Place:
    folder: Path
    url: str
    keys_url: str

    async def open(self, name: str = "one", url: str | None = None) -> OpenedStore:
        """Opens the store as a machine of its own, with a copy of the first machine's epochs."""
        folder = self.folder / name
        first = self.folder / "one" / "epochs"
        if name != "one" and first.exists():
            shutil.copytree(first, folder / "epochs", dirs_exist_ok=True)
        return await open_store(folder, url or self.url, "org", keys_url=self.keys_url)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path, new_database(), new_database())


@asynccontextmanager
async def both(place: Place) -> AsyncIterator[tuple[OpenedStore, OpenedStore]]:
    one = await place.open()
    async with one.store.transaction() as tx:
        await tx.save_person(person("client"), NOW)
        await tx.save_engagement(engagement())
        await tx.save_answer(answer())
    other = await place.open("two")
    try:
        yield one, other
    finally:
        await other.close()
        await one.close()


async def test_what_one_saved_the_other_reads_at_the_same_time(place: Place) -> None:
    async with both(place) as (_, other), other.store.transaction() as tx:
        assert await tx.person("client") == person("client")
        assert await tx.answer("e1", "a1") == answer()


async def test_after_an_erase_by_one_the_other_knows_nobody(place: Place) -> None:
    async with both(place) as (one, other):
        async with other.store.transaction() as tx:
            assert await tx.person("client") is not None
        async with one.store.transaction() as tx:
            await tx.erase_client("client", NOW)
        async with other.store.transaction() as tx:
            assert await tx.person("client") is None
            assert await tx.answers("e1") == []


async def test_an_erase_whose_rows_were_left_is_seen_at_once_and_finished_by_any_process(
    place: Place,
) -> None:
    async with both(place) as (one, other):
        async with other.store.transaction() as tx:
            assert await tx.person("client") is not None
        await one.keys.forget("client")
        async with other.store.transaction() as tx:
            assert await tx.person("client") is None
        assert ask(place.url, "SELECT count(*) FROM person") == [(1,)]
        for _ in range(2):
            async with other.store.transaction() as tx:
                await tx.sweep(NOW, 100)
        assert ask(place.url, "SELECT count(*) FROM person") == [(0,)]
        assert await one.keys.forgotten() == set()


async def test_who_tidies_waits_for_whoever_seals_and_never_takes_the_key_away(
    place: Place,
) -> None:
    async with both(place) as (one, other):
        async with one.store.transaction() as tx:
            await tx.erase_some("client", ["a1"], NOW)
        async with other.store.transaction() as tx:
            await tx.save_answer(answer("a2"))
            tidying = asyncio.create_task(_tidy(one))
            await asyncio.sleep(0.2)
            assert not tidying.done()
        await tidying
        async with one.store.transaction() as tx:
            assert await tx.answer("e1", "a2") == answer("a2")
            assert await tx.person("client") == person("client")


@pytest.mark.parametrize("step", ["retire_unused", "destroy_unused"])
async def test_a_lock_that_is_lost_while_tidying_destroys_no_key_that_seals(
    place: Place, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection breaks after the keys in use were counted. At once another process seals with
    the key of a month that was not in use.
    """
    next_month = answer("a2", at=NOW + timedelta(days=40))
    async with both(place) as (one, other):
        async with one.store.transaction() as tx:
            await tx.erase_some("client", ["a1"], NOW)
            await tx.save_answer(next_month)
        ask(place.url, "DELETE FROM answer")
        real, calls = getattr(one.keys, step), 0

        async def breaking(owner: str, in_use: set[bytes]) -> None:
            nonlocal calls
            calls += 1
            assert ask(place.url, CUT_OFF_LOCKED)
            async with other.store.transaction() as tx:
                await tx.save_answer(next_month)
            await real(owner, in_use)

        monkeypatch.setattr(one.keys, step, breaking)
        with pytest.raises(Exception, match=r"terminat|closed|lost"):
            await _tidy(one)
        assert calls == 1
        async with other.store.transaction() as tx:
            assert await tx.answer("e1", "a2") == next_month
        monkeypatch.undo()
        await _tidy(one)
        async with other.store.transaction() as tx:
            assert await tx.answer("e1", "a2") == next_month


async def test_many_first_starts_at_once_are_one_start(place: Place) -> None:
    opened = await asyncio.gather(*(place.open() for _ in range(4)))
    assert len({each.keys.keyed_hash("code", "KXPT") for each in opened}) == 1
    assert epochs_in(place.folder / "one") == ["1.key"]
    assert ask(place.url, "SELECT count(*) FROM ledger_tally") == [(1,)]
    assert (await opened[0].keys.status()).processes == 4
    for each in opened:
        await each.close()
    assert ask(place.keys_url, "SELECT count(*) FROM replica") == [(0,)]


async def test_many_starts_at_once_withdraw_once_what_a_restored_database_has_forgotten(
    place: Place,
) -> None:
    (given,) = chain(Act.GIVEN)
    later = NOW + timedelta(days=1)
    withdrawn = extend([given], "e1", Act.WITHDRAWN, given.purpose, given.wording, later)
    one = await place.open()
    async with one.store.transaction() as tx:
        await tx.save_person(person("client"), NOW)
        await tx.save_engagement(engagement())
        await tx.append(given)
    await one.close()
    backup = copied(place.url)
    one = await place.open()
    async with one.store.transaction() as tx:
        await tx.append(withdrawn)
    await one.close()
    restored = await asyncio.gather(*(place.open(url=backup) for _ in range(3)))
    async with restored[0].store.transaction() as tx:
        assert [entry.act for entry in await tx.ledger("e1")] == [Act.GIVEN, Act.WITHDRAWN]
    # The chain is sound; that it is an older copy of it is told until somebody accepts that.
    assert [one.what for one in (await audit(restored[1].store)).flaws] == [Damage.OLDER_COPY]
    for each in restored:
        await each.close()


async def test_another_process_for_real_sees_what_was_erased(place: Place) -> None:
    async with both(place) as (one, _):
        folder = place.folder / "three"
        shutil.copytree(place.folder / "one" / "epochs", folder / "epochs")
        other = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", OTHER, str(folder), place.url, place.keys_url),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.getcwd()},
        )

        async def tell(line: str) -> str:
            assert other.stdin is not None
            other.stdin.write(f"{line}\n".encode())
            return await heard()

        async def heard() -> str:
            assert other.stdout is not None
            return (await other.stdout.readline()).decode().strip()

        assert await heard() == "open"
        assert await tell("read") == "known 1"
        assert await tell("save") == "saved"
        async with one.store.transaction() as tx:
            assert await tx.answer("e1", "a2") == answer("a2")
        await one.keys.forget("client")
        assert await tell("read") == "nobody 0"
        assert other.stdin is not None
        other.stdin.close()
        assert await other.wait() == 0


async def test_an_older_copy_of_the_database_beside_the_keys_of_today_shows_nothing(
    place: Place,
) -> None:
    async with both(place) as (one, other):
        await other.close()
        await one.close()
        backup = copied(place.url)
        one = await place.open()
        async with one.store.transaction() as tx:
            await tx.erase_client("client", NOW)
        await one.close()
        restored = await place.open("two", backup)
        async with restored.store.transaction() as tx:
            assert await tx.person("client") is None
            assert await tx.answers("e1") == []
        await restored.close()


async def test_an_older_copy_of_the_key_store_is_useless_after_a_turn(place: Place) -> None:
    one = await place.open()
    async with one.store.transaction() as tx:
        await tx.save_person(person("client"), NOW)
    await one.close()
    backup, keys_backup = copied(place.url), copied(place.keys_url)
    both_copies = Place(place.folder, backup, keys_backup)
    thief = await both_copies.open()
    async with thief.store.transaction() as tx:
        assert await tx.person("client") == person("client")
    await thief.close()
    one = await place.open()
    async with one.store.transaction() as tx:
        await tx.erase_client("client", NOW)
    assert one.keys.wants_turning
    await one.keys.turn(NOW)
    await one.close()
    with pytest.raises(RefusedError, match="another time"):
        await both_copies.open()
    new = place.folder / "one" / "epochs" / "2.key"
    new.rename(new.with_name("1.key"))
    with pytest.raises(RefusedError, match="does not belong"):
        await both_copies.open()


async def test_keys_that_would_lie_with_the_data_are_refused(tmp_path: Path) -> None:
    url = new_database()
    with pytest.raises(RefusedError, match="same database"):
        await open_store(tmp_path, url, "org", keys_url=url)
    with pytest.raises(RefusedError, match="PostgreSQL too"):
        await open_store(tmp_path, None, "org", keys_url=url)
    assert ask(url, "SELECT to_regclass('about'), to_regclass('person')") == [(None, None)]


async def test_keys_that_lie_with_the_data_under_another_name_are_refused(tmp_path: Path) -> None:
    url = new_database()
    alias = make_url(url).update_query_dict({"application_name": "x", "host": _alias(url)})
    with pytest.raises(RefusedError, match="database and a role of their own"):
        await open_store(tmp_path, url, "org", keys_url=alias.render_as_string(hide_password=False))


def _alias(url: str) -> str:
    """Returns the same URL with the socket's folder written in another way."""
    return f"{make_url(url).query['host']}/."


async def test_an_empty_key_store_beside_a_database_with_data_is_refused(place: Place) -> None:
    await (await place.open()).close()
    empty = Place(place.folder, place.url, new_database())
    with pytest.raises(RefusedError, match="handrail db copy"):
        await empty.open()
    assert ask(empty.keys_url, "SELECT to_regclass('about')") == [(None,)]
    await (await place.open()).close()


async def _tidy(opened: OpenedStore) -> None:
    async with opened.store.transaction() as tx:
        await tx.tidy(10)


def copied(url: str) -> str:
    """Copies the database under another name, as a backup would. Returns the copy's URL."""
    name = make_url(url).database
    ask(
        make_url(url).set(database="postgres").render_as_string(hide_password=False),
        f"CREATE DATABASE {name}b TEMPLATE {name}",
    )
    return make_url(url).set(database=f"{name}b").render_as_string(hide_password=False)
