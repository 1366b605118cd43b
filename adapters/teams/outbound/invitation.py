"""Pure: adds to a coach's invitation the link that opens the bot's chat with the code in it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode, urlsplit

from adapters.teams.clouds import CLOUDS, PUBLIC
from adapters.teams.inbound.arrivals import ChatReference
from bot.chat import Buttons, Heading, Message, Text

INVITE = "invite"
# Where people open Teams, by the host that a chat's service has. An unknown host has none.
TEAMS_AT = {host: cloud.teams for cloud in CLOUDS.values() for host in cloud.services}


def with_link(message: Message, chat: ChatReference) -> Message:
    """Puts the link above the buttons of an invitation; returns other messages as they are."""
    code = next((one.text for one in message.blocks if isinstance(one, Heading)), "")
    link = chat_link(chat, code)
    if message.template != INVITE or not code or not link:
        return message
    blocks = message.blocks
    end = next((n for n, one in enumerate(blocks) if isinstance(one, Buttons)), len(blocks))
    return replace(message, blocks=(*blocks[:end], Text(link, quiet=True), *blocks[end:]))


def chat_link(chat: ChatReference, code: str) -> str:
    """Opens the chat with the bot, with `code` in the box to send; "" where Teams is not known.

    Microsoft: "Deep link to a Teams chat". `ChatReference.bot` is "28:" and the app's id.
    """
    host = urlsplit(chat.service).hostname or ""
    teams = TEAMS_AT.get(host, "")
    query = urlencode({"users": chat.bot, "message": code}, safe=":")
    return f"{teams}/l/chat/0/0?{query}" if teams else ""


def bots_chat(app_id: str) -> str:
    """Opens the chat with the bot of this app id."""
    return f"{PUBLIC.teams}/l/chat/0/0?users=28:{app_id}"
