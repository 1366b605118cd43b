"""docs/threat-model.md has a section for each actor, and names what exists."""

from __future__ import annotations

import re

import pytest

from tests.attacks.page import actor, files
from tests.docs.names import DOTTED, problem_with
from tests.docs.pages import ROOT, spans

PAGE = ROOT / "docs" / "threat-model.md"
PARTS = ("**Reaches**", "**Stopped by**", "**Not stopped**")


def sections() -> dict[str, str]:
    _, *parts = re.split(r"^## (.+)$", PAGE.read_text("utf-8"), flags=re.M)
    return dict(zip((name.lower() for name in parts[::2]), parts[1::2], strict=True))


def test_each_actor_has_a_section_and_a_file_of_attacks() -> None:
    assert set(sections()) == {actor(file) for file in files()}


@pytest.mark.parametrize("name", sections())
def test_each_section_says_what_is_reached_what_stops_it_and_what_does_not(name: str) -> None:
    text = sections()[name]
    places = [text.index(part) for part in PARTS]
    assert places == sorted(places)
    stoppers = [span for span in spans(text[places[1] : places[2]]) if DOTTED.fullmatch(span)]
    assert stoppers, "names nothing that stops them"
    assert [problem for span in stoppers if (problem := problem_with(span, PAGE))] == []
