"""The platforms that a command can name. A misspelt one is refused before anything is asked."""

from __future__ import annotations

from difflib import get_close_matches

import typer

from bot.commands.printable import tell
from bot.run.platforms import registered


def known_platform(name: str) -> str:
    """Returns the name, or ends with a sentence that names the known ones and exit code 1."""
    if name in registered():
        return name
    near = get_close_matches(name.lower(), registered(), n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    known = ", ".join(registered())
    tell(f"No platform is called so.{hint} Known are {known}.", err=True)
    raise typer.Exit(1)
