"""Makes `deploy/observing/dashboard.json` from one table (`make says`)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

SOURCE = {"type": "prometheus", "uid": "${source}"}
WIDE, HIGH, COLUMNS = 6, 5, 24


@dataclass(frozen=True)
class Panel:
    """`kind` is Grafana's ("stat" or "timeseries"); `words` shows a number as a word."""

    title: str
    query: str
    kind: str = "stat"
    unit: str = "none"
    legend: str = ""
    words: tuple[tuple[str, str, str], ...] = ()
    told: str = ""


YES = ("1", "yes", "green")
NO = ("0", "no", "red")
PANELS: Sequence[Panel] = (
    Panel("Ready", "min(handrail_ready)", words=(YES, NO)),
    Panel(
        "Halted", "max(handrail_halted)", words=(("1", "halted", "orange"), ("0", "no", "green"))
    ),
    Panel(
        "Nothing leaves", "max(handrail_alarm)", words=(("1", "alarm", "red"), (*NO[:2], "green"))
    ),
    Panel("Latest message is late by", "max(handrail_overdue_seconds)", unit="s"),
    Panel(
        "Late messages",
        "max(handrail_overdue_deliveries)",
        "timeseries",
        told="1 for fewer than the smallest group (HANDRAIL_MINIMUM_GROUP).",
    ),
    Panel(
        "Seconds since each loop came round",
        "time() - (handrail_loop_heartbeat_timestamp_seconds > 0)",
        "timeseries",
        "s",
        "{{loop}} {{instance}}",
    ),
    Panel(
        "Platforms that work",
        "min by (platform) (handrail_platform_works)",
        "timeseries",
        legend="{{platform}}",
    ),
    Panel(
        "Failures in an hour",
        "sum by (kind) (increase(handrail_failures_total[1h]))",
        "timeseries",
        legend="{{kind}}",
    ),
    Panel(
        "Signed events that were not taken in an hour",
        "sum by (why) (increase(handrail_unheard_total[1h]))",
        "timeseries",
        legend="{{why}}",
    ),
    Panel(
        "Ledger",
        "max(handrail_ledger_unsound)",
        words=(("1", "damaged", "red"), ("0", "sound", "green")),
    ),
    Panel(
        "Epoch",
        "max(handrail_epoch_owed)",
        words=(("1", "owed", "orange"), ("0", "turned", "green")),
    ),
    Panel("Age of the last backup", "time() - max(handrail_backup_timestamp_seconds)", unit="s"),
    Panel("Free for the data", "min(handrail_disk_free_bytes)", "timeseries", "bytes"),
    Panel(
        "Version",
        "count by (version, commit) (handrail_build_info)",
        legend="{{version}} {{commit}}",
        told="How many processes run each.",
    ),
)


def dashboard() -> str:
    panels = [_drawn(number, one) for number, one in enumerate(PANELS)]
    whole = {
        "title": "Handrail",
        "uid": "handrail",
        "description": "The installation, and no person. Made by `make says`.",
        "schemaVersion": 39,
        "editable": True,
        "refresh": "1m",
        "time": {"from": "now-24h", "to": "now"},
        "timezone": "utc",
        "templating": {
            "list": [
                {
                    "name": "source",
                    "label": "Prometheus",
                    "type": "datasource",
                    "query": "prometheus",
                }
            ]
        },
        "panels": panels,
    }
    return json.dumps(whole, indent=2) + "\n"


def _drawn(number: int, one: Panel) -> dict[str, Any]:
    options = {
        "type": "value",
        "options": {value: {"text": word, "color": colour} for value, word, colour in one.words},
    }
    return {
        "id": number + 1,
        "title": one.title,
        "description": one.told,
        "type": one.kind,
        "datasource": SOURCE,
        "gridPos": {
            "x": number * WIDE % COLUMNS,
            "y": number * WIDE // COLUMNS * HIGH,
            "w": WIDE,
            "h": HIGH,
        },
        "targets": [
            {
                "refId": "A",
                "datasource": SOURCE,
                "expr": one.query,
                "legendFormat": one.legend,
                "instant": one.kind == "stat",
                "range": one.kind != "stat",
            }
        ],
        "fieldConfig": {
            "defaults": {"unit": one.unit, "mappings": [options] if one.words else []},
            "overrides": [],
        },
    }


if __name__ == "__main__":
    print(dashboard(), end="")
