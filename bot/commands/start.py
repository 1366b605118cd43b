"""Every command's start: reads the settings and sets up the log."""

from __future__ import annotations

import logging
import sys

import structlog
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
            typer.echo(f"{name}: {problem['msg']}", err=True)
        raise typer.Exit(1) from None


def log_to_stderr(level: str) -> None:
    """Logs events and counts to stderr. Other libraries log only warnings."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
