"""Reads the Markdown documents: their code spans, commands, links and tables.

Generated pages are left out: other tests compare them with the code they are made from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
GENERATED = (
    "docs/what-the-bot-says.md",
    "docs/stories/",
    "docs/security-tests.md",
    "docs/privacy/record-of-processing.md",
    "docs/privacy/impact-assessment.md",
    "docs/what-we-could-hand-over.md",
)
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"^(?: {4}|\t).*$", re.MULTILINE)
SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
LINK = re.compile(r"\]\(([^)\s]+)\)")


def pages() -> list[Path]:
    """Every document that is written by hand, by path."""
    found = set(ROOT.glob("*.md"))
    for top in ("docs", "deploy", "adapters"):
        found |= set((ROOT / top).rglob("*.md"))
    return sorted(page for page in found if not name_of(page).startswith(GENERATED))


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def spans(text: str) -> list[str]:
    """What stands between single backticks, outside of code blocks."""
    return SPAN.findall(FENCED.sub("", text))


def words(text: str) -> Iterator[str]:
    """The words of all code spans, without the punctuation around them."""
    for span in spans(text):
        for word in span.split():
            yield word.strip(",;:()[]\"'").rstrip(".")


def commands(text: str) -> Iterator[str]:
    """What a reader could type: code spans, and the lines of code blocks."""
    yield from spans(text)
    for block in (*FENCED.findall(text), *INDENTED.findall(FENCED.sub("", text))):
        yield from (line.strip() for line in block.splitlines())


def links(text: str) -> list[str]:
    """The targets of links, without those to other sites."""
    return [target for target in LINK.findall(text) if "://" not in target]


def rows(text: str) -> list[list[str]]:
    """The cells of every table row below a heading row, stripped."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    rules = {number for number, row in enumerate(cells) if set("".join(row)) <= set("-: ")}
    return [row for number, row in enumerate(cells) if not {number, number + 1} & rules]
