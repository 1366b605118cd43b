"""A stricter policy is obeyed on every store, once, whatever number of processes reads it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.consent import Act, latest
from bot.domain.purposes import Purpose
from bot.rules.grants import live
from bot.upkeep.ledger_audit import audit
from bot.upkeep.policy_watch import PolicyWatch
from tests.databases import STORES, any_store
from tests.scenarios.policy.house import House, keeping, without
from tests.world import joined

ENDED = (Purpose.CHECK_INS, Purpose.REMINDER, Purpose.NOTES, Purpose.LISTED, Purpose.BRIEF)


@pytest.mark.parametrize("kind", STORES)
async def test_it_is_obeyed_and_stays_so(kind: str, tmp_path: Path) -> None:
    async with any_store(kind, tmp_path) as store:
        house = House(tmp_path, store=store)
        world = house.world
        client, _ = await joined(world)
        for allowed in ("Check-in reminder", "Notes from my coach", "On my coach's list"):
            await client.writes("my switches")
            await client.presses(f"Turn on: {allowed}")
            await client.presses("Yes")
        await client.writes("I talked with my team")
        replica = PolicyWatch(store, world.clock, world.chance, world.settings)
        await house.decides(without(*ENDED), keeping(10))
        await replica.obey()
        async with store.transaction() as tx:
            chains = await tx.chains(None, 10)
            engaged = await tx.with_ledgers(chains)
            ((engagement, ledger),) = engaged.values()
            assert not any(live(ledger, one, world.clock.now(), engagement) for one in ENDED)
            revoked = [entry for entry in ledger if entry.act is Act.REVOKED]
            assert {entry.purpose for entry in revoked} == set(ENDED) - {Purpose.BRIEF}
            assert len(revoked) == len({entry.purpose for entry in revoked})
            (answer,) = await tx.answers(engagement.id)
            assert answer.until == answer.at + timedelta(days=10)
            assert engagement.keep_days == 10
            assert not engagement.listed
        assert (await audit(store)).flaws == ()
        await house.decides()
        await world.until(world.clock.now() + timedelta(days=5))
        async with store.transaction() as tx:
            last = latest(await tx.ledger(engagement.id), Purpose.CHECK_INS)
        assert last is not None
        assert last.act is Act.REVOKED
