"""The bytes of sealed words: header | nonce | AES-256-GCM of the padded text.

The header names the format, the month and the data key; it is bound into the seal.
"""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

# Part of the associated data of every key and every sealed value.
FORMAT = "handrail-1"
VERSION = 1
PAD_TO = 256
NONCE_BYTES = 12
KEY_ID_BYTES = 8
KEY_BYTES = 32
HEADER = struct.Struct(f">BH{KEY_ID_BYTES}s")
LENGTH = struct.Struct(">I")
_length = LENGTH.pack


@dataclass(frozen=True, slots=True, repr=False)
class DataKey:
    """An unwrapped data key that is ready to use. `month` is counted from year 0."""

    id: bytes
    month: int
    aead: AESGCM


def key_of(sealed: bytes) -> tuple[int, bytes]:
    """Returns the month and id of the data key. Raises ValueError for bytes that nobody sealed."""
    if len(sealed) <= HEADER.size + NONCE_BYTES:
        raise ValueError("not a sealed value")
    version, month, key_id = HEADER.unpack_from(sealed)
    if version != VERSION:
        raise ValueError("sealed in a format that this version does not know")
    return month, key_id


def seal(key: DataKey, text: str, bound_to: bytes) -> bytes:
    """Seals `text`. Only the same `bound_to` opens it again."""
    header = HEADER.pack(VERSION, key.month, key.id)
    nonce = os.urandom(NONCE_BYTES)
    return header + nonce + key.aead.encrypt(nonce, _pad(text), header + bound_to)


def unseal(key: DataKey, sealed: bytes, bound_to: bytes) -> str:
    """Opens it. Raises ValueError when a byte was changed, or when `bound_to` is another."""
    header, rest = sealed[: HEADER.size], sealed[HEADER.size :]
    try:
        padded = key.aead.decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], header + bound_to)
    except InvalidTag:
        raise ValueError("the sealed bytes were changed, or belong elsewhere") from None
    (length,) = LENGTH.unpack_from(padded)
    return padded[LENGTH.size : LENGTH.size + length].decode("utf-8", "surrogatepass")


def bind(*parts: str) -> bytes:
    """Joins the parts so that no two lists of parts give the same bytes."""
    each: list[bytes] = []
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        each += (_length(len(encoded)), encoded)
    return b"".join(each)


def _pad(text: str) -> bytes:
    content = text.encode("utf-8", "surrogatepass")
    whole = LENGTH.pack(len(content)) + content
    return whole + bytes(-len(whole) % PAD_TO)
