"""The operator's desk finds problems and does its work without naming anybody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest

from bot.domain.operator import Examination, Finding, Standing, TellOperatorError
from bot.domain.people import Address
from bot.domain.retention import Behind
from bot.ports import Outcome, Transaction
from bot.upkeep.checks.lines import LINES
from bot.upkeep.operator import Operator
from tests.fakes import START, FakeClock, FakePlatform
from tests.memory_store.store import MemoryStore
from tests.operators import FOUND, FakeEraser, FakeKeyDesk, FakeMachine, behind
from tests.storage.planted import MARKERS, plant
from tests.things import delivery

WHERE = Address("slack", "w", "u")


class Desk:
    """An operator's desk, with everything that a test may want to change."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.keys = FakeKeyDesk()
        self.bot = FakeEraser()
        self.house = FakeMachine()
        self.clock = FakeClock()
        self.operator = Operator(self.bot, self.store, self.keys, self.clock, self.house)

    def with_platform(self, platform: FakePlatform) -> Operator:
        platforms = {platform.platform: platform}
        return Operator(self.bot, self.store, self.keys, self.clock, self.house, platforms)

    async def findings(self) -> dict[str, Finding]:
        return {one.name: one for one in (await self.operator.doctor()).findings}

    async def attention(self) -> list[str]:
        return [name for name, finding in (await self.findings()).items() if not finding.ok]


class AwayPlatform(FakePlatform):
    async def find(self, to: Address, reference: str) -> Outcome:
        raise OSError("away")


async def test_a_new_installation_has_no_findings() -> None:
    desk = Desk()
    found = await desk.operator.doctor()
    assert found.well, found
    assert len(found.findings) == len(LINES)


async def test_a_delivery_is_overdue_after_a_quarter_of_an_hour() -> None:
    desk = Desk()
    async with desk.store.transaction() as tx:
        await tx.plan(delivery(due_at=START))
    desk.clock.forward(minutes=15)
    assert await desk.attention() == []
    desk.clock.forward(seconds=1)
    assert await desk.attention() == ["deliveries due"]


async def test_a_delivery_being_sent_is_fine_and_one_left_behind_is_a_finding() -> None:
    desk = Desk()
    async with desk.store.transaction() as tx:
        await tx.plan(delivery(due_at=START))
        await tx.claim(START, 1)
    assert await desk.attention() == []
    desk.clock.forward(minutes=16)
    assert await desk.attention() == ["deliveries claimed"]
    assert "Some were begun" in (await desk.findings())["deliveries claimed"].sentence


