"""What goes wrong, and when: each call to the outside world can be the one that fails.

A step of a history plans faults by number: the n-th call from now. What fails there follows from
what kind of call that is, so every await of the outside world is a place for a fault.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping
from random import Random

import psycopg
from sqlalchemy.exc import OperationalError


class Crash(BaseException):
    """The process is gone: nothing of it happens any more, also no handler of exceptions."""


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
# A commit that was carried out, of which nobody hears, or only after minutes.
COMMITTED = ("crash", "crash", "lost database connection", "hangs")
KEYS = ("crash", "key store locked", "key store disk full")
# Not right before the request itself: there no process can know that it was away.
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

    `lived`: seconds of its life that nobody has played, in which it said that it lives.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self.alive = True
        self.lived = 0.0


class Faults:
    """`fired` counts what went wrong by kind, `calls` every call there was by place."""

    def __init__(self, note: Callable[[str], None]) -> None:
        self._note = note
        self._number = 0
        self._planned: dict[int, float] = {}
        self._placed: dict[tuple[str, int], float] = {}
        self._working: Process | None = None
        self.fired: Counter[str] = Counter()
        self.calls: Counter[str] = Counter()
        self.crashes = 0

    def plan(self, random: Random, many: int, within: int) -> None:
        self._planned = {
            self._number + random.randint(1, within): random.random() for _ in range(many)
        }

    def plan_at(self, random: Random, place: str, within: int) -> None:
        """One at the n-th call of this one place, of which there may be few."""
        self._placed[place, self.calls[place] + random.randint(1, within)] = random.random()

    def hangs_in(self, transactions: int, place: str) -> None:
        """The process is away for minutes as it begins the n-th transaction from now, or before it
        hears that this was committed.
        """
        self._placed[place, self.calls[place] + transactions] = HANGS

    def dies_in(self, calls: int) -> None:
        """The process dies at the n-th call from now; never, where that is 0."""
        self._planned = {self._number + calls: 0.0} if calls else {}

    def none(self) -> None:
        self._planned, self._placed = {}, {}

    def at(self, place: str, process: Process | None = None) -> str | None:
        """The fault of this call, if it has one; a database's or a crash is raised here.

        The key store is asked within a transaction, by whoever has it open.
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
        if kind in RAISED:
            raise RAISED[kind]()
        return kind
