"""The first conversation, and the plain answer to a worry about privacy."""

from __future__ import annotations

from bot.chat import Message, Text
from bot.domain.words import Words
from bot.messages.common import buttons, message
from bot.text import Catalogue


def ask(say: Catalogue, engagement_id: str, question: str) -> Message:
    key = question.replace(".", "-")
    return message(
        say,
        key,
        Text(say(key)),
        Text(say("first-hint"), quiet=True),
        buttons((say("pass"), f"first-pass:{engagement_id}:{question}")),
    )


def privacy(say: Catalogue, coach: Words) -> Message:
    topics = ("sees", "employer", "stop")
    texts = (Text(say(f"worry-{topic}", coach=coach.text)) for topic in topics)
    return message(say, "worry-sees", *texts)
