"""A platform that counts as configured, for a worker that no real platform serves."""

from __future__ import annotations

from adapters.shared.outgoing import Clearing, Outgoing, OutgoingMethods
from adapters.shared.registration import Platform
from bot.settings import Settings


def configured(name: str) -> Platform:
    """A house without a local page, or whose database knows people of a platform, starts only
    where a platform is configured."""
    return Platform(
        name=name,
        settings=Settings,
        is_configured=lambda _: True,
        open=None,
        commands=None,
        tables=None,
        sentences=None,
        outgoing=OutgoingMethods(Outgoing("send", Clearing.NOTHING)),
        needs=lambda _: None,
        set_up=None,
    )
