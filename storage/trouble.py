"""Reasons not to start, and not to turn the epoch, in a sentence that says what to do."""

from __future__ import annotations


class RefusedError(Exception):
    """Starting would do harm. Its text is for the operator, and holds no secret and no words."""


class NotTurnedError(OSError):
    """The epoch was not turned, or its old file is not gone. Its text is for the operator."""


class KeyStoreError(Exception):
    """The key store's server is out of reach, or did not do what it was asked: whole, or not at
    all. Its text holds no value.
    """
