"""Attacks by somebody who can write to the database and has no key."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Table, insert, select

from adapters.shared.sealed_rows import RowSealer
from bot.chat import Event, Wrote
from bot.domain.people import Address
from bot.domain.words import Words
from bot.inbound.inbox import InboxWorker
from storage.sql.schema import (
    coach_approval,
    delivery,
    engagement,
    ledger,
    ledger_head,
    ledger_tally,
    metadata,
    person,
    share,
)
from tests.attacks.attack import Tried, attack
from tests.attacks.house_of_rows import (
    PRIVATE,
    READERS,
    SHARED,
    TAKEN_BACK,
    House,
    Raid,
    Visit,
    build,
)
from tests.attacks.junk_rows import JUNK, MANY, pair
from tests.attacks.row_edits import change
from tests.databases import opened
from tests.things import NOW
from tests.world import text_of

# The moments that the house remembers.
ALL_JOINED, BEFORE_THE_STOP, STOPPED = 1, 2, 3


@dataclass
class Stage:
    """A house, and the loop in which all of it runs."""

    house: House
    runner: asyncio.Runner

    def attacked(self, act: Callable[[Raid], Awaitable[None]]) -> None:
        async def one() -> None:
            async with self.house.attacked() as raid:
                await act(raid)

        self.runner.run(one())


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    stack = AsyncExitStack()
    folder: Path = tmp_path_factory.mktemp("house")
    with asyncio.Runner() as runner:
        store = runner.run(stack.enter_async_context(opened("sqlite", folder)))
        yield Stage(runner.run(build(store)), runner)
        runner.run(stack.aclose())


@attack("Puts the keyed hash of their own address on another's row, and types “my words”.")
def test_an_address_on_another_s_row(stage: Stage, tried: Tried) -> None:
    async def act(raid: Raid) -> None:
        mine, theirs = await raid.person("tom"), await raid.person("mai")
        await raid.remove(person, mine)
        await raid.write(person, theirs, "address_digest", mine["address_digest"])
        visit = await _looked(raid)
        assert PRIVATE["mai"] not in visit.read_by("tom")
        assert "person" in await raid.found()
        tried()

    stage.attacked(act)


@attack("Gives an engagement and its shares to another coach, who opens the digest.", tries=3)
def test_another_coach(stage: Stage, tried: Tried) -> None:
    for tables in ([engagement], [share], [engagement, share]):

        async def act(raid: Raid, tables: Sequence[Table] = tables) -> None:
            rosa = (await raid.person("rosa"))["id"]
            for table in tables:
                for row in await raid.rows(table):
                    await raid.write(table, row, "coach_id", rosa)
            visit = await _looked(raid)
            assert SHARED not in visit.read_by("rosa")
            assert {table.name for table in tables} <= await raid.found()
            tried()

        stage.attacked(act)


@attack(
    "Deletes the withdrawals of a stop and plans a check-in; also with all rows of before.", tries=4
)
def test_a_stop_undone(stage: Stage, tried: Tried) -> None:
    whole = [table for table in metadata.sorted_tables if table.name not in ("inbox", "keyring")]
    for tables in (
        [],
        [engagement, delivery],
        [ledger, ledger_head, ledger_tally, delivery],
        whole,
    ):

        async def act(raid: Raid, tables: Sequence[Table] = tables) -> None:
            if not tables:
                for row in await raid.rows(ledger):
                    if row["act"] == "withdrawn":
                        await raid.remove(ledger, row)
            for table in tables:
                await raid.put_back(table, BEFORE_THE_STOP)
            visit = raid.world()
            await visit.the_time_comes()
            assert visit.sent_to("mai")
            assert not visit.sent_to("ken")
            tried()

        stage.attacked(act)


@attack("Puts a person's row from before their pause back.")
def test_a_pause_undone(stage: Stage, tried: Tried) -> None:
    async def act(raid: Raid) -> None:
        await raid.put(person, raid.before("tom", BEFORE_THE_STOP))
        visit = raid.world()
        await visit.the_time_comes()
        assert not visit.sent_to("tom")
        assert "person" in await raid.found()
        tried()

    stage.attacked(act)


@attack("Puts a share back that its client took back, and the coach opens the digest.")
def test_a_share_put_back(stage: Stage, tried: Tried) -> None:
    async def act(raid: Raid) -> None:
        await raid.put_back(share, BEFORE_THE_STOP)
        visit = await _looked(raid)
        assert SHARED in visit.read_by("daniel")
        assert TAKEN_BACK not in visit.read_by("daniel")
        assert "share" in await raid.found()
        tried()

    stage.attacked(act)


@attack("Sends one client's check-in to another client.")
def test_another_recipient(stage: Stage, tried: Tried) -> None:
    async def act(raid: Raid) -> None:
        mai, lea = (await raid.person("mai"))["id"], (await raid.person("lea"))["id"]
        for row in await raid.rows(delivery):
            if row["to"] == mai:
                await raid.write(delivery, row, "to", lea)
                await raid.write(delivery, row, "slot", f"moved-{row['id']}")
        assert "delivery" in await raid.found()
        visit = raid.world()
        await visit.the_time_comes()
        assert visit.sent_to("lea") == ["check-in"]
        assert not visit.sent_to("mai")
        tried()

    stage.attacked(act)


EDITS = 120
# So many changes are made one on the other before everybody looks and the time comes.
AT_ONCE = 5


@attack(
    "Changes, swaps, deletes and puts back rows at random, in every table and column.", tries=EDITS
)
def test_random_changes(stage: Stage, tried: Tried) -> None:
    random = Random(20261130)
    for _ in range(EDITS // AT_ONCE):

        async def act(raid: Raid) -> None:
            made = [await _found_alone(stage.house, random, raid) for _ in range(AT_ONCE)]
            visit = await _looked(raid)
            await visit.the_time_comes()
            for user in visit.people:
                read = [text for text in READERS if text in visit.read_by(user)]
                assert all(user in READERS[text] for text in read), (user, read, made)
            assert not visit.sent_to("ken"), made
            assert not visit.sent_to("tom"), made
            tried(AT_ONCE)

        stage.attacked(act)


async def _found_alone(house: House, random: Random, raid: Raid) -> str:
    """Makes one change, alone and then in `raid`; alone it is found, if it decides anything."""
    seed = random.getrandbits(64)
    async with raid.undone():
        done = await change(raid, Random(seed))
        if done.found_in is not None:
            assert done.found_in in await raid.found(), done
    await change(raid, Random(seed))
    return done.what


async def _looked(raid: Raid) -> Visit:
    visit = raid.world()
    await visit.everybody_looks()
    return visit


@attack("Puts the approval of a coach back that an operator withdrew.")
async def test_a_withdrawn_coach(tmp_path: Path, tried: Tried) -> None:
    rosa = Address("local", "w", "rosa")
    async with opened("sqlite", tmp_path) as store:
        async with store.store.transaction() as tx:
            await tx.approve_coach(tx.coach_reference(rosa), NOW)
        async with store.store.transaction() as tx:
            assert await tx.coach_approved(rosa)
            (row,) = await tx._w.all(select(coach_approval))
            await tx.withdraw_approval(tx.coach_reference(rosa))
        async with store.store.transaction() as tx:
            await tx._w.connection.execute(insert(coach_approval).values(dict(row._mapping)))
            tried()
            assert not await tx.coach_approved(rosa)
        async with store.store.transaction() as tx:
            await tx.approve_coach(tx.coach_reference(rosa), NOW)
        async with store.store.transaction() as tx:
            assert await tx.coach_approved(rosa)


@attack("Adds one row that nobody can read, so that a stop fails and check-ins go on.", tries=5)
async def test_a_stop_beside_junk(tmp_path: Path, tried: Tried) -> None:
    rows: list[tuple[str, dict[str, object]]] = [
        ("engagement", {"id": "junk", "ends_at": JUNK}),
        ("engagement", {"id": "junk", "settings": MANY}),
        ("share", {"id": "junk", "approved_at": JUNK}),
        ("ledger", {"act": JUNK}),
        ("ledger", {}),
    ]
    for number, (table, junk) in enumerate(rows):
        async with pair(tmp_path / str(number)) as house:
            await house.mai.writes("the lighthouse talk went well")
            await house.mai.asks_to_share()
            for label in ("Yes", "Share exactly this"):
                await house.mai.presses(label)
            there = await house.rows(table)
            of_chain: dict[str, object] = {"chain": house.mais_id, "seq": 1}
            whose = of_chain if table == "ledger" else {}
            mine = [row for row in there if row.get("client_id") == house.mais_id or whose]
            await house.add_changed(table, mine[0], **{**whose, **junk})
            await house.mai.writes("stop")
            assert house.mai.templates()[-1] == "stopped"
            assert await house.next_hours() == ["lea"]
            tried()


@attack("Writes what no column can have into one row, so that nobody is written to.", tries=6)
async def test_one_row_stops_nobody_else(tmp_path: Path, tried: Tried) -> None:
    for number, (table, column, value) in enumerate(
        [
            ("engagement", "ends_at", JUNK),
            ("engagement", "state", JUNK),
            ("engagement", "settings", MANY),
            ("delivery", "not_before", JUNK),
            ("delivery", "kind", JUNK),
            ("delivery", "owner", b"\x00\xff"),
        ]
    ):
        async with pair(tmp_path / str(number)) as house:
            whose = "client_id" if table == "engagement" else "to"
            await house.run(
                f'UPDATE {table} SET "{column}" = :value WHERE "{whose}" = :mai',
                value=value,
                mai=house.mais_id,
            )
            assert await house.next_hours() == ["lea"]
            tried()


@attack("Puts an engagement back from before its end, and its former coach opens the digest.")
async def test_a_former_coach(tmp_path: Path, tried: Tried) -> None:
    async with pair(tmp_path) as house:
        await house.mai.writes(SHARED)
        await house.mai.asks_to_share()
        for label in ("Yes", "Share exactly this"):
            await house.mai.presses(label)
        before = await house.rows("engagement", "client_id = :mai", mai=house.mais_id)
        await house.daniel.writes("my clients")
        for label in ("End all my coaching here …", "End it"):
            await house.daniel.presses(label)
        await house.put_back("engagement", before[0])
        await house.daniel.writes("digest")
        assert SHARED not in house.daniel.sees()
        tried()


@attack("Makes a coach of a client for a while, so that an erase leaves the keys of their name.")
async def test_a_coach_for_a_while(tmp_path: Path, tried: Tried) -> None:
    async with pair(tmp_path) as house:
        (entry, *_) = await house.rows("ledger")
        await house.add("ledger", {**entry, "chain": house.mais_id, "seq": 1})
        # What leaves now seals the person with the keys of a coach.
        assert "mai" in await house.next_hours()
        await house.run("DROP TRIGGER ledger_refuses_DELETE")
        await house.run("DELETE FROM ledger WHERE chain = :mai", mai=house.mais_id)
        (row,) = await house.rows("person", "id = :mai", mai=house.mais_id)
        await house.mai.writes("erase")
        await house.mai.presses("Erase everything")
        await house.add("person", row)
        async with house.world.store.transaction() as tx:
            assert await tx.person(house.mais_id) is None
        tried()


@attack("Names a key in a row, or removes the note of it, so that an erased part returns.", tries=2)
async def test_a_row_that_keeps_a_key(tmp_path: Path, tried: Tried) -> None:
    for how in ("a row", "no note"):
        async with pair(tmp_path / how) as house:
            await house.mai.writes(PRIVATE["mai"])
            (answer,) = await house.rows("answer")
            (mine,) = await house.rows("engagement", "client_id = :mai", mai=house.mais_id)
            if how == "a row":
                await house.add_changed("engagement", mine, id="junk", settings=answer["words"])
            else:
                gone = "BEGIN DELETE FROM untidy WHERE owner = new.owner; END"
                await house.run(f"CREATE TRIGGER gone AFTER INSERT ON untidy {gone}")
            await house.mai.writes("erase")
            for label in ("Only a part …", "The last 7 days", "Erase it"):
                await house.mai.presses(label)
            await house.add("answer", answer)
            assert PRIVATE["mai"] not in text_of(await house.mai.writes("my words"))
            tried()


@attack("Has events from before a stop handled again, days after it.")
async def test_an_old_event(tmp_path: Path, tried: Tried) -> None:
    async with pair(tmp_path) as house:
        event = Event("old", house.mai.address, Words("Mai"), Wrote(Words("resume"), "m"))
        worker = InboxWorker(house.world.store, house.world.bot.events, {}, house.world.clock)
        async with house.world.store.transaction() as tx:
            await tx.take_in([event], house.world.clock.now())
        (row,) = await house.rows("inbox")
        await house.run("DELETE FROM inbox")
        await house.mai.writes("stop")
        await house.add_changed("inbox", row, event="junk", place="junk", at="2099-01-01T00:00:00Z")
        for _ in range(2):
            house.world.clock.at += timedelta(days=1)
            await house.world.bot.tick()
        await house.add("inbox", {**row, "number": 99})
        await worker.look()
        await worker.stop()
        (mine,) = await house.rows("engagement", "client_id = :mai", mai=house.mais_id)
        assert mine["stopped"]
        tried()


@attack("Names another person as the owner of a platform's row, whose keys go with that row.")
async def test_an_owner_of_a_platform_s_row(tmp_path: Path, tried: Tried) -> None:
    async with pair(tmp_path) as house:
        await house.mai.writes(PRIVATE["mai"])
        keys = house.opened.keys
        await RowSealer(keys, keys.keyed_hash, "teams", "teams").destroy(house.mais_id)
        assert PRIVATE["mai"] in text_of(await house.mai.writes("my words"))
        tried()
