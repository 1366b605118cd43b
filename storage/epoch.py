"""The key-encryption key. It wraps every other key, and never lies in a database or its backup."""

from __future__ import annotations

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12


class Epoch:
    """One epoch, by its number, ready to wrap and unwrap. AES-256-GCM with associated data."""

    def __init__(self, number: int, secret: bytes) -> None:
        self.number = number
        self._aead = AESGCM(secret)
        self._mark = hmac.new(secret, b"handrail-epoch-mark", hashlib.sha256).digest()

    def mark(self, index_key: bytes) -> str:
        """The same for the same secret, and telling nothing to whoever has not the index key."""
        return hmac.new(index_key, self._mark, hashlib.sha256).hexdigest()

    def wrap(self, key: bytes, bound_to: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._aead.encrypt(nonce, key, bound_to)

    def unwrap(self, wrapped: bytes, bound_to: bytes) -> bytes:
        """Raises ValueError when this epoch did not wrap it, or not bound to this."""
        nonce, sealed = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
        try:
            return self._aead.decrypt(nonce, sealed, bound_to)
        except (InvalidTag, ValueError):
            raise ValueError("not wrapped by this epoch") from None
