"""The operator's desk. It answers with numbers, and with no word, name or address of anyone."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

import structlog

from bot.domain.operator import Checked, Erasure, Examination, Standing, TellOperatorError, Turned
from bot.domain.people import Address
from bot.domain.retention import Certificate
from bot.metrics import METRICS
from bot.ports import Adapter, Clock, KeyDesk, KeyStatus, Store
from bot.upkeep.doctor import examine
from bot.upkeep.ledger_audit import LedgerReport, audit

AWAY = (
    "The chat platform cannot be reached now, and what the bot wrote there could not be deleted. "
    "Nothing was erased. Try again when it can be reached."
)
# The name of a message that was never sent: who looks for it must reach the platform.
NO_MESSAGE = "operator"

log = structlog.get_logger()
NONE: Mapping[str, Adapter] = MappingProxyType({})


class Eraser(Protocol):
    """The one thing of the bot that an operator needs."""

    async def erase_for(self, address: Address) -> Certificate | None:
        """As the person's own erase, without a message. None when nobody is known there."""


class Machine(Protocol):
    """The machine that the data stands on."""

    async def standing(self) -> Standing: ...


class Operator:
    """The operator's desk, the same over the socket and without a running process."""

    def __init__(
        self,
        bot: Eraser,
        store: Store,
        keys: KeyDesk,
        clock: Clock,
        machine: Machine,
        platforms: Mapping[str, Adapter] = NONE,
    ) -> None:
        self._bot = bot
        self._store = store
        self._keys = keys
        self._clock = clock
        self._machine = machine
        self._platforms = platforms

    async def keys_status(self) -> KeyStatus:
        return await self._keys.status()

    async def keys_turn(self) -> Turned:
        """Turns the epoch, and reads the status first: after the turn nothing can fail any more.

        Raises OSError when the new epoch cannot be written; the old one stays in force.
        """
        before = await self._keys.status()
        wrapped = await self._keys.turn(self._clock.now())
        return Turned(before.epoch + 1, wrapped, before.by_hand)

    async def keys_check(self) -> Checked:
        unreadable = await self._keys.check()
        return Checked((await self._keys.status()).data_keys, unreadable)

    async def ledger_verify(self) -> LedgerReport:
        return await audit(self._store)

    async def erase(self, address: Address) -> Erasure:
        """Everything about the person at `address`; to repeat it is harmless.

        The epoch is turned at once, so that no older copy of the key store undoes it; where an
        operator turns by hand, the certificate says so. A turn that fails does not take the
        certificate along: it says that the turn is still to be made. Raises TellOperatorError, and
        erases nothing, while the platform is away: nobody could ask it later to delete what was
        sent.
        """
        reached = await self._reaches(address)
        certificate = await self._bot.erase_for(address)
        return Erasure(certificate, reached, turned=await self._turned())

    async def _turned(self) -> bool:
        if not self._keys.wants_turning:
            return True
        try:
            await self._keys.turn(self._clock.now())
        except Exception as problem:
            METRICS.failed("keys")
            log.error("epoch_not_turned", error=type(problem).__name__)
            return False
        return True

    async def _reaches(self, address: Address) -> bool:
        adapter = self._platforms.get(address.platform)
        if adapter is None:
            return False
        try:
            await adapter.find(address, NO_MESSAGE)
        except OSError:
            raise TellOperatorError(AWAY) from None
        return True

    async def doctor(self) -> Examination:
        """Never raises: what could not be looked at is a finding too."""
        return await examine(self._store, self._keys, self._machine.standing, self._clock.now())
