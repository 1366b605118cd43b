"""Pure: the state of one install, bound to the browser that began it.

The browser holds a secret in a cookie; what goes through Slack is a keyed digest of it with an end.
Nothing is stored, so that nobody can fill a table by asking for the page.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass

LASTS = 600


@dataclass(frozen=True, slots=True)
class Begun:
    """`secret` is for the cookie, `state` for the way through Slack."""

    secret: str
    state: str


class States:
    """`digest` is keyed, and the same in every process. `now` counts seconds since 1970."""

    def __init__(self, digest: Callable[[str, str], str], now: Callable[[], float]) -> None:
        self._digest = digest
        self._now = now

    def begin(self) -> Begun:
        secret, until = secrets.token_urlsafe(32), str(int(self._now()) + LASTS)
        return Begun(secret, f"{until}.{self._of(secret, until)}")

    def is_sound(self, state: str, secret: str) -> bool:
        until, _, seal = state.partition(".")
        if not (state.isascii() and secret.isascii() and until.isdecimal() and secret):
            return False
        expected = self._of(secret, until)
        return hmac.compare_digest(seal, expected) and self._now() < int(until[:12])

    def _of(self, secret: str, until: str) -> str:
        return self._digest("slack.state", f"{until}|{secret}")
