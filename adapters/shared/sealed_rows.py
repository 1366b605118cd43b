"""Rows that an adapter keeps: JSON that is encrypted, found again by a keyed hash.

An adapter's table has these columns: a keyed hash of an id (to find the row), `owner` (whose data
key encrypts it) and `sealed` (the encrypted JSON). A thief of the table learns no id and no
content, and after `destroy` nobody can read the rows of that owner, in older copies either.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog

from adapters.shared.json_values import Json
from bot.domain.words import Words
from bot.ports import Sealer

log = structlog.get_logger()

# `keyed_hash(purpose, text)` is an HMAC; the same text gives different hashes for two purposes.
KeyedHash = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class RowSealer:
    """Encrypts and hashes for one table of one platform.

    `label` names the table, such as "slack.install". It is bound into every sealed value, so
    changing it makes the existing rows unreadable.
    """

    sealer: Sealer
    keyed_hash: KeyedHash
    platform: str
    label: str

    def hash(self, column: str, *parts: str) -> str:
        """The keyed hash of `parts` for a searched column. Only the last part may contain `|`."""
        return self.keyed_hash(f"{self.platform}.{column}", "|".join(parts))

    def new_owner(self, key: str) -> str:
        """An owner whose data keys nobody had before: a destroyed name is never used again."""
        return f"{self.platform}:{key}:{secrets.token_hex(8)}"

    async def seal(self, owner: str, key: str, entry: Json) -> bytes:
        words = Words(json.dumps(entry))
        return await self.sealer.seal(owner, f"{self.label}|{key}", words, datetime.now(UTC))

    async def unseal(self, owner: str, key: str, sealed: bytes) -> Json:
        """Raises KeyError when the key was destroyed, ValueError when the bytes were changed."""
        words = await self.sealer.unseal(owner, f"{self.label}|{key}", sealed)
        entry: Json = json.loads(words.text)
        return entry

    async def unseal_or_none(self, owner: str, key: str, sealed: bytes) -> Json | None:
        """Like `unseal`; a row that can no longer be read counts as missing."""
        try:
            return await self.unseal(owner, key, sealed)
        except (KeyError, ValueError):
            return None

    async def destroy(self, owner: str) -> None:
        """Destroys the data keys of `owner`, if it is one of this platform.

        The owner was read from a row, and somebody may have written another one's name there.
        """
        if owner.startswith(f"{self.platform}:"):
            await self.sealer.forget(owner)
        else:
            log.error("row_refused", table=self.label)
