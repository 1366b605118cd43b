"""Work in the background, at the end: it may finish, for a moment, and is ended then."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any

GRACE = 2.0


async def wind_down(tasks: Iterable[asyncio.Task[Any]], grace: float = GRACE) -> None:
    """`grace` in seconds. A call that is cut off leaves its connection behind, half used."""
    left = {task for task in tasks if not task.done()}
    if left:
        _, left = await asyncio.wait(left, timeout=grace)
    for task in left:
        task.cancel()
    if left:
        await asyncio.wait(left)
