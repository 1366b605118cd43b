"""docs/nevers.md: each never and each rule of the house names what enforces it and what proves it.

`tests/docs/test_documents.py` resolves the names.
"""

from __future__ import annotations

import re

import pytest

from tests.docs.names import DOTTED, TEST, problem_with
from tests.docs.pages import ROOT, spans

# Where a protocol stands: it has no body, and so enforces nothing.
PROTOCOLS = "bot.ports."
PAGE = ROOT / "docs" / "nevers.md"
HEADING = re.compile(r"^### (.+)$", re.MULTILINE)
LINKED = re.compile(r"\[`([^`\n]+)`\]\((\.\./[^)\s]+)\)")
ENFORCED, PROVED = "**Enforced by**", "**Proved by**"


def sections() -> dict[str, str]:
    """Each promise and rule by its heading."""
    _, *parts = HEADING.split(PAGE.read_text(encoding="utf-8"))
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_there_are_ten_nevers_a_duty_and_the_rules_of_the_house() -> None:
    numbered = [re.match(r"(\d+)\.", title) for title in sections()]
    assert [int(one[1]) for one in numbered if one] == list(range(1, 11))
    assert "Never go silent unnoticed" in sections()
    assert len([one for one in numbered if not one]) >= 9


def test_every_name_is_a_link_to_the_file_that_holds_it() -> None:
    text = PAGE.read_text(encoding="utf-8")
    linked = LINKED.findall(text)
    assert len(linked) > 100
    named = [span for span in spans(text) if DOTTED.fullmatch(span) or TEST.fullmatch(span)]
    assert sorted(named) == sorted(name for name, _ in linked if name in set(named))
    wrong = [(name, file) for name, file in linked if not _is_in(name, file)]
    assert wrong == []


def _is_in(name: str, file: str) -> bool:
    """True if the name, or a part of it, is the path of the file."""
    path = file.removeprefix("../")
    dotted = path.removesuffix(".py").replace("/", ".")
    return name.partition("::")[0] == path or f"{name}.".startswith(f"{dotted}.")


def test_a_protocol_is_not_named_as_what_enforces() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [span for span in spans(text) if span.startswith(PROTOCOLS)] == []


@pytest.mark.parametrize("title", sections())
def test_each_has_an_enforcer_and_a_proof_that_exist(title: str) -> None:
    before, found, proved = sections()[title].partition(PROVED)
    said, marked, enforced = before.partition(ENFORCED)
    assert said.strip()
    assert marked
    assert found
    enforcers = [span for span in spans(enforced) if DOTTED.fullmatch(span)]
    proofs = [span for span in spans(proved) if TEST.fullmatch(span)]
    contracts = [span for span in spans(enforced) if span == "pyproject.toml"]
    assert enforcers or contracts, "names no enforcer"
    assert proofs, "names no test"
    broken = (problem_with(span, PAGE) for span in (*enforcers, *proofs))
    assert [problem for problem in broken if problem] == []


def test_each_rule_of_the_house_is_the_one_that_contributing_lists() -> None:
    """The words in bold at the head of a rule are its heading here."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rules = text.split("## Rules of the house")[1].split("\n## ")[0]
    listed = re.findall(r"^- \*\*(.+?)\.?\*\*", rules, re.MULTILINE)
    assert listed
    assert [rule for rule in listed if rule not in sections()] == []
