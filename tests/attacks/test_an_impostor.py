"""Attacks by somebody who pretends to be a platform, a workspace or a person."""

from __future__ import annotations
