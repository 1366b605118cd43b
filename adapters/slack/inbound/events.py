"""Pure: turns Slack's payloads into arrivals. It refuses what does not fit, and repairs nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from adapters.shared.json_values import need_dict, need_text, optional_text
from adapters.shared.still_heard import is_still_heard
from adapters.slack.inbound.arrivals import (
    Arrival,
    ChatOpened,
    Ignored,
    Install,
    ModalRequest,
    Received,
    Refused,
    Removed,
)
from adapters.slack.inbound.belonging import workspace_of
from adapters.slack.inbound.dialogs import form_in
from adapters.slack.inbound.messages import message_in, text_of
from adapters.slack.inbound.presses import press_in
from adapters.slack.inbound.reactions import reaction_in
from adapters.slack.inbound.shapes import (
    address,
    identifier,
    sound,
)
from adapters.slack.manifest import LONGER, STEP
from adapters.slack.outbound.fields import FORM_MODAL, WORDS_MODAL, NotAFieldError, read_words
from bot.chat import Event, Pressed, Submitted, Wrote
from bot.domain.actions import STEP_FROM
from bot.domain.words import Words

HELP = "help"


def app_of(payload: Mapping[str, Any]) -> str:
    return str(payload.get("api_app_id") or "")


def read(payload: Mapping[str, Any], install: Install) -> list[Arrival]:
    """The arrivals in one payload. Raises NotUnderstoodError."""
    try:
        return _read(payload, install)
    except NotAFieldError:
        return [Ignored("no_field")]


def _read(payload: Mapping[str, Any], install: Install) -> list[Arrival]:
    match payload.get("type"):
        case "event_callback":
            return _event(payload, install)
        case "block_actions":
            return [press_in(payload, install)]
        case "view_submission":
            return [_submitted(payload, install)]
        case "shortcut" | "message_action":
            return [_shortcut(payload, install)]
        case None if "command" in payload:
            return [_command(payload, install)]
    return [Ignored("not_used")]


def _event(payload: Mapping[str, Any], install: Install) -> list[Arrival]:
    event, event_id = need_dict(payload, "event"), need_text(payload, "event_id")
    match event.get("type"):
        case "app_uninstalled":
            return [Removed(workspace_of(payload))]
        case "tokens_revoked":
            # A person's own token may be revoked; that leaves the bot's token intact.
            revoked = need_dict(event, "tokens").get("bot")
            return [Removed(workspace_of(payload)) if revoked else Ignored("not_ours")]
        case "message":
            return message_in(event, event_id, install)
        case "app_mention":
            return [_mentioned(event, event_id, install)]
        case "app_home_opened":
            return [_opened(event, event_id, install)]
        case "reaction_added":
            return [reaction_in(event, event_id, install)]
    return [Ignored("not_used")]


def _mentioned(event: Mapping[str, Any], event_id: str, install: Install) -> Arrival:
    """A stop that calls the bot by name counts in a channel too. It is answered in private."""
    channel = identifier(event, "channel")
    if event.get("bot_id"):
        return Ignored("no_person")
    if channel.startswith("D"):
        # Slack sends it as a message event too.
        return Ignored("twin")
    said = called_in(event, event_id, install)
    if is_still_heard(said):
        return Received(said)
    return Refused(event_id, said.sender, channel, "channel")


def called_in(event: Mapping[str, Any], event_id: str, install: Install) -> Event:
    """What somebody said to the bot in a channel, without its name. It has no origin there."""
    sender = address(install, identifier(event, "user"))
    line = sound(text_of(event)).replace(f"@{install.bot_user}", "").strip()
    return Event(event_id, sender, Words(""), Wrote(Words(line)))


def _opened(event: Mapping[str, Any], event_id: str, install: Install) -> Arrival:
    sender = address(install, identifier(event, "user"))
    home = event.get("tab") == "home"
    return ChatOpened(Event(event_id, sender, Words(""), Pressed("")), home)


def _submitted(payload: Mapping[str, Any], install: Install) -> Arrival:
    view, user = need_dict(payload, "view"), need_dict(payload, "user")
    if view.get("callback_id") not in (WORDS_MODAL, FORM_MODAL):
        return Ignored("not_ours")
    sender, view_id = address(install, identifier(user, "id")), need_text(view, "id")
    if view.get("callback_id") == FORM_MODAL:
        return form_in(view, f"view:{view_id}", sender, _named(user))
    words = sound(read_words(view))
    what = Wrote(Words(words), f"view:{view_id}")
    return Received(Event(f"view:{view_id}", sender, _named(user), what))


def _shortcut(payload: Mapping[str, Any], install: Install) -> Arrival:
    user = need_dict(payload, "user")
    sender = address(install, identifier(user, "id"))
    trigger = need_text(payload, "trigger_id")
    match payload.get("callback_id"):
        case str(name) if name == LONGER:
            return ModalRequest(sender, trigger)
        case str(name) if name == STEP:
            words = sound(text_of(need_dict(payload, "message")))
            what = Submitted(STEP_FROM(), {"text": words})
            return Received(Event(f"shortcut:{trigger}", sender, _named(user), what))
    return Ignored("not_ours")


def _command(payload: Mapping[str, Any], install: Install) -> Arrival:
    """A slash command. It is answered in the person's own chat, wherever they typed it."""
    sender = address(install, identifier(payload, "user_id"))
    line = sound(optional_text(payload, "text")).strip() or HELP
    name = Words(sound(optional_text(payload, "user_name")))
    channel = identifier(payload, "channel_id")
    event = Event(
        f"command:{need_text(payload, 'trigger_id')}",
        sender,
        name,
        Wrote(Words(line)),
        origin=json.dumps({"by": "command"}),
    )
    return Received(event, typed_in=channel)


def _named(user: Mapping[str, Any]) -> Words:
    return Words(sound(optional_text(user, "name") or optional_text(user, "username")))
