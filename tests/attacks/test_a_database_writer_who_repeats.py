"""Attacks on what leaves once, by somebody who can write to the database and has no key."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.attacks.attack import Tried, attack
from tests.attacks.junk_rows import pair

AGAIN = (
    "UPDATE delivery SET state = 'planned', settled_at = NULL, begun_at = NULL, claimed_at = NULL, "
    "claimed_by = NULL, attempts = 0 WHERE state = 'sent'"
)


@attack("Plans a check-in that left again, each minute.", tries=20)
async def test_a_check_in_planned_again(tmp_path: Path, tried: Tried) -> None:
    async with pair(tmp_path) as house:
        await house.world.skip()
        await house.world.bot.tick()
        for _ in range(20):
            await house.run(AGAIN)
            house.world.clock.at += timedelta(minutes=1)
            await house.world.bot.tick()
            tried()
        whom = [one.to.user for one in house.world.platform.arrived if _asks(one.message.template)]
        assert len(whom) == len(set(whom)) > 0
        assert not await house.rows("delivery", "state = 'claimed'")


def _asks(template: str) -> bool:
    return template == "check-in"
