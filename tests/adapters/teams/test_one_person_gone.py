"""Somebody removes or blocks the app: each check-in fails once and is reported."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat import Event, Message, Text, Wrote
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Store
from bot.run.bot import Bot
from bot.settings import Settings
from tests.adapters.teams.connector_peer import Fault
from tests.adapters.teams.crowd import enrol
from tests.adapters.teams.support import TENANT, Teams, chat_of, teams
from tests.fakes import FakeClock, SeededChance
from tests.memory_store.store import MemoryStore

MAI, TOM = Address("teams", TENANT, "mai"), Address("teams", TENANT, "tom")
GONE = {
    "not_installed": Fault(403, {"error": {"code": "BotNotInConversationRoster"}}),
    "blocked": Fault(403, {"error": {"code": "Forbidden", "subCode": "MessageWritesBlocked"}}),
    "user_deleted": Fault(404, {"error": {"code": "UserNotFound"}}),
}


@pytest.mark.parametrize("reason", GONE)
async def test_what_fails_for_one_person_fails_once_a_time_and_goes_on_when_they_are_back(
    reason: str, tmp_path: Path
) -> None:
    clock, store = FakeClock(), MemoryStore()
    async with teams(tmp_path, clock=clock) as there:
        for one in (MAI, TOM):
            await there.rows.remember(chat_of(there.peer.address, one.user))
        await enrol(store, [MAI, TOM], clock.now())
        bot = Bot(store, {"teams": there.adapter}, clock, SeededChance(2), Settings())
        there.peer.weather = lambda chat: GONE[reason] if chat == "a:mai" else None
        for _ in range(3):
            await one_day(bot, clock)
        assert asked(there, MAI) == 3, "one request each time, and not one more"
        assert len(there.shown("tom")) == 3, "and nobody else waits for it"
        assert await ended(store, MAI) == [(DeliveryState.NOT_DELIVERED, reason)] * 3
        assert not bot.deliveries.pulse.failing, (
            "it is no trouble of the platform's, and raises no alarm"
        )
        assert "Not delivered" in told(await bot.events.home(visit(MAI)))
        assert "Not delivered" not in told(await bot.events.home(visit(TOM)))

        there.peer.weather = lambda chat: None
        await one_day(bot, clock)
        assert len(there.shown("mai")) == 1
        assert "Not delivered" not in told(await bot.events.home(visit(MAI)))


async def one_day(bot: Bot, clock: FakeClock) -> None:
    """Runs the next check-ins and all that follows from them on that day."""
    due = await bot.deliveries.next_due()
    assert due is not None
    clock.at = max(clock.at, due)
    until = clock.at + timedelta(hours=12)
    while due is not None and due < until:
        clock.at = max(clock.at, due)
        await bot.tick()
        due = await bot.deliveries.next_due()


def asked(there: Teams, who: Address) -> int:
    return sum(chat == f"a:{who.user}" for _, chat, _ in there.peer.calls)


async def ended(store: Store, who: Address) -> list[tuple[DeliveryState, str | None]]:
    async with store.transaction() as tx:
        person = await tx.person_at(who)
        assert person is not None
        (mine,) = await tx.engagements_of(person.id)
        found = await tx.deliveries(mine.id, Kind.CHECK_IN)
    return [(one.state, one.reason) for one in found if one.state is not DeliveryState.PLANNED]


def visit(who: Address) -> Event:
    return Event("visit", who, Words("Mai"), Wrote(Words("home"), "m"))


def told(message: Message) -> str:
    return " ".join(block.text for block in message.blocks if isinstance(block, Text))
