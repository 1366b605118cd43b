"""Every HTTP call of ours is made over TLS or to this machine, also after a redirect."""

from __future__ import annotations

import aiohttp

from bot.domain.outgoing import is_protected


class NotProtectedError(aiohttp.ClientError):
    """The address would be called in the clear. Nothing was sent to it."""


async def _only_protected(
    request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    if not is_protected(str(request.url)):
        raise NotProtectedError
    return await handler(request)


# Every session that leaves this machine is made with `middlewares=PROTECTED`.
PROTECTED = (_only_protected,)
