"""Pure: from an activity of Teams, as a plain dict, to what happened. No SDK here.

It is read only after its token was verified. What does not fit is refused, never mended; nothing
in it is fetched, and nothing of it gets into an error.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from adapters.teams.reading import (
    ID,
    NotUnderstoodError,
    an_id,
    hint,
    loose,
    moment,
    part,
    text_of,
)
from bot.chat import Deleted, Edited, Event, Happening, Pressed, Submitted, Wrote
from bot.domain.people import Address
from bot.domain.words import Words

Json = dict[str, Any]
PLATFORM = "teams"
CHANNEL_ID = "msteams"
OURS = "handrail"
TEXT_LIMIT = 100_000
FIELD_LIMIT = 5_000
MOST_FIELDS = 40
# Every message carries its own text once more as HTML; that is no file, and is not read.
OWN_TEXT = "text/html"


@dataclass(frozen=True, slots=True, repr=False)
class Place:
    """One personal chat, and how to write there: all that has to be kept of it."""

    tenant: str
    user: str
    reader: str
    conversation: str
    bot: str
    service: str
    locale: str = ""

    @property
    def address(self) -> Address:
        return Address(PLATFORM, self.tenant, self.user)


@dataclass(frozen=True, slots=True, repr=False)
class Happened:
    """Something a person did. `files`: they sent some with it, which nobody opened."""

    event: Event
    place: Place
    files: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Asked:
    """Teams wants an answer in the same breath; `said` is what stood on what was pressed.

    `message` is the bot's own message that was pressed or looked at; `echo` is what it carried.
    """

    kind: str
    place: Place
    event: Event | None = None
    message: str = ""
    said: str = ""
    echo: object = None
    value: Json | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Elsewhere:
    """A person wrote to the bot outside a personal chat. `reply` says where, for one answer."""

    place: Place


Arrived = Happened | Asked | Elsewhere | None


def to_arrived(activity: object) -> Arrived:
    """None for what asks for nothing: installations, reactions, typing.

    Raises NotUnderstoodError.
    """
    if not isinstance(activity, dict) or activity.get("channelId") != CHANNEL_ID:
        raise NotUnderstoodError("channel")
    kind = activity.get("type")
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
    return hashlib.sha256("|".join((place.conversation, *parts)).encode()).hexdigest()[:40]


def _happening(activity: Mapping[str, Any], kind: str, place: Place) -> Happening | None:
    message = _mark(place, "message", an_id(activity.get("id")))
    pressed = _ours(activity.get("value"))
    if kind == "messageDelete":
        return Deleted(message)
    if kind == "messageUpdate":
        return Edited(message, Words(_written(activity)), moment(activity.get("timestamp")))
    if pressed is not None:
        return _gesture(pressed, activity["value"])
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
    carried = _ours(action.get("data"))
    if carried is None:
        raise NotUnderstoodError("data")
    echo = carried.get("card")
    verb = action.get("verb")
    if verb in ("look", "home"):
        visit = _event(activity, place, Pressed(verb))
        return Asked(verb, place, visit, message, echo=echo)
    event = _event(activity, place, _gesture(carried, action["data"]))
    said = carried.get("said")
    return Asked("do", place, event, message, text_of(said, 300) if said else "", echo)


def _gesture(carried: Mapping[str, Any], data: Mapping[str, Any]) -> Pressed | Submitted:
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


def _ours(value: object) -> Mapping[str, Any] | None:
    found = value.get(OURS) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else None


def _has_files(activity: Mapping[str, Any]) -> bool:
    attachments = activity.get("attachments")
    if not isinstance(attachments, list):
        return False
    kinds = (one.get("contentType") for one in attachments if isinstance(one, dict))
    return any(kind != OWN_TEXT for kind in kinds)