@pytest.mark.parametrize(
    ("left", "well"),
    [(Behind(), True), (behind(4, minutes=20), True), (behind(4, hours=2), False)],
)
async def test_data_kept_past_its_end_is_a_finding_once_a_sweep_was_missed(
    left: Behind, well: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk()
    sweeping = desk.store.transaction

    @asynccontextmanager
    async def transaction() -> AsyncIterator[Transaction]:
        async with sweeping() as tx:

            async def told(now: datetime) -> Behind:
                return left

            monkeypatch.setattr(tx, "behind", told, raising=False)
            yield tx

    monkeypatch.setattr(desk.store, "transaction", transaction)
    finding = (await desk.findings())["retention"]
    assert finding.ok is well
    assert ("Some things" in finding.sentence) is bool(left.things)


async def test_keys_that_cannot_be_opened_are_left_over_or_are_old_want_attention() -> None:
    desk = Desk()
    desk.keys = FakeKeyDesk(START - timedelta(days=91), retired=1, unreadable=2)
    desk.operator = Operator(desk.bot, desk.store, desk.keys, desk.clock, desk.house)
    assert await desk.attention() == ["keys", "retired keys", "epoch"]
    assert "Some cannot be opened" in (await desk.findings())["keys"].sentence


@pytest.mark.parametrize(
    ("standing", "name"),
    [
        (Standing(0o750, 20 * 1024**3, True), "data folder"),
        (Standing(0o700, 20 * 1024**3, True, ("chmod 600 1.key",)), "files"),
        (Standing(0o700, 1024**2, True), "disk"),
        (Standing(0o700, 20 * 1024**3, False), "schema"),
    ],
)
async def test_an_open_folder_a_full_disk_and_another_schema_want_attention(
    standing: Standing, name: str
) -> None:
    desk = Desk()
    desk.house.found = standing
    assert await desk.attention() == [name]


@pytest.mark.parametrize(
    ("more", "well", "says"),
    [
        ({}, True, "No key was destroyed"),
        ({"wanted": True}, True, "comes by itself"),
        ({"wanted": True, "by_hand": True, "processes": 3, "with_next": 2}, False, "2 of 3"),
        ({"by_hand": True, "processes": 3, "with_older": 1}, False, "1 of 3 processes can read"),
        ({"by_hand": True, "processes": 3}, True, "No key was destroyed"),
    ],
)
async def test_a_turn_that_an_operator_owes_wants_attention(
    more: dict[str, object], well: bool, says: str
) -> None:
    desk = Desk()
    desk.keys.more = more
    found = (await desk.findings())["turns"]
    assert found.ok is well
    assert says in found.sentence


async def test_a_check_that_fails_is_a_finding_and_does_not_say_why() -> None:
    desk = Desk()
    desk.keys.broken = OSError("zebra")
    found = await desk.findings()
    assert await desk.attention() == ["keys", "retired keys", "epoch", "turns", "backup"]
    assert found["keys"].sentence == "This could not be looked at (OSError)."


async def test_the_doctor_names_nobody_and_quotes_nothing() -> None:
    desk = Desk()
    async with desk.store.transaction() as tx:
        await plant(tx)
        await tx.plan(delivery(id=MARKERS[0], to=MARKERS[1], owner=MARKERS[2], due_at=START))
        await tx.plan(delivery(id=MARKERS[3], to=MARKERS[1], owner=MARKERS[4], slot="b"))
        await tx.claim(START, 1)
    desk.clock.forward(days=500)
    found: Examination = await desk.operator.doctor()
    assert not found.well
    assert not any(marker in repr(found) for marker in [*MARKERS, "client", "coach", "e1"])


async def test_a_turn_tells_the_new_epoch() -> None:
    desk = Desk()
    desk.clock.forward(days=3)
    turned = await desk.operator.keys_turn()
    assert turned.epoch == 2
    assert (await desk.operator.keys_status()).turned_at == desk.clock.now()


async def test_a_check_tells_whether_every_key_opens() -> None:
    desk = Desk()
    assert (await desk.operator.keys_check()).all_open
    desk.keys.unreadable = 1
    assert not (await desk.operator.keys_check()).all_open


async def test_an_erase_says_whether_the_platform_was_reached() -> None:
    desk = Desk()
    desk.bot.known = WHERE
    assert (await desk.operator.erase(WHERE)).reached is False
    desk.bot.known = WHERE
    assert (await desk.with_platform(FakePlatform(desk.clock, "slack")).erase(WHERE)).reached


async def test_nothing_is_erased_while_the_platform_is_away() -> None:
    """Otherwise the bot's messages in the chat would stay, and nobody could ask for their deletion
    later.
    """
    desk = Desk()
    desk.bot.known = WHERE
    away = desk.with_platform(AwayPlatform(desk.clock, "slack"))
    with pytest.raises(TellOperatorError, match="Nothing was erased"):
        await away.erase(WHERE)
    assert desk.bot.erased == []


async def test_an_erase_gives_the_certificate_and_a_second_one_finds_nothing() -> None:
    desk = Desk()
    desk.bot.known = WHERE
    assert (await desk.operator.erase(WHERE)).certificate == FOUND
    assert (await desk.operator.erase(WHERE)).certificate is None
    assert desk.bot.erased == [WHERE]
