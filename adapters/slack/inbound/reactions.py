"""Pure: reads an emoji that somebody put beside a message. Which one it is, is not read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from adapters.shared.json_values import need_dict
from adapters.slack.inbound.arrivals import Arrival, Ignored, Install, Received
from adapters.slack.inbound.shapes import address, identifier, message_id, stamp
from adapters.slack.inbound.threads import origin_in
from bot.chat import Event, Reacted
from bot.domain.words import Words


def reaction_in(event: Mapping[str, Any], event_id: str, install: Install) -> Arrival:
    """Reads a `reaction_added` event. Only one beside the bot's own message in its private chat
    counts; Slack tells of all others too. Raises NotUnderstoodError.
    """
    user, item = identifier(event, "user"), need_dict(event, "item")
    if item.get("type") != "message" or user == install.bot_user:
        return Ignored("not_used")
    channel = identifier(item, "channel")
    if not channel.startswith("D") or event.get("item_user") != install.bot_user:
        return Ignored("not_used")
    beside = stamp(item, "ts")
    # One event for each message is enough: which emoji, and how many, is not asked.
    once = f"reaction:{user}:{channel}:{beside}"
    origin = origin_in(channel, {}, beside)
    return Received(
        Event(
            once,
            address(install, user),
            Words(""),
            Reacted(),
            origin=origin,
            in_reply_to=message_id(channel, beside),
        )
    )
