"""Writes a session as a calendar file (RFC 5545)."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from icalendar import Calendar, Event

LENGTH = timedelta(hours=1)


def session_file(engagement_id: str, at: datetime, title: str, now: datetime) -> str:
    """Returns one event from `at` (UTC), an hour long, without names, attendees or an alarm.

    The UID comes from the engagement, so that a moved session replaces the one before.
    """
    event = Event()
    event.add("uid", hashlib.sha256(engagement_id.encode()).hexdigest()[:32])
    event.add("summary", title)
    event.add("dtstart", at)
    event.add("dtend", at + LENGTH)
    event.add("dtstamp", now)
    event.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", "-//Handrail//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    content: str = calendar.to_ical().decode()
    return content
