"""`handrail config`: shows what is in force."""

from __future__ import annotations

import os

import typer

from bot.commands.show import as_json, lines
from bot.commands.start import settings_or_exit


def config(
    json: bool = typer.Option(False, "--json", help="One line of JSON, for machines."),
) -> None:
    """Show each setting that is in force, and whether it comes from the environment or a file.

    Of a secret, and of a setting that may name a person, it says only whether it is set.
    """
    from bot.environment.in_force import in_force
    from bot.run.open_platforms import is_configured
    from bot.run.page_apart import is_page_alone
    from bot.run.platforms import registered

    settings = settings_or_exit()
    found = in_force(settings, os.environ)
    opened = [
        name
        for name, one in registered().items()
        if one.open is not None and is_configured(one, settings)
    ]
    if json:
        serves = {"platforms": opened, "local_page": is_page_alone(settings)}
        return as_json({**serves, "settings": found})
    lines(("setting", "value", "from"), [(one.name, one.value, one.origin) for one in found])
    return None
