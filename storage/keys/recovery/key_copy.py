"""The sealed copy of a key store, with the epoch that opens it: all that a lost disk needs.

It is one file, and each new copy takes the place of the one before. So no copy keeps a key that
was destroyed, and the newest opens every older backup of the data but what was ended since.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import BaseModel

from storage.keys.envelope import bind
from storage.keys.records import ENDINGS, Contents, Floor, WrappedKey
from storage.keys.recovery.recovery_key import open_with, seal_to
from storage.trouble import RefusedError

FORMAT = "handrail-keys-1"
DAMAGED = (
    "The copy of the keys is cut off or was changed: its checksum is another. Take the file again "
    "from where Handrail wrote it. Nothing was changed."
)


@dataclass(frozen=True, slots=True, repr=False)
class KeyCopy:
    """Everything in a key store at one moment, and the epoch in force then.

    `keys_hash` is the keyed hash by which the database knows its keys. `contents` has the sealed
    count of endings, which the head repeats: see `storage.keys.recovery.endings`. `made_at` is
    aware, in UTC.
    """

    organisation: str
    keys_hash: str
    epoch: int
    secret: bytes
    contents: Contents
    made_at: datetime

    def sealed_to(self, public: str) -> bytes:
        """Returns the bytes of the file, sealed to the public half of a recovery key."""
        body = seal_to(public, _body(self), _bound_to(self.organisation))
        head = {
            "format": FORMAT,
            "keys": self.keys_hash,
            "endings": self.contents.facts[ENDINGS].hex(),
            "made_at": self.made_at.astimezone(UTC).isoformat(timespec="seconds"),
            "sealed_to": public,
            "sha256": hashlib.sha256(body).hexdigest(),
        }
        return json.dumps(head).encode() + b"\n" + body


def open_copy(file: bytes, secret: str, organisation: str) -> KeyCopy:
    """Opens a copy with the secret half of the recovery key.

    Raises RefusedError for a file that was cut off or changed, and for another recovery key.
    """
    head, _, body = file.partition(b"\n")
    try:
        told = json.loads(head)
        whole = told["sha256"] == hashlib.sha256(body).hexdigest()
        newer = told["format"] != FORMAT
    except (ValueError, KeyError, TypeError):
        whole, newer = False, False
    if not whole:
        raise RefusedError(DAMAGED)
    if newer:
        raise RefusedError(
            "The copy of the keys was made by a newer Handrail than this one. Install that "
            "version, then repeat the command. Nothing was changed."
        )
    return _copy(open_with(secret, body, _bound_to(organisation)))


def whose_copy(file: bytes) -> tuple[str, bytes]:
    """Returns what its head says: the keyed hash of the key store, and the sealed count of endings.

    Raises ValueError where the head is damaged.
    """
    try:
        told = json.loads(file.partition(b"\n")[0])
        return str(told["keys"]), bytes.fromhex(told["endings"])
    except (KeyError, TypeError) as problem:
        raise ValueError("a damaged head") from problem


def _bound_to(organisation: str) -> bytes:
    return bind(FORMAT, organisation)


def _body(copy: KeyCopy) -> bytes:
    found = copy.contents
    told = _Told(
        organisation=copy.organisation,
        keys_hash=copy.keys_hash,
        epoch=copy.epoch,
        secret=copy.secret.hex(),
        made_at=copy.made_at.astimezone(UTC),
        facts={name: value.hex() for name, value in found.facts.items()},
        keys=[
            (key.id.hex(), key.owner, key.month, key.wrapped.hex(), key.retired, key.epoch)
            for key in found.keys
        ],
        forgotten=sorted(found.forgotten),
        withdrawn=sorted(found.withdrawn),
        floors=[(one.owner, one.thing.hex(), one.sealed.hex()) for one in found.floors],
    )
    return told.model_dump_json().encode()


def _copy(body: bytes) -> KeyCopy:
    told, hexed = _Told.model_validate_json(body), bytes.fromhex
    contents = Contents(
        {name: hexed(value) for name, value in told.facts.items()},
        frozenset(
            WrappedKey(hexed(key), owner, month, hexed(wrapped), retired, epoch)
            for key, owner, month, wrapped, retired, epoch in told.keys
        ),
        frozenset(told.forgotten),
        frozenset(told.withdrawn),
        frozenset(Floor(owner, hexed(a), hexed(b)) for owner, a, b in told.floors),
    )
    return KeyCopy(
        told.organisation,
        told.keys_hash,
        told.epoch,
        hexed(told.secret),
        contents,
        told.made_at,
    )


class _Told(BaseModel):
    """The sealed text of a copy. Bytes are in hexadecimal."""

    organisation: str
    keys_hash: str
    epoch: int
    secret: str
    made_at: datetime
    facts: dict[str, str]
    keys: list[tuple[str, str, int, str, bool, int]]
    forgotten: list[str]
    withdrawn: list[tuple[str, str, str]]
    floors: list[tuple[str, str, str]]
