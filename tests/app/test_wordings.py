"""`handrail wordings` tells before an upgrade which consents would be asked anew."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from bot import text as texts
from bot.commands.wordings import wordings
from bot.domain.purposes import Purpose


@pytest.fixture
def before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """What the version that runs now prints, in a file."""
    wordings(None, json=False)
    kept = tmp_path / "wordings.txt"
    kept.write_text(capsys.readouterr().out)
    return kept


def test_it_has_a_line_for_each_purpose(before: Path) -> None:
    named = [line.partition(": ")[0] for line in before.read_text().splitlines()]
    assert named == [purpose.value for purpose in Purpose]


def test_the_same_version_asks_nobody_anew(
    before: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wordings(before, json=False)
    assert "Nobody is asked anew" in capsys.readouterr().out


def test_one_changed_letter_is_told_for_its_purpose_and_no_other(
    before: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = texts.Catalogue.__call__

    def reworded(self: texts.Catalogue, key: str, **values: str | int) -> str:
        sentence = said(self, key, **values)
        return f"{sentence}!" if key == "ask-notes" and self.language == "vi" else sentence

    monkeypatch.setattr(texts.Catalogue, "__call__", reworded)
    texts._wording.cache_clear()
    with pytest.raises(typer.Exit) as ended:
        wordings(before, json=False)
    texts._wording.cache_clear()
    told = capsys.readouterr().out.splitlines()
    assert ended.value.exit_code == 1
    assert [line.partition(": ")[0] for line in told] == ["notes"]
    assert "is asked again" in told[0]
