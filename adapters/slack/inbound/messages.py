"""Pure: reads a message event: a person wrote, edited or deleted something in the bot's chat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from adapters.shared.json_values import (
    NotUnderstoodError,
    dict_at,
    need_dict,
    optional_text,
    text_at,
)
from adapters.slack.inbound.arrivals import Arrival, Ignored, Install, Received, Refused
from adapters.slack.inbound.shapes import (
    address,
    identifier,
    message_id,
    moment,
    sound,
    stamp,
)
from adapters.slack.inbound.threads import origin_in, replied_to
from bot.chat import Deleted, Edited, Event, Wrote
from bot.domain.words import Words

Payload = Mapping[str, Any]

# Subtypes of messages that a person wrote. All others are Slack's own notes.
_WRITTEN = (None, "", "file_share", "thread_broadcast", "me_message")
# Slack's markup: <https://…|shown>, <@U1>, <#C1|name>, <!here>, <!date^…|shown>.
_MARKED = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_SPECIAL = {"@": "@", "#": "#", "!": "@"}
_MOST_DEPTH = 12
# Different emoji in one message, and the letters of a name and the code points of one emoji.
MOST_EMOJI, MOST_NAME, MOST_POINTS = 500, 100, 16


def message_in(event: Payload, event_id: str, install: Install) -> list[Arrival]:
    """Reads `event`, the inner event of an envelope. Raises NotUnderstoodError."""
    if not _is_private(event):
        return [Ignored("channel")]
    match event.get("subtype"):
        case "message_changed":
            return [_changed(event, event_id, install)]
        case "message_deleted":
            return [_deleted(event, event_id, install)]
        case kind if kind in _WRITTEN:
            return _written(event, event_id, install)
    return [Ignored("not_used")]


def _written(event: Payload, event_id: str, install: Install) -> list[Arrival]:
    if _is_no_person(event, install):
        return [_not_theirs(event, install)]
    sender = address(install, identifier(event, "user"))
    channel, at = identifier(event, "channel"), stamp(event, "ts")
    arrivals: list[Arrival] = []
    origin, first = origin_in(channel, event, at), replied_to(channel, event)
    text = sound(text_of(event))
    holds_files = bool(event.get("files")) or event.get("subtype") == "file_share"
    if text.strip() or not holds_files:
        once = optional_text(event, "client_msg_id")
        # Slack may send one message as two events with two time stamps; only this id is the same.
        known_as = f"message:{sender.user}:{once}" if once else event_id
        what = Wrote(Words(text), message_id(channel, at))
        written = Event(known_as, sender, Words(""), what, origin=origin, in_reply_to=first)
        arrivals.append(Received(written))
    if holds_files:
        arrivals.append(Refused(event_id, sender, channel, "file", origin))
    return arrivals


def _changed(event: Payload, event_id: str, install: Install) -> Arrival:
    """An edit. Unfolded links and thread replies come as changes too, and are ignored."""
    message, before = need_dict(event, "message"), dict_at(event, "previous_message")
    if message.get("subtype") == "tombstone":
        return _gone(event, event_id, install, stamp(message, "ts"))
    edited = message.get("edited")
    if _is_no_person(message, install):
        return _not_theirs(message, install)
    if not isinstance(edited, Mapping):
        return Ignored("not_edited")
    user = identifier(message, "user")
    if edited.get("user") != user:
        return Ignored("not_theirs")
    text = sound(text_of(message))
    if before and text == text_of(before):
        return Ignored("not_edited")
    channel, at = identifier(event, "channel"), moment(stamp(edited, "ts"))
    wrote_at = stamp(message, "ts")
    what = Edited(message_id(channel, wrote_at), Words(text), at, moment(wrote_at), _said(before))
    return _received(event_id, install, user, channel, what, message)


def _deleted(event: Payload, event_id: str, install: Install) -> Arrival:
    return _gone(event, event_id, install, stamp(event, "deleted_ts"))


def _gone(event: Payload, event_id: str, install: Install, at: str) -> Arrival:
    before = need_dict(event, "previous_message")
    if _is_no_person(before, install):
        return _not_theirs(before, install)
    channel = identifier(event, "channel")
    what = Deleted(message_id(channel, at), moment(at), _said(before))
    return _received(event_id, install, identifier(before, "user"), channel, what, before)


def _received(
    event_id: str,
    install: Install,
    user: str,
    channel: str,
    what: Edited | Deleted,
    message: Payload,
) -> Received:
    sender, at = address(install, user), what.message.partition(":")[2]
    origin, first = origin_in(channel, message, at), replied_to(channel, message)
    return Received(Event(event_id, sender, Words(""), what, origin=origin, in_reply_to=first))


def _said(before: Payload) -> Words | None:
    """What a message said before. None where Slack does not tell it, or it cannot be stored."""
    try:
        text = sound(text_of(before))
    except NotUnderstoodError:
        return None
    return Words(text) if text.strip() else None


def _is_private(event: Payload) -> bool:
    """Most events name the kind of conversation; otherwise a private chat's id begins with D."""
    kind = event.get("channel_type")
    return kind == "im" if kind else identifier(event, "channel").startswith("D")


def _is_no_person(message: Payload, install: Install) -> bool:
    """True if a bot wrote it, another app in a person's name, or this bot itself."""
    return bool(message.get("bot_id")) or message.get("user") in (install.bot_user, "USLACKBOT")


def _not_theirs(message: Payload, install: Install) -> Ignored:
    own = message.get("user") == install.bot_user
    ours = {install.app, install.bot} - {""}
    return Ignored("own" if own or not ours.isdisjoint(_apps(message)) else "no_person")


def _apps(message: Payload) -> set[str]:
    return {text_at(message, "app_id"), text_at(message, "bot_id")}


def text_of(message: Mapping[str, Any]) -> str:
    """The text of a message as a person sees it: without escapes, with the shown text of links.

    An emoji's `:name:` becomes its character, where Slack says which one it is.
    """
    plain = unescaped(text_at(message, "text"))
    characters = dict(islice(_emoji(message.get("blocks"), 0), MOST_EMOJI))
    if not characters:
        return plain
    # The longest name first: a name can be the beginning of another. Each sign is read once.
    names = "|".join(map(re.escape, sorted(characters, key=len, reverse=True)))
    return re.sub(f":({names}):", lambda found: characters[found[1]], plain)


def unescaped(text: str) -> str:
    """Undoes Slack's escapes of &, < and >; it has no others (documentation on formatting)."""
    shown = _MARKED.sub(_as_shown, text)
    return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _as_shown(marked: re.Match[str]) -> str:
    target, label = marked[1], marked[2]
    sign = _SPECIAL.get(target[:1])
    if sign is None:
        return label or target.removeprefix("mailto:").removeprefix("tel:")
    return f"{sign}{label or target[1:]}" if not target.startswith("!date") else label or ""


def _emoji(blocks: object, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _MOST_DEPTH or not isinstance(blocks, list):
        return
    for element in blocks:
        match element:
            case {"type": "emoji", "name": str(name), "unicode": str(points)}:
                characters = _characters(points)
                if characters is not None and len(name) <= MOST_NAME:
                    tone = element.get("skin_tone")
                    named = f"{name}::skin-tone-{tone}" if isinstance(tone, int) else name
                    yield named, characters
            case {"elements": inner}:
                yield from _emoji(inner, depth + 1)


def _characters(points: str) -> str | None:
    if points.count("-") >= MOST_POINTS or len(points) > MOST_POINTS * 8:
        return None
    try:
        return "".join(chr(int(point, 16)) for point in points.split("-"))
    except (ValueError, OverflowError):
        return None
