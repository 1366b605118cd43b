"""How much a benchmark measures: all of it, or so little that only its own code is tried."""

from __future__ import annotations

from dataclasses import dataclass

SQL = ("sqlite", "postgresql")


@dataclass(frozen=True, slots=True)
class Scale:
    """`due` come in one minute. `many` are the answers of a retention sweep, and the keys of an
    epoch turn. `enrolled` are the clients of a sweep and of memory, from few to many.
    """

    clients: int = 2_000
    rounds: int = 5
    enrolled: tuple[int, ...] = (1_000, 1_000_000)
    due: int = 10_000
    workspaces: int = 200
    many: int = 100_000
    requests: int = 3_000
    joins: int = 20
    weeks: int = 52
    coached: int = 200
    # By seconds: how long each side of a comparison of requests runs.
    seconds: float = 4.0

    @property
    def full(self) -> bool:
        """Whether targets count: a tiny run tries the benchmark, and not the product."""
        return self.clients >= Scale().clients


TINY = Scale(
    clients=8,
    rounds=1,
    enrolled=(40, 80),
    due=6,
    workspaces=3,
    many=20,
    requests=60,
    joins=1,
    weeks=4,
    coached=3,
    seconds=0.1,
)
