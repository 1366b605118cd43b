"""Gives every store the shared clock: the database's own, which no process can set.

PostgreSQL has one (`clock_timestamp`). Here it follows the simulated time on every store, and
stays right when the clock of the processes jumps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.delivery import Delivery
from storage.sql.lanes import SqlLanes
from tests.memory_store.lanes import MemoryLanes
from tests.simulation.loop import SteadyClock


@contextmanager
def shared(clock: SteadyClock) -> Iterator[None]:
    real = MemoryLanes.abandoned

    def now(_: Any, __: datetime, ago: timedelta = timedelta(0)) -> datetime:
        return clock.shared() - ago

    async def beat(box: Any, worker: str, _: datetime) -> None:
        box._t.workers[worker] = clock.shared()

    async def abandoned(box: Any, by: datetime, silent_for: timedelta) -> Sequence[Delivery]:
        seen, wrong = box._t.workers, by - clock.shared()
        box._t.workers = {worker: at + wrong for worker, at in seen.items()}
        try:
            return await real(box, by, silent_for)
        finally:
            box._t.workers = seen

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SqlLanes, "_now", now)
        patch.setattr(MemoryLanes, "beat", beat)
        patch.setattr(MemoryLanes, "abandoned", abandoned)
        yield
