"""Opens one of the ways to run Handrail: all in one process, or one of many."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from adapters.shared.http import Server
    from bot.settings import Settings


@asynccontextmanager
async def opened(settings: Settings, way: str) -> AsyncIterator[Server]:
    """Serves until the block ends. `way` is "running", "serving" or "working".

    Imports only what this way needs, and raises what it raises.
    """
    async with AsyncExitStack() as stack:
        with _without_a_search_for_rubbish():
            if way == "running" or (way == "serving" and settings.keys_url is None):
                from bot.run.one_process import running as opening
            elif way == "serving":
                from bot.run.many_processes import serving as opening
            else:
                from bot.run.many_processes import working as opening
            server = await stack.enter_async_context(opening(settings))
        yield server


@contextmanager
def _without_a_search_for_rubbish() -> Iterator[None]:
    """A start makes much and throws little away. To look through it again and again would take a
    third of its time, so what is there at its end counts as what stays.
    """
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()
