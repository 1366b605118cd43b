"""Attacks on erasing by somebody who can write to the database and has no key."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.attacks.attack import Tried, attack
from tests.attacks.house_of_rows import PRIVATE
from tests.attacks.junk_rows import Pair, pair
from tests.world import text_of

LONG_AGO = "2020-01-01T00:00:00.000000Z"


async def _keeps(house: Pair) -> None:
    await house.mai.writes(PRIVATE["mai"])


@attack("Says that the bot left, or that a time is over, so that people are erased.", tries=3)
async def test_rows_that_would_erase(tmp_path: Path, tried: Tried) -> None:
    for how in ("a lane", "a time", "a workspace"):
        async with pair(tmp_path / how) as house:
            await _keeps(house)
            (mine,) = await house.rows("person", "id = :mai", mai=house.mais_id)
            away = {"organisation": mine["organisation"], "workspace": mine["workspace"]}
            if how == "a time":
                await house.run("UPDATE engagement SET keeps_until = :at", at=LONG_AGO)
            elif how == "a lane":
                await house.add("lane", {**away, "left_at": LONG_AGO})
            else:
                other = house.world.person("x", "X", workspace="left").address
                async with house.world.store.transaction() as tx:
                    await tx.leave(other, house.world.clock.now() - timedelta(days=400))
                await house.run(
                    "UPDATE person SET workspace = (SELECT workspace FROM lane WHERE left_at > '')"
                )
            house.world.clock.at += timedelta(minutes=16)
            await house.world.bot.tick()
            if how != "a lane":
                await house.put_back("person", mine)
            assert await house.opened.keys.has_any(house.mais_id)
            if how == "a lane":
                assert PRIVATE["mai"] in text_of(await house.mai.writes("my words"))
            tried()


@attack("Damages an entry of somebody's ledger, so that they cannot have everything erased.")
async def test_an_erase_beside_a_damaged_ledger(tmp_path: Path, tried: Tried) -> None:
    async with pair(tmp_path) as house:
        (mine,) = await house.rows("engagement", "client_id = :mai", mai=house.mais_id)
        await house.mai.writes("erase")
        for act in ("UPDATE", "DELETE"):
            await house.run(f"DROP TRIGGER ledger_refuses_{act}")
        await house.run("UPDATE ledger SET body = x'00' WHERE chain = :it", it=mine["id"])
        told = text_of(await house.mai.presses("Erase everything"))
        assert "Part of that proof was damaged" in told
        assert not await house.opened.keys.has_any(house.mais_id)
        assert not await house.rows("person", "id = :mai", mai=house.mais_id)
        tried()


@attack("Puts an erased answer back by a trigger, so that it is sealed anew and called erased.")
async def test_a_trigger_that_puts_back(tmp_path: Path, tried: Tried) -> None:
    async with pair(tmp_path) as house:
        await _keeps(house)
        (answer,) = await house.rows("answer")
        columns = ", ".join(answer)
        old = ", ".join(f"old.{name}" for name in answer)
        await house.run(
            "CREATE TRIGGER back AFTER DELETE ON answer BEGIN "
            f"INSERT INTO answer ({columns}) VALUES ({old}); END"
        )
        await house.mai.writes("erase")
        for label in ("Only a part …", "The last 7 days"):
            await house.mai.presses(label)
        told = text_of(await house.mai.presses("Erase it"))
        assert "Erased" not in told
        assert "Nothing was changed" in told
        tried()
