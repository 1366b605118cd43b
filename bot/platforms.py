"""Which chat platforms are opened: one case each."""

from __future__ import annotations

from contextlib import AsyncExitStack

from adapters.http import Server
from bot.assembling import House, Platforms
from bot.settings import Settings


async def open_platforms(
    stack: AsyncExitStack, settings: Settings, house: House, platforms: Platforms, server: Server
) -> None:
    """Opens what is configured, and mounts its routes; imports nothing that is not."""
