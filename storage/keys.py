"""One data key per owner and month, wrapped by the epoch; destroying it erases what it sealed."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import os
import sqlite3
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.domain.words import Words
from storage.envelope import KEY_ID_BYTES, DataKey, bind, key_of, seal, unseal
from storage.epoch import KEY_BYTES, Epoch, open_epoch
from storage.key_store import KeyStore, WrappedKey
from storage.trouble import RefusedError

FORMAT = "handrail-1"
INDEX = "index_key"
MOST_OWNERS_CACHED = 10_000


class KeyDestroyedError(KeyError):
    """What was sealed can never be read again."""


class Keys:
    """The `Sealer` port, and the keyed hashes. Unwrapped keys live in memory only."""

    def __init__(self, store: KeyStore, epoch: Epoch, index_key: bytes, organisation: str) -> None:
        self._store = store
        self._epoch = epoch
        self._index_key = index_key
        self._organisation = organisation
        self._cache: dict[str, dict[bytes, DataKey]] = {}
        self._one = asyncio.Lock()
        self.forgotten = store.forgotten()

    def digest(self, purpose: str, text: str) -> str:
        """HMAC-SHA256 in hex: finds `text` again without storing it."""
        message = bind(self._organisation, purpose, text)
        return hmac.new(self._index_key, message, hashlib.sha256).hexdigest()

    async def seal(self, owner: str, place: str, words: Words, at: datetime) -> bytes:
        """`at` (aware) chooses the month's key, which is stored durably before this returns."""
        month = month_of(at)
        held = await self._of(owner)
        key = next((k for k in held.values() if k.month == month), None)
        if key is None:
            key = await self._make(owner, month)
        return seal(key, words.text, self._binding(owner, place))

    async def unseal(self, owner: str, place: str, sealed: bytes) -> Words:
        """Raises KeyDestroyedError, or ValueError when the bytes were changed or moved."""
        month, key_id = key_of(sealed)
        key = (await self._of(owner)).get(key_id)
        if key is None:
            raise KeyDestroyedError("the key was destroyed")
        if key.month != month:
            raise ValueError("the sealed bytes were changed")
        return Words(unseal(key, sealed, self._binding(owner, place)))

    async def forget(self, owner: str) -> None:
        """Destroyed durably, and dropped from memory, before this returns."""
        async with self._one:
            self.forgotten.add(owner)
            self._cache.pop(owner, None)
            await asyncio.to_thread(self._store.destroy, owner)

    async def warm(self, owners: Collection[str]) -> None:
        """Reads the keys of many owners at once, so that unsealing need not ask for each."""
        async with self._one:
            cold = {owner for owner in owners if owner not in self._cache}
            if cold:
                await self._read(cold)

    async def erased(self, owner: str) -> None:
        """The rows of a forgotten owner have gone for good."""
        await asyncio.to_thread(self._store.erased, owner)
        self.forgotten.discard(owner)

    async def noted(self, fact: str) -> bool:
        """Whether `note` was ever called for `fact`: a database cannot undo it."""
        return fact in await asyncio.to_thread(self._store.about)

    async def note(self, fact: str) -> None:
        """Remembered durably before this returns."""
        await asyncio.to_thread(self._store.note, fact, b"1")

    async def close(self) -> None:
        self._cache.clear()
        await asyncio.to_thread(self._store.close)

    async def _of(self, owner: str) -> dict[bytes, DataKey]:
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
        self._cache.update({owner: {} for owner in owners})
        for wrapped in found:
            self._cache[wrapped.owner][wrapped.id] = self._unwrap(wrapped)

    async def _make(self, owner: str, month: int) -> DataKey:
        key_id = os.urandom(KEY_ID_BYTES)
        binding = _key_binding(self._organisation, owner, month, key_id)
        wrapped = self._epoch.wrap(os.urandom(KEY_BYTES), binding)
        async with self._one:
            kept = await asyncio.to_thread(
                self._store.add, WrappedKey(key_id, owner, month, wrapped)
            )
            key = self._unwrap(kept)
            if owner in self._cache:
                self._cache[owner][key.id] = key
        return key

    def _unwrap(self, wrapped: WrappedKey) -> DataKey:
        binding = _key_binding(self._organisation, wrapped.owner, wrapped.month, wrapped.id)
        key = self._epoch.unwrap(wrapped.wrapped, binding)
        return DataKey(wrapped.id, wrapped.month, AESGCM(key))

    def _binding(self, owner: str, place: str) -> bytes:
        return bind(FORMAT, self._organisation, place, owner)


def month_of(at: datetime) -> int:
    """Months since year 0, in UTC."""
    utc = at.astimezone(UTC)
    return utc.year * 12 + utc.month - 1


def open_keys(store_file: Path, epoch_file: Path, organisation: str) -> Keys:
    """Opens the key store, or makes it at the first start; call it off the event loop.

    Raises RefusedError, and changes nothing, when the epoch is missing, damaged or another one.
    """
    epoch = open_epoch(epoch_file, may_create=not store_file.exists())
    store = KeyStore(store_file)
    try:
        about = store.about()
        if not about:
            about = {INDEX: epoch.wrap(os.urandom(KEY_BYTES), bind(FORMAT, INDEX, organisation))}
            store.begin(about)
        index_key = epoch.unwrap(about[INDEX], bind(FORMAT, INDEX, organisation))
        return Keys(store, epoch, index_key, organisation)
    except sqlite3.DatabaseError:
        store.close()
        raise RefusedError(
            f"The key store {store_file} is damaged or is locked by another process. Put the "
            "right file back, then start again. Nothing was changed."
        ) from None
    except (ValueError, KeyError):
        store.close()
        raise RefusedError(
            f"The epoch key {epoch_file} does not belong to the key store {store_file}, or the "
            "organisation's name was changed. Put the right file or name back, then start "
            "again. Nothing was changed."
        ) from None


def _key_binding(organisation: str, owner: str, month: int, key_id: bytes) -> bytes:
    return bind(FORMAT, "data_key", organisation, owner, str(month), key_id.hex())
