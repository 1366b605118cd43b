"""The recipes in the documents name every file that an addition touches."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from bot.delivery.kinds import KINDS
from bot.text import languages
from tests.docs.pages import ROOT, rows, spans
from tests.proofs.histories import PURPOSE as BY_TEMPLATE
from tests.scenarios.new_purpose import edits
from tests.simulation.rules import PURPOSE as BY_KIND

CONTRIBUTING = ROOT / "CONTRIBUTING.md"
LANGUAGES = ROOT / "docs" / "languages.md"
MIGRATION = re.compile(r"[a-z_]+_(\d{4})\.py")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "deploy" / "README.md"]
BACKUPS = ("data-protection.md", "operating.md", "upgrading.md")


def files(page: Path, title: str) -> set[str]:
    """The files of a recipe's table: what stands between backticks in its first column."""
    text = page.read_text(encoding="utf-8")
    recipe = re.split(rf"^##+ {title}$", text, flags=re.MULTILINE)[1]
    table = rows(re.split(r"^##+ ", recipe, flags=re.MULTILINE)[0])
    return {name for row in table for name in spans(row[0])}


def touched() -> set[str]:
    """The files that a new purpose with a kind of its own touches in `new_purpose`."""
    return {re.sub(r"(?<=locale/)[a-z]+(?=/)", "<language>", name) for name in edits.EDITS}


def test_the_recipes_of_a_purpose_and_of_its_kind_name_what_the_example_edits() -> None:
    purpose, kind = files(CONTRIBUTING, "A purpose"), files(CONTRIBUTING, "A delivery kind")
    assert touched() <= purpose | kind
    product = {name for name in purpose if name.startswith("bot/")}
    assert product == {
        "bot/domain/purposes.py",
        "bot/handlers/switches.py",
        "bot/locale/<language>/consent.ftl",
    }
    assert {"bot/domain/delivery.py", "bot/delivery/kinds.py"} <= kind - purpose


def test_the_lists_of_the_proofs_have_every_kind_that_sends() -> None:
    sending = {kind: row.purpose for kind, row in KINDS.items() if row.purpose is not None}
    assert sending == BY_KIND
    assert set(sending.values()) == set(BY_TEMPLATE.values())


def test_the_recipe_of_a_language_names_every_list_of_languages() -> None:
    """A test that holds something of most languages is such a list."""
    others = set(languages()) - {"en"}
    listing = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("*.py")
        if len(others & _texts(path)) >= 4
    }
    named = files(LANGUAGES, "To add a language")
    assert listing == {name for name in named if name.endswith(".py")}
    assert {_of(path) for path in (ROOT / "adapters").glob("*/locale/de.ftl")} <= named


def _of(path: Path) -> str:
    folder = path.parent.relative_to(ROOT).as_posix()
    return f"{folder}/<language>.ftl"


def _texts(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    values = (node.value for node in nodes if isinstance(node, ast.Constant))
    return {value for value in values if isinstance(value, str)}


def _platform(locale: Path) -> str:
    return locale.parent.name


@pytest.mark.parametrize("platform", sorted((ROOT / "adapters").glob("*/locale")), ids=_platform)
def test_every_platform_has_its_sentences_in_every_language(platform: Path) -> None:
    assert {file.stem for file in platform.glob("*.ftl")} == set(languages())


def test_each_migration_bears_its_number_and_follows_the_one_before() -> None:
    folder = ROOT / "storage" / "migrations" / "versions"
    found = [MIGRATION.fullmatch(file.name) for file in folder.glob("[a-z]*.py")]
    numbers = sorted(one[1] for one in found if one)
    assert len(numbers) == len(found)
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


def test_an_sdk_stands_in_every_wall_that_the_recipe_of_a_platform_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    walls = project["tool"]["importlinter"]["contracts"]
    holding = [one for one in walls if "slack_bolt" in one.get("forbidden_modules", ())]
    readme = (ROOT / "adapters" / "README.md").read_text(encoding="utf-8")
    assert "three walls" in readme
    assert len(holding) == 3


def test_the_documents_say_one_and_the_same_of_backups() -> None:
    said = {backups(ROOT / "docs" / name) for name in BACKUPS}
    assert len(said) == 1
    assert "[backup.md](backup.md)" in said.pop()


def backups(page: Path) -> str:
    found = page.read_text(encoding="utf-8").split("\n\n")
    (one,) = (part.strip() for part in found if part.startswith("`handrail backup` backs up"))
    return one


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_document_tells_to_copy_the_files(page: Path) -> None:
    said = " ".join(page.read_text(encoding="utf-8").split())
    for told in (
        "put back the database",
        "copy the files",
        "Back up the volumes",
        "cp handrail.db",
    ):
        assert told.casefold() not in said.casefold(), told
