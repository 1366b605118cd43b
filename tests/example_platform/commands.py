"""`handrail postbox`: the command that an administrator of Postbox needs once."""

from __future__ import annotations

import typer

postbox = typer.Typer(no_args_is_help=True, help="What Postbox has to be told once.")


@postbox.callback()
def _several() -> None:
    """Keeps `address` a command of its own."""


@postbox.command()
def address(url: str = typer.Option(..., help="Where Postbox reaches this Handrail.")) -> None:
    """Print the address that Postbox is to bring its events to."""
    from tests.example_platform.door import ROUTE

    typer.echo(url.rstrip("/") + ROUTE)
