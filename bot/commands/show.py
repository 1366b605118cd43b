"""Shows a command's answer: a table on a terminal, plain lines in a pipe, JSON for machines.

What it shows may come from files and rows, so it prints all of it clean.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import typer
from pydantic_core import to_json
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.commands.printable import clean, tell


def as_json(answer: object) -> None:
    """Prints one line of JSON."""
    typer.echo(to_json(answer).decode())


def facts(rows: Iterable[tuple[str, object]]) -> None:
    """Prints names and values. In a pipe: one `name: value` per line."""
    if not sys.stdout.isatty():
        for name, value in rows:
            tell(clean(f"{name}: {value}"))
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for name, value in rows:
        table.add_row(Text(clean(name), style="bold"), Text(clean(str(value))))
    Console().print(table)


def lines(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Prints a table. In a pipe: only the rows, with tabs between cells."""
    if not sys.stdout.isatty():
        for row in rows:
            cells(row)
        return
    table = Table(*headings, box=None, padding=(0, 2, 0, 0))
    for row in rows:
        table.add_row(*(Text(clean(str(cell))) for cell in row))
    Console().print(table)


def cells(row: Sequence[object]) -> None:
    """Prints one line with tabs between its cells."""
    typer.echo("\t".join(clean(str(cell)) for cell in row))
