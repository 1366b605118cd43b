"""`handrail coaches`: who may coach, where HANDRAIL_COACHES is "approval"."""

from __future__ import annotations

import typer

from bot.commands.printable import tell

coaches = typer.Typer(no_args_is_help=True, help="Who may coach, with HANDRAIL_COACHES=approval.")

WHO = typer.Argument(
    help="The line that the bot showed them, or platform/workspace/user as the platform names them."
)
UNUSED = 'HANDRAIL_COACHES is not "approval": this counts once it is.'


@coaches.command()
def approve(who: str = WHO) -> None:
    """Let somebody coach. The bot tells them nothing by itself: they type "invite" again."""
    from bot.commands.desk import at_desk

    done = at_desk(lambda desk: desk.approve_coach(who))
    tell("They may coach now." if done.changed else "They could coach already.")
    _tell_if_unused()


@coaches.command()
def withdraw(who: str = WHO) -> None:
    """End that somebody may coach: from now on their codes open nothing, and they read nothing."""
    from bot.commands.desk import at_desk

    done = at_desk(lambda desk: desk.withdraw_coach(who))
    tell("They may not coach any more." if done.changed else "They were not approved.")
    _tell_if_unused()


def _tell_if_unused() -> None:
    from bot.commands.start import settings_or_exit

    if settings_or_exit().coaches != "approval":
        tell(UNUSED, err=True)
