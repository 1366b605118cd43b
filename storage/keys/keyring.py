"""All that is done with keys: seal, destroy, and turn the epoch that wraps them."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Collection, Coroutine, Mapping
from contextlib import nullcontext
from datetime import UTC, datetime
from typing import Any, TypeVar

from bot.domain.words import Words
from bot.ports import KeyStatus
from storage.keys.derived import Use
from storage.keys.envelope import bind
from storage.keys.epoch import Epoch
from storage.keys.epoch_files import Epochs
from storage.keys.epoch_turn import EpochTurn, unopened
from storage.keys.last_seen import LastSeen
from storage.keys.processes import Presence, all_alike, with_older, without
from storage.keys.records import DESTROYED, EPOCH, TURNED_AT, EpochChangedError, KeyCounts
from storage.keys.recovery.recoverable import backed_up_at
from storage.keys.sealing import MOST_TURNS_MET, KeyDestroyedError, month_of
from storage.keys.whole_store import WholeStore
from storage.trouble import RefusedError

__all__ = ["KeyDestroyedError", "Keys", "month_of"]

T = TypeVar("T")
# It stands in an ISO time, and in no sealed one.
CLEAR = ":"


class Keys(LastSeen):
    """Implements the ports `Sealer` and `KeyDesk`. Unwrapped keys are in memory only.

    A call that destroys or turns goes on to its end even when its caller is cancelled.
    """

    def __init__(
        self, store: WholeStore, epochs: Epochs, epoch: Epoch, index_key: bytes, turned_at: datetime
    ) -> None:
        super().__init__(store, epochs, epoch, index_key)
        self._turned_at = turned_at
        self._me = Presence(store, epochs, index_key)
        # Only one turn or check runs at a time.
        self._desk = asyncio.Lock()
        self._working: set[asyncio.Task[Any]] = set()
        self.by_hand = not epochs.writable()
        self._wanted_turn = DESTROYED in store.facts()

    @property
    def wants_turning(self) -> bool:
        """See `KeyDesk`. Only an operator turns by hand."""
        return self._wanted_turn and not self.by_hand

    async def forget(self, owner: str) -> None:
        """Destroys the keys of `owner` durably, and drops them from memory, before this returns."""
        await self._whole(self._forget(owner))

    async def retire(self, owner: str) -> None:
        """Retires the keys of `owner` durably: from now on fresh keys seal, in this month too.

        The retired ones still open what they sealed, until `destroy_unused`.
        """
        await self._whole(self._retire(owner))

    async def owners_of_retired_keys(self) -> set[str]:
        """Returns the owners that have retired keys."""
        return await asyncio.to_thread(self._store.owners_of_retired_keys)

    async def retire_unused(self, owner: str, in_use: Collection[bytes]) -> None:
        """Retires durably, for every process, the keys of `owner` whose id is not in `in_use`."""
        await self._whole(self._retire_unused(owner, frozenset(in_use)))

    async def destroy_unused(self, owner: str, in_use: Collection[bytes]) -> int:
        """Destroys every retired key of `owner` whose id is not in `in_use`; returns how many.

        It is durable, and the keys are out of memory, before this returns. First call
        `retire_unused`, then count what is in use once more while nobody seals for this owner
        (`UnitOfWork.lock_keys`). A key that seals is never destroyed, even if that lock was lost.
        """
        return await self._whole(self._destroy_unused(owner, frozenset(in_use)))

    async def has_any(self, owner: str) -> bool:
        """True if any data key of `owner` is left."""
        return bool((await self._of(owner)).keys)

    async def status(self) -> KeyStatus:
        """See `KeyDesk.status`."""
        return await asyncio.to_thread(self._status)

    async def beat(self) -> None:
        """Tells the other processes that this one is alive, and learns what they have done.

        Raises KeyStoreError, or RefusedError when an epoch is in force that is not here.
        """
        replicas = await asyncio.to_thread(self._me.beat)
        facts = await asyncio.to_thread(self._store.facts)
        self.by_hand = not self._epochs.writable() or not all_alike(replicas)
        self._wanted_turn = DESTROYED in facts
        async with self._one:
            await self._keep_up({int(facts[EPOCH])})

    async def leave(self) -> None:
        """Tells the other processes that this one ends."""
        await asyncio.to_thread(self._me.leave)

    async def turn(self, now: datetime) -> int:
        """See `KeyDesk.turn`. Every failure is a NotTurnedError: an OSError with a sentence.

        Sealing and reading go on. Only keys that are not yet in memory wait for the commit.
        """
        return await self._whole(self._turn(now))

    async def check(self) -> int:
        """See `KeyDesk.check`. Reads the epoch anew, as the next start will.

        Raises RefusedError when that start would be refused.
        """
        async with self._desk:
            for _ in range(MOST_TURNS_MET):
                await self._meet_turns()
                unreadable = await asyncio.to_thread(self._check)
                if not self._store.shared or self._epoch.number == await self._in_force():
                    return unreadable
            raise EpochChangedError(self._epoch.number)

    async def forgotten(self) -> set[str]:
        """Returns the owners whose keys any process destroyed, and whose rows may be left."""
        return await asyncio.to_thread(self._store.forgotten)

    async def erased(self, owner: str) -> None:
        """Notes that the rows of a forgotten owner are gone."""
        await asyncio.to_thread(self._store.erased, owner)

    async def has_fact(self, fact: str) -> bool:
        """True if `record_fact` was ever called for `fact`. A restored database cannot undo it."""
        return fact in await asyncio.to_thread(self._store.facts)

    async def record_fact(self, fact: str) -> None:
        """Records `fact` in the key store. It is durable when this returns."""
        await asyncio.to_thread(self._store.record_fact, fact, b"1")

    async def note_withdrawn(self, chain: str, purpose: str, at: datetime) -> None:
        """Records a withdrawal (`at` in UTC) durably, before the database commits it.

        A restored backup of the database must not undo it.
        """
        place = bind(chain, purpose).hex()
        moment = Words(at.astimezone(UTC).isoformat())
        sealed = self.seal_lasting(Use.WITHDRAWALS, place, moment).hex()
        await asyncio.to_thread(self._store.withdraw, chain, purpose, sealed)

    async def raise_floors(self, numbers: Mapping[tuple[str, str], int]) -> None:
        """Raises floors, by owner and thing, durably: before the database commits what they mean.

        Rows with a lower number then count as from before a stop, whoever puts them back.
        """
        named = {(one, self._thing(one, thing)): n for (one, thing), n in numbers.items()}
        floors = [self._sealed_floor(one, thing, n) for (one, thing), n in named.items()]
        async with self._one:
            await asyncio.to_thread(self._store.raise_floors, floors, self.number_of)
            for (owner, thing), number in named.items():
                known = self._cache.get(owner)
                if known is not None:
                    known.floors[thing] = max(number, known.floors.get(thing, 0))

    async def withdrawn(self) -> list[tuple[str, str, datetime]]:
        """Returns chain, purpose and time (UTC) of each withdrawal that may still matter.

        Raises DamagedError for one that was changed.
        """
        rows = await asyncio.to_thread(self._store.withdrawn)
        return [(row[0], row[1], self._withdrawn_at(*row)) for row in rows]

    async def counts(self) -> KeyCounts:
        """Counts the keys, for what compares them within this process: no operator is told."""
        return await asyncio.to_thread(self._store.counts)

    async def seal_withdrawals(self) -> None:
        """Seals the times that an older version wrote in the clear."""
        for chain, purpose, at in await asyncio.to_thread(self._store.withdrawn):
            if CLEAR in at:
                await self.note_withdrawn(chain, purpose, datetime.fromisoformat(at))

    def _withdrawn_at(self, chain: str, purpose: str, at: str) -> datetime:
        if CLEAR in at:
            return datetime.fromisoformat(at)
        place = bind(chain, purpose).hex()
        opened = self.unseal_lasting(Use.WITHDRAWALS, place, bytes.fromhex(at))
        return datetime.fromisoformat(opened.text)

    async def forget_withdrawals(self, chains: Collection[str]) -> None:
        """Removes the withdrawals of engagements that are gone: nothing of them can be sent."""
        await asyncio.to_thread(self._store.forget_withdrawals, chains)

    async def close(self) -> None:
        """Waits for calls that destroy or turn, then closes the key store."""
        if self._working:
            await asyncio.wait(self._working)
        self._cache.clear()
        await asyncio.to_thread(self._store.close)

    async def _forget(self, owner: str) -> None:
        async with self._one:
            self._cache.pop(owner, None)
            await asyncio.to_thread(self._store.destroy, owner)
            self._wanted_turn = True

    async def _retire(self, owner: str) -> None:
        async with self._one:
            # Drop them from memory first, so that nothing is sealed with them meanwhile.
            self._cache.pop(owner, None)
            await asyncio.to_thread(self._store.retire, owner)

    async def _retire_unused(self, owner: str, in_use: Collection[bytes]) -> None:
        async with self._one:
            self._cache.pop(owner, None)
            await asyncio.to_thread(self._store.retire_unused, owner, in_use)

    async def _destroy_unused(self, owner: str, in_use: Collection[bytes]) -> int:
        async with self._one:
            self._cache.pop(owner, None)
            destroyed = await asyncio.to_thread(self._store.destroy_unused, owner, in_use)
            self._wanted_turn |= destroyed > 0
            return destroyed

    async def _turn(self, now: datetime) -> int:
        async with self._desk:
            await self._meet_turns()
            with EpochTurn(
                self._store, self._epochs, self._epoch, self._index_key, self._me
            ) as turn:
                await asyncio.to_thread(turn.prepare)
                # Other processes make keys during a turn; `KeyStore.add` checks the epoch.
                async with nullcontext() if self._store.shared else self._one:
                    count = await asyncio.to_thread(turn.commit, now)
                    self._epoch, self._turned_at = turn.new, now.astimezone(UTC)
                    self._wanted_turn = False
                await asyncio.to_thread(turn.finish)
            # The copy before this one has keys that are destroyed by now.
            await self.renew_copy(now)
            return count

    async def _meet_turns(self) -> None:
        """Takes the newest epoch, in case another process has turned."""
        if self._store.shared:
            async with self._one:
                await self._keep_up({await self._in_force()})

    async def _in_force(self) -> int:
        return await asyncio.to_thread(self._store.epoch)

    def _status(self) -> KeyStatus:
        facts = self._store.facts()
        epoch = int(facts[EPOCH])
        turned_at = facts.get(TURNED_AT)
        replicas = self._me.beat() if self._store.shared or self.by_hand else ()
        return KeyStatus(
            epoch=epoch,
            turned_at=datetime.fromisoformat(turned_at.decode()) if turned_at else self._turned_at,
            root=self._epochs.root.name,
            left_over=self._store.counts().retired > 0,
            wanted=DESTROYED in facts,
            by_hand=self.by_hand,
            processes=max(1, len(replicas)),
            with_next=len(replicas) - without(replicas, epoch + 1),
            with_older=with_older(replicas, epoch),
            backed_up_at=backed_up_at(facts),
            kept_apart=self.endings.folder is not None,
            owed=self.endings.owed,
            copy_of_another=self.replacing.refused,
        )

    def _check(self) -> int:
        epoch = self._epochs.read(self._epoch.number)
        try:
            return unopened(epoch, self._store, self._organisation)
        except sqlite3.DatabaseError:
            raise RefusedError(
                "The key store cannot be read: it is damaged, or its disk is. Put the right file "
                "back, then start again. Nothing was changed."
            ) from None

    async def _whole(self, work: Coroutine[Any, Any, T]) -> T:
        task = asyncio.create_task(work)
        self._working.add(task)
        task.add_done_callback(self._working.discard)
        return await asyncio.shield(task)
