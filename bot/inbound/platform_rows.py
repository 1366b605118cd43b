"""What a platform keeps of a person in rows of its own, and how an erase clears it."""

from __future__ import annotations

from collections.abc import Mapping

import structlog

from bot.domain.people import Address
from bot.metrics import METRICS
from bot.ports import Adapter, KeepsRows, Own

log = structlog.get_logger()


async def clear(adapter: Adapter, sender: Address, own: Own) -> None:
    """A platform that raises, although it promised not to, keeps nobody from their answer."""
    try:
        await adapter.clear(sender, own)
    except Exception as problem:
        METRICS.failed("adapter")
        log.error("clear_failed", error=type(problem).__name__)


async def rows_about(adapter: Adapter | None, address: Address) -> Mapping[str, int]:
    """Counts the platform's own rows about a person, by table. Raises what its database raises."""
    return await adapter.rows_about(address) if isinstance(adapter, KeepsRows) else {}


async def forget(adapter: Adapter | None, address: Address) -> None:
    """Clears the chat of somebody whom the bot does not know (any more), and those rows.

    Raises what the platform's database raises; repeat it then.
    """
    if adapter is not None:
        await clear(adapter, address, Own())
    if isinstance(adapter, KeepsRows):
        await adapter.forget(address)
