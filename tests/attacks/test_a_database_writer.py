"""Attacks by somebody who can write to the database and has no key."""

from __future__ import annotations
