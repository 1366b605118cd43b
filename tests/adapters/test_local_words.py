"""The local page's own words: each in seven languages, and none left in the HTML or the script."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from adapters.local.page import STATIC
from adapters.local.words import SPOKEN, filled, words_for
from adapters.shared.accepted import accepted
from bot.run.platforms import registered
from bot.text import languages
from tests.adapters.support import opened_page
from tests.catalogue.sentences import sentences

PREFIX = "local-page-"
# What is the same in every language: the name of the house, and a name as an example.
NAMES = {"Handrail", "ana"}
SHOWN = {"title", "alt", "aria-label", "placeholder", "label"}
# A literal of a script that a person could read has a capital letter or two words.
LITERAL = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|`((?:[^`\\]|\\.)*)`")
ENGLISH = re.compile(r"[A-Z][a-z]+ |[A-Za-z]{2,} [a-z]{2,}|^[A-Z][a-z]+[.…!?]?$")
SELECTOR = re.compile(r"^[.#\w\[]|\[|button|input|textarea|select")
# Literals of scripts that are no words for a person.
NO_WORDS = {
    "Content-Type",
    "Enter",
    "Escape",
    "TypeError",
    "POST",
    "GET",
    "NFD",
    "X-Handrail-Token",
}
NO_WORDS |= {"X-Handrail-Token", "Handrail"}


@pytest.fixture(autouse=True)
def platforms() -> None:
    registered()


class Shown(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in SHOWN]


@pytest.mark.parametrize("file", sorted(STATIC.glob("*.html")), ids=lambda one: one.name)
def test_the_html_holds_no_words_of_its_own(file: Path) -> None:
    reader = Shown()
    reader.feed(file.read_text("utf-8"))
    left = {one for one in reader.found if one and not re.fullmatch(r"\{\{[a-z-]+\}\}", one)}
    assert left <= NAMES


@pytest.mark.parametrize("file", sorted(STATIC.glob("*.js")), ids=lambda one: one.name)
def test_the_script_holds_no_words_of_its_own(file: Path) -> None:
    code = re.sub(r"^\s*//.*$", "", file.read_text("utf-8"), flags=re.MULTILINE)
    left = [one for pair in LITERAL.findall(code) for one in pair if is_for_people(one)]
    assert left == []


def is_for_people(literal: str) -> bool:
    text = re.sub(r"\$\{[^}]*\}", "", literal).strip()
    if text in NO_WORDS or re.search(r"[\[\]{}=<>/#]|^\.|, (select|textarea)", text):
        return False
    return bool(ENGLISH.search(text))


def test_the_scan_finds_words() -> None:
    for english in ("Handrail is typing …", "Delete", "Show what is new", "${name} said so"):
        assert is_for_people(english), english


@pytest.mark.parametrize("language", languages())
def test_every_word_is_said_in_every_language(language: str) -> None:
    own = {key for key in sentences(language) if key.startswith(PREFIX)}
    assert own == {key for key in sentences("en") if key.startswith(PREFIX)}
    said = words_for(language, "Mai")
    assert said["language"] == language
    assert set(said) == {"language", "locale", *SPOKEN}
    page = filled((STATIC / "index.html").read_text("utf-8"), language, people="", language="")
    assert "{{" not in page
    if language != "en":
        english = words_for("en", "Mai")
        same = {key for key in SPOKEN if said[key] == english[key]}
        assert same <= {"role-coach", "role-client", "message"}


def test_every_word_that_the_script_asks_for_is_there_and_none_is_for_nobody() -> None:
    code = "".join(one.read_text("utf-8") for one in STATIC.glob("*.js"))
    for key in SPOKEN:
        named = key in code or key.rpartition("-")[0] + "-${" in code
        named = named or key.startswith(("role-", "first-")) or key.endswith("-this")
        assert named, key
    asked = set(re.findall(r"words\.([a-z]+)|words\[\"([a-z-]+)\"\]", code))
    known = {*SPOKEN, "language", "locale"}
    assert {one or other for one, other in asked} <= known


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "en"),
        ("", "en"),
        ("de-CH,de;q=0.9,en;q=0.8", "de"),
        ("nl,fr;q=0.5,en;q=0.4", "fr"),
        ("en;q=0.1,ja", "ja"),
        ("*", "en"),
        ("xx;q=;;,,;q=x", "en"),
    ],
)
def test_a_browser_is_answered_in_the_language_that_it_asks_for(
    header: str | None, language: str
) -> None:
    assert accepted(header) == language


async def test_the_page_speaks_the_chosen_language_and_else_the_browsers(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        async with page.http.get(page.entrance, headers={"Accept-Language": "fr"}) as answer:
            assert '<html lang="fr">' in await answer.text()
        page.desk.languages["coach"] = "ja"
        async with page.http.get(page.address, headers={"Accept-Language": "de"}) as answer:
            shown = await answer.text()
        assert '<html lang="de">' in shown
        (held,) = re.findall(r'name="handrail-people" content="([^"]*)"', shown)
        people = json.loads(held.replace("&quot;", '"').replace("&#x27;", "'"))
        assert [one["words"]["language"] for one in people] == ["de", "ja"]
        assert [one["words"]["locale"] for one in people] == ["de", "ja"]
