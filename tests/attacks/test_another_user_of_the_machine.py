"""Attacks by another account on the machine that runs Handrail."""

from __future__ import annotations
