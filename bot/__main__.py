"""The command line: `handrail run`, `handrail demo`."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys

import structlog
import typer
from pydantic import ValidationError
from rich.console import Console

from bot.settings import Settings

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Handrail keeps a coaching client company between sessions.",
)


@app.command()
def run() -> None:
    """Serve the local page, with database and keys in the data folder (HANDRAIL_DATA)."""
    from adapters.http import PortTakenError
    from storage import RefusedError

    settings = _settings()
    _log_to_stderr(settings.log_level)
    try:
        asyncio.run(_serve(settings))
    except (PortTakenError, RefusedError) as reason:
        typer.echo(f"Handrail did not start. {reason}", err=True)
        raise typer.Exit(1) from None


@app.command()
def demo(pace: float = typer.Option(0.12, min=0, max=0.3, help="Seconds per beat.")) -> None:
    """Play one engagement in the terminal, both sides shown, with a fast clock."""
    from bot.demo import play

    _log_to_stderr("WARNING")
    asyncio.run(play(Console(), pace if sys.stdout.isatty() else 0))


def _settings() -> Settings:
    """Ends with a sentence for each setting that cannot be right; values are not repeated."""
    try:
        return Settings()
    except ValidationError as wrong:
        for problem in wrong.errors(include_input=False, include_url=False):
            name = "_".join(str(part) for part in problem["loc"]).upper()
            typer.echo(f"HANDRAIL_{name}: {problem['msg']}", err=True)
        raise typer.Exit(1) from None


async def _serve(settings: Settings) -> None:
    from bot.app import running

    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with running(settings) as server:
        typer.echo(f"Handrail is at {server.address} (Ctrl+C ends it)")
        await stop.wait()


def _log_to_stderr(level: str) -> None:
    """Events and counts only: the libraries' own loggers are kept to warnings."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def main() -> None:
    app()


if __name__ == "__main__":
    main()
