"""Spanish, Portuguese, Japanese and Vietnamese: what the crisis tables alone say of a line.

The lines are in `lines/crisis/<language>.txt`. "both" joins a joke and a true statement: what is
harmless covers only its own words. Tables and classifier decide together what the bot does. Run
`make hearing` after a table changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.understand.classifier.folding import tokens_of
from bot.understand.crisis_phrases import CERTAIN, HARM, HARMLESS, MAYBE, machine

FOLDER = Path(__file__).parent / "lines" / "crisis"
LANGUAGES = ("es", "ja", "pt", "vi")
RIGHT = {"certain": {CERTAIN}, "maybe": {MAYBE, CERTAIN}, "harm": {HARM}, "both": {CERTAIN}}


def told(language: str) -> Iterator[tuple[str, str]]:
    for row in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        kind, _, lines = row.partition(": ")
        yield from ((kind, line.strip()) for line in lines.split(" | "))


LINES = [(language, kind, line) for language in LANGUAGES for kind, line in told(language)]


@pytest.mark.parametrize(("language", "kind", "line"), LINES)
def test_the_tables_say_what_a_line_is(language: str, kind: str, line: str) -> None:
    said = {hit.kind for hit in machine().find(tokens_of(line))} - {HARMLESS}
    if kind == HARMLESS:
        assert not said
    else:
        assert said & RIGHT[kind]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_lines_of_every_kind(language: str) -> None:
    assert {kind for kind, _ in told(language)} == {*RIGHT, HARMLESS}
