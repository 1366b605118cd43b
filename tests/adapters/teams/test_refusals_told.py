"""docs/teams.md names every word for a refusal, each code of Teams', and each cloud's addresses."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from adapters.teams.clouds import CLOUDS
from adapters.teams.outbound.outcomes import BY_STATUS, REASONS, TRY_AGAIN

ROOT = Path(__file__).parents[3]
OUTCOMES = frozenset({"NotSent", "Unknown", "NotReachedError"})
REFUSALS = frozenset({"NotFromTeamsError", "OtherTenantError"})


def words_of(called: frozenset[str]) -> Iterator[str]:
    """The first argument of each such call in the adapter, where it is a fixed word."""
    for path in (ROOT / "adapters" / "teams").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(ast.Name(name), [ast.Constant(str(word)), *_]) if name in called:
                    yield word


def table(title: str) -> dict[str, str]:
    """The rows of a table, whole, by each word in their first column."""
    page = (ROOT / "docs" / "teams.md").read_text(encoding="utf-8")
    section = page.split(f"\n## {title}\n")[1].split("\n## ")[0]
    rows = [row for row in section.splitlines() if row.startswith("| `")]
    return {word.strip(" `"): row for row in rows for word in row.split("|")[1].split(",")}


def test_every_reason_that_something_did_not_arrive_is_told() -> None:
    told = table("When something does not arrive")
    known = {*words_of(OUTCOMES), *REASONS.values(), *BY_STATUS.values(), *TRY_AGAIN.values()}
    assert set(told) == known


def test_every_code_of_teams_stands_beside_its_reason() -> None:
    told = table("When something does not arrive")
    for (status, code), reason in REASONS.items():
        assert f"`{code}`" in told[reason], (status, code)
        assert str(status) in told[reason], (status, code)
    for status, reason in {**BY_STATUS, **TRY_AGAIN}.items():
        assert str(status) in told[reason], status


def test_every_word_for_a_refused_request_is_told() -> None:
    assert set(table("When a request is refused")) == set(words_of(REFUSALS))


def test_every_address_of_every_cloud_is_told() -> None:
    told = table("Other clouds of Microsoft's")
    assert set(told) == set(CLOUDS)
    for name, cloud in CLOUDS.items():
        hosts = [urlsplit(one).hostname for one in (cloud.login, cloud.issuer, cloud.keys_at)]
        for host in (*hosts, *cloud.services, *(f"*{end}" for end in cloud.files)):
            assert str(host).replace("*", "\\*") in told[name], (name, host)
