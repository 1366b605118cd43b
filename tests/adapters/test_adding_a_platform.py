"""adapters/README.md lists every file that a platform touches, and the list is true."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.shared.registration import Platform
from bot.run.platforms import FOUND_AT, registered
from tests.contracts.peer import found

ROOT = Path(__file__).parents[2]
README = (ROOT / "adapters" / "README.md").read_text(encoding="utf-8")
# The product, and the files that build and configure it. `local` is an ordinary word, so the two
# platforms that can be told from ordinary words stand for all.
PRODUCT = (
    "bot",
    "adapters",
    "storage",
    "deploy",
    "pyproject.toml",
    "requirements.lock",
    "requirements-dev.lock",
)
SDKS = {"slack": ("slack",), "teams": ("teams", "botbuilder", "botframework", "microsoft_agents")}
# Here a comment is a whole line that begins with #. (In deploy/env.example and in the locks such
# lines hold names that a machine reads.)
WITH_COMMENTS = {".yaml", ".yml", ".sh", ".service", ".sysusers", ".tmpfiles"}
# Told in the README as Slack's alone.
MANIFEST = "deploy/slack/manifest.yaml"


def listed() -> set[str]:
    """The files of the table "outside its folder"."""
    section = README.split("## The files outside its folder")[1].split("\n## ")[0]
    rows = [row for row in section.splitlines() if row.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])}


def files() -> Iterator[str]:
    tracked = subprocess.run(
        ["git", "ls-files", "--", *PRODUCT], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return iter(tracked.stdout.split())


def code_of(path: Path) -> str:
    """What a machine reads of a file: without comments, docstrings and documents."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".py":
        return "\n".join(_read_by_python(text))
    if path.suffix in (".md", ".html", ".css", ".js", ".svg"):
        return ""
    if path.suffix == ".toml" and path.name != "pyproject.toml":
        return ""  # Tables of words that people say.
    if path.suffix in WITH_COMMENTS or path.name == "Dockerfile":
        lines = text.splitlines()
        return "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    if path.suffix == ".txt":
        return ""  # The same tables, compiled, and the weights of the classifier.
    return text


def _read_by_python(text: str) -> Iterator[str]:
    nodes = ast.walk(ast.parse(text))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in nodes if isinstance(node, documented) and node.body]
    docs = {body[0].lineno for body in bodies if isinstance(body[0], ast.Expr)}
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        is_doc = token.type == tokenize.STRING and token.start[0] in docs
        if token.type != tokenize.COMMENT and not is_doc:
            yield token.string


def touching(platform: str) -> set[str]:
    """The files outside the platforms' own folders that name it, or its SDK.

    A wall keeps platforms apart from each other (pyproject.toml).
    """
    names = re.compile("|".join(SDKS[platform]), re.IGNORECASE)
    own = tuple(f"adapters/{name}/" for name in registered())
    outside = (name for name in files() if not name.startswith(own) and (ROOT / name).is_file())
    return {name for name in outside if names.search(code_of(ROOT / name))}


@pytest.mark.parametrize("platform", SDKS)
def test_a_platform_is_named_in_the_listed_files_and_in_no_other(platform: str) -> None:
    assert touching(platform) - {MANIFEST} == listed()


def test_a_planted_name_is_found(tmp_path: Path) -> None:
    assert "slack" not in code_of(ROOT / "bot" / "chat.py").lower(), "only a docstring names it"
    assert "slack" not in code_of(ROOT / "deploy" / "compose.yaml").lower(), "only a comment does"
    for name in ("Dockerfile", "x.yaml", "x.service", "x.sh"):
        (tmp_path / name).write_text("# Slack\n  # Slack\nimage: slack\n", encoding="utf-8")
        assert code_of(tmp_path / name).lower().count("slack") == 1
    planted = '"""Slack."""\n# Slack\nx = "slack"\n'
    assert "".join(_read_by_python(planted)).count("lack") == 1


@pytest.mark.parametrize("platform", registered().values(), ids=lambda one: one.name)
def test_each_platform_has_the_files_that_the_readme_names(platform: Platform) -> None:
    folder = ROOT / "adapters" / platform.name
    own = README.split("## The files outside")[0]
    assert f"adapters.{platform.name}.registration" in FOUND_AT
    assert {"registration.py", "adapter.py"} <= {file.name for file in folder.iterdir()}
    for pure in ("inbound", "outbound"):
        assert (folder / f"{pure}.py").is_file() or (folder / pure / "__init__.py").is_file()
    assert platform.settings.__module__ in ("bot.settings", f"adapters.{platform.name}.settings")
    for name in ("registration", "settings", "inbound", "outbound", "adapter", "commands"):
        assert f"`{name}.py`" in own, name
    if platform.name != "local":
        assert platform.name in found(), "it takes part in the contract suite"


@pytest.mark.parametrize("platform", registered().values(), ids=lambda one: one.name)
def test_each_setting_bears_the_platforms_name_and_is_described(platform: Platform) -> None:
    parent = platform.settings.__mro__[1]
    own = set(platform.settings.model_fields) - set(getattr(parent, "model_fields", {}))
    if platform.settings.__module__ == "bot.settings":
        return
    for name in own:
        assert name.startswith(f"{platform.name}_")
        assert platform.settings.model_fields[name].description


@pytest.mark.parametrize("platform", registered().values(), ids=lambda one: one.name)
def test_every_column_of_bytes_in_a_platforms_tables_is_said_to_be_sealed(
    platform: Platform,
) -> None:
    if platform.tables is None:
        return
    tables = platform.tables.metadata().sorted_tables
    columns = [column for table in tables for column in table.c]
    held = {f"{c.table.name}.{c.name}" for c in columns if c.type.python_type is bytes}
    assert held == platform.tables.sealed
    for table in tables:
        assert {"owner", "person"} & set(table.c.keys()), f"whose rows are in {table.name}?"
