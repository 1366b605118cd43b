"""Access tokens for our own calls, kept until shortly before they end. No SDK here."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from threading import Thread

import jwt

from adapters.teams.clouds import PUBLIC
from adapters.teams.outbound.outcomes import NotReachedError
from adapters.teams.refusals import AWAY, WORKS, TokenRefusedError, failure_of
from bot.domain.operator import SignIn

# How long anybody waits for a token, and after what time a request that hangs is given up.
TOKEN_SECONDS = 20.0
HUNG_SECONDS = 300.0
EARLY_SECONDS = 300.0
# After a failure nobody asks again for so long: the next chat would only wait as the first did.
FAILED_SECONDS = 15.0


class TokenDesk:
    """`fetch` asks Microsoft and blocks, so it runs in a thread; many who wait share one request.

    The SDKs would fetch a token on the event loop, or for every request. `proof` names the setting
    that is shown to Microsoft, and `login` is where. `now` counts seconds since 1970.
    """

    def __init__(
        self,
        fetch: Callable[[], str],
        proof: str = "its credentials",
        login: str = PUBLIC.login,
        now: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._fetch = fetch
        self._proof = proof
        self._login = login
        self._now = now
        self._sleep = sleep
        self._token = ""
        self._until = 0.0
        self._failed: NotReachedError | None = None
        self._failed_at = 0.0
        self._asking: asyncio.Task[str] | None = None
        self._request: asyncio.Future[str] | None = None
        self._began = 0.0

    async def token(self) -> str:
        """Raises TokenRefusedError where Microsoft refuses, else NotReachedError("unreachable")."""
        if self._token and self._now() < self._until:
            return self._token
        if self._failed is not None and 0 <= self._now() - self._failed_at < FAILED_SECONDS:
            raise self._failed
        return await self._fresh()

    def refused(self) -> None:
        """Call this when Teams refuses the token; the next call fetches a new one."""
        self._token = ""

    async def sign_in(self) -> SignIn:
        """Asks for a new token now. Never raises."""
        try:
            await self._fresh()
        except TokenRefusedError as refused:
            return SignIn(False, refused.sentence)
        except NotReachedError:
            return SignIn(None, AWAY.format(login=self._login))
        return SignIn(True, WORKS)

    async def _fresh(self) -> str:
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._asked())
            self._asking.add_done_callback(_heard)
        return await asyncio.shield(self._asking)

    async def _asked(self) -> str:
        try:
            token = await self._in_time()
        except Exception as problem:
            self._failed, self._failed_at = failure_of(problem, self._proof), self._now()
            raise self._failed from None
        self._failed = None
        self._token, self._until = token, _end_of(token, self._now()) - EARLY_SECONDS
        return token

    async def _in_time(self) -> str:
        """Raises TimeoutError after TOKEN_SECONDS. A request that hangs is waited for again."""
        request = self._request
        if request is None or self._now() - self._began >= HUNG_SECONDS:
            request = self._request = _in_thread(self._fetch)
            self._began = self._now()
        over = asyncio.ensure_future(self._sleep(TOKEN_SECONDS))
        try:
            await asyncio.wait((request, over), return_when=asyncio.FIRST_COMPLETED)
        finally:
            over.cancel()
        if not request.done():
            raise TimeoutError
        self._request = None
        return request.result()


def _in_thread(fetch: Callable[[], str]) -> asyncio.Future[str]:
    """Runs `fetch` in a thread of its own, which no stop of the process waits for."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[str] = loop.create_future()

    def tell(token: str, problem: BaseException | None) -> None:
        if not future.done():
            future.set_result(token) if problem is None else future.set_exception(problem)

    def run() -> None:
        token, problem = "", None
        try:
            token = fetch()
        except Exception as raised:
            problem = raised
        with suppress(RuntimeError):  # The loop is closed: nobody waits any more.
            loop.call_soon_threadsafe(tell, token, problem)

    future.add_done_callback(_heard)
    Thread(target=run, name="teams-token", daemon=True).start()
    return future


def _heard(done: asyncio.Future[str]) -> None:
    """Takes note of an error, so that asyncio does not log its text when nobody waits for it."""
    if not done.cancelled():
        done.exception()


def _end_of(token: str, now: float) -> float:
    """When our token ends (seconds since 1970). Microsoft checks its signature, we do not."""
    try:
        claims = jwt.decode(token, options={"verify_signature": False})
        return float(claims["exp"])
    except (jwt.PyJWTError, KeyError, TypeError, ValueError):
        return now + 2 * EARLY_SECONDS
