"""A restored database brings nothing back that a policy ended, whatever the policy is by then."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.domain.ledger import Damage
from bot.domain.purposes import Purpose
from bot.upkeep.ledger_audit import audit
from bot.upkeep.policy_watch import PolicyWatch
from tests.databases import opened
from tests.scenarios.policy.house import House, without
from tests.storage.test_restoring import before, restored


async def test_what_the_policy_ended_since_the_backup_stays_off_under_a_looser_one(
    tmp_path: Path,
) -> None:
    world, client, _ = await before(tmp_path)
    house = House(tmp_path)
    house.world = world
    async with opened("sqlite", tmp_path, "org") as sql:
        world.store = sql.store
        world.clock.forward(minutes=5)
        house.watch = PolicyWatch(sql.store, world.clock, world.chance, house.settings)
        await house.decides(without(Purpose.CHECK_INS, Purpose.REMINDER))
        await house.decides()
    await restored(world, tmp_path)
    shown = len(client.shown)
    async with opened("sqlite", tmp_path, "org") as sql:
        world.store = sql.store
        await world.restart()
        await world.until(world.clock.now() + timedelta(weeks=2))
        assert len(client.shown) == shown
        # Whoever copies files instead of restoring a backup is told so, and nothing else is wrong.
        assert [one.what for one in (await audit(sql.store)).flaws] == [Damage.OLDER_COPY]
