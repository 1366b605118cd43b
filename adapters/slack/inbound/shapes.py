"""Pure: the small shapes of which Slack's payloads are made, and what is refused in each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Self

from adapters.slack.inbound.arrivals import PLATFORM, Install
from bot.domain.people import Address

TEXT_LIMIT = 40_000

_IDENTIFIER = re.compile(r"[A-Z][A-Z0-9_]{1,60}")
_STAMP = re.compile(r"[0-9]{1,11}(\.[0-9]{1,6})?")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_NOTHING: dict[str, Any] = {}
_REQUIRED = object()


class NotUnderstoodError(ValueError):
    """The payload is not what Slack sends. Its text names a field, never a value."""


def inner(payload: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = payload.get(name)
    if not isinstance(value, Mapping):
        raise NotUnderstoodError(name)
    return value


def maybe(payload: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = payload.get(name)
    return value if isinstance(value, Mapping) else _NOTHING


def text_at(payload: Mapping[str, Any], name: str, default: object = _REQUIRED) -> str:
    value = payload.get(name, default)
    if value is None and default is not _REQUIRED:
        value = default
    if not isinstance(value, str):
        raise NotUnderstoodError(name)
    return value


def identifier(payload: Mapping[str, Any], name: str) -> str:
    """An id of Slack's, such as U0123ABCD."""
    value = payload.get(name)
    if not isinstance(value, str) or not _IDENTIFIER.fullmatch(value):
        raise NotUnderstoodError(name)
    return value


def stamp(payload: Mapping[str, Any], name: str) -> str:
    """The time stamp that names a message in its channel, such as 1700000000.000100."""
    value = payload.get(name)
    if not isinstance(value, str) or not _STAMP.fullmatch(value):
        raise NotUnderstoodError(name)
    return value


def moment(value: str) -> datetime:
    """UTC, from a time stamp that `stamp` has let through."""
    seconds, _, part = value.partition(".")
    return datetime.fromtimestamp(int(seconds), UTC).replace(microsecond=int(part.ljust(6, "0")))


def sound(text: str) -> str:
    # Half of a pair is no character: nothing after this could encode it.
    if _LONE_SURROGATE.search(text) or "\0" in text or len(text) > TEXT_LIMIT:
        raise NotUnderstoodError("text")
    return text


def address(install: Install, user: str) -> Address:
    return Address(PLATFORM, install.workspace, user)


def message_id(channel: str, at: str) -> str:
    """A time stamp is unique in its channel only."""
    return f"{channel}:{at}"


def is_stranger(payload: Mapping[str, Any], message: Mapping[str, Any], install: Install) -> bool:
    """Somebody of another organisation (Slack Connect).

    In an organisation's own install people come from several of its workspaces, so that there only
    Slack's own word on the conversation counts (`is_ext_shared_channel`).
    """
    if payload.get("is_ext_shared_channel"):
        return True
    if install.org_wide:
        return False
    teams = {message.get("user_team"), message.get("source_team"), message.get("team")}
    return not teams <= {None, install.workspace}


def is_of_another_team(user: Mapping[str, Any], install: Install) -> bool:
    """The same, of who pressed, sent or chose something."""
    return not install.org_wide and user.get("team_id") not in (None, install.workspace)


EVENT_TYPE = "handrail_message"


@dataclass(frozen=True, slots=True)
class Posted:
    """One or several postings in one chat, in their order, and the files uploaded for them."""

    channel: str
    stamps: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "|".join((self.channel, ",".join(self.stamps), ",".join(self.files)))

    @classmethod
    def read(cls, text: str) -> Self | None:
        """None for what was never made here."""
        parts = text.split("|")
        if len(parts) != 3 or not parts[0] or not parts[1]:
            return None
        stamps, files = (tuple(filter(None, part.split(","))) for part in parts[1:])
        return cls(parts[0], stamps, files)

    def and_at(self, stamp: str, files: tuple[str, ...] = ()) -> Self:
        return replace(self, stamps=(*self.stamps, stamp), files=self.files + files)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a posting's metadata holds: an opaque name, which posting it is, and of how many.

    Other apps of the workspace can read metadata (Slack's documentation), so it is nothing else.
    """

    reference: str
    number: int
    count: int

    def metadata(self) -> dict[str, Any]:
        payload = {"reference": f"{self.reference}.{self.number}.{self.count}"}
        return {"event_type": EVENT_TYPE, "event_payload": payload}

    @classmethod
    def of(cls, message: object) -> Self | None:
        """From a message of `conversations.history`; None where it has none of ours."""
        match message:
            case {
                "metadata": {
                    "event_type": str(kind),
                    "event_payload": {"reference": str(text)},
                }
            } if kind == EVENT_TYPE:
                reference, number, count = [*text.rsplit(".", 2), "", ""][:3]
                if number.isdecimal() and count.isdecimal():
                    return cls(reference, int(number), int(count))
        return None
