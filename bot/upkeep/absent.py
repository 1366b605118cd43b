"""A platform that was there yesterday and is not configured today: said, and waited for.

The people in the database tell which platforms were there. What is due to them is not claimed
(`bot.delivery.deliveries`): it waits in its window, and is dropped when that is over.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import structlog

from bot.domain.operator import Finding
from bot.ports import Store

log = structlog.get_logger()


async def absent_platforms(store: Store, present: Collection[str]) -> Sequence[str]:
    """Returns the platforms that have people here and are not among `present`, sorted."""
    async with store.transaction() as tx:
        return [name for name in await tx.platforms() if name not in present]


async def tell_absent(store: Store, present: Collection[str]) -> None:
    """Says at the start which platforms are missing. It settles and sends nothing."""
    for name in await absent_platforms(store, present):
        log.error("platform_not_configured", platform=name, told=_sentence(name))


async def find_absent(store: Store, present: Collection[str]) -> Finding:
    """Reports the same to the doctor."""
    absent = await absent_platforms(store, present)
    if not absent:
        return Finding("platforms", True, "Every platform that has people here is configured.")
    return Finding("platforms", False, " ".join(_sentence(name) for name in absent))


def _sentence(name: str) -> str:
    return (
        f"People of {name.title()} are known here, and {name.title()} is not configured. What is "
        "due to them waits until its time is over, and is then dropped. Set its settings again; "
        "`handrail config` shows which are in force."
    )
