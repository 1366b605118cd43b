"""The numbers for monitoring: whether each loop lives, and how often something failed.

Nothing here counts people's acts: an answer, a refusal or a silence changes no number.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest

from bot.observing.built import built

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
KINDS = ("event", "answer", "delivery", "keys", "adapter", "alarm", "refused", "policy")
# Why an event that a platform signed was not taken.
UNHEARD = (
    "channel",
    "no_field",
    "no_person",
    "not_installed",
    "not_listed",
    "not_ours",
    "not_theirs",
    "not_understood",
    "not_used",
    "other_app",
    "stranger",
    "unreadable",
)
LOOPS = ("deliveries", "watch")
# Each says one thing of the whole installation. Before the first look none has a value.
FIGURES: Mapping[str, str] = {
    "ready": "1 while this process could do its work, as /readyz says it.",
    "epoch_owed": "1 while keys were destroyed and the epoch is not turned yet.",
    "backup_timestamp_seconds": "When the last backup was made (Unix time); 0 where none was.",
    "ledger_unsound": "1 while a chain of consents does not fit together.",
    "disk_free_bytes": "Free space for the data folder.",
}


class Metrics:
    """The metrics of one process, in Prometheus' names."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._failed = Counter(
            "handrail_failures", "What went wrong, by kind.", ["kind"], registry=self._registry
        )
        self._unheard = Counter(
            "handrail_unheard",
            "Signed events that were not taken, by reason.",
            ["why"],
            registry=self._registry,
        )
        self._ticked = Gauge(
            "handrail_last_tick_timestamp_seconds",
            "When the last round of what is due was finished (Unix time).",
            registry=self._registry,
        )
        self._beats = Gauge(
            "handrail_loop_heartbeat_timestamp_seconds",
            "When each loop last came round (Unix time); 0 where it has not.",
            ["loop"],
            registry=self._registry,
        )
        self._overdue = Gauge(
            "handrail_overdue_deliveries",
            "Messages that should have left and have not; 1 for fewer than the smallest group.",
            registry=self._registry,
        )
        self._late = Gauge(
            "handrail_overdue_seconds",
            "How late the latest of them is; 0 where there is none.",
            registry=self._registry,
        )
        self._alarmed = Gauge(
            "handrail_alarm",
            "1 while nothing could be sent for HANDRAIL_ALARM_MINUTES.",
            registry=self._registry,
        )
        self._halted = Gauge(
            "handrail_halted",
            "1 while the organisation has halted everything that leaves by itself.",
            registry=self._registry,
        )
        self.is_halted = False
        self._works = Gauge(
            "handrail_platform_works",
            "1 while the platform takes the credentials and shows the answers, else 0.",
            ["platform"],
            registry=self._registry,
        )
        self._build = Gauge(
            "handrail_build_info",
            "Which version runs, and from which commit; always 1.",
            ["version", "commit"],
            registry=self._registry,
        )
        self._figures = {
            name: Gauge(f"handrail_{name}", told, registry=self._registry)
            for name, told in FIGURES.items()
        }
        for figure in self._figures.values():
            figure.set(math.nan)
        # Fewer messages than this are told as one: the number could tell about one person.
        self.least_told = 5
        for kind in KINDS:
            self._failed.labels(kind)
        for why in UNHEARD:
            self._unheard.labels(why)
        for loop in LOOPS:
            self._beats.labels(loop)

    def failed(self, kind: str) -> None:
        """Counts a failure. `kind` is one of KINDS. Raises ValueError for another."""
        if kind not in KINDS:
            raise ValueError("an unknown kind of failure")
        self._failed.labels(kind).inc()

    def unheard(self, why: str) -> None:
        """Counts an event that was not taken. Raises ValueError where `why` is none of UNHEARD."""
        if why not in UNHEARD:
            raise ValueError("an unknown reason")
        self._unheard.labels(why).inc()

    def ticked(self, at: float) -> None:
        self._ticked.set(at)

    def beat(self, loop: str, at: float) -> None:
        """Notes a heartbeat.

        `loop` is one of LOOPS, `at` is Unix time. Raises ValueError for another loop.
        """
        if loop not in LOOPS:
            raise ValueError("an unknown loop")
        self._beats.labels(loop).set(at)

    def figure(self, name: str, value: float) -> None:
        """Notes one of FIGURES. Raises ValueError for another name."""
        if name not in self._figures:
            raise ValueError("an unknown figure")
        self._figures[name].set(value)

    def overdue(self, things: int, seconds: float) -> None:
        self._overdue.set(things if things >= self.least_told else min(things, 1))
        self._late.set(seconds)

    def alarm(self, raised: bool) -> None:
        self._alarmed.set(raised)

    def halted(self, is_halted: bool) -> None:
        self.is_halted = is_halted
        self._halted.set(is_halted)

    def platform_works(self, platform: str, works: bool) -> None:
        self._works.labels(platform).set(works)

    def exposed(self) -> bytes:
        """Returns the metrics in Prometheus' text format."""
        which = built()
        self._build.labels(which.version, which.commit).set(1)
        return generate_latest(self._registry)


METRICS = Metrics()


@dataclass
class Pulse:
    """The state of the sending loop: when it last came round, and whether messages get out.

    `beat` returns seconds of a monotonic clock, which nobody sets.
    """

    beat: Callable[[], float] = time.monotonic
    rounds: float | None = None
    sent: int = 0
    failing: bool = False

    def came_round(self) -> None:
        self.rounds = self.beat()

    def left(self) -> None:
        self.sent += 1
        self.failing = False

    def stuck(self) -> None:
        """Notes that the platform accepted nothing, or did not confirm it."""
        self.failing = True
