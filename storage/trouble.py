"""Reasons not to start, in a sentence that says what to do."""

from __future__ import annotations


class RefusedError(Exception):
    """Starting would do harm. Its text is for the operator, and holds no secret and no words."""
