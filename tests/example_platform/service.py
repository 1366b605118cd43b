"""Postbox itself: an imaginary chat service, and the client library (the SDK) that it offers.

A workspace that installs the app gives it a token. Each person has one box, which the bot may
write to. The bot finds its own letters again, and may change and delete them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

Json = dict[str, Any]


class TokenRefusedError(Exception):
    """The service does not know this token."""


class NoLetterError(LookupError):
    """There is no such letter any more."""


@dataclass
class Letter:
    """One letter of the bot's. `at` is when it was written (UTC), `nonce` the writer's own mark."""

    id: str
    workspace: str
    user: str
    nonce: str
    at: datetime
    body: Json


@dataclass
class Service:
    """All boxes of all workspaces. `away` refuses every connection."""

    now: Callable[[], datetime]
    tokens: dict[str, str] = field(default_factory=dict)
    letters: dict[str, Letter] = field(default_factory=dict)
    away: bool = False
    numbers: count[int] = field(default_factory=lambda: count(1))

    def box(self, workspace: str, user: str) -> list[Letter]:
        """Returns the bot's letters to one person, oldest first."""
        mine = (workspace, user)
        return [one for one in self.letters.values() if (one.workspace, one.user) == mine]


# By address: what a real client would find over the network.
SERVICES: dict[str, Service] = {}


class Client:
    """The SDK. Every call raises ConnectionRefusedError, TokenRefusedError or NoLetterError."""

    def __init__(self, address: str) -> None:
        self._address = address

    async def write(self, token: str, user: str, nonce: str, body: Json) -> str:
        """Returns the id of the letter. A second letter with one nonce is the first one."""
        service, workspace = self._reach(token)
        for letter in service.box(workspace, user):
            if letter.nonce == nonce:
                return letter.id
        name = f"letter-{next(service.numbers)}"
        service.letters[name] = Letter(name, workspace, user, nonce, service.now(), body)
        return name

    async def letters(self, token: str, user: str) -> list[Letter]:
        service, workspace = self._reach(token)
        return service.box(workspace, user)

    async def change(self, token: str, letter: str, body: Json) -> None:
        service, _ = self._reach(token)
        if letter not in service.letters:
            raise NoLetterError(letter)
        service.letters[letter].body = body

    async def delete(self, token: str, letter: str) -> None:
        service, _ = self._reach(token)
        service.letters.pop(letter, None)

    def _reach(self, token: str) -> tuple[Service, str]:
        service = SERVICES.get(self._address)
        if service is None or service.away:
            raise ConnectionRefusedError(self._address)
        for workspace, known in service.tokens.items():
            if known == token:
                return service, workspace
        raise TokenRefusedError
