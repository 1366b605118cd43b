"""The page that people review is the one that the catalogues give."""

from __future__ import annotations

from pathlib import Path

from bot.text import languages
from tests.catalogue.page import page
from tests.catalogue.sentences import sentences

PAGE = Path(__file__).parents[2] / "docs" / "what-the-bot-says.md"


def test_the_page_in_the_docs_is_made_from_the_catalogues() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: make says"


def test_every_sentence_stands_on_it_in_every_language() -> None:
    text = page()
    assert all(f"#### {key}\n" in text for key in sentences("en"))
    assert text.count("\n- **") == len(sentences("en")) * len(languages())
