"""Draws home pages anew, after something that they show has ended."""

from __future__ import annotations

from collections.abc import Mapping

import structlog

from bot.domain.people import Address
from bot.metrics import METRICS
from bot.ports import Adapter

log = structlog.get_logger()


async def redraw_homes(adapters: Mapping[str, Adapter], people: Mapping[Address, str]) -> None:
    """Call it once everything is saved. `people` holds everybody's language (BCP 47), for whoever
    is no longer known then.

    Never raises: a platform that raises, although it promised not to, keeps nobody from anything.
    """
    for address, language in people.items():
        adapter = adapters.get(address.platform)
        if adapter is None:
            continue
        try:
            await adapter.redraw_home(address, language)
        except Exception as problem:
            METRICS.failed("adapter")
            log.error("home_not_redrawn", error=type(problem).__name__)
