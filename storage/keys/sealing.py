"""Seals and unseals words with data keys, which are unwrapped in memory only."""

from __future__ import annotations

import asyncio
import hmac
import os
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.domain.words import Words
from bot.ports import DamagedError
from storage.keys.derived import DerivedKeys, Use
from storage.keys.envelope import (
    FORMAT,
    KEY_BYTES,
    KEY_ID_BYTES,
    NONCE_BYTES,
    DataKey,
    bind,
    key_of,
    seal,
    unseal,
)
from storage.keys.epoch import Epoch
from storage.keys.epoch_files import Epochs
from storage.keys.prove import prove
from storage.keys.records import EpochChangedError, Floor, WrappedKey
from storage.keys.store import KeyStore

MOST_OWNERS_CACHED = 10_000
# 128 bits: a seal is short, because each row has one.
SEAL_BYTES = 16
NUMBER_BYTES = 8
# Turns are rare, so a retry meets a new epoch once, and hardly ever the next one too.
MOST_TURNS_MET = 10


class KeyDestroyedError(KeyError):
    """The key is gone, so nobody can ever read what it sealed."""


@dataclass(slots=True, repr=False)
class OwnerKeys:
    """One owner's unwrapped keys: `keys` by id, `sealing` by month, ids of `damaged` ones.

    `floors` are by the keyed hash of their thing.
    """

    keys: dict[bytes, DataKey] = field(default_factory=dict)
    sealing: dict[int, DataKey] = field(default_factory=dict)
    damaged: set[bytes] = field(default_factory=set)
    floors: dict[bytes, int] = field(default_factory=dict)


