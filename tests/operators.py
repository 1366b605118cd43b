"""An operator's desk with fake keys, bot, machine and ledger, which a test sets as it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.operator import Standing
from bot.domain.people import Address
from bot.domain.retention import Behind, Certificate, ErasedByLetter
from bot.ports import KeyStatus, Store
from bot.upkeep.checks.line import LookedAt
from tests.fakes import START

FOUND = Certificate(
    at=START,
    answers=3,
    steps=1,
    shares=2,
    proof=7,
    taken_out=1,
    backups_until=date(2026, 12, 23),
    stays_as_coach=False,
)


@dataclass
class FakeKeyDesk:
    """Counts its turns. If `broken` is set, every call raises it."""

    turned_at: datetime = START
    epoch: int = 1
    retired: int = 0
    unreadable: int = 0
    older: bool = False
    broken: Exception | None = None
    wants_turning: bool = False
    more: dict[str, Any] = field(default_factory=dict)
    takes: Callable[[], None] = lambda: None

    async def status(self) -> KeyStatus:
        self._break()
        backed_up: dict[str, Any] = {"backed_up_at": START, "kept_apart": True}
        more = backed_up | self.more
        return KeyStatus(self.epoch, self.turned_at, "file", self.retired > 0, **more)

    async def turn(self, now: datetime) -> int:
        self._break()
        self.takes()
        self.epoch, self.turned_at, self.retired = self.epoch + 1, now, 0
        self.wants_turning = False
        return 5

    async def accept_ledger(self) -> bool:
        self._break()
        was, self.older = self.older, False
        return was

    async def check(self) -> int:
        self._break()
        return self.unreadable

    def _break(self) -> None:
        if self.broken is not None:
            raise self.broken


@dataclass
class FakeEraser:
    """Knows one address until it is erased."""

    known: Address | None = None
    erased: list[Address] = field(default_factory=list)

    async def erase_for(self, address: Address) -> ErasedByLetter:
        if address != self.known:
            return ErasedByLetter(None)
        self.known = None
        self.erased.append(address)
        return ErasedByLetter(FOUND)


@dataclass
class FakeMachine:
    """A machine with free disk space and a private data folder."""

    found: Standing = field(default_factory=lambda: Standing(0o700, 20 * 1024**3, True))

    async def standing(self) -> Standing:
        return self.found


def behind(things: int, **ago: float) -> Behind:
    return Behind(things, START - timedelta(**ago))


def installed(store: Store, now: datetime = START, **more: Any) -> LookedAt:
    """What the doctor looks at where all is well beside the store."""
    given: dict[str, Any] = {"keys": FakeKeyDesk(), "standing": FakeMachine().standing}
    return LookedAt(store=store, now=now, **(given | more))
