"""Errors that carry a sentence for the operator."""

from __future__ import annotations

from bot.domain.operator import TellOperatorError


class RefusedError(Exception):
    """A start would do harm. The text says what to do, and has no secret and no words in it."""


class NotTurnedError(TellOperatorError):
    """The epoch was not turned, or its old file is still there."""


class KeyStoreError(Exception):
    """The key server cannot be reached, or failed. The transaction happened whole or not at all.

    The text names no value.
    """
