"""The commands `handrail backup` and `handrail restore`."""

from __future__ import annotations

import asyncio
import getpass
import sys
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import typer

from bot.commands.log import log_to_stderr
from bot.commands.printable import tell
from bot.commands.progress import Shown, progress
from bot.commands.show import as_json, facts
from bot.commands.start import settings_or_exit
from bot.settings import Settings

T = TypeVar("T")

AS_JSON = typer.Option(False, "--json", help="One line of JSON, for machines.")
TO = typer.Option(..., "--to", help="Folder for the file, on another disk or machine.")
SECRET = typer.Option(
    None,
    "--recovery-key",
    help="File with the secret half of the recovery key. Left out: it is asked, or read from a "
    "pipe. It is needed only where the keys are lost.",
)
YES = typer.Option(False, "--yes", help="The recovery folder is as it was when Handrail last ran.")
FILE = typer.Argument(help="What `handrail backup` made.")
INTERRUPTED = "Interrupted. No backup was made; repeat the command."
RESTORE_INTERRUPTED = (
    "Interrupted. Repeat the command: it begins anew or goes on, as is right. Until then "
    "Handrail does not start on a place that is half restored."
)
NOT_GIVEN = (
    "No recovery key was given. Give its secret half as one line, or name the file that holds it. "
    "Nothing was changed."
)
SURE = (
    "The recovery folder was last written at {until} UTC. Nobody can tell from its files whether "
    "it is the newest: an older one would bring back what was withdrawn or stopped since.{clock}"
)
AHEAD = (
    " That is later than this machine's clock says now: set the clock right, or Handrail once ran "
    "with a clock that was ahead."
)


def backup(to: Path = TO, json: bool = AS_JSON) -> None:
    """Back everything up, while Handrail runs or not: rows to a file, keys to HANDRAIL_RECOVERY."""
    from bot.run.installation import installation_of
    from storage.moving.backup import back_up

    settings = _settings()
    with progress(INTERRUPTED) as shown:
        done = _run(lambda: back_up(installation_of(settings), to, datetime.now(UTC), shown))
    if json:
        return as_json(done)
    return facts((("backup", done.file), ("copy of the keys", done.keys)))


def restore(
    file: Path = FILE, recovery_key: Path | None = SECRET, yes: bool = YES, json: bool = AS_JSON
) -> None:
    """Restore a backup into an empty place; what was ended since does not come back."""
    from bot.run.installation import installation_of
    from bot.upkeep.ledger_audit import audit
    from storage.moving.restore import RestoreQuestions
    from storage.moving.restore import restore as restored

    settings = _settings()
    with progress(RESTORE_INTERRUPTED) as shown:
        asking = RestoreQuestions(partial(_secret, recovery_key, shown), partial(_sure, yes, shown))
        now = datetime.now(UTC)
        done = _run(lambda: restored(installation_of(settings), file, audit, asking, now, shown))
    if json:
        return as_json(done)
    until = done.proved_until
    known = "until now: the keys in use know them" if until is None else f"until {_moment(until)}"
    return facts(
        (
            ("backup of", _moment(done.made_at)),
            ("endings since known", known),
            ("people not brought back", "some" if done.some_not_back else "none"),
            ("ledger chains whole", "all"),
            ("data keys opened", "all"),
            ("messages", "halted, until `handrail resume`"),
            ("what comes by itself", "rests for each person until they look and resume: tell them"),
        )
    )


def _settings() -> Settings:
    settings = settings_or_exit()
    log_to_stderr("ERROR")
    return settings


def _run(made: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Runs it to its end. Ends with one sentence and exit code 1 where it is refused."""
    from storage import RefusedError

    try:
        return asyncio.run(made())
    except RefusedError as reason:
        sentence = str(reason)
    except ValueError:
        # What SQLAlchemy says of an address repeats it, and it may hold a password.
        sentence = "HANDRAIL_DATABASE_URL is not the address of a SQLite or PostgreSQL database."
    except OSError as problem:
        sentence = f"A file could not be read or written ({problem.strerror}). Repeat the command."
    tell(sentence, err=True)
    raise typer.Exit(1)


def _secret(file: Path | None, shown: Shown) -> str:
    from storage import RefusedError

    if file is not None:
        try:
            return file.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise RefusedError(f"{file} cannot be read. Nothing was changed.") from None
    with shown.pausing():
        if sys.stdin.isatty():
            given = getpass.getpass("Secret half of the recovery key: ").strip()
        else:
            given = sys.stdin.readline().strip()
    if not given:
        raise RefusedError(NOT_GIVEN)
    return given


def _sure(yes: bool, shown: Shown, until: datetime) -> bool:
    with shown.pausing():
        clock = AHEAD if until > datetime.now(UTC) else ""
        tell(SURE.format(until=f"{until.astimezone(UTC):%Y-%m-%d %H:%M}", clock=clock), err=True)
        if yes:
            return True
        tell("It is the folder as it was when Handrail last ran. [y/N]: ", nl=False, err=True)
        return sys.stdin.readline().strip().lower() in ("y", "yes")


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
