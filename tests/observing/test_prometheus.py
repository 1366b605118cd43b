"""A real Prometheus asks a real house, and every query of ours is one that it answers.

`.ci/run` brings Prometheus into `.peers`; elsewhere these tests say that they were skipped.
"""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest
import yaml

from bot.metrics import METRICS
from tests.attacks import routes
from tests.attacks.routes import BOTH, HEALTH, SLACK, TEAMS, House
from tests.observing.queries import ALERTS, FOLDER, alerts, panels, queries
from tests.peers.local_slack import free_port

PEER = Path(__file__).parents[2] / ".peers" / "prometheus" / "usr" / "bin"
PATIENCE = 30
FIRING = 'ALERTS{alertname="%s", alertstate="firing"}'
HANDRAIL = '{job="handrail", instance="here"}'
# By alert: series, a value every four minutes, with which it comes; and with which it never does.
FIRES: Mapping[str, tuple[Mapping[str, str], Mapping[str, str]]] = {
    "HandrailAway": ({f"up{HANDRAIL}": "0"}, {f"up{HANDRAIL}": "1"}),
    "HandrailNotReady": ({"handrail_ready": "0"}, {"handrail_ready": "1"}),
    "HandrailNothingLeaves": ({"handrail_alarm": "1"}, {"handrail_alarm": "0"}),
    "HandrailLate": (
        {f"handrail_overdue_seconds{HANDRAIL}": "1000", f"handrail_halted{HANDRAIL}": "0"},
        {f"handrail_overdue_seconds{HANDRAIL}": "1000", f"handrail_halted{HANDRAIL}": "1"},
    ),
    "HandrailLoopStopped": (
        {'handrail_loop_heartbeat_timestamp_seconds{loop="watch"}': "60"},
        {'handrail_loop_heartbeat_timestamp_seconds{loop="watch"}': "0"},
    ),
    "HandrailPlatformAway": (
        {'handrail_platform_works{platform="slack"}': "0"},
        {'handrail_platform_works{platform="slack"}': "1"},
    ),
    "HandrailUnheard": (
        {'handrail_unheard_total{why="unreadable"}': "0+5x500"},
        {'handrail_unheard_total{why="unreadable"}': "0+0.1x500"},
    ),
    "HandrailFailures": (
        {'handrail_failures_total{kind="event"}': "0+5x500"},
        {'handrail_failures_total{kind="refused"}': "0+5x500"},
    ),
    "HandrailLedgerUnsound": ({"handrail_ledger_unsound": "1"}, {"handrail_ledger_unsound": "0"}),
    "HandrailEpochOwed": ({"handrail_epoch_owed": "1"}, {"handrail_epoch_owed": "0"}),
    "HandrailBackupOld": (
        {"handrail_backup_timestamp_seconds": "-200000"},
        {"handrail_backup_timestamp_seconds": "0"},
    ),
    "HandrailDiskFull": (
        {"handrail_disk_free_bytes": "1000000"},
        {"handrail_disk_free_bytes": "9000000000"},
    ),
    "HandrailHalted": ({"handrail_halted": "1"}, {"handrail_halted": "0"}),
}


def program(name: str) -> str:
    found = shutil.which(name, path=str(PEER)) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not here: .ci/run brings it")
    return found


def test_each_alert_has_a_row() -> None:
    assert set(FIRES) == {one["alert"] for one in alerts()}


@pytest.mark.long
def test_each_alert_comes_when_it_should_and_no_sooner(tmp_path: Path) -> None:
    """Plays a day and a half of series to the rules, as Prometheus itself does."""
    tests = [
        {
            "interval": "4m",
            "input_series": [
                {"series": name, "values": value if "x" in value else value + "x500"}
                for name, value in series.items()
            ],
            "promql_expr_test": [
                {
                    "expr": f"count({FIRING % alert}) or vector(0)",
                    "eval_time": "1500m",
                    "exp_samples": [{"value": int(comes), "labels": "{}"}],
                }
            ],
        }
        for alert, both in FIRES.items()
        for comes, series in zip((True, False), both, strict=True)
    ]
    file = tmp_path / "tests.yaml"
    whole = {"rule_files": [str(ALERTS)], "evaluation_interval": "4m", "tests": tests}
    file.write_text(yaml.safe_dump(whole))
    ran = subprocess.run(
        [program("promtool"), "test", "rules", str(file)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@asynccontextmanager
async def asking(target: str, folder: Path) -> AsyncIterator[str]:
    """Runs Prometheus with the configuration of `deploy/`, each second; yields its address."""
    given: dict[str, Any] = yaml.safe_load((FOLDER / "prometheus.yml").read_text())
    given["scrape_configs"][0] |= {
        "scrape_interval": "1s",
        "static_configs": [{"targets": [target]}],
    }
    given["rule_files"] = [str(ALERTS)]
    (folder / "prometheus.yml").write_text(yaml.safe_dump(given))
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        program("prometheus"),
        f"--config.file={folder / 'prometheus.yml'}",
        f"--storage.tsdb.path={folder / 'tsdb'}",
        f"--web.listen-address=127.0.0.1:{port}",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}/api/v1"
    finally:
        process.kill()
        await process.wait()


async def answer(http: aiohttp.ClientSession, at: str, query: str) -> list[Any] | None:
    """What it finds; None while it is not up yet."""
    try:
        async with http.get(f"{at}/query", params={"query": query}) as got:
            said = await got.json()
    except (aiohttp.ClientError, ValueError):
        return None
    assert said["status"] == "success", (query, said)
    found: list[Any] = said["data"]["result"]
    return found


@pytest.mark.long
async def test_a_real_prometheus_answers_every_query(tmp_path: Path) -> None:
    program("prometheus")
    for name in ("backup_timestamp_seconds", "ledger_unsound", "epoch_owed", "disk_free_bytes"):
        METRICS.figure(name, 1)
    METRICS.beat("watch", 1.0)
    house = House(BOTH, HEALTH | SLACK | TEAMS)
    async with routes.opened(house, tmp_path / "house") as server:
        target = urlsplit(server.watch_address).netloc
        async with asking(target, tmp_path) as at, aiohttp.ClientSession() as http:
            async with asyncio.timeout(PATIENCE):
                while not await answer(http, at, "count_over_time(handrail_ready[1m]) > 2"):  # noqa: ASYNC110
                    await asyncio.sleep(0.2)
            for name, query in queries().items():
                found = await answer(http, at, query)
                if name in {one["title"] for one in panels()}:
                    assert found, f"the panel {name} shows nothing"
            (up,) = await answer(http, at, 'up{job="handrail"}') or [None]
            assert up is not None
            assert up["value"][1] == "1"
