"""What a policy ended stays ended: whatever the clock said, and whatever could not be read then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.consent import Act
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.policy.rows import FREE, NEEDS
from bot.domain.purposes import Purpose
from bot.ports import DamagedError
from bot.upkeep import policy_watch
from bot.upkeep.sweep import SWEEP_EVERY
from tests.scenarios.policy.house import House, without
from tests.world import joined

NO_CHECK_INS = without(Purpose.CHECK_INS, Purpose.REMINDER)
DAY = timedelta(days=1)


async def nothing_follows(house: House, shown: Sequence[object]) -> None:
    before = len(shown)
    await house.world.until(house.world.clock.now() + 10 * DAY)
    assert len(shown) == before


@pytest.mark.parametrize("days", [-400, 0, 400])
async def test_a_wrong_clock_keeps_nothing_for_later(tmp_path: Path, days: int) -> None:
    house = House(tmp_path)
    client, _ = await joined(house.world)
    clock = house.world.clock
    right = clock.now()
    clock.at = right + days * DAY
    await house.decides(NO_CHECK_INS)
    clock.at = right
    await house.world.until(right + DAY)
    await house.decides()
    await nothing_follows(house, client.shown)


@pytest.mark.parametrize("purpose", FREE)
async def test_each_grant_ends_also_where_it_looks_as_if_it_had_run_out(
    tmp_path: Path, purpose: Purpose
) -> None:
    house = House(tmp_path)
    await joined(house.world)
    before = house.last(purpose)
    house.world.clock.forward(days=4000)
    lost = [one for one, needed in NEEDS.items() if purpose in needed]
    await house.decides(without(purpose, *lost))
    last = house.last(purpose)
    given = before is not None and before.act is Act.GIVEN
    assert (last is not None and last.act is Act.REVOKED) is given
    agreed = house.last(Purpose.AGREEMENT)
    assert agreed is not None
    assert agreed.act is Act.GIVEN


@pytest.mark.parametrize("days", [0, 400])
async def test_what_was_kept_goes_with_the_next_sweep_whatever_the_clock_said(
    tmp_path: Path, days: int
) -> None:
    house = House(tmp_path)
    client, _ = await joined(house.world)
    await client.writes("I talked with my team")
    assert house.tables.answers
    right = house.world.clock.now()
    house.world.clock.forward(days=days)
    await house.decides(without(Purpose.KEEP_WORDS, Purpose.STEP_PROMPTS, Purpose.SHARE_WORDS))
    house.world.clock.at = right
    await house.world.until(right + timedelta(minutes=16))
    assert not house.tables.answers


@pytest.mark.parametrize("step", ["goes_beyond", "narrow_client"])
async def test_what_cannot_be_read_is_told_and_tried_again(
    tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = House(tmp_path)
    client, _ = await joined(house.world)

    def damaged(*_: object) -> bool:
        raise DamagedError("planted")

    with monkeypatch.context() as patched:
        patched.setattr(policy_watch, step, damaged)
        await house.decides(NO_CHECK_INS)
        await house.watch.look()
        (finding,) = house.watch.findings()
        assert not finding.ok
        assert "cannot be read" in finding.sentence
    await house.watch.look()
    (finding,) = house.watch.findings()
    assert finding.ok
    await house.decides()
    await nothing_follows(house, client.shown)


async def test_one_that_cannot_be_read_does_not_hold_up_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = House(tmp_path)
    await joined(house.world)

    async def damaged(*_: object) -> None:
        raise DamagedError("planted")

    monkeypatch.setattr(policy_watch, "narrow_client", damaged)
    await house.decides(without(Purpose.CHECK_INS, Purpose.REMINDER, Purpose.DIGEST))
    every = house.tables.deliveries.values()
    kinds = {one.kind for one in every if one.state is DeliveryState.PLANNED}
    assert Kind.CHECK_IN in kinds
    assert Kind.DIGEST not in kinds


async def test_what_comes_back_while_it_is_forbidden_ends_with_the_next_sweep(
    tmp_path: Path,
) -> None:
    house = House(tmp_path)
    await joined(house.world)
    ledger = house.tables.ledgers[house.engagement().id]
    await house.decides(NO_CHECK_INS)
    house.tables.ledgers[house.engagement().id] = ledger
    house.world.clock.forward(minutes=SWEEP_EVERY.total_seconds() / 60)
    await house.watch.look()
    last = house.last(Purpose.CHECK_INS)
    assert last is not None
    assert last.act is Act.REVOKED
