"""`handrail understand` tells what lines are heard as, and touches nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app

LINES = "I want to die\n\nstop\nare you a real person?\nit was a good week\nthanks\n"
HEARD = ["crisis-certain", "stop", "question:ai", "words", "smalltalk"]


def _run(*arguments: str, given: str = LINES) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["understand", *arguments], input=given)
    return result.exit_code, result.stdout


def test_each_line_is_told_with_what_it_is_heard_as() -> None:
    code, out = _run("--language", "en")
    assert code == 0
    assert [row.split("\t")[0] for row in out.splitlines()] == HEARD


def test_json_has_the_text_the_label_and_the_level(tmp_path: Path) -> None:
    file = tmp_path / "lines.txt"
    file.write_text(LINES, encoding="utf-8")
    code, out = _run("--language", "en", "--json", str(file))
    rows = [json.loads(row) for row in out.splitlines()]
    assert code == 0
    assert [row["heard"] for row in rows] == HEARD
    assert rows[0] == {"text": "I want to die", "heard": "crisis-certain", "level": "certain"}
    assert rows[3]["level"] is None


@pytest.mark.parametrize("source", [(), ("-",)])
def test_lines_come_from_standard_input(source: tuple[str, ...]) -> None:
    assert _run("--language", "ja", "--json", *source, given="もう死にたい\n")[1].count("\n") == 1


def test_why_names_words_first_and_then_phrases() -> None:
    _, out = _run("--language", "en", "--json", "--why", given="I want to kill myself\n")
    why = json.loads(out)["why"]
    assert any("kill" in words for words in why[:3])
    assert why[-1].startswith("certain: ")


def test_it_needs_no_settings_and_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert _run("--language", "de")[0] == 0
    assert list(tmp_path.iterdir()) == []


def test_a_language_or_a_file_that_is_not_there_ends_with_a_sentence(tmp_path: Path) -> None:
    assert _run("--language", "xx")[0] == 2
    assert _run("--language", "en", str(tmp_path / "none.txt"))[0] == 1
