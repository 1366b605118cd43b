"""`handrail init`: asks what is needed, and writes the files that an installation begins with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.commands.init.answers import Answers, AnswersRefusedError, read_answers
from bot.commands.printable import confirmed, tell
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.commands.init.made import FileToWrite

ANSWERS = typer.Option(None, help="A file of answers (TOML): nothing is asked.")
FOLDER = typer.Option(Path("handrail-setup"), "--to", help="Folder to write everything to.")
DRY_RUN = typer.Option(False, "--dry-run", help="Show what would be written, and write nothing.")
YES = typer.Option(False, "--yes", help="Overwrite what differs without asking.")
NOT_ALL_ANSWERED = (
    "The input ended before everything was answered. Nothing was written. Answer at a terminal, or "
    "give a file of answers with --answers."
)
KEPT = "Nothing was written. Say --yes to overwrite, or --to for another folder."


def init(
    answers: Path | None = ANSWERS, to: Path = FOLDER, dry_run: bool = DRY_RUN, yes: bool = YES
) -> None:
    """Ask what is needed, and write the environment, the manifests and a checklist.

    It may be repeated: it offers what was answered before, and shows what would change. It sends
    nothing to anyone.
    """
    try:
        _begin(answers, to.absolute(), dry_run, yes)
    except AnswersRefusedError as reason:
        tell(reason, err=True)
        raise typer.Exit(1) from None
    except typer.Abort as ended:
        if not isinstance(ended.__context__, EOFError):
            raise
        tell(f"\n{NOT_ALL_ANSWERED}", err=True)
        raise typer.Exit(1) from None
    except OSError as problem:
        tell(f"The files could not be read or written ({problem.strerror}).", err=True)
        raise typer.Exit(1) from None


def _begin(file: Path | None, folder: Path, dry_run: bool, yes: bool) -> None:
    from bot.commands.init.asking import ask
    from bot.commands.init.chosen import checked
    from bot.commands.init.made import ANSWERS as LAST
    from bot.commands.init.made import PRIVATE, FileToWrite, environment_before, made
    from bot.commands.init.recovering import SECRET_HALF, with_recovery_key
    from bot.commands.init.writing import write

    given: Mapping[str, str] = {}
    if file is not None:
        answers = read_answers(file)
    else:
        last = folder / LAST
        answers, given = ask(read_answers(last) if last.exists() else Answers(), folder)
    before = environment_before(answers, folder)
    answers, recovery_secret = with_recovery_key(answers, before, folder)
    settings = checked(answers, folder)
    files = made(answers, given, before, folder)
    if recovery_secret is not None:
        # It is written first: no environment may name a key whose secret half nobody has.
        half = FileToWrite(f"{recovery_secret}\n".encode(), PRIVATE, is_text=False)
        files = {SECRET_HALF: half} | files
    may = _shown(files, folder, dry_run, yes, file is None)
    if may is None:
        return
    for name in write(files, folder, may):
        tell(f"Written: {folder / name}")
    _make_key(answers, settings)
    tell(f"What is left to do: {folder / 'checklist.md'}")


def _shown(
    files: Mapping[str, FileToWrite], folder: Path, dry_run: bool, yes: bool, asks: bool
) -> Callable[[str], bool] | None:
    """Shows every difference. Returns who decides for each file; None if nothing is to be written.

    Without a person to ask, differences end the command with exit code 1.
    """
    from bot.commands.init.writing import differences

    changed = differences(files, folder)
    for told in changed.values():
        tell(told, nl=False)
    if dry_run:
        for name in files:
            if name not in changed:
                state = "as it is" if (folder / name).exists() else "new"
                tell(f"{folder / name}: {state}")
        return None
    if yes or not changed:
        return lambda _: True
    if not asks:
        tell(KEPT, err=True)
        raise typer.Exit(1)
    # All are asked before the first is written: whoever goes away leaves nothing half done.
    wanted = {name for name in changed if confirmed(f"Overwrite {name}", default=False)}
    return wanted.__contains__


def _make_key(answers: Answers, settings: Settings) -> None:
    """Makes the first epoch key where it was asked for and nothing else is needed for it."""
    from bot.commands.init.checklist import NO_COPY
    from bot.commands.operator import make_next

    keys = answers.keys
    alone = answers.machines == "one" and answers.install == "python"
    if not (alone and keys.root == "file" and keys.make):
        return
    folder = settings.epochs
    if folder is None or any(folder.glob("*.key")):
        return
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    make_next(settings, folder)
    tell(f"That is the epoch key. {NO_COPY}")
