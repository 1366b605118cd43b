"""The local page registers itself."""

from __future__ import annotations

from importlib.resources import files

from adapters.local.outgoing import OUTGOING
from adapters.shared.registration import Platform
from bot.settings import Settings

# `bot.run.one_process` opens the page by itself: the page's clock is the clock of the process.
PLATFORM = Platform(
    name="local",
    settings=Settings,
    is_configured=lambda _: True,
    open=None,
    commands=None,
    tables=None,
    sentences=files("adapters.local") / "locale",
    outgoing=OUTGOING,
    needs=lambda _: None,
    set_up=None,
)
