"""The dashboard and the alerts ask only for what a house shows, and for all that matters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import FIGURES, METRICS
from bot.upkeep.figures import Figures
from storage.data_folder import DataFolder
from tests.attacks import routes
from tests.attacks.routes import BOTH, HEALTH, SLACK, TEAMS, House
from tests.databases import opened
from tests.observing.make_dashboard import dashboard
from tests.observing.queries import DASHBOARD, alerts, panels, parsed, queries

# Prometheus makes these itself, of whatever it asks.
OF_PROMETHEUS = {"up": {"job": {"handrail"}, "instance": {""}}}
GIVEN_BY_PROMETHEUS = {"job": {"handrail"}, "instance": {""}}
SEVERITIES = {"page", "ticket", "note"}
# Counts of things that are not people's acts: a person changes none of them by taking part.
LABELS = {"kind", "why", "loop", "platform", "version", "commit"}

Shown = Mapping[str, Mapping[str, set[str]]]


async def shown(folder: Path) -> Shown:
    """The labels and their values, by series, of a house with two platforms that has worked."""
    async with opened("sqlite", folder / "other") as there:
        standing = DataFolder(folder, there.store).standing
        await Figures(there.store, there.keys, standing).look()
    house = House(BOTH, HEALTH | SLACK | TEAMS)
    async with (
        routes.opened(house, folder / "house") as server,
        aiohttp.ClientSession() as http,
        http.get(f"{server.watch_address}metrics") as answer,
    ):
        text = await answer.text()
    found: dict[str, dict[str, set[str]]] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            labels = found.setdefault(sample.name, {})
            for name, value in sample.labels.items():
                labels.setdefault(name, set()).add(value)
    return found


def faults(query: str, there: Shown) -> Sequence[str]:
    """What a query asks for that no house shows."""
    found = []
    of_query = parsed(query)
    known = set(GIVEN_BY_PROMETHEUS)
    for asked in of_query.asked:
        labels = {**OF_PROMETHEUS, **there}.get(asked.metric)
        if labels is None:
            found.append(f"no series {asked.metric}")
            continue
        known |= set(labels)
        whole = {**GIVEN_BY_PROMETHEUS, **labels}
        for name, (sign, value) in asked.given.items():
            if name not in whole:
                found.append(f"{asked.metric} has no label {name}")
            wanted = value.split("|") if "Re" in sign else [value]
            found += [f"{name} is never {one}" for one in wanted if one not in whole.get(name, ())]
    return [*found, *(f"no label {one}" for one in of_query.labels - known)]


async def test_every_query_asks_for_what_a_house_shows(tmp_path: Path) -> None:
    there = await shown(tmp_path)
    for name, query in queries().items():
        assert not faults(query, there), name
    assert faults("handrail_gone > 1", there) == ["no series handrail_gone"]
    assert faults('handrail_failures_total{kind="gone"}', there) == ["kind is never gone"]
    assert faults('handrail_failures_total{why=~"a|b"}', there)
    assert faults("sum by (person) (handrail_alarm)", there) == ["no label person"]
    assert {name for labels in there.values() for name in labels} == LABELS
    assert {f"handrail_{name}" for name in FIGURES} <= set(there)


def test_every_query_can_be_read() -> None:
    assert len(queries()) == len(alerts()) + len(panels())
    for query in queries().values():
        assert parsed(query).asked
    with pytest.raises(ValueError, match="unclosed"):
        parsed("sum by (handrail")


def test_every_alert_says_what_it_means_and_what_to_do() -> None:
    for one in alerts():
        assert one["labels"]["severity"] in SEVERITIES, one["alert"]
        for told in (one["annotations"]["summary"], one["annotations"]["do"]):
            assert re.fullmatch(r"\S.{10,}\.", told), told
    asked = {series.metric for one in alerts() for series in parsed(one["expr"]).asked}
    assert {
        "handrail_halted",
        "handrail_ready",
        "handrail_overdue_seconds",
        "handrail_unheard_total",
        "handrail_epoch_owed",
        "handrail_backup_timestamp_seconds",
        "handrail_ledger_unsound",
        "handrail_disk_free_bytes",
    } <= asked


def test_the_dashboard_is_the_one_that_its_table_makes() -> None:
    assert DASHBOARD.read_text(encoding="utf-8") == dashboard()


@pytest.mark.parametrize(("things", "told"), [(0, 0), (1, 1), (4, 1), (5, 5), (40, 40)])
def test_a_count_below_the_smallest_group_is_told_as_one(things: int, told: int) -> None:
    METRICS.overdue(things, 0)
    try:
        assert f"handrail_overdue_deliveries {float(told)}\n" in METRICS.exposed().decode()
    finally:
        METRICS.overdue(0, 0)
