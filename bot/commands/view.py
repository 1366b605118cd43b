"""`handrail view`: the organisation's view, by a link that works once or as a file."""

from __future__ import annotations

from pathlib import Path

import typer

from bot.commands.operator import AS_JSON
from bot.commands.printable import tell
from bot.commands.show import as_json
from bot.domain.organisation.view import OrganisationView

OUT = typer.Option(None, "--out", help="Write the page to this file instead; it can be printed.")
HAND_OVER = (
    "It opens the organisation's view once, until {until} UTC: how this installation is, and "
    "counts of groups. It shows nothing about a person."
)


def view(out: Path | None = OUT, json: bool = AS_JSON) -> None:
    """Print a link to the organisation's view, or write it to a file."""
    from bot.commands.desk import at_desk

    if json or out is not None:
        found = at_desk(lambda desk: desk.organisation_view(), with_platforms=True)
        if out is not None:
            _write(out, found)
        return as_json(found) if json else None
    made = at_desk(lambda desk: desk.organisation_link())
    tell(made.url)
    return tell(HAND_OVER.format(until=f"{made.until:%Y-%m-%d %H:%M}"), err=True)


def _write(out: Path, found: OrganisationView) -> None:
    from adapters.operator.view.drawing import view_page

    try:
        out.write_text(view_page(found), encoding="utf-8")
    except OSError as problem:
        tell(f"{out} could not be written ({problem.strerror}).", err=True)
        raise typer.Exit(1) from None
    tell(f"{out} holds the organisation's view.", err=True)
