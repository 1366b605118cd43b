"""Pure: turns an activity of Teams, a plain dict, into an arrival. No SDK here.

An activity is read only after its token was verified. One that does not fit is refused, not
repaired. Nothing in it is fetched, and no error quotes it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from adapters.shared.json_values import (
    NotUnderstoodError,
    checked_text,
    checked_values,
    dict_at,
    hint,
    need_dict,
    text_at,
    value_at,
)
from adapters.teams.inbound.arrivals import (
    Arrived,
    ChatReference,
    Elsewhere,
    Happened,
    Installed,
    Invoke,
)
from adapters.teams.inbound.replies import replied_to
from adapters.teams.inbound.written import forwarded, has_files, written
from bot.chat import Deleted, Edited, Event, Happening, Pressed, Reacted, Submitted, Wrote
from bot.domain.words import Words

CHANNEL_ID = "msteams"
# The key under which a button of the bot's carries its data.
OURS = "handrail"
# A message update that undoes the person's own deletion of that message.
UNDELETED = "undeleteMessage"
ID = re.compile(r"[\x21-\x7e]{1,512}")
# The number of a choice.
CHOICE = re.compile(r"[0-9]{1,3}", re.ASCII)


def to_arrived(activity: object) -> Arrived:
    """Returns None for an activity that needs no action: typing, a removal, an emoji in a channel.

    Raises NotUnderstoodError.
    """
    if not isinstance(activity, dict) or activity.get("channelId") != CHANNEL_ID:
        raise NotUnderstoodError("channel")
    kind = activity.get("type")
    if kind == "installationUpdate":
        return _installed(activity)
    if kind not in ("message", "messageUpdate", "messageDelete", "messageReaction", "invoke"):
        return None
    chat = _chat(activity)
    if need_dict(activity, "conversation").get("conversationType") != "personal":
        return Elsewhere(chat) if kind == "message" else None
    if kind == "invoke":
        return _invoke(activity, chat)
    if kind == "messageReaction":
        return _reaction(activity, chat)
    what = _happening(activity, kind, chat)
    if what is None:
        return None
    forward = Words(forwarded(activity) if isinstance(what, Wrote) else "")
    return Happened(_event(activity, chat, what), chat, has_files(activity), forward)


def _reaction(activity: Mapping[str, Any], chat: ChatReference) -> Happened | None:
    """An emoji beside a message of the bot's. Which one, and how many, is not read."""
    beside = _id_or_nothing(activity.get("replyToId"))
    if not beside or not activity.get("reactionsAdded"):
        return None
    # One event for each message is enough.
    event = _event({**activity, "id": f"reaction:{beside}"}, chat, Reacted())
    return Happened(replace(event, in_reply_to=beside), chat, files=False)


def service_of(activity: object) -> str:
    """The service address that an activity names, or ""; safe on an unverified activity."""
    return text_at(activity, "serviceUrl")


def tenant_of(activity: object) -> str:
    """The tenant that an activity names; "" for none, or for two that differ."""
    paths = (("conversation", "tenantId"), ("channelData", "tenant", "id"))
    named = {text_at(activity, *path) for path in paths} - {""}
    return named.pop() if len(named) == 1 else ""


def _installed(activity: Mapping[str, Any]) -> Installed | None:
    personal = text_at(activity, "conversation", "conversationType") == "personal"
    if not personal or activity.get("action") not in ("add", "add-upgrade"):
        return None
    try:
        return Installed(_chat(activity))
    except NotUnderstoodError:
        # No person waits for an answer, so Teams need not send it again.
        return None


def _invoke(activity: Mapping[str, Any], chat: ChatReference) -> Invoke | None:
    name, value = activity.get("name"), activity.get("value")
    if not isinstance(name, str) or not isinstance(value, dict):
        raise NotUnderstoodError("invoke")
    message = _id_or_nothing(activity.get("replyToId"))
    if name == "fileConsent/invoke":
        return Invoke("file", chat, message=message, value=value)
    if name != "adaptiveCard/action":
        return None
    return _card_action(activity, chat, need_dict(value, "action"), message)


def _card_action(
    activity: Mapping[str, Any], chat: ChatReference, action: Mapping[str, Any], message: str
) -> Invoke:
    carried = carried_in(action.get("data"))
    if carried is None:
        raise NotUnderstoodError("data")
    echo, verb = carried.get("card"), action.get("verb")
    if verb in ("look", "home"):
        visit = _event(activity, chat, Pressed(verb))
        return Invoke(verb, chat, visit, message, echo=echo)
    carried = chosen_in(carried, action["data"])
    if carried is None:
        return Invoke("choose", chat, message=message)
    event = _event(activity, chat, gesture(carried, action["data"]))
    said = carried.get("said")
    return Invoke("do", chat, event, message, checked_text(said, 300) if said else "", echo)


