"""How a command prints: `tell` says lines, `asked` asks, and both print all of it clean.

What they print may come from files, rows and a machine's own names. The rule lies in the domain,
where what reads an organisation's files can use it too.
"""

from __future__ import annotations

import typer

from bot.domain.shown.printable import INSTEAD as INSTEAD
from bot.domain.shown.printable import clean as clean
from bot.domain.shown.printable import clean_lines as clean_lines


def tell(text: object, *, nl: bool = True, err: bool = False) -> None:
    """Prints one text of one or more lines. Every command prints its sentences so."""
    typer.echo(clean_lines(str(text)), nl=nl, err=err)


def asked(question: str, default: str = "", *, shown: bool = True, hide_input: bool = False) -> str:
    """Asks for one line. Enter takes `default`, which stands beside the question where `shown`."""
    beside = f" [{default}]" if shown and default else ""
    said: str = typer.prompt(
        clean(question + beside), default=default, show_default=False, hide_input=hide_input
    )
    return said


def confirmed(question: str, *, default: bool) -> bool:
    """Asks for yes or no."""
    return typer.confirm(clean(question), default=default)
