"""Sealing and unsealing words with the data keys, which are unwrapped in memory only."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import os
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.domain.words import Words
from bot.ports import DamagedError
from storage.envelope import FORMAT, KEY_ID_BYTES, DataKey, bind, key_of, seal, unseal
from storage.epoch import KEY_BYTES, Epoch
from storage.key_store import KeyStore, WrappedKey

MOST_OWNERS_CACHED = 10_000


class KeyDestroyedError(KeyError):
    """What was sealed can never be read again."""


@dataclass(slots=True, repr=False)
class Held:
    """One owner's unwrapped keys by id, and by month those that still seal."""

    keys: dict[bytes, DataKey] = field(default_factory=dict)
    sealing: dict[int, DataKey] = field(default_factory=dict)


class Sealing:
    """One data key per owner and month, made when it is first needed."""

    def __init__(self, store: KeyStore, epoch: Epoch, index_key: bytes, organisation: str) -> None:
        self._store = store
        self._epoch = epoch
        self._index_key = index_key
        self._organisation = organisation
        self._cache: dict[str, Held] = {}
        # Held by whoever changes the keys, or reads them into memory.
        self._one = asyncio.Lock()

    def digest(self, purpose: str, text: str) -> str:
        """HMAC-SHA256 in hex: finds `text` again without storing it."""
        message = bind(self._organisation, purpose, text)
        return hmac.new(self._index_key, message, hashlib.sha256).hexdigest()

    async def seal(self, owner: str, place: str, words: Words, at: datetime) -> bytes:
        """`at` (aware) chooses the month's key, which is stored durably before this returns."""
        month = month_of(at)
        key = (await self._of(owner)).sealing.get(month)
        if key is None:
            key = await self._make(owner, month)
        return seal(key, words.text, self._binding(owner, place))

    async def unseal(self, owner: str, place: str, sealed: bytes) -> Words:
        """Raises KeyDestroyedError, or DamagedError when the bytes were changed or moved."""
        try:
            return await self._unseal(owner, place, sealed)
        except ValueError as why:
            raise DamagedError(*why.args) from None

    async def _unseal(self, owner: str, place: str, sealed: bytes) -> Words:
        month, key_id = key_of(sealed)
        key = (await self._of(owner)).keys.get(key_id)
        if key is None:
            raise KeyDestroyedError("the key was destroyed")
        if key.month != month:
            raise ValueError("the sealed bytes were changed")
        return Words(unseal(key, sealed, self._binding(owner, place)))

    async def warm(self, owners: Collection[str]) -> None:
        """Reads the keys of many owners at once, so that unsealing need not ask for each."""
        async with self._one:
            cold = {owner for owner in owners if owner not in self._cache}
            if cold:
                await self._read(cold)

    async def _of(self, owner: str) -> Held:
        held = self._cache.get(owner)
        if held is not None:
            return held
        async with self._one:
            await self._read({owner})
            return self._cache[owner]

    async def _read(self, owners: set[str]) -> None:
        found = await asyncio.to_thread(self._store.of, owners)
        while self._cache and len(self._cache) + len(owners) > MOST_OWNERS_CACHED:
            self._cache.pop(next(iter(self._cache)))
        self._cache.update({owner: Held() for owner in owners})
        for wrapped in found:
            self._hold(wrapped)

    async def _make(self, owner: str, month: int) -> DataKey:
        async with self._one:
            made = self._wrapped_new(owner, month)
            kept = await asyncio.to_thread(self._store.add, made, self._epoch.number)
            return self._hold(kept)

    def _wrapped_new(self, owner: str, month: int) -> WrappedKey:
        empty = WrappedKey(os.urandom(KEY_ID_BYTES), owner, month, b"")
        binding = empty.binding(self._organisation)
        return replace(empty, wrapped=self._epoch.wrap(os.urandom(KEY_BYTES), binding))

    def _hold(self, wrapped: WrappedKey) -> DataKey:
        secret = self._epoch.unwrap(wrapped.wrapped, wrapped.binding(self._organisation))
        key = DataKey(wrapped.id, wrapped.month, AESGCM(secret))
        held = self._cache.get(wrapped.owner)
        if held is not None:
            held.keys[key.id] = key
            if not wrapped.retired:
                held.sealing[key.month] = key
        return key

    def _binding(self, owner: str, place: str) -> bytes:
        return bind(FORMAT, self._organisation, place, owner)


def month_of(at: datetime) -> int:
    """Months since year 0, in UTC."""
    utc = at.astimezone(UTC)
    return utc.year * 12 + utc.month - 1