class Sealing:
    """Has one data key per owner and month, and makes it when it is first needed.

    Other processes may destroy keys of a shared store. So each unit of work reads the keys of an
    owner once again, and notes the owner in its set `trusted`.
    """

    def __init__(self, store: KeyStore, epochs: Epochs, epoch: Epoch, index_key: bytes) -> None:
        self._store = store
        self._epochs = epochs
        self._epoch = epoch
        self._index_key = index_key
        self._derived = DerivedKeys(index_key)
        self._lasting_keys: dict[Use, DataKey] = {}
        self._organisation = epochs.organisation
        # A claim makes a thousand seals of rows, so their key is at hand.
        self._row_key = self._derived.key(Use.ROW_SEALS)
        self._floor_key = AESGCM(self._derived.key(Use.FLOORS))
        self._before_facts = bind(self._organisation)
        self._cache: dict[str, OwnerKeys] = {}
        # Owners whose keys the next read includes.
        self._wanted: set[str] = set()
        # Locked while keys are changed, or read into memory.
        self._one = asyncio.Lock()

    def keyed_hash(
        self, purpose: str, text: str, *, use: Use = Use.FINDING, ours: bool = False
    ) -> str:
        """Returns an HMAC-SHA256 in hex, under the key of this use alone.

        A hash finds `text` again without storing it; a seal shows that a key holder wrote `text`.
        `ours`: see `DerivedKeys.keyed_hash`.
        """
        return self._derived.keyed_hash(use, self._organisation, purpose, text, ours=ours)

    def seal_lasting(self, use: Use, place: str, words: Words) -> bytes:
        """Seals what must outlive an erase, under the organisation's key of this use alone."""
        return seal(self._lasting(use), words.text, bind(FORMAT, self._organisation, place))

    def unseal_lasting(self, use: Use, place: str, sealed: bytes) -> Words:
        """Opens it. Raises DamagedError for bytes that were changed, or belong elsewhere."""
        try:
            key_of(sealed)
            bound_to = bind(FORMAT, self._organisation, place)
            return Words(unseal(self._lasting(use), sealed, bound_to))
        except ValueError as why:
            raise DamagedError(*why.args) from None

    def _lasting(self, use: Use) -> DataKey:
        found = self._lasting_keys.get(use)
        if found is None:
            found = DataKey(bytes(KEY_ID_BYTES), 0, AESGCM(self._derived.key(use)))
            self._lasting_keys[use] = found
        return found

    async def seal(
        self,
        owner: str,
        place: str,
        words: Words,
        at: datetime,
        *,
        trusted: set[str] | None = None,
    ) -> bytes:
        """Seals `words`. `at` (aware) chooses the month; its key is stored durably first.

        With a shared key store, keep other processes from destroying keys of `owner`
        (`UnitOfWork.lock_keys`) from before this call until the sealed bytes are committed.
        """
        month = month_of(at)
        key = (await self._of(owner, trusted)).sealing.get(month)
        if key is None:
            key = await self._make(owner, month)
        return seal(key, words.text, self._binding(owner, place))

    async def unseal(
        self, owner: str, place: str, sealed: bytes, *, trusted: set[str] | None = None
    ) -> Words:
        """Opens it. Raises KeyDestroyedError, or DamagedError for changed or moved bytes."""
        try:
            return await self._unseal(owner, place, sealed, trusted)
        except ValueError as why:
            raise DamagedError(*why.args) from None

    async def _unseal(
        self, owner: str, place: str, sealed: bytes, trusted: set[str] | None
    ) -> Words:
        month, key_id = key_of(sealed)
        found = await self._of(owner, trusted)
        key = found.keys.get(key_id)
        if key_id in found.damaged:
            raise ValueError("its key is not wrapped by this epoch")
        if key is None:
            raise KeyDestroyedError("the key was destroyed")
        if key.month != month:
            raise ValueError("the sealed bytes were changed")
        return Words(unseal(key, sealed, self._binding(owner, place)))

    async def warm(self, owners: Collection[str], *, trusted: set[str] | None = None) -> None:
        """Reads the keys of many owners at once, so that unsealing need not ask for each."""
        cold = {owner for owner in owners if self._cached(owner, trusted) is None}
        if cold:
            async with self._one:
                await self._read(cold)
            if trusted is not None:
                trusted |= cold

    def row_seal(self, facts: str) -> str:
        """Returns a keyed hash of all the facts of a row: 128 bits, in hex."""
        message = self._before_facts + facts.encode("utf-8", "surrogatepass")
        return hmac.digest(self._row_key, message, "sha256")[:SEAL_BYTES].hex()

    async def floor(self, owner: str, thing: str, *, trusted: set[str] | None = None) -> int:
        """Returns the number below which a row about `thing` is from before a stop; 0 at first."""
        return (await self._of(owner, trusted)).floors.get(self._thing(owner, thing), 0)

    def _thing(self, owner: str, thing: str) -> bytes:
        return bytes.fromhex(self.row_seal(f"floor\0{owner}\0{thing}"))

    def _sealed_floor(self, owner: str, thing: bytes, number: int) -> Floor:
        nonce = os.urandom(NONCE_BYTES)
        bound = bind(FORMAT, "floor", owner, thing.hex())
        hidden = self._floor_key.encrypt(nonce, number.to_bytes(NUMBER_BYTES), bound)
        return Floor(owner, thing, nonce + hidden)

    def number_of(self, floor: Floor) -> int:
        """Raises InvalidTag for a floor of other keys, or one that was changed."""
        bound = bind(FORMAT, "floor", floor.owner, floor.thing.hex())
        nonce, hidden = floor.sealed[:NONCE_BYTES], floor.sealed[NONCE_BYTES:]
        return int.from_bytes(self._floor_key.decrypt(nonce, hidden, bound))

    def _cached(self, owner: str, trusted: set[str] | None) -> OwnerKeys | None:
        if self._store.shared and (trusted is None or owner not in trusted):
            return None
        return self._cache.get(owner)

    async def _of(self, owner: str, trusted: set[str] | None = None) -> OwnerKeys:
        found = self._cached(owner, trusted)
        return await self._asked(owner, trusted) if found is None else found

    async def _asked(self, owner: str, trusted: set[str] | None) -> OwnerKeys:
        """Reads the keys of `owner`. Batches concurrent cache misses into one read."""
        self._wanted.add(owner)
        async with self._one:
            # If the owner is still in the set, no read has included it yet.
            if owner in self._wanted or owner not in self._cache:
                await self._read_wanted(owner)
            if trusted is not None:
                trusted.add(owner)
            return self._cache[owner]

    async def _read_wanted(self, owner: str) -> None:
        wanted, self._wanted = self._wanted | {owner}, set()
        try:
            await self._read(wanted)
        except BaseException:
            # The read failed, so those who wait must not use what was in memory before.
            self._wanted |= wanted
            raise

    async def _read(self, owners: set[str]) -> None:
        for _ in range(MOST_TURNS_MET):
            found = self._store.of_at_once(owners)
            if found is None:
                found = await asyncio.to_thread(self._store.of, owners)
            if await self._keep_up({key.epoch for key in found.keys}):
                break
        else:
            raise EpochChangedError(self._epoch.number)
        known = {owner: self._cache.pop(owner, None) for owner in owners}
        while self._cache and len(self._cache) + len(owners) > MOST_OWNERS_CACHED:
            self._cache.pop(next(iter(self._cache)))
        self._cache.update({owner: OwnerKeys() for owner in owners})
        for floor in found.floors:
            self._cache[floor.owner].floors[floor.thing] = self.number_of(floor)
        for wrapped in found.keys:
            before = known[wrapped.owner]
            try:
                self._remember(wrapped, before.keys.get(wrapped.id) if before else None)
            except ValueError:
                # A damaged key must not make the others unreadable.
                self._cache[wrapped.owner].damaged.add(wrapped.id)

    async def _make(self, owner: str, month: int) -> DataKey:
        async with self._one:
            for _ in range(MOST_TURNS_MET):
                made = self._wrapped_new(owner, month)
                try:
                    kept = await asyncio.to_thread(self._store.add, made, self._epoch.number)
                except EpochChangedError as turned:
                    await self._keep_up({turned.number})
                    continue
                return self._remember(kept)
            raise EpochChangedError(self._epoch.number)

    async def _keep_up(self, wrapping: set[int]) -> bool:
        """True if this process has the epoch that wraps them; first takes the newest one.

        Raises RefusedError when its file is missing, or is not the right one.
        """
        newest = max(wrapping, default=self._epoch.number)
        if newest > self._epoch.number:
            self._epoch = await asyncio.to_thread(
                prove, self._store, self._epochs, newest, self._index_key
            )
        return wrapping <= {self._epoch.number}

    def _wrapped_new(self, owner: str, month: int) -> WrappedKey:
        empty = WrappedKey(os.urandom(KEY_ID_BYTES), owner, month, b"")
        binding = empty.binding(self._organisation)
        return replace(empty, wrapped=self._epoch.wrap(os.urandom(KEY_BYTES), binding))

    def _remember(self, wrapped: WrappedKey, known: DataKey | None = None) -> DataKey:
        key = known or self._unwrapped(wrapped)
        found = self._cache.get(wrapped.owner)
        if found is not None:
            found.keys[key.id] = key
            if not wrapped.retired:
                found.sealing[key.month] = key
        return key

    def _unwrapped(self, wrapped: WrappedKey) -> DataKey:
        secret = self._epoch.unwrap(wrapped.wrapped, wrapped.binding(self._organisation))
        return DataKey(wrapped.id, wrapped.month, AESGCM(secret))

    def _binding(self, owner: str, place: str) -> bytes:
        return bind(FORMAT, self._organisation, place, owner)


def month_of(at: datetime) -> int:
    """Returns the months since year 0, in UTC."""
    utc = at.astimezone(UTC)
    return utc.year * 12 + utc.month - 1
