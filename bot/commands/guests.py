"""`handrail coach`: a way in for a coach who has no account here."""

from __future__ import annotations

import typer

from bot.commands.printable import tell

coach = typer.Typer(no_args_is_help=True, help="A way in for a coach who has no account here.")

HAND_OVER = (
    "Hand this link over yourself: nothing was sent. It works once, until {until} UTC. Whoever "
    "opens it types their own e-mail address, gets a way in by mail, and may coach here."
)


@coach.command()
def invite() -> None:
    """Print a link for one guest coach by mail, to hand over. It works once, for some days."""
    from bot.commands.desk import at_desk

    made = at_desk(lambda desk: desk.invite_coach(), with_platforms=True)
    tell(made.url)
    tell(HAND_OVER.format(until=f"{made.until:%Y-%m-%d %H:%M}"), err=True)


@coach.command()
def close() -> None:
    """Close every link of `invite` that is still open. Coaches who came in by one stay."""
    from bot.commands.desk import at_desk

    closed = at_desk(lambda desk: desk.close_links())
    tell(f"{closed.count} closed." if closed.count else "No link was open.")
