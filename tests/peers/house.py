"""A house that the product never puts together: the local page beside chat platforms.

Its page is where a coach of the tests is, and its clock moves time for everybody. `handrail run`
has a page only where no platform is configured (`bot.run.page_apart`).
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from adapters.shared.http import Server
from bot.run.assemble import opening
from bot.run.one_process import put_together, serve_house
from bot.settings import Settings
from tests.browser import start_clock_at
from tests.fakes import START


@asynccontextmanager
async def page_beside_platforms(settings: Settings) -> AsyncIterator[Server]:
    """Serves the page and each configured platform for the block. The clock starts at `START`."""
    await start_clock_at(settings.data, START)
    async with AsyncExitStack() as stack:
        opened = await stack.enter_async_context(opening(settings))
        house = await put_together(stack, settings, opened, with_page=True)
        yield await serve_house(stack, settings, house)
