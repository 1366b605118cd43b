"""Attacks by a page of another origin, open in the browser of somebody who uses Handrail."""

from __future__ import annotations
