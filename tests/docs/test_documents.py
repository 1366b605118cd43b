"""Every path, name, test, command, setting and link in the documents is one that exists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from bot.__main__ import app
from bot.environment.names import RETIRED
from tests.docs.names import problem_with
from tests.docs.pages import ROOT, commands, links, name_of, pages, words

SETTING = re.compile(r"HANDRAIL_[A-Z_]*[A-Z]")
every_page = pytest.mark.parametrize("page", pages(), ids=name_of)


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@every_page
def test_every_path_name_and_test_exists(page: Path) -> None:
    found = (problem_with(word, page) for word in words(read(page)))
    assert [problem for problem in found if problem] == []


@every_page
def test_every_link_leads_to_a_file(page: Path) -> None:
    targets = (target.split("#")[0] for target in links(read(page)))
    assert [t for t in targets if t and not (page.parent / t).exists()] == []


@every_page
def test_every_command_exists(page: Path) -> None:
    typed = [line.split() for line in commands(read(page))]
    assert [" ".join(line) for line in typed if line[:1] == ["make"] and not is_target(line)] == []
    ours = [line[1:] for line in typed if line[:1] == ["handrail"] and line[1:]]
    assert [" ".join(line) for line in ours if not is_command(line)] == []


@every_page
def test_every_setting_exists(page: Path) -> None:
    """`deploy/env.example` names every setting; tests/test_deploy.py compares it with the code."""
    known = set(SETTING.findall((ROOT / "deploy" / "env.example").read_text(encoding="utf-8")))
    assert set(SETTING.findall(read(page))) - known - set(RETIRED) == set()


def test_the_checks_notice_what_is_missing() -> None:
    page = ROOT / "README.md"
    for word in (
        "bot/ports.py",
        "bot.delivery.gate.no_such_rule",
        "bot.no_such_room",
        "tests/proofs/test_nevers.py::test_that_is_not_there",
        "tests/no_such_file.py::test_at_all",
        "no_such_file.py",
    ):
        assert problem_with(word, page), word
    for word in ("bot.settings.Settings.port", "bot/locale/<language>/crisis.toml", "a.b", "gate"):
        assert problem_with(word, page) is None, word
    assert not is_command(["key", "turn"])
    assert not is_command(["keys", "spin"])
    assert not is_target(["make", "coffee"])


def is_target(line: list[str]) -> bool:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    return len(line) > 1 and line[1] in targets


def is_command(line: list[str]) -> bool:
    """The first word is a command; if that is a group, so is the next one, where there is one."""
    command: Any = get_command(app)
    for word in line:
        inside = getattr(command, "commands", None)
        if inside is None or not word.isalpha():
            return True
        if word not in inside:
            return False
        command = inside[word]
    return True
