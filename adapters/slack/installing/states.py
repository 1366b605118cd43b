"""Binds the return from Slack to the browser that left for it."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from adapters.slack.installing.causes import NO_COOKIE, OTHER_WINDOW, TOO_LATE, Cause

# Seconds in which an install must be finished.
LASTS = 600


@dataclass(frozen=True, slots=True)
class InstallAttempt:
    """`secret` goes into the cookie; `state` goes to Slack and comes back."""

    secret: str
    state: str


class States:
    """`keyed_hash` is an HMAC, the same in every process. `now` counts seconds since 1970."""

    def __init__(self, keyed_hash: Callable[[str, str], str], now: Callable[[], float]) -> None:
        self._keyed_hash = keyed_hash
        self._now = now

    def begin(self) -> InstallAttempt:
        secret, until = secrets.token_urlsafe(32), str(int(self._now()) + LASTS)
        return InstallAttempt(secret, f"{until}.{self._of(secret, until)}")

    def fault(self, state: str, secret: str) -> Cause | None:
        """Why this return is not taken. None for the browser that left for Slack in time."""
        if not secret:
            return NO_COOKIE
        until, _, signature = state.partition(".")
        if not (state.isascii() and secret.isascii() and until.isdecimal()):
            return OTHER_WINDOW
        if not hmac.compare_digest(signature, self._of(secret, until)):
            return OTHER_WINDOW
        return None if self._now() < int(until[:12]) else TOO_LATE

    def _of(self, secret: str, until: str) -> str:
        return self._keyed_hash("slack.state", f"{until}|{secret}")
