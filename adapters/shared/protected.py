"""Every HTTP call of ours is made over TLS or to this machine, also after a redirect.

It goes through the organisation's proxy where HTTPS_PROXY names one and NO_PROXY does not except
the host.
"""

from __future__ import annotations

from typing import Any
from urllib.request import getproxies

import aiohttp

from bot.domain.outgoing import is_protected


class NotProtectedError(aiohttp.ClientError):
    """The address would be called in the clear. Nothing was sent to it."""


async def _only_protected(
    request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    in_the_clear = request.url.scheme in ("http", "ws")
    if not is_protected(str(request.url)) or (in_the_clear and request.proxy is not None):
        raise NotProtectedError
    return await handler(request)


PROTECTED = (_only_protected,)


def protected_session(**given: Any) -> aiohttp.ClientSession:
    """Makes the session of every call that leaves this machine. `given` as for ClientSession.

    aiohttp looks the environment up anew for each call, in a thread, so it is asked to only where a
    proxy is named.
    """
    return aiohttp.ClientSession(trust_env=bool(getproxies()), middlewares=PROTECTED, **given)