def _happening(activity: Mapping[str, Any], kind: str, chat: ChatReference) -> Happening | None:
    message = _hashed(chat, "message", _id(activity.get("id")))
    born = _born(activity.get("id"))
    if kind == "messageDelete":
        return Deleted(message, born)
    if kind == "messageUpdate":
        at = moment(activity.get("timestamp"))
        undone = text_at(activity, "channelData", "eventType") == UNDELETED
        return Edited(message, Words(written(activity)), at, born, undone=undone)
    pressed = carried_in(activity.get("value"))
    if pressed is not None:
        carried = chosen_in(pressed, activity["value"])
        return gesture(carried, activity["value"]) if carried is not None else None
    return Wrote(Words(written(activity)), message)


def gesture(carried: Mapping[str, Any], data: Mapping[str, Any]) -> Pressed | Submitted:
    """A press of a button. `carried` is the button's own data; `data` also has the fields.

    Raises NotUnderstoodError.
    """
    action = checked_text(carried.get("do"), 500)
    number = carried.get("form")
    if number is None:
        return Pressed(action)
    if not isinstance(number, int):
        raise NotUnderstoodError("form")
    front = f"{number}."
    fields = ((name.removeprefix(front), data[name]) for name in data if name.startswith(front))
    return Submitted(action, checked_values(fields))


def chosen_in(carried: Mapping[str, Any], data: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """What a button carries. Where it sends a choice: what the chosen button would have carried.

    None where nothing was chosen. Raises NotUnderstoodError.
    """
    if "pick" not in carried:
        return carried
    at, of = data.get(text_at(carried, "pick", "from")), value_at(carried, "pick", "of")
    if not at:
        return None
    if not isinstance(at, str) or not CHOICE.fullmatch(at) or not isinstance(of, list):
        raise NotUnderstoodError("pick")
    match of[int(at) : int(at) + 1]:
        case [[str() as label, str() as action]]:
            return {"do": action, "said": label, "card": carried.get("card")}
    raise NotUnderstoodError("pick")


def carried_in(value: object) -> Mapping[str, Any] | None:
    """The data that a button of the bot's carries; None when there is none."""
    found = value_at(value, OURS)
    return found if isinstance(found, Mapping) else None


def _chat(activity: Mapping[str, Any]) -> ChatReference:
    sender = need_dict(activity, "from")
    reader = _id(sender.get("id"))
    user = sender.get("aadObjectId")
    return ChatReference(
        tenant=_id(tenant_of(activity)),
        user=_id(user) if user else reader,
        reader=reader,
        conversation=_id(need_dict(activity, "conversation").get("id")),
        bot=_id(need_dict(activity, "recipient").get("id")),
        service=_id(service_of(activity)),
        locale=hint(activity.get("locale")) or "",
    )


def _event(activity: Mapping[str, Any], chat: ChatReference, what: Happening) -> Event:
    name = need_dict(activity, "from").get("name")
    zone = activity.get("localTimezone") or dict_at(activity, "clientInfo").get("timezone")
    return Event(
        id=_event_id(activity, chat),
        sender=chat.address,
        name=Words(checked_text(name, 500) if isinstance(name, str) else ""),
        what=what,
        zone=hint(zone),
        language=chat.locale or None,
        origin=_id_or_nothing(activity.get("replyToId") or activity.get("id")),
        in_reply_to=replied_to(activity),
    )


def _event_id(activity: Mapping[str, Any], chat: ChatReference) -> str:
    """Includes the time of an edit, because every edit has the id of its message."""
    kind = str(activity["type"])
    at = moment(activity.get("timestamp")) if kind == "messageUpdate" else None
    return _hashed(chat, kind, _id(activity.get("id")), at.isoformat() if at else "")


def _hashed(chat: ChatReference, *parts: str) -> str:
    """Makes an id unique in the tenant, because Teams' ids are unique in one chat only."""
    return hashlib.sha256(" ".join((chat.conversation, *parts)).encode()).hexdigest()[:40]


def _born(given: object) -> datetime | None:
    """When a message was written: Teams' ids of messages count milliseconds since 1970 (UTC)."""
    if not (isinstance(given, str) and re.fullmatch(r"1[0-9]{12}", given)):
        return None
    return datetime.fromtimestamp(int(given) / 1000, UTC)


def _id(value: object) -> str:
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise NotUnderstoodError("id")
    return value


def _id_or_nothing(value: object) -> str:
    return value if isinstance(value, str) and ID.fullmatch(value) else ""


def moment(value: object) -> datetime | None:
    """A time in UTC; None for a time that cannot be read or that has no zone."""
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
        return at.astimezone(UTC) if at is not None and at.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None
