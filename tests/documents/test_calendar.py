"""A calendar file: a moved session replaces the one before it, and a cancelled one goes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from icalendar import Calendar

from bot.documents.calendar import cancelled_file, session_file

AT = datetime(2026, 12, 1, 9, tzinfo=UTC)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def read(content: str) -> dict[str, str]:
    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    told = {name: str(event.decoded(name)) for name in ("uid", "sequence", "dtstart", "dtend")}
    return told | {
        "method": str(calendar["method"]),
        "status": str(event["status"]),
        "organizer": str(event["organizer"]),
        "stamp": str(event.decoded("dtstamp")),
    }


def test_a_moved_session_has_the_same_id_and_a_higher_sequence() -> None:
    before = read(session_file("e1", AT, "Session", NOW))
    moved = read(session_file("e1", AT + timedelta(days=1), "Session", NOW + timedelta(seconds=1)))
    assert moved["uid"] == before["uid"]
    assert int(moved["sequence"]) > int(before["sequence"])
    assert moved["dtstart"] != before["dtstart"]
    assert (moved["method"], moved["status"]) == ("PUBLISH", "CONFIRMED")


def test_a_session_that_is_taken_out_is_cancelled_under_its_own_id() -> None:
    before = read(session_file("e1", AT, "Session", NOW))
    gone = read(cancelled_file("e1", AT, "Session", NOW + timedelta(hours=1)))
    assert gone["uid"] == before["uid"]
    assert int(gone["sequence"]) > int(before["sequence"])
    assert (gone["method"], gone["status"]) == ("CANCEL", "CANCELLED")


def test_two_engagements_are_two_events_and_the_organizer_is_nobody() -> None:
    first, second = (read(session_file(one, AT, "Session", NOW)) for one in ("e1", "e2"))
    assert first["uid"] != second["uid"]
    assert first["organizer"].endswith(".invalid")


def test_a_sequence_fits_into_what_calendars_count_with() -> None:
    far = datetime(2060, 1, 1, tzinfo=UTC)
    assert 0 <= int(read(session_file("e1", AT, "Session", far))["sequence"]) < 2**31
