"""Attacks by a member of a workspace where Handrail runs."""

from __future__ import annotations
