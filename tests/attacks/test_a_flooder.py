"""Attacks by somebody who sends more, longer or slower than anybody would."""

from __future__ import annotations
