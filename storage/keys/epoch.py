"""One epoch: it wraps the data keys and the index key, each use with a key of its own."""

from __future__ import annotations

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.keys.derived import Use, derived_key
from storage.keys.envelope import NONCE_BYTES


class Wrapping:
    """A key of 32 bytes that wraps other keys: AES-256-GCM with associated data."""

    def __init__(self, key: bytes) -> None:
        self._aead = AESGCM(key)

    def wrap(self, key: bytes, bound_to: bytes) -> bytes:
        """Encrypts `key`. Only the same `bound_to` opens it again."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._aead.encrypt(nonce, key, bound_to)

    def unwrap(self, wrapped: bytes, bound_to: bytes) -> bytes:
        """Decrypts. Raises ValueError when this key did not wrap it, or `bound_to` is another."""
        nonce, sealed = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
        try:
            return self._aead.decrypt(nonce, sealed, bound_to)
        except (InvalidTag, ValueError):
            raise ValueError("not wrapped by this key") from None


class Epoch(Wrapping):
    """One epoch, by its number. Its secret wraps nothing itself: each use has a derived key.

    `undivided` wraps with the secret as it is, as older versions did: only to move what they made.
    """

    def __init__(self, number: int, secret: bytes) -> None:
        super().__init__(derived_key(secret, Use.WRAPPING))
        self.number = number
        self.undivided = Wrapping(secret)
        self._print = derived_key(secret, Use.FINGERPRINT)

    def fingerprint(self, presence: bytes) -> str:
        """Returns a keyed hash of the secret, in hex. `presence` is the key for `Use.PRESENCE`."""
        return hmac.new(presence, self._print, hashlib.sha256).hexdigest()
