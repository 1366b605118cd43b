"""A house imports only what it uses: no other platform's SDK, no library of many processes."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.benchmarks.starting import HOUSES, Start, start

SLACK = ("slack_bolt", "slack_sdk")
BOTBUILDER = ("botbuilder", "botframework", "msrest", "msal", "requests")
AGENTS = ("microsoft_agents",)
MANY_PROCESSES = ("psycopg", "psycopg_pool", "psycopg_binary", "procrastinate", "asyncpg")
KMS = ("boto3", "botocore")
TESTS = ("pytest", "hypothesis", "playwright")
LIBRARIES = (*SLACK, *BOTBUILDER, *AGENTS, *MANY_PROCESSES, *KMS, *TESTS)
# By house: of these libraries, those that it may import.
USED: Mapping[str, tuple[str, ...]] = {
    "the local page": (),
    "Slack": SLACK,
    "Teams": BOTBUILDER,
    "Slack and Teams": (*SLACK, *BOTBUILDER),
}
# By house: rooms of ours that it has no use for.
UNOPENED: Mapping[str, tuple[str, ...]] = {
    "the local page": ("adapters.slack.adapter", "adapters.teams.adapter", "adapters.queue"),
    "Slack": ("adapters.teams.adapter", "adapters.queue"),
    "Teams": ("adapters.slack.adapter", "adapters.teams.sdk.agents", "adapters.queue"),
    "Slack and Teams": ("adapters.teams.sdk.agents", "adapters.queue"),
}


@pytest.fixture(scope="module")
def starts() -> Mapping[str, Start]:
    with ThreadPoolExecutor(2) as both:
        return dict(zip(HOUSES, both.map(start, HOUSES), strict=True))


def test_each_house_is_looked_at() -> None:
    assert set(USED) == set(UNOPENED) == set(HOUSES)


@pytest.mark.parametrize("house", HOUSES)
def test_a_house_imports_the_libraries_that_it_uses_and_no_other(
    house: str, starts: Mapping[str, Start]
) -> None:
    imported = {name.partition(".")[0] for name in starts[house].modules}
    assert imported.intersection(LIBRARIES) == set(USED[house])


@pytest.mark.parametrize("house", HOUSES)
def test_a_house_opens_no_room_of_ours_that_it_does_not_use(
    house: str, starts: Mapping[str, Start]
) -> None:
    assert starts[house].modules.isdisjoint(UNOPENED[house])
    assert "bot.run.one_process" in starts[house].modules
