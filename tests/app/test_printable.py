"""What a command prints of files, rows and names is one printable line."""

from __future__ import annotations

import ast
import os
import pwd
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.commands import halt
from bot.commands.printable import INSTEAD, clean, clean_lines
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
# What commands print of their own: constants, questions, what they have made or been asked for.
OURS = {
    "bot/commands/backup.py": {"sentence"},
    "bot/commands/erase.py": {"question"},
    "bot/commands/guests.py": {"made.url"},
    "bot/commands/init/command.py": {"told"},
    "bot/commands/operator.py": {"text", "secret"},
    "bot/commands/progress.py": {"interrupted"},
    "bot/commands/view.py": {"made.url"},
    "bot/commands/workspace.py": {"question"},
}


def printed_whole() -> Iterator[tuple[str, str]]:
    """Each text that a command prints as it came, by its file: no sentence stands around it."""
    for path in (ROOT / "bot/__main__.py", *sorted((ROOT / "bot/commands").rglob("*.py"))):
        for call in ast.walk(ast.parse(path.read_text())):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "typer.echo" and call.args:
                given = ast.unparse(call.args[0]).removeprefix("str(").removesuffix(")")
                if given.replace(".", "").replace("_", "").isalnum() and not given.isupper():
                    yield path.relative_to(ROOT).as_posix(), given


def test_no_command_prints_what_came_from_elsewhere_as_it_came() -> None:
    found = set(printed_whole())
    assert found <= {(path, name) for path, names in OURS.items() for name in names}
    assert clean_lines("a\nb\x1b[2J\r") == f"a\nb{INSTEAD}[2J{INSTEAD}"


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
