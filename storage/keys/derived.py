"""One key for one use: every key that works is derived, and no secret is used as it is."""

from __future__ import annotations

import hashlib
import hmac
from enum import StrEnum

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.keys.envelope import FORMAT, KEY_BYTES, bind


class Use(StrEnum):
    """What a key is for. The value is the label that the key is derived with: never change it."""

    # From an epoch's secret.
    WRAPPING = "wrapping of data keys"
    FINGERPRINT = "fingerprint of an epoch"
    # From the index key of the key store.
    FINDING = "hashes that find a row again"
    LEDGER_SEALS = "seals of the ledger"
    ROW_SEALS = "seals of rows"
    FLOORS = "floors in the key store"
    PRESENCE = "presence of processes"
    WITHDRAWALS = "withdrawals in the key store"


def derived_key(secret: bytes, use: Use) -> bytes:
    """Returns the 32 bytes for one use: HKDF-SHA256 of the secret, with the use as its label.

    `secret` is random and has 32 bytes, so no salt is needed. Whoever has one of these keys learns
    nothing about the secret or about the other keys.
    """
    info = bind(FORMAT, "derived key", use.value)
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(secret)


class DerivedKeys:
    """The keys that the index key gives, each derived once. Only in memory."""

    def __init__(self, index_key: bytes) -> None:
        self._index_key = index_key
        self._derived: dict[Use, bytes] = {}

    def __repr__(self) -> str:
        return "DerivedKeys(…)"

    def key(self, use: Use) -> bytes:
        """Returns the key for this use: 32 bytes."""
        found = self._derived.get(use)
        if found is None:
            found = self._derived[use] = derived_key(self._index_key, use)
        return found

    def keyed_hash(self, use: Use, organisation: str, purpose: str, text: str) -> str:
        """Returns an HMAC-SHA256 in hex, for one purpose of one organisation within this use."""
        message = bind(organisation, purpose, text)
        return hmac.new(self.key(use), message, hashlib.sha256).hexdigest()
