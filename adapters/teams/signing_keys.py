"""The public keys with which the Bot Connector signs: fetched from Microsoft and kept."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import jwt

from adapters.shared.protected import protected_session
from adapters.teams.clouds import PUBLIC

FETCH_SECONDS = 5.0
# Microsoft asks us to fetch the keys at least once a day. An unknown key makes us fetch at once,
# but at most every UNKNOWN_EVERY_SECONDS, so that garbage cannot make us call Microsoft often.
FRESH_SECONDS = 12 * 3600.0
UNKNOWN_EVERY_SECONDS = 60.0
MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class SigningKey:
    """`endorsements` are the channels that the key may sign for; empty means any."""

    key: Any
    endorsements: frozenset[str]


class KeysUnavailableError(Exception):
    """Microsoft's keys could not be fetched, so this token cannot be verified now."""


class SigningKeys:
    """`metadata` is the address of an OpenID configuration that names a `jwks_uri`.

    `now` returns seconds and never goes back.
    """

    def __init__(
        self,
        metadata: str = PUBLIC.keys_at,
        now: Callable[[], float] = time.monotonic,
        http: aiohttp.ClientSession | None = None,
    ) -> None:
        self._metadata = metadata
        self._now = now
        self._http = http
        self._keys: dict[str, SigningKey] = {}
        self._fetched_at: float | None = None
        self._tried_at: float | None = None
        self._one = asyncio.Lock()
        self.generation = 0

    async def key(self, kid: str) -> SigningKey | None:
        """Returns None for a key that Microsoft does not have now.

        Raises KeysUnavailableError where that is not known: no keys could be fetched, or it was too
        soon to look again. So garbage cannot have an activity refused that a new key signed: Teams
        sends that one again.
        """
        asked_at = self._now()
        if self._wants(kid):
            async with self._one:
                if self._wants(kid):
                    await self._fetch()
        found = self._keys.get(kid)
        if found is None and (self._fetched_at is None or self._fetched_at < asked_at):
            raise KeysUnavailableError
        return found

    def _wants(self, kid: str) -> bool:
        now = self._now()
        if self._tried_at is not None and now - self._tried_at < UNKNOWN_EVERY_SECONDS:
            return False
        stale = self._fetched_at is None or now - self._fetched_at > FRESH_SECONDS
        return stale or kid not in self._keys

    async def _fetch(self) -> None:
        """Fetches the keys. If that fails, the old ones stay until they are two days old."""
        self._tried_at = now = self._now()
        try:
            document = await self._json(self._metadata)
            found = await self._json(str(document["jwks_uri"]))
            keys = {one["kid"]: _read(one) for one in found["keys"] if _is_ours(one)}
        except (aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError, jwt.PyJWTError):
            if self._fetched_at is not None and now - self._fetched_at > 4 * FRESH_SECONDS:
                self._keys = {}
                self.generation += 1
            return
        self._keys, self._fetched_at = keys, now
        self.generation += 1

    async def _json(self, url: str) -> dict[str, Any]:
        timeout = aiohttp.ClientTimeout(total=FETCH_SECONDS)
        session = self._http or protected_session()
        try:
            async with session.get(url, timeout=timeout, allow_redirects=False) as answer:
                answer.raise_for_status()
                raw = await answer.content.read(MOST_BYTES)
        finally:
            if self._http is None:
                await session.close()
        found = json.loads(raw)
        if not isinstance(found, dict):
            raise TypeError("no object")
        return found


def _is_ours(one: dict[str, Any]) -> bool:
    return one.get("kty") == "RSA" and isinstance(one.get("kid"), str)


def _read(one: dict[str, Any]) -> SigningKey:
    key = jwt.PyJWK(one, algorithm="RS256").key
    return SigningKey(key, frozenset(one.get("endorsements") or ()))
