"""The command line: `handrail run`, `handrail demo`."""

from __future__ import annotations

import asyncio
import sys

import typer
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
    """Serve the local page, with the database and keys in the data folder."""
    from bot.app import serve
    from bot.trouble import say_kindly

    with say_kindly():
        asyncio.run(serve(Settings()))


@app.command()
def demo(pace: float = typer.Option(0.12, min=0, max=0.5, help="Seconds per beat.")) -> None:
    """Play one engagement in the terminal, both sides shown, with a fast clock."""
    from bot.demo import play

    asyncio.run(play(Console(), pace if sys.stdout.isatty() else 0))


def main() -> None:
    app()


if __name__ == "__main__":
    main()
