"""An event loop that does not depend on the machine: time jumps, and no thread is used.

A task waits for its turn before each call to the outside world. When all tasks wait, the seed
chooses the one that goes on. So the same seed always gives the same history.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from tests.simulation.faults import Crash

BEGINNING = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class SteadyClock:
    """The simulated wall clock (UTC). It moves when a test moves it, and when all tasks sleep.

    `jump` sets it wrong; `shared` is the right time, as a database server has it.
    """

    def __init__(self) -> None:
        self.at = BEGINNING
        self._wrong = timedelta(0)

    def now(self) -> datetime:
        return self.at

    def shared(self) -> datetime:
        return self.at - self._wrong

    def forward(self, span: timedelta) -> None:
        self.at += span

    def jump(self, span: timedelta) -> None:
        self.at += span
        self._wrong += span


class SteadyLoop(asyncio.SelectorEventLoop):
    """Within `elsewhere` a real database works, and only then does the loop really wait."""

    def __init__(self, clock: SteadyClock) -> None:
        super().__init__()
        self._clock = clock
        self._seconds = 0.0
        self._elsewhere = 0
        self._waiting: list[asyncio.Future[None]] = []
        self.random = Random(0)
        self.set_exception_handler(_of_who_still_lives)

    def time(self) -> float:
        return self._seconds

    def run_in_executor(  # type: ignore[override]
        self, executor: Any, func: Callable[..., Any], *args: Any
    ) -> Any:
        """Runs the function at once instead of in a thread, so the order is always the same."""
        done = self.create_future()
        try:
            done.set_result(func(*args))
        except StopIteration as problem:
            done.set_exception(RuntimeError(repr(problem)))
        except BaseException as problem:
            done.set_exception(problem)
        return done

    @contextmanager
    def elsewhere(self) -> Iterator[None]:
        self._elsewhere += 1
        try:
            yield
        finally:
            self._elsewhere -= 1

    async def turn(self) -> None:
        """Waits until it is the caller's turn to call the outside world."""
        mine = self.create_future()
        self._waiting.append(mine)
        try:
            await mine
        finally:
            if mine in self._waiting:
                self._waiting.remove(mine)

    def end(self) -> None:
        """Cancels every task that is left, and closes the loop."""
        left = asyncio.all_tasks(self)
        for task in left:
            task.cancel()
        if left:
            self.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self.close()

    def _run_once(self) -> None:
        if not self._ready and not self._elsewhere:  # type: ignore[attr-defined]
            self._somebody_goes_on()
        super()._run_once()  # type: ignore[misc]

    def _somebody_goes_on(self) -> None:
        if self._waiting:
            self._waiting.pop(self.random.randrange(len(self._waiting))).set_result(None)
            return
        sleeping = [handle for handle in self._scheduled if not handle.cancelled()]  # type: ignore[attr-defined]
        if not sleeping:
            raise RuntimeError("everybody waits for everybody")
        until = min(handle.when() for handle in sleeping)
        self._clock.at += timedelta(seconds=max(0.0, until - self._seconds))
        self._seconds = max(self._seconds, until)


def _of_who_still_lives(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Ignores the crash of a process that died; reports every other exception."""
    if not isinstance(context.get("exception"), Crash):
        loop.default_exception_handler(context)


def turns() -> SteadyLoop:
    """Returns the running loop, which gives the turns."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, SteadyLoop)
    return loop
