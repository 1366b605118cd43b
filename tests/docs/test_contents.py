"""One table of contents names every document, and the templates are those that the code makes."""

from __future__ import annotations

import pytest

from tests import privacy_pages
from tests.docs.pages import ROOT, links, name_of

DOCS = ROOT / "docs"
# These have a table of contents of their own, or are listed by their folder.
FOLDERS = ("docs/decisions/", "docs/stories/", "docs/roles/", "docs/README.md")
LONGEST = 130


def test_every_document_stands_in_the_table_of_contents() -> None:
    text = (DOCS / "README.md").read_text(encoding="utf-8")
    listed = {(DOCS / link.split("#")[0]).resolve() for link in links(text)}
    every = [page for page in DOCS.rglob("*.md") if not name_of(page).startswith(FOLDERS)]
    assert len(every) > 30
    assert [name_of(page) for page in every if page.resolve() not in listed] == []


def test_the_projects_page_leads_to_it() -> None:
    assert "docs/README.md" in links((ROOT / "README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", privacy_pages.PAGES)
def test_a_template_is_the_one_that_the_code_gives(name: str) -> None:
    written = (privacy_pages.FOLDER / name).read_text(encoding="utf-8")
    assert written == privacy_pages.PAGES[name](), "run: make says"


@pytest.mark.parametrize("folder", ["start", "guides", "privacy"])
def test_what_people_are_handed_is_short(folder: str) -> None:
    for page in (DOCS / folder).glob("*.md"):
        assert len(page.read_text(encoding="utf-8").splitlines()) <= LONGEST, page.name
