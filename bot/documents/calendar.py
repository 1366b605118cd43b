"""Writes a session as a calendar file, and takes it out again (RFC 5545 and RFC 5546).

A file of a moved session replaces the event of the file before it: the UID is the same, and the
sequence number is higher.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, vCalAddress

LENGTH = timedelta(hours=1)
# Sequence numbers count the seconds from here: later files are higher, and nothing is stored.
COUNTED_FROM = datetime(2026, 1, 1, tzinfo=UTC)
# RFC 5546 wants an organizer. No mail reaches this address (RFC 2606), and it names nobody.
ORGANIZER = "mailto:handrail@handrail.invalid"


def session_file(engagement_id: str, at: datetime, title: str, now: datetime) -> str:
    """Returns one event from `at` (UTC), an hour long, without names, attendees or an alarm.

    The UID comes from the engagement, so that a moved session replaces the one before. `now` (UTC)
    is when the file is made.
    """
    return _file("PUBLISH", "CONFIRMED", engagement_id, at, title, now)


def cancelled_file(engagement_id: str, at: datetime, title: str, now: datetime) -> str:
    """Returns the file that takes the session of `at` (UTC) out of a calendar again."""
    return _file("CANCEL", "CANCELLED", engagement_id, at, title, now)


def _file(
    method: str, status: str, engagement_id: str, at: datetime, title: str, now: datetime
) -> str:
    event = Event()
    event.add("uid", hashlib.sha256(engagement_id.encode()).hexdigest()[:32])
    event.add("sequence", max(0, int((now - COUNTED_FROM).total_seconds())))
    event.add("status", status)
    event.add("organizer", vCalAddress(ORGANIZER))
    event.add("summary", title)
    event.add("dtstart", at)
    event.add("dtend", at + LENGTH)
    event.add("dtstamp", now)
    event.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", "-//Handrail//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(event)
    content: str = calendar.to_ical().decode()
    return content
