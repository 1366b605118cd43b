"""What a command prints of files, rows and names is one printable line."""

from __future__ import annotations

import ast
import io
import os
import pwd
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.commands import halt
from bot.commands.printable import INSTEAD, asked, clean, clean_lines, confirmed, tell
from bot.commands.show import facts, lines

HOSTILE = "a\x1b]0;b\x07\r\nc\x00\u202ed\x9b2J\u2028\t\ud800"


def test_every_sign_there_is_becomes_printable_and_what_was_printable_stays() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    cleaned, printable = clean(every), {sign for sign in every if sign.isprintable()}
    assert cleaned.isprintable()
    assert len(cleaned) == len(every)
    assert {one for one in cleaned if one not in (INSTEAD, " ")} == printable - {INSTEAD, " "}
    assert clean("Zoë, 東京, Đường 1") == "Zoë, 東京, Đường 1"
    assert clean("a\u3000b\u00a0c") == "a b c"


@pytest.mark.parametrize("show", [facts, lambda rows: lines(("a", "b"), rows)])
@pytest.mark.parametrize("is_terminal", [True, False])
def test_every_way_to_show_rows_prints_them_clean(
    show: object,
    is_terminal: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    assert callable(show)
    unprintable = {sign for sign in HOSTILE if not sign.isprintable()}
    show([(HOSTILE, HOSTILE)])
    printed = capsys.readouterr().out
    # A terminal gets bold headings from the table itself: "\x1b[" and the like.
    assert not set(printed) & (unprintable - {"\x1b", "\n", "\t"})
    assert "\x1b]" not in printed
    assert printed.count("\n") == (2 if is_terminal and show is not facts else 1)
    assert is_terminal or printed.count("\t") <= 1


ROOT = Path(__file__).parents[2]
PRINTS = ("typer.echo", "typer.prompt", "typer.confirm", "typer.secho", "print")
# The roads on which all is cleaned: everything else prints by them.
ROADS = {"bot/commands/printable.py": 3, "bot/commands/show.py": 2}


def printing() -> Iterator[tuple[str, ast.Call]]:
    """Each call that prints by itself, by its file."""
    ours = [ROOT / "bot/__main__.py", *sorted((ROOT / "bot/commands").rglob("*.py"))]
    for path in (*ours, *sorted((ROOT / "adapters").rglob("commands.py"))):
        for call in ast.walk(ast.parse(path.read_text())):
            if isinstance(call, ast.Call) and ast.unparse(call.func) in PRINTS:
                yield path.relative_to(ROOT).as_posix(), call


def test_every_command_prints_by_one_cleaned_road() -> None:
    """An adapter's commands cannot reach it: they clean what they print, or print constants."""
    found = Counter[str]()
    for path, call in printing():
        if path.startswith("adapters/"):
            text = call.args[0]
            is_clean = isinstance(text, ast.Call) and ast.unparse(text.func) == "clean_lines"
            assert is_clean or isinstance(text, ast.Constant), (path, ast.unparse(call))
        else:
            found[path] += 1
    assert found == ROADS


def test_the_road_cleans_all_that_it_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert clean_lines("a\nb\x1b[2J\r") == f"a\nb{INSTEAD}[2J{INSTEAD}"
    monkeypatch.setattr(sys, "stdin", io.StringIO("\ny\n"))
    unprintable = {sign for sign in HOSTILE if not sign.isprintable()} - {"\n"}
    tell(HOSTILE)
    tell(Path(HOSTILE), err=True)
    # What is offered again comes back as it was.
    assert asked(HOSTILE, HOSTILE) == HOSTILE
    assert confirmed(HOSTILE, default=False)
    printed = "".join(capsys.readouterr())
    assert printed.count(INSTEAD) > 10
    assert not set(printed) & unprintable


def test_who_halts_is_the_account_of_the_machine_and_not_what_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, HOSTILE.replace("\0", "").replace("\ud800", ""))
    mine = pwd.getpwuid(os.getuid())
    assert halt._account() == mine.pw_name
    monkeypatch.setattr(pwd, "getpwuid", lambda _: pwd.struct_passwd((HOSTILE, *mine[1:])))
    assert halt._account() == clean(HOSTILE)

    def nobody(_: int) -> pwd.struct_passwd:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", nobody)
    assert halt._account() == f"user {os.getuid()}"
