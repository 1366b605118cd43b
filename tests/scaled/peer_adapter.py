"""The adapter of the counting peer, for workers that are processes of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import aiohttp

from bot.chat import Event, Message
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.ports import NotSent, Outcome, Own, Sent, Unknown

PLATFORM = "peer"
PATIENCE = aiohttp.ClientTimeout(total=10)


class PeerAdapter:
    """One request for one attempt (the `Answering` port)."""

    platform = PLATFORM
    pace: Pace | None = None

    def __init__(self, address: str, http: aiohttp.ClientSession, *, looks_up: bool = True) -> None:
        self._address = address
        self._http = http
        self.looks_up = looks_up

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        body = {"reference": reference, "workspace": to.workspace}
        try:
            async with self._http.post(
                f"{self._address}/send", json=body, timeout=PATIENCE
            ) as answer:
                if answer.status == 429:
                    wait = timedelta(seconds=float(answer.headers["Retry-After"]))
                    return NotSent("busy", wait, for_all=True)
                return Sent(reference)
        except aiohttp.ClientConnectorError:
            return NotSent("unreachable", timedelta(seconds=1))
        except (aiohttp.ClientError, TimeoutError):
            return Unknown("dropped")

    async def find(self, to: Address, reference: str) -> Outcome:
        url = f"{self._address}/find"
        try:
            async with self._http.get(
                url, params={"reference": reference}, timeout=PATIENCE
            ) as answer:
                if answer.status != 200:
                    return Unknown("no history")
                found = (await answer.json())["found"]
        except (aiohttp.ClientError, TimeoutError):
            return Unknown("unreachable")
        return Sent(reference) if found else NotSent("not_found")

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        return NotSent("gone")

    async def clear(self, to: Address, which: Own) -> None:
        return None

    async def redraw_home(self, to: Address, language: str | None = None) -> None:
        return None

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        return None
