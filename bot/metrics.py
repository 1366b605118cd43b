"""What can be watched from outside: whether it lives, and how often something failed.

Nothing here counts what people do: an answer, a refusal or a silence changes no number.
"""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
KINDS = ("event", "delivery", "keys", "adapter")


class Metrics:
    """The numbers of one process, by Prometheus' names."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._failed = Counter(
            "handrail_failures", "What went wrong, by kind.", ["kind"], registry=self._registry
        )
        self._ticked = Gauge(
            "handrail_last_tick_timestamp_seconds",
            "When the last round of what is due was finished (Unix time).",
            registry=self._registry,
        )
        for kind in KINDS:
            self._failed.labels(kind)

    def failed(self, kind: str) -> None:
        """`kind` is one of KINDS. Raises ValueError for another."""
        if kind not in KINDS:
            raise ValueError("an unknown kind of failure")
        self._failed.labels(kind).inc()

    def ticked(self, at: float) -> None:
        self._ticked.set(at)

    def exposed(self) -> bytes:
        """In Prometheus' text format."""
        return generate_latest(self._registry)


METRICS = Metrics()
