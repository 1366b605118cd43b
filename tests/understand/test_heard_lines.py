"""Spanish, Portuguese, Japanese and Vietnamese: what whole lines are heard as, and what not.

The lines are in `lines/heard/<language>.txt`: a kind, then its lines. Each kind is judged: a stop
stops, "asked" asks whether to stop, "not-yes" switches nothing on, "words" are a person's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.understand import Intent, understand
from bot.understand.heard import Small
from bot.understand.small_talk import small_talk
from tests.understand.catalogues import MONDAY

FOLDER = Path(__file__).parent / "lines" / "heard"
LANGUAGES = ("es", "ja", "pt", "vi")
KINDS = {"stop", "asked", "undo", "snooze", "yes", "no", "not-yes", "words"}
KINDS |= {"resume", "language", "help", *Small}


def told(language: str) -> Iterator[tuple[str, str]]:
    for row in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        kind, _, lines = row.partition(": ")
        yield from ((kind, line.strip()) for line in lines.split(" | "))


LINES = [(language, kind, line) for language in LANGUAGES for kind, line in told(language)]


def _means(intent: Intent) -> Callable[[str, str], bool]:
    def judged(line: str, language: str) -> bool:
        meant = understand(line, language, MONDAY)
        return meant.intent is intent and meant.sure

    return judged


def _asks(line: str, language: str) -> bool:
    meant = understand(line, language, MONDAY)
    return meant.intent is Intent.STOP and not meant.sure


def _is_no_yes(line: str, language: str) -> bool:
    return understand(line, language, MONDAY).intent is not Intent.YES


def _is_words(line: str, language: str) -> bool:
    return understand(line, language, MONDAY).intent is None and small_talk(line, language) is None


def _is_small(kind: str) -> Callable[[str, str], bool]:
    return lambda line, language: small_talk(line, language) is Small(kind)


def _judge(kind: str) -> Callable[[str, str], bool]:
    special = {"asked": _asks, "not-yes": _is_no_yes, "words": _is_words}
    if kind in special:
        return special[kind]
    return _is_small(kind) if kind in list(Small) else _means(Intent(kind))


@pytest.mark.parametrize(("language", "kind", "line"), LINES)
def test_a_line_is_heard_as_its_kind(language: str, kind: str, line: str) -> None:
    assert _judge(kind)(line, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_lines_of_every_kind(language: str) -> None:
    assert {kind for kind, _ in told(language)} == KINDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_cancel_and_back_stop_nothing_in_any_language(language: str) -> None:
    undone = [line for _, kind, line in LINES if kind == "undo"]
    assert [
        line for line in undone if understand(line, language, MONDAY).intent is Intent.STOP
    ] == []
