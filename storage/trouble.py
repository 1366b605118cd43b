"""Reasons not to start, and not to turn the epoch, in a sentence that says what to do."""

from __future__ import annotations

from bot.domain.operator import TellOperatorError


class RefusedError(Exception):
    """Starting would do harm. Its text is for the operator, and holds no secret and no words."""


class NotTurnedError(TellOperatorError):
    """The epoch was not turned, or its old file is not gone."""


class KeyStoreError(Exception):
    """The key store's server is out of reach, or did not do what it was asked: whole, or not at
    all. Its text holds no value.
    """
