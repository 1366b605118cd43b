"""Roots protect the epoch's secret on the disk: the file's mode alone, systemd, or a KMS."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from storage.keys.envelope import KEY_BYTES
from storage.keys.epoch import Wrapping
from storage.keys.file_modes import refuse_loose
from storage.trouble import RefusedError

CREDENTIAL = "handrail-epoch"


class Root(Protocol):
    """Protects a secret. It may ask the network, so call it off the event loop."""

    @property
    def name(self) -> str:
        """The name in HANDRAIL_EPOCH_ROOT. Each epoch file has the name of its root."""

    def protect(self, secret: bytes, bound_to: bytes) -> bytes:
        """Returns what may lie on the disk. Raises RefusedError when the root cannot be used."""

    def reveal(self, protected: bytes, bound_to: bytes) -> bytes:
        """Returns the secret. Raises RefusedError when another root made it, or it was changed."""


@dataclass(frozen=True, slots=True)
class RootChoice:
    """The operator's choice. The fields are the settings of the same names."""

    epoch_root: Literal["file", "systemd", "aws-kms"] = "file"
    kms_key: str | None = None
    kms_endpoint: str | None = None


class FileRoot:
    """Relies on the file's mode (0600): whoever reads the file has the secret."""

    name = "file"

    def protect(self, secret: bytes, bound_to: bytes) -> bytes:
        return secret

    def reveal(self, protected: bytes, bound_to: bytes) -> bytes:
        return protected


class SystemdRoot:
    """Encrypts with AES-256-GCM under a credential that systemd gives to this service only."""

    name = "systemd"

    def protect(self, secret: bytes, bound_to: bytes) -> bytes:
        return self._wrapping().wrap(secret, bound_to)

    def reveal(self, protected: bytes, bound_to: bytes) -> bytes:
        try:
            return self._wrapping().unwrap(protected, bound_to)
        except ValueError:
            raise RefusedError(
                f"The epoch key does not open with the systemd credential {CREDENTIAL}: one of "
                "the two is damaged or another one's, or the organisation's name was changed. Put "
                "that right, then start again. Nothing was changed."
            ) from None

    def _wrapping(self) -> Wrapping:
        # Read it each time, so that it does not stay in our memory.
        return Wrapping(_credential())


def make_root(choice: RootChoice) -> Root:
    """Makes the chosen root. Call it off the event loop.

    Raises RefusedError when the choice is incomplete.
    """
    if choice.epoch_root == "file":
        return FileRoot()
    if choice.epoch_root == "systemd":
        return SystemdRoot()
    # Import it here, so that only those who choose a KMS need its SDK.
    from storage.keys.kms import make_kms_root

    return make_kms_root(choice.kms_key, choice.kms_endpoint)


def _credential() -> bytes:
    """Reads the credential: 32 bytes, as they are or as 64 hexadecimal digits."""
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    if not folder:
        raise RefusedError(
            "HANDRAIL_EPOCH_ROOT is systemd, but systemd gave no credentials. Add "
            f"LoadCredentialEncrypted={CREDENTIAL}:… to the unit, then start it again. "
            "Nothing was changed."
        )
    refuse_loose(Path(folder, CREDENTIAL))
    try:
        content = Path(folder, CREDENTIAL).read_bytes()
        key = content if len(content) == KEY_BYTES else bytes.fromhex(content.decode("ascii"))
    except (OSError, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise RefusedError(
            f"The systemd credential {CREDENTIAL} is missing or damaged: it must hold 32 bytes, "
            "or 64 hexadecimal digits. Put it right in the unit, then start it again. "
            "Nothing was changed."
        )
    return key
