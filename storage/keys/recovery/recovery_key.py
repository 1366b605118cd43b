"""The recovery key: its public half seals the copy of the keys, its secret half opens it.

Only the public half is on the machine. HPKE (RFC 9180) with X25519, HKDF-SHA256 and
ChaCha20-Poly1305 seals, through `cryptography`.
"""

from __future__ import annotations

import base64
import binascii
import hashlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from storage.trouble import RefusedError

PUBLIC, SECRET = "handrail-recovery-public-", "handrail-recovery-secret-"
KEY_BYTES, SUM_BYTES = 32, 4
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def new_recovery_key() -> tuple[str, str]:
    """Makes a new key; returns the texts of its secret and of its public half."""
    secret = X25519PrivateKey.generate()
    return _text(SECRET, secret.private_bytes_raw()), _public(secret)


def is_public(text: str) -> bool:
    """True if this is the text of a public half, without an error of typing."""
    return _bytes(PUBLIC, text) is not None


def public_half(secret: str) -> str:
    """Returns the public half of a secret one. Raises RefusedError for what is none."""
    return _public(_secret_key(secret))


def seal_to(public: str, content: bytes, bound_to: bytes) -> bytes:
    """Seals `content`; only the secret half opens it, with the same `bound_to`.

    Raises RefusedError for what is no public half.
    """
    key = _bytes(PUBLIC, public)
    if key is None:
        raise RefusedError(
            "HANDRAIL_RECOVERY_KEY is not the public half of a recovery key: it begins with "
            f"{PUBLIC}. Make one with `handrail keys recovery`. Nothing was changed."
        )
    return _SUITE.encrypt(content, X25519PublicKey.from_public_bytes(key), bound_to)


def open_with(secret: str, sealed: bytes, bound_to: bytes) -> bytes:
    """Opens what `seal_to` sealed. Raises RefusedError for another key."""
    try:
        return _SUITE.decrypt(sealed, _secret_key(secret), bound_to)
    except InvalidTag:
        raise RefusedError(
            "The copy of the keys does not open with this recovery key: it was sealed to another "
            "one, or for another organisation. Nothing was changed."
        ) from None


def _secret_key(text: str) -> X25519PrivateKey:
    key = _bytes(SECRET, text)
    if key is None:
        raise RefusedError(
            "That is not the secret half of a recovery key, or a character is wrong: it begins "
            f"with {SECRET}. Nothing was changed."
        )
    return X25519PrivateKey.from_private_bytes(key)


def _public(secret: X25519PrivateKey) -> str:
    return _text(PUBLIC, secret.public_key().public_bytes_raw())


def _text(name: str, key: bytes) -> str:
    return name + base64.urlsafe_b64encode(key + _sum(name, key)).decode()


def _bytes(name: str, text: str) -> bytes | None:
    """Returns the 32 bytes of a key, or None for what is no such key."""
    told = text.strip()
    if not told.startswith(name):
        return None
    try:
        found = base64.b64decode(told.removeprefix(name), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    key, sum_ = found[:KEY_BYTES], found[KEY_BYTES:]
    return key if len(key) == KEY_BYTES and sum_ == _sum(name, key) else None


def _sum(name: str, key: bytes) -> bytes:
    """Finds errors of typing, and nothing else."""
    return hashlib.sha256(name.encode() + key).digest()[:SUM_BYTES]
