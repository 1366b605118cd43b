"""Attacks by somebody who holds a copy of one part: database, keys, epochs, logs."""

from __future__ import annotations
