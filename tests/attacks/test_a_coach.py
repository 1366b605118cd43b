"""Attacks by a coach, against clients of theirs and of others."""

from __future__ import annotations
