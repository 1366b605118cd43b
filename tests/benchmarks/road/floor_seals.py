"""What the floors pay for seals: AES-GCM of values, keyed hashes of rows, a key for each owner.

The rows of a copied database are sealed under the house's own keys. So a floor opens a value of the
same length that it sealed itself, each time anew: the same work, and nothing of the house's code.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterable
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

PADDED = bytes(256)
ROW = bytes(300)
NONCE = 12
ENTRIES = 8


@dataclass
class FloorSeals:
    root: AESGCM = field(default_factory=lambda: AESGCM(os.urandom(32)))
    hashing: bytes = field(default_factory=lambda: os.urandom(32))
    keys: dict[str, AESGCM] = field(default_factory=dict)
    sealed: dict[str, bytes] = field(default_factory=dict)
    wrapped: dict[str, bytes] = field(default_factory=dict)

    def prepare(self, owners: Iterable[str]) -> None:
        """Wraps a key for each owner, and seals a value under it. This is not measured."""
        for owner in owners:
            key, nonce = os.urandom(32), os.urandom(NONCE)
            self.wrapped[owner] = nonce + self.root.encrypt(nonce, key, owner.encode())
            nonce = os.urandom(NONCE)
            self.sealed[owner] = nonce + AESGCM(key).encrypt(nonce, PADDED, owner.encode())

    def unwrap(self, owners: Iterable[str]) -> None:
        for owner in owners:
            if owner not in self.keys:
                wrapped = self.wrapped[owner]
                key = self.root.decrypt(wrapped[:NONCE], wrapped[NONCE:], owner.encode())
                self.keys[owner] = AESGCM(key)

    def open(self, owner: str, values: int) -> None:
        sealed, key = self.sealed[owner], self.keys[owner]
        for _ in range(values):
            key.decrypt(sealed[:NONCE], sealed[NONCE:], owner.encode())

    def seal(self, owner: str) -> bytes:
        nonce = os.urandom(NONCE)
        return nonce + self.keys[owner].encrypt(nonce, PADDED, owner.encode())

    def check(self, rows: int) -> None:
        for _ in range(rows):
            hmac.compare_digest(self.row(), self.row())

    def row(self) -> str:
        """The keyed hash of one row, as long as that of a real one."""
        return hmac.digest(self.hashing, ROW, hashlib.sha256).hex()[:32]

    def named(self, text: str) -> str:
        return hmac.digest(self.hashing, text.encode(), hashlib.sha256).hex()

    def open_client(self, client: str, owner: str) -> None:
        """A person, their engagement, their rhythm and their ledger; and each row's own hash."""
        self.open(client, 4 + 2 + ENTRIES)
        self.check(3)
