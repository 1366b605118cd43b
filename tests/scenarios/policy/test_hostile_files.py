"""A hostile policy file is a fault with a sentence at every door, and costs little to refuse."""

from __future__ import annotations

import re
import sys
import tomllib
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from bot import contacts
from bot.__main__ import app
from bot.domain.policy import rows
from bot.environment import small_toml
from bot.environment.small_toml import LONGEST_LINE, MOST_BYTES, MOST_DOTS
from bot.rules.policy import lines, reading
from bot.rules.policy.lines import lines_of
from bot.rules.policy.reading import PolicyRefusedError, read_policy
from bot.run.assemble import read_organisation_files
from bot.settings import Settings
from bot.upkeep import policy_watch
from storage import RefusedError
from tests.scenarios.policy.hostile import HOSTILE
from tests.scenarios.policy.house import WHO, House

if TYPE_CHECKING:
    from _typeshed import TraceFunction

RUNNER = CliRunner()
each = pytest.mark.parametrize("hostile", HOSTILE)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "policy.toml"


def is_printable(text: str) -> bool:
    return all(line.isprintable() for line in text.strip().split("\n"))


@each
def test_a_start_refuses_it(file: Path, hostile: str) -> None:
    file.write_bytes(HOSTILE[hostile])
    with pytest.raises(RefusedError) as refused:
        read_organisation_files(Settings(policy_file=file))
    assert str(refused.value).startswith("policy.toml: ")
    assert is_printable(str(refused.value))


@each
async def test_a_running_bot_goes_on_as_before_and_the_doctor_says_so(
    tmp_path: Path, hostile: str
) -> None:
    house = House(tmp_path)
    held = house.policy
    house.file.write_bytes(HOSTILE[hostile])
    await house.watch.look()
    assert house.policy == held
    (finding,) = house.watch.findings()
    assert not finding.ok
    await house.decides()
    assert house.watch.findings()[0].ok


@each
@pytest.mark.parametrize("command", ["check", "show"])
def test_the_commands_tell_it_and_print_nothing_of_its_signs(
    file: Path, hostile: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(HOSTILE[hostile])
    monkeypatch.setenv("HANDRAIL_POLICY_FILE", str(file))
    ended = RUNNER.invoke(app, ["policy", command])
    assert isinstance(ended.exception, SystemExit)
    assert ended.exit_code == 1
    assert "policy.toml: " in ended.output
    assert is_printable(ended.output)


@pytest.mark.parametrize("problem", [ValueError, OverflowError, RecursionError, MemoryError])
async def test_whatever_else_a_parser_may_raise_is_a_fault_too(
    tmp_path: Path, problem: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    house = House(tmp_path)

    def raising(*_: object) -> object:
        raise problem("Zyzzyx")

    for module, name in ((tomllib, "loads"), (reading, "lines_of")):
        with monkeypatch.context() as patched:
            patched.setattr(module, name, raising)
            with pytest.raises(PolicyRefusedError) as refused:
                read_policy(house.file)
            assert "Zyzzyx" not in str(refused.value)
    monkeypatch.setattr(policy_watch, "read_policy", raising)
    await house.watch.look()
    assert not house.watch.findings()[0].ok


@each
def test_an_organisations_own_contacts_are_held_to_the_same(file: Path, hostile: str) -> None:
    file.write_bytes(HOSTILE[hostile].replace(WHO.encode(), b""))
    with pytest.raises(ValueError, match=r"^policy\.toml: ") as refused:
        contacts.own_contacts(file)
    assert is_printable(str(refused.value))


def test_what_the_limits_let_through_is_read(file: Path) -> None:
    coaches = "".join(f'  "slack/T1/U{at}",\n' for at in range(1000))
    file.write_text(WHO + f'[coaches]\nwho = "listed"\nlisted = [\n{coaches}]\n')
    assert len(read_policy(file).coaches.listed) == 1000
    file.write_text(WHO + "#" * LONGEST_LINE)
    assert read_policy(file)


def steps(text: str) -> int:
    """How many lines of our own code look for the lines of keys. Those of the library are linear:
    they take a text apart, and go back nowhere.
    """
    taken = 0

    def count(_frame: FrameType, event: str, _: object) -> TraceFunction:
        nonlocal taken
        taken += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        lines_of(text)
    finally:
        sys.settrace(before)
    return taken


@pytest.mark.parametrize("sign", ["[ ", "[", " ", "a.", '"', "[a ", "=", "\n", "[\n", "[[ ]"])
def test_twice_the_text_takes_at_most_twice_the_steps(sign: str) -> None:
    once, twice = (steps(sign * many) for many in (1000, 2000))
    assert twice <= 2 * once + 10


PATTERNS = {
    f"{module.__name__}.{name}": pattern.pattern
    for module in (lines, reading, rows, small_toml, contacts)
    for name, pattern in vars(module).items()
    if isinstance(pattern, re.Pattern)
}
TOKEN = re.compile(r"(\[(?:\\.|[^\]\\])*\]|\\.|.)([+*?]|\{[0-9,]*\})?\??")
ASCII = [chr(at) for at in range(128)]


def goes_back(pattern: str) -> bool:
    """Tells whether a repeat without an end may be followed by a sign that it takes itself, or is
    not followed by a sign that must be there. Such patterns try again where they have been.
    """
    opened: list[int] = []
    kept: list[tuple[set[str], str]] = []
    for part, times in TOKEN.findall(pattern):
        if part == "(":
            opened.append(len(kept))
        elif part == ")":
            first = opened.pop()
            if times in ("+", "*") and kept[-1][0] & kept[first][0]:
                return True
        else:
            kept.append(({one for one in ASCII if re.fullmatch(part, one)}, times))
    pairs = pairwise(kept)
    starts = kept[0][1] == "*"
    return starts or any(
        times in ("+", "*") and (own & following or then in ("*", "?"))
        for (own, times), (following, then) in pairs
    )


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_that_meets_a_file_goes_back(name: str) -> None:
    assert not goes_back(PATTERNS[name])


def test_patterns_that_go_back_are_found_out() -> None:
    assert PATTERNS
    for pattern in (
        r"\s*\[\[?\s*([\w\-. ]+?)\s*\]",
        r"(a+)+b",
        r"a+[ab]c",
        r"\w+\s*,",
        r"(a[ab]+)+",
    ):
        assert goes_back(pattern), pattern
    assert not goes_back(r"[a-z]+/[^\s/,]+")


def test_the_limits_are_told(file: Path) -> None:
    for text, says in (
        ("#" * (MOST_BYTES + 1), "is larger than 32 KiB."),
        ("\n" + "#" * (LONGEST_LINE + 1), "line 2: the line is longer than 500 letters"),
        ("a" + ".a" * (MOST_DOTS + 1) + " = 1", "line 1: a key has more than 3 dots."),
        ("x = [[[[[", "line 1: is nested too deeply."),
    ):
        file.write_text(text)
        with pytest.raises(PolicyRefusedError, match=re.escape(says)):
            read_policy(file)
