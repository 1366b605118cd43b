"""Access tokens for our own calls, kept until shortly before they end. No SDK here."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import jwt

from adapters.teams.outbound.outcomes import NotReachedError

TOKEN_SECONDS = 20.0
EARLY_SECONDS = 300.0


class TokenDesk:
    """`fetch` asks Microsoft and blocks, so it runs in a thread; many who wait share one request.

    The SDKs would fetch a token on the event loop, or for every request.
    """

    def __init__(self, fetch: Callable[[], str]) -> None:
        self._fetch = fetch
        self._token = ""
        self._until = 0.0
        self._one = asyncio.Lock()

    async def token(self) -> str:
        """Raises NotReachedError("credentials"); Microsoft's sign-in log says why."""
        async with self._one:
            if not self._token or time.time() >= self._until:
                try:
                    asking = asyncio.to_thread(self._fetch)
                    self._token = await asyncio.wait_for(asking, TOKEN_SECONDS)
                except Exception:
                    raise NotReachedError("credentials") from None
                self._until = _end_of(self._token) - EARLY_SECONDS
            return self._token

    def refused(self) -> None:
        """Call this when Teams refuses the token; the next call fetches a new one."""
        self._token = ""


def _end_of(token: str) -> float:
    """When our token ends (seconds since 1970). Microsoft checks its signature, we do not."""
    try:
        claims = jwt.decode(token, options={"verify_signature": False})
        return float(claims["exp"])
    except (jwt.PyJWTError, KeyError, TypeError, ValueError):
        return time.time() + 2 * EARLY_SECONDS
