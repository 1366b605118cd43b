"""Pure: an event's own note of where it happened, so that it can be answered there later.

With it an answer finds its chat even when, between the two, everything about a person was erased.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace

from adapters.teams.arrivals import Place
from bot.chat import Event


def with_origin(event: Event, place: Place) -> Event:
    return replace(event, origin=json.dumps(asdict(place), separators=(",", ":")))


def from_origin(event: Event) -> Place | None:
    """None for an event that did not come from here."""
    try:
        found = json.loads(event.origin)
        return Place(**found) if isinstance(found, dict) else None
    except (ValueError, TypeError):
        return None
