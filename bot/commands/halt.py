"""`handrail halt` and `handrail resume`: the organisation's red button."""

from __future__ import annotations

import os
import pwd
from pathlib import Path
from typing import NoReturn

import structlog
import typer

from bot.commands.log import log_to_stderr
from bot.commands.operator import AS_JSON
from bot.commands.printable import clean, tell
from bot.commands.show import as_json
from bot.commands.start import settings_or_exit
from bot.settings import Settings

MOST_LETTERS = 200
BECAUSE = typer.Option(
    None, "--because", help="A note to other operators. Write nothing about a person in it."
)
CLOCK = typer.Option(
    False, "--clock-is-right", help="The clock is right now, and was ahead when it was halted."
)

log = structlog.get_logger()


def halt(because: str | None = BECAUSE, json: bool = AS_JSON) -> None:
    """Let nothing leave by itself any more, in every process, within two seconds.

    It needs the database alone: no keys, and no process that runs. People who write are answered.
    What falls due meanwhile is dropped, or waits; `handrail resume` ends the halt.
    """
    from storage import RefusedError
    from storage.sql.halts.button import press

    note = _note(because)
    settings = settings_or_exit()
    log_to_stderr(settings.log_level)
    try:
        found, is_new = press(*_where(settings), _account(), note)
    except RefusedError as reason:
        _end(str(reason))
    by = clean(found.halted_by)
    if is_new:
        log.warning("halted", by=by, because=found.because)
    if json:
        return as_json({"halted_at": found.halted_at, "by": by, "new": is_new})
    since = f"{found.halted_at:%Y-%m-%d %H:%M:%S} UTC"
    if not is_new:
        return tell(f"It was halted already, since {since}, by {by}.")
    return tell(
        f"Halted at {since}. Within two seconds nothing leaves by itself. People who write are "
        "answered, and retention, erases and withdrawals go on. `handrail resume` ends it."
    )


def resume(clock_is_right: bool = CLOCK, json: bool = AS_JSON) -> None:
    """End a halt, also that of a restore. What fell due meanwhile does not follow.

    What waits leaves one by one.
    """
    from storage import RefusedError
    from storage.sql.halts.button import release

    settings = settings_or_exit()
    log_to_stderr(settings.log_level)
    try:
        ended = release(*_where(settings), sure=clock_is_right)
    except RefusedError as reason:
        _end(str(reason))
    if ended is not None:
        log.warning("resumed", by=_account())
    if json:
        return as_json({"resumed": ended is not None})
    if ended is None:
        return tell("Nothing was halted. Nothing was changed.")
    return tell(
        f"Resumed. It was halted since {ended.halted_at:%Y-%m-%d %H:%M:%S} UTC. What fell due "
        "meanwhile is dropped; what waits leaves within twenty minutes, one after the other."
    )


def _where(settings: Settings) -> tuple[Path, str | None, str]:
    url = settings.database_url.get_secret_value() if settings.database_url else None
    return settings.data, url, settings.organisation


def _account() -> str:
    """The operator's account as this machine has it, or its number where it has no name.

    What the environment says of it is not asked: whoever presses sets that.
    """
    try:
        return clean(pwd.getpwuid(os.getuid()).pw_name)
    except (KeyError, OSError):
        return f"user {os.getuid()}"


def _note(because: str | None) -> str | None:
    """The note as it is stored. Ends where it is too long or would not stand in one line."""
    note = (because or "").strip()
    if len(note) > MOST_LETTERS or not note.isprintable():
        _end(f"--because is one line of at most {MOST_LETTERS} letters. Nothing was changed.")
    return note or None


def _end(sentence: str) -> NoReturn:
    tell(sentence, err=True)
    raise typer.Exit(1)
