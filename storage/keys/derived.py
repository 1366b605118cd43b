"""One key for one use: every key that works is derived, and no secret is used as it is."""

from __future__ import annotations

import hmac
import os
from enum import StrEnum

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.keys.envelope import FORMAT, KEY_BYTES, bind

INDEX_KEY_BYTES = 2 * KEY_BYTES
OLDER_INDEX_KEY_BYTES = KEY_BYTES
MOST_OF_OURS = 4_096


class Use(StrEnum):
    """What a key is for. The value is the label that the key is derived with: never change it."""

    # From an epoch's secret.
    WRAPPING = "wrapping of data keys"
    FINGERPRINT = "fingerprint of an epoch"
    # From the index key of the key store.
    FINDING = "hashes that find a row again"
    LEDGER_ENTRIES = "entries of the ledger"
    LEDGER_SEALS = "seals of the ledger"
    ROW_SEALS = "seals of rows"
    FLOORS = "floors in the key store"
    PRESENCE = "presence of processes"
    WITHDRAWALS = "withdrawals in the key store"
    ENDINGS = "endings since a copy of the key store"
    # From the index key of an older version: the secret that all but one of its uses moved to.
    DIVIDING = "division of an older index key"


def derived_key(secret: bytes, use: Use) -> bytes:
    """Returns the 32 bytes for one use: HKDF-SHA256 of the secret, with the use as its label.

    `secret` is random and has 32 bytes, so no salt is needed. Whoever has one of these keys learns
    nothing about the secret or about the other keys.
    """
    info = bind(FORMAT, "derived key", use.value)
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(secret)


def new_index_key() -> bytes:
    """Returns a new index key: the secret that keys are derived from, and the key that finds rows.

    The latter stands beside it because a store of an older version brings its own.
    """
    secret = os.urandom(KEY_BYTES)
    return secret + derived_key(secret, Use.FINDING)


def index_key_of_older(older: bytes) -> bytes:
    """Returns the index key of a store that had one key for several uses: it goes on finding rows.

    It is the same each time, so that an older copy of the key store that is put back fits still.
    """
    return derived_key(older, Use.DIVIDING) + older


class DerivedKeys:
    """The keys that the index key gives, each derived once. Only in memory."""

    def __init__(self, index_key: bytes) -> None:
        """Raises ValueError for an index key that is not divided."""
        if len(index_key) != INDEX_KEY_BYTES:
            raise ValueError("not a divided index key")
        self._secret = index_key[:KEY_BYTES]
        self._derived = {Use.FINDING: index_key[KEY_BYTES:]}
        self._of_ours: dict[tuple[Use, str, str, str], str] = {}

    def __repr__(self) -> str:
        return "DerivedKeys(…)"

    def key(self, use: Use) -> bytes:
        """Returns the key for this use: 32 bytes."""
        found = self._derived.get(use)
        if found is None:
            found = self._derived[use] = derived_key(self._secret, use)
        return found

    def keyed_hash(
        self, use: Use, organisation: str, purpose: str, text: str, *, ours: bool = False
    ) -> str:
        """Returns an HMAC-SHA256 in hex, for one purpose of one organisation within this use.

        `ours`: the text is of the product, and no person's, so its hash is kept for the next time.
        """
        if not ours:
            return self._keyed_hash(use, organisation, purpose, text)
        place = use, organisation, purpose, text
        found = self._of_ours.get(place)
        if found is None:
            if len(self._of_ours) >= MOST_OF_OURS:
                self._of_ours.clear()
            found = self._of_ours[place] = self._keyed_hash(*place)
        return found

    def _keyed_hash(self, use: Use, organisation: str, purpose: str, text: str) -> str:
        message = bind(organisation, purpose, text)
        return hmac.digest(self.key(use), message, "sha256").hex()
