"""An operator's erase and turn: nothing is done whose answer cannot be made."""

from __future__ import annotations

import pytest

from bot.commands.erase import told
from bot.domain.operator import TellOperatorError
from bot.domain.people import Address
from bot.ports import Outcome
from bot.upkeep.operator import Operator
from tests.fakes import FakeClock, FakePlatform
from tests.memory_store.store import MemoryStore
from tests.operators import FakeEraser, FakeKeyDesk, FakeMachine

WHERE = Address("local", "local", "client")


class Desk:
    """An operator's desk with keys that break at one call."""

    def __init__(self) -> None:
        self.keys = FakeKeyDesk(wants_turning=True)
        self.eraser = FakeEraser(known=WHERE)
        self.platform = FakePlatform(FakeClock())
        self.operator = Operator(
            self.eraser,
            MemoryStore(),
            self.keys,
            FakeClock(),
            FakeMachine(),
            {WHERE.platform: self.platform},
        )


async def test_an_epoch_is_not_turned_where_its_answer_cannot_be_made() -> None:
    desk = Desk()
    desk.keys.broken = OSError("the key store is away")
    with pytest.raises(OSError, match="away"):
        await desk.operator.keys_turn()
    assert desk.keys.epoch == 1
    desk.keys.broken = None
    assert (await desk.operator.keys_turn()).epoch == desk.keys.epoch == 2


async def test_an_erase_whose_turn_fails_still_has_its_certificate() -> None:
    desk = Desk()
    desk.keys.broken = OSError("disk full")
    done = await desk.operator.erase(WHERE)
    assert done.certificate is not None
    assert not done.turned
    assert any("handrail keys turn" in line for line in told(done))
    desk.keys.broken = None
    assert (await desk.operator.erase(WHERE)).turned
    assert desk.keys.epoch == 2


@pytest.mark.parametrize("problem", [OSError("away"), RuntimeError("breaks its promise")])
async def test_an_operator_erases_nothing_where_the_platform_raises(problem: Exception) -> None:
    desk = Desk()

    async def find(to: object, reference: str) -> Outcome:
        raise problem

    whole, desk.platform.find = desk.platform.find, find  # type: ignore[method-assign]
    with pytest.raises((TellOperatorError, RuntimeError)):
        await desk.operator.erase(WHERE)
    assert desk.eraser.erased == []
    desk.platform.find = whole  # type: ignore[method-assign]
    assert (await desk.operator.erase(WHERE)).certificate is not None
