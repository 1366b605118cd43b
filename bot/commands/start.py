"""Every command's start: reads the settings."""

from __future__ import annotations

import typer
from pydantic import ValidationError

from bot.run.platforms import all_settings
from bot.settings import Settings


def settings_or_exit() -> Settings:
    """Reads the settings of Handrail and of every platform.

    Ends with one sentence for each wrong setting, and does not repeat its value.
    """
    try:
        return all_settings()()
    except ValidationError as wrong:
        for problem in wrong.errors(include_input=False, include_url=False):
            name = "_".join(("HANDRAIL", *map(str, problem["loc"]))).upper()
            typer.echo(f"{name}: {problem['msg'].removeprefix('Value error, ')}", err=True)
        raise typer.Exit(1) from None
