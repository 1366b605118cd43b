"""The command `handrail understand`: what lines would be heard as. It stores nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import typer

from bot.commands.printable import tell
from bot.commands.show import as_json, cells
from bot.text import languages
from bot.understand.heard import Heard, Level
from bot.understand.hearing import hear
from bot.understand.phrases import Intent
from bot.understand.questions import words_of_stop
from bot.understand.times.reading import read_times

FILE = typer.Argument(None, help="A file of lines in UTF-8. Left out, or -: standard input.")
LANGUAGE = typer.Option(..., "--language", help="The language of the chat, such as de.")
AS_JSON = typer.Option(False, "--json", help="One line of JSON for each line.")
WHY = typer.Option(False, "--why", help="Also the words that decided.")


def understand(
    file: str | None = FILE, language: str = LANGUAGE, json: bool = AS_JSON, why: bool = WHY
) -> None:
    """Tell what each line would be heard as. Needs no database, and stores nothing."""
    if language not in languages():
        tell(f"There is no such language here. There are: {', '.join(languages())}.", err=True)
        raise typer.Exit(2)
    today = datetime.now(UTC).date()
    for line in _lines(file):
        heard = hear(line, language, today)
        label = heard.label
        if label == "words" and read_times(line, language, today) is not None:
            label = "times"
        _show(line, label, heard, json=json, why=why)


def _lines(file: str | None) -> Iterable[str]:
    """The lines that are not empty. Ends with one sentence if the file cannot be read."""
    try:
        text = sys.stdin.read() if file in (None, "-") else Path(str(file)).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        tell("The lines could not be read. They must be text in UTF-8.", err=True)
        raise typer.Exit(1) from None
    return [line for line in text.splitlines() if line.strip()]


def _show(line: str, label: str, heard: Heard, *, json: bool, why: bool) -> None:
    words = _why(line, heard) if why else []
    if json:
        answer = {"text": line, "heard": label, "level": _level(heard)}
        as_json(answer | {"why": words} if why else answer)
        return
    cells([label, line, *(["; ".join(words)] if why else [])])


def _level(heard: Heard) -> Level | None:
    """How sure it is of distress or of a command; None for anything else."""
    if heard.distress is not None:
        return heard.distress.level
    if heard.command.intent is None:
        return None
    return Level.CERTAIN if heard.command.sure else Level.MAYBE


def _why(line: str, heard: Heard) -> list[str]:
    """The words that decided: those of the classifier first, then the phrases of tables."""
    if heard.distress is not None:
        return list(heard.distress.why)
    if heard.command.intent is Intent.STOP and not heard.command.sure:
        return words_of_stop(line)
    if heard.command.intent is not None and heard.command.sure:
        return [f"{heard.command.intent}: a phrase of the tables"]
    return list(heard.question.why) if heard.question is not None else []
