"""Pure: single values out of an activity. What is not as it must be is refused, or left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

ID = re.compile(r"[\x21-\x7e]{1,512}")
HINT = re.compile(r"[A-Za-z0-9_+/-]{1,64}")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class NotUnderstoodError(ValueError):
    """Teams sent something that no person's doing brings about."""


def part(activity: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = activity.get(name)
    if not isinstance(part, dict):
        raise NotUnderstoodError(name)
    return part


def loose(activity: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = activity.get(name)
    return part if isinstance(part, dict) else {}


def an_id(value: object) -> str:
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise NotUnderstoodError("id")
    return value


def text_of(value: object, limit: int) -> str:
    # Half of a pair is no character: nothing after this could encode it.
    if not isinstance(value, str) or len(value) > limit or LONE_SURROGATE.search(value):
        raise NotUnderstoodError("text")
    return value


def hint(value: object) -> str | None:
    return value if isinstance(value, str) and HINT.fullmatch(value) else None


def moment(value: object) -> datetime | None:
    """None for a time that cannot be read, or that says nothing of its zone."""
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
        return at.astimezone(UTC) if at is not None and at.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None
