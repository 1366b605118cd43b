"""What the keys remember of the world beside them: the last trusted moment, and the ledger's end.

A database can be put back as it was; this cannot, as long as the keys in use stay.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from bot.domain.words import Words
from bot.ports import DamagedError
from storage.keys.derived import Use
from storage.keys.records import MOMENT, NEWEST_HEAD, OLDER_COPY
from storage.keys.recovery.recoverable import RecoverableKeys


@dataclass(frozen=True, slots=True)
class NewestHead:
    """The end of the whole ledger: how many entries it has, and the last one's chain and hash."""

    entries: int
    chain: str
    hash: str


_HEAD = TypeAdapter(NewestHead)


class LastSeen(RecoverableKeys):
    """Each note is durable when its call returns."""

    async def moment_kept(self) -> bytes | None:
        """See `TimeKeeper`."""
        return await self._fact(MOMENT)

    async def keep_moment(self, mark: bytes) -> None:
        """See `TimeKeeper`."""
        await self._put(MOMENT, mark)

    async def newest_head(self) -> NewestHead | None:
        """The newest end of the ledger that was ever saved; None before the first.

        What cannot be read counts as none: the start notes the end that is there.
        """
        return self._opened(await self._fact(NEWEST_HEAD))

    def _opened(self, sealed: bytes | None) -> NewestHead | None:
        if not sealed:
            return None
        try:
            opened = self.unseal_lasting(Use.LEDGER_ENTRIES, NEWEST_HEAD, sealed)
            return _HEAD.validate_json(opened.text)
        except (DamagedError, ValidationError):
            return None

    async def note_newest_head(self, head: NewestHead) -> None:
        """Notes the end of the ledger. Call it after the commit, never before."""

        def later(sealed: bytes | None) -> bytes | None:
            known = self._opened(sealed)
            is_later = known is None or known.entries < head.entries
            return self._sealed_head(head) if is_later else None

        await asyncio.to_thread(self._whole_store.change_fact, NEWEST_HEAD, later)

    async def start_ledger_at(self, head: NewestHead) -> None:
        """Notes this end of the ledger in the place of any other."""
        await self._put(NEWEST_HEAD, self._sealed_head(head))

    def _sealed_head(self, head: NewestHead) -> bytes:
        told = Words(_HEAD.dump_json(head).decode())
        return self.seal_lasting(Use.LEDGER_ENTRIES, NEWEST_HEAD, told)

    async def note_older_copy(self) -> None:
        """Notes that the ledger of the database was found older than the one that was saved."""
        await self._put(OLDER_COPY, b"1")

    async def has_older_copy(self) -> bool:
        """True since such a ledger was found, until `accept_ledger`."""
        return bool(await self._fact(OLDER_COPY))

    async def accept_ledger(self) -> bool:
        """Takes the ledger as it is, because somebody restored it knowingly.

        Returns whether it was in doubt.
        """
        was = await self.has_older_copy()
        await asyncio.to_thread(
            self._whole_store.replace_facts, {NEWEST_HEAD: b"", OLDER_COPY: b""}
        )
        return was

    async def _fact(self, name: str) -> bytes | None:
        return (await asyncio.to_thread(self._store.facts)).get(name)

    async def _put(self, name: str, value: bytes) -> None:
        await asyncio.to_thread(self._whole_store.replace_facts, {name: value})
