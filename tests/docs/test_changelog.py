"""The changelog has the form of Keep a Changelog: versions, newest first, each by kinds."""

from __future__ import annotations

import re
import tomllib

from tests.docs.pages import ROOT

KINDS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]
VERSION = re.compile(r"\[Unreleased\]|\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}")


def versions() -> dict[str, str]:
    _, *parts = re.split(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), flags=re.M)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_versions_are_named_and_dated_and_the_unreleased_part_is_first() -> None:
    titles = list(versions())
    assert titles[0] == "[Unreleased]"
    assert [title for title in titles if not VERSION.fullmatch(title)] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert any(title.startswith(f"[{project['version']}]") for title in titles)


def test_each_version_lists_its_changes_by_kind() -> None:
    for title, text in versions().items():
        kinds = re.findall(r"^### (.+)$", text, flags=re.M)
        assert kinds == [kind for kind in KINDS if kind in kinds], title
        assert "\n- " in text, title
