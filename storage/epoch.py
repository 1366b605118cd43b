"""The key-encryption key. It wraps every other key, and never lies in a database or its backup."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.trouble import RefusedError

MARK = "handrail-epoch-1:"
KEY_BYTES = 32
NONCE_BYTES = 12


class Epoch(Protocol):
    """Wraps keys: a file now; a systemd credential or a KMS can stand in its place."""

    def wrap(self, key: bytes, bound_to: bytes) -> bytes: ...

    def unwrap(self, wrapped: bytes, bound_to: bytes) -> bytes:
        """Raises ValueError when this epoch did not wrap it, or not bound to this."""


class FileEpoch:
    """An epoch in a file (mode 0600) in a folder of its own (mode 0700)."""

    def __init__(self, key: bytes) -> None:
        self._aead = AESGCM(key)

    def wrap(self, key: bytes, bound_to: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._aead.encrypt(nonce, key, bound_to)

    def unwrap(self, wrapped: bytes, bound_to: bytes) -> bytes:
        nonce, sealed = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
        try:
            return self._aead.decrypt(nonce, sealed, bound_to)
        except (InvalidTag, ValueError):
            raise ValueError("not wrapped by this epoch") from None


def open_epoch(file: Path, *, may_create: bool) -> FileEpoch:
    """The epoch in `file`, made there at the first start. Raises RefusedError otherwise."""
    if not file.exists():
        if not may_create:
            raise RefusedError(
                f"The epoch key {file} is missing, and without it nothing that is stored can be "
                "read. Put the file back from where you keep it, then start again. "
                "Nothing was changed."
            )
        _create(file)
    return FileEpoch(_read(file))


def _read(file: Path) -> bytes:
    try:
        text = file.read_text("ascii").strip()
        mark, key = text[: len(MARK)], bytes.fromhex(text[len(MARK) :])
    except (OSError, ValueError):
        mark, key = "", b""
    if mark != MARK or len(key) != KEY_BYTES:
        raise RefusedError(
            f"The epoch key {file} cannot be read or is damaged. Put the right file back "
            "from where you keep it, then start again. Nothing was changed."
        )
    return key


def _create(file: Path) -> None:
    """Whole or not at all: a half-written key must never be found at the next start."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, draft = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(MARK + secrets.token_hex(KEY_BYTES) + "\n")
        out.flush()
        os.fsync(out.fileno())
    os.replace(draft, file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
