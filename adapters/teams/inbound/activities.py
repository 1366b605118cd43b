"""Pure: from an activity of Teams, as a plain dict, to what happened. No SDK here.

It is read only after its token was verified. What does not fit is refused, never mended; nothing
in it is fetched, and nothing of it gets into an error.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from adapters.teams.inbound.arrivals import Arrived, Asked, Elsewhere, Happened, Installed, Place
from bot.chat import Deleted, Edited, Event, Happening, Pressed, Submitted, Wrote
from bot.domain.words import Words

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


OURS = "handrail"
FIELD_LIMIT = 5_000
MOST_FIELDS = 40


def gesture(carried: Mapping[str, Any], data: Mapping[str, Any]) -> Pressed | Submitted:
    action = text_of(carried.get("do"), 500)
    number = carried.get("form")
    if number is None:
        return Pressed(action)
    if not isinstance(number, int):
        raise NotUnderstoodError("form")
    front = f"{number}."
    values = {
        text_of(name.removeprefix(front), 50): _value(value)
        for name, value in data.items()
        if isinstance(name, str) and name.startswith(front)
    }
    if len(values) > MOST_FIELDS:
        raise NotUnderstoodError("values")
    return Submitted(action, values)


def _value(value: object) -> str:
    return "" if value is None else text_of(value, FIELD_LIMIT)


def carried_in(value: object) -> Mapping[str, Any] | None:
    found = value.get(OURS) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else None


CHANNEL_ID = "msteams"
TEXT_LIMIT = 100_000
# Every message carries its own text once more as HTML; that is no file, and is not read.
OWN_TEXT = "text/html"


def to_arrived(activity: object) -> Arrived:
    """None for what asks for nothing and tells nothing: reactions, typing, a removal.

    Raises NotUnderstoodError.
    """
    if not isinstance(activity, dict) or activity.get("channelId") != CHANNEL_ID:
        raise NotUnderstoodError("channel")
    kind = activity.get("type")
    if kind == "installationUpdate":
        return _installed(activity)
    if kind not in ("message", "messageUpdate", "messageDelete", "invoke"):
        return None
    place = _place(activity)
    if part(activity, "conversation").get("conversationType") != "personal":
        return Elsewhere(place) if kind == "message" else None
    if kind == "invoke":
        return _asked(activity, place)
    what = _happening(activity, kind, place)
    if what is None:
        return None
    return Happened(_event(activity, place, what), place, _has_files(activity))


def service_of(activity: object) -> str:
    """The service address that an activity names, "" for none: before anything else is read."""
    found = activity.get("serviceUrl") if isinstance(activity, dict) else None
    return found if isinstance(found, str) else ""


def tenant_of(activity: object) -> str:
    """The tenant that an activity names, "" for none or for two that differ."""
    if not isinstance(activity, dict):
        return ""
    conversation = loose(activity, "conversation").get("tenantId")
    data = loose(loose(activity, "channelData"), "tenant").get("id")
    named = {one for one in (conversation, data) if isinstance(one, str) and one}
    return named.pop() if len(named) == 1 else ""


def _installed(activity: Mapping[str, Any]) -> Installed | None:
    personal = loose(activity, "conversation").get("conversationType") == "personal"
    if not personal or activity.get("action") not in ("add", "add-upgrade"):
        return None
    try:
        return Installed(_place(activity))
    except NotUnderstoodError:
        # Nobody's doing depends on it, so that it need not come again.
        return None


def _place(activity: Mapping[str, Any]) -> Place:
    sender = part(activity, "from")
    reader = an_id(sender.get("id"))
    user = sender.get("aadObjectId")
    return Place(
        tenant=an_id(tenant_of(activity)),
        user=an_id(user) if user else reader,
        reader=reader,
        conversation=an_id(part(activity, "conversation").get("id")),
        bot=an_id(part(activity, "recipient").get("id")),
        service=an_id(service_of(activity)),
        locale=hint(activity.get("locale")) or "",
    )


def _event(activity: Mapping[str, Any], place: Place, what: Happening) -> Event:
    name = part(activity, "from").get("name")
    about = activity.get("replyToId") or activity.get("id")
    zone = activity.get("localTimezone") or loose(activity, "clientInfo").get("timezone")
    return Event(
        id=_event_id(activity, place),
        sender=place.address,
        name=Words(text_of(name, 500) if isinstance(name, str) else ""),
        what=what,
        zone=hint(zone),
        language=place.locale or None,
        origin=about if isinstance(about, str) and ID.fullmatch(about) else "",
    )


def _event_id(activity: Mapping[str, Any], place: Place) -> str:
    """An edit has the id of its message, so its time is part of what tells it from another."""
    kind = str(activity["type"])
    at = moment(activity.get("timestamp")) if kind == "messageUpdate" else None
    return _mark(place, kind, an_id(activity.get("id")), at.isoformat() if at else "")


def _mark(place: Place, *parts: str) -> str:
    """Teams' ids are unique in one chat only: here they are so in the tenant, and say nothing."""
    return hashlib.sha256(" ".join((place.conversation, *parts)).encode()).hexdigest()[:40]


def _happening(activity: Mapping[str, Any], kind: str, place: Place) -> Happening | None:
    message = _mark(place, "message", an_id(activity.get("id")))
    pressed = carried_in(activity.get("value"))
    if kind == "messageDelete":
        return Deleted(message)
    if kind == "messageUpdate":
        return Edited(message, Words(_written(activity)), moment(activity.get("timestamp")))
    if pressed is not None:
        return gesture(pressed, activity["value"])
    text = _written(activity)
    if not text and _has_files(activity):
        return Wrote(Words(""), message)
    return Wrote(Words(text), message)


def _written(activity: Mapping[str, Any]) -> str:
    text = activity.get("text")
    return text_of("" if text is None else text, TEXT_LIMIT)


def _asked(activity: Mapping[str, Any], place: Place) -> Asked | None:
    name, value = activity.get("name"), activity.get("value")
    if not isinstance(name, str) or not isinstance(value, dict):
        raise NotUnderstoodError("invoke")
    about = activity.get("replyToId")
    message = about if isinstance(about, str) and ID.fullmatch(about) else ""
    if name == "fileConsent/invoke":
        return Asked("file", place, message=message, value=value)
    if name != "adaptiveCard/action":
        return None
    action = part(value, "action")
    carried = carried_in(action.get("data"))
    if carried is None:
        raise NotUnderstoodError("data")
    echo = carried.get("card")
    verb = action.get("verb")
    if verb in ("look", "home"):
        visit = _event(activity, place, Pressed(verb))
        return Asked(verb, place, visit, message, echo=echo)
    event = _event(activity, place, gesture(carried, action["data"]))
    said = carried.get("said")
    return Asked("do", place, event, message, text_of(said, 300) if said else "", echo)


def _has_files(activity: Mapping[str, Any]) -> bool:
    attachments = activity.get("attachments")
    if not isinstance(attachments, list):
        return False
    kinds = (one.get("contentType") for one in attachments if isinstance(one, dict))
    return any(kind != OWN_TEXT for kind in kinds)
