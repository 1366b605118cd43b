"""Plans faults: any call to the store, the key store or a platform can be the one that fails.

A step of a history plans a fault by number: the n-th call from now. The place of that call decides
which faults are possible there.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping
from random import Random

import psycopg
from sqlalchemy.exc import OperationalError


class Crash(BaseException):
    """The process died. It is a BaseException, so that no `except Exception` runs after it."""


def _of_the_database(text: str) -> OperationalError:
    return OperationalError("a statement", None, sqlite3.OperationalError(text))


def _of_the_connection() -> OperationalError:
    lost = psycopg.OperationalError("server closed the connection unexpectedly")
    return OperationalError("a statement", None, lost, connection_invalidated=True)


RAISED: Mapping[str, Callable[[], BaseException]] = {
    "crash": Crash,
    "full disk": lambda: _of_the_database("database or disk is full"),
    "locked database": lambda: _of_the_database("database is locked"),
    "lost database connection": _of_the_connection,
    "key store locked": lambda: sqlite3.OperationalError("database is locked"),
    "key store disk full": lambda: sqlite3.OperationalError("database or disk is full"),
}
DATABASE = ("crash", "full disk", "locked database", "lost database connection")
# The commit was carried out, but its process hears of it late or never.
COMMITTED = ("crash", "crash", "lost database connection", "hangs")
KEYS = ("crash", "key store locked", "key store disk full")
# There is no hang right before the request: a process cannot notice one there.
BEGIN = (*DATABASE, "hangs")
HANGS = (len(BEGIN) - 0.5) / len(BEGIN)
SEND = (
    "crash",
    "429",
    "429",
    "429 for this chat",
    "refused for now",
    "refused for good",
    "accepted then dropped",
    "dropped before it was accepted",
    "answer lost",
    "slow",
)
SENT = ("crash", "answer lost")
EDIT = ("crash", "429", "refused for now", "answer lost")
FIND = ("crash", "cannot be reached")
POSSIBLE: Mapping[str, tuple[str, ...]] = {
    "begin": BEGIN,
    "woken": ("crash",),
    "statement": DATABASE,
    "commit": DATABASE,
    "committed": COMMITTED,
    "keys": KEYS,
    "keys commit": KEYS,
    "send": SEND,
    "sent": SENT,
    "edit": EDIT,
    "find": FIND,
    "answer": ("crash", "crash", "answer not shown"),
    "answered": ("crash",),
}


class Process:
    """One running Handrail. Once dead, none of its calls reaches anything.

    `lived`: seconds that were skipped, for which its signs of life count as given.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self.alive = True
        self.lived = 0.0


class Faults:
    """`fired` counts the faults that happened, by kind; `calls` counts all calls, by place."""

    def __init__(self, note: Callable[[str], None]) -> None:
        self._note = note
        self._number = 0
        self._planned: dict[int, float] = {}
        self._placed: dict[tuple[str, int], float] = {}
        self._working: Process | None = None
        # Told of each process that dies.
        self.died: Callable[[Process], None] = lambda _: None
        self.fired: Counter[str] = Counter()
        self.calls: Counter[str] = Counter()
        self.crashes = 0

    def plan(self, random: Random, many: int, within: int) -> None:
        self._planned = {
            self._number + random.randint(1, within): random.random() for _ in range(many)
        }

    def plan_at(self, random: Random, place: str, within: int) -> None:
        """Plans a fault at the n-th call of one place, because some places have few calls."""
        self._placed[place, self.calls[place] + random.randint(1, within)] = random.random()

    def hangs_in(self, transactions: int, place: str) -> None:
        """Makes a process stand still for minutes in the n-th transaction from now.

        `place` is "begin" (before the transaction) or "committed" (after its commit).
        """
        self._placed[place, self.calls[place] + transactions] = HANGS

    def dies_in(self, calls: int) -> None:
        """Makes the process die at the n-th call from now; with 0, never."""
        self._planned = {self._number + calls: 0.0} if calls else {}

    def dies_at(self, place: str, call: int) -> None:
        """Makes the process die at the n-th call of this place from now."""
        self._placed[place, self.calls[place] + call] = 0.0

    def none(self) -> None:
        self._planned, self._placed = {}, {}

    def at(self, place: str, process: Process | None = None) -> str | None:
        """Counts this call and returns its fault, or None. Raises crashes and database errors.

        Calls to the key store name no process: they belong to the one that called last.
        """
        process = process or self._working
        self._working = process
        if process is not None and not process.alive:
            raise Crash
        self._number += 1
        self.calls[place] += 1
        chosen = self._planned.pop(self._number, None)
        chosen = self._placed.pop((place, self.calls[place]), chosen)
        if chosen is None:
            return None
        kinds = POSSIBLE[place]
        kind = kinds[int(chosen * len(kinds))]
        self.fired[kind] += 1
        self._note(f"fault: {kind} ({place})")
        if kind == "crash" and process is not None:
            process.alive = False
            self.crashes += 1
            self.died(process)
        if kind in RAISED:
            raise RAISED[kind]()
        return kind
