"""What a command prints of files, rows and names is one printable line."""

from __future__ import annotations

import sys

import pytest

from bot.commands.printable import INSTEAD, clean
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
