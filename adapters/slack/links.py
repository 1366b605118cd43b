"""Pure: the way to the bot's own chat, to be handed over together with a code."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from adapters.slack.arrivals import Install
from bot.chat import Buttons, Message, Text

# The core's name for the message that holds a code (bot/messages/coaching.py).
INVITE = "invite"


def with_link(message: Message, install: Install | None) -> Message:
    """An invitation also says where its code is typed. Everything else stays as it is."""
    if message.template != INVITE or install is None or not install.app:
        return message
    blocks = message.blocks
    end = next((n for n, one in enumerate(blocks) if isinstance(one, Buttons)), len(blocks))
    link = Text(chat_link(install), quiet=True)
    return replace(message, blocks=(*blocks[:end], link, *blocks[end:]))


def chat_link(install: Install) -> str:
    """Opens the bot's chat for whoever follows it (Slack's reference of deep links)."""
    where = {} if install.org_wide else {"team": install.workspace}
    return f"https://slack.com/app_redirect?{urlencode({'app': install.app, **where})}"
