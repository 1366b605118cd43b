"""Pure: the page of a tab before anybody is signed in. Messages are drawn as everywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from adapters.shared.drawing import templates

STATIC = Path(__file__).parent / "static"
_PAGES = templates(STATIC)


def shell(values: Mapping[str, object]) -> str:
    """A whole page, which shows nothing of a person's yet."""
    return _PAGES.get_template("tab.html").render(**values)
