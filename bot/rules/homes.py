"""Draws home pages anew, after something that they show has ended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import structlog

from bot.domain.people import Address
from bot.metrics import METRICS
from bot.ports import Adapter

log = structlog.get_logger()


async def redraw_homes(
    adapters: Mapping[str, Adapter], people: Iterable[Address], language: str | None = None
) -> None:
    """Call it once everything is saved. `language` (BCP 47) is for whom nobody knows any more.

    Never raises: a platform that raises, although it promised not to, keeps nobody from anything.
    """
    for address in people:
        adapter = adapters.get(address.platform)
        if adapter is None:
            continue
        try:
            await adapter.redraw_home(address, language)
        except Exception as problem:
            METRICS.failed("adapter")
            log.error("home_not_redrawn", error=type(problem).__name__)
