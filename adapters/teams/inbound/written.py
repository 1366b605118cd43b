"""Pure: the words of a Teams message as the person wrote them, and what else stands beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import Any

from adapters.shared.json_values import checked_text, dict_at, dicts_at, text_at
from adapters.teams.inbound.html_words import FORWARD, HtmlWords, read_html
from bot.domain.limits import MOST_RECEIVED

# Teams repeats each message's own text as an HTML attachment, which is no file. Some messages have
# nothing else.
OWN_TEXT = "text/html"
MOST_PARTS = 10
# Attachments that hold no file: a quoted or forwarded message, and any card, such as the preview
# that Teams makes of a link.
_NO_FILES = re.compile(
    r"text/html|(?:forwarded)?messageReference|application/vnd\.microsoft\.(?:teams\.)?card\..*+",
    re.IGNORECASE | re.DOTALL,
)
# The mark of a quoted reply (`adapters.teams.inbound.replies` reads which message it names).
_QUOTED = re.compile(r"<quoted\s++messageId=[^<>]*+>(?:</quoted>)?+", re.IGNORECASE)
# Teams may put an escaped space behind a mention, even in plain text.
_MENTION = re.compile(
    r"(?P<mark><at(?:\s[^<>]*+)?+>(?P<name>[^<>]*+)</at>)(?P<space>&nbsp;)?+", re.IGNORECASE
)


def written(activity: Mapping[str, Any]) -> str:
    """The person's own words: without the mention of the bot, a quote or a forwarded message.

    Another person's mention stays as that person's name. A message with no text, and one whose
    text repeats what is quoted or forwarded, is read from its HTML attachment. Raises
    NotUnderstoodError for a text that is too long.
    """
    given = activity.get("text")
    text = checked_text("" if given is None else given, MOST_RECEIVED)
    html = _html(activity)
    if html.quotes:
        return html.own
    own = _without_marks(text, activity)
    return own if own.strip() else html.own or own


def forwarded(activity: Mapping[str, Any]) -> str:
    """The text that was forwarded: it was written elsewhere. "" where nothing was."""
    return _html(activity).forwarded if FORWARD in _markup(activity).lower() else ""


def has_files(activity: Mapping[str, Any]) -> bool:
    """True for a file, a picture or a sound; not for cards, links, quotes and forwards."""
    kinds = (text_at(one, "contentType") for one in dicts_at(activity, "attachments"))
    return any(not _NO_FILES.fullmatch(kind) for kind in kinds)


def _without_marks(text: str, activity: Mapping[str, Any]) -> str:
    names = _mentions(activity)
    if not names and not _QUOTED.search(text):
        return text

    def named(found: re.Match[str]) -> str:
        shown = names.get(found["mark"], names.get(found["name"]))
        return found[0] if shown is None else shown + (" " if found["space"] else "")

    return _QUOTED.sub(" ", _MENTION.sub(named, text)).strip()


def _mentions(activity: Mapping[str, Any]) -> dict[str, str]:
    """What to write for each mention that Teams itself tells of: a name, or a blank for the bot.

    The same signs without such a note were typed by the person, and stay.
    """
    shown: dict[str, str] = {}
    for one in dicts_at(activity, "entities"):
        mark = _MENTION.fullmatch(text_at(one, "text"))
        if one.get("type") == "mention" and mark is not None:
            is_bot = _is_bot(dict_at(one, "mentioned"), mark["name"], activity)
            for key in (mark["mark"], mark["name"]):
                shown[key] = " " if is_bot and shown.get(key, " ") == " " else mark["name"]
    return shown


def _is_bot(mentioned: Mapping[str, Any], name: str, activity: Mapping[str, Any]) -> bool:
    known = text_at(mentioned, "id")
    if known:
        return known == text_at(activity, "recipient", "id")
    return name == text_at(activity, "recipient", "name")


def _html(activity: Mapping[str, Any]) -> HtmlWords:
    bot = {text_at(activity, "recipient", "name")} | {
        name for name, shown in _mentions(activity).items() if shown == " "
    }
    return read_html(_markup(activity), bot - {""})


def _markup(activity: Mapping[str, Any]) -> str:
    own = (one for one in dicts_at(activity, "attachments") if one.get("contentType") == OWN_TEXT)
    parts = (
        checked_text(one.get("content") or "", MOST_RECEIVED) for one in islice(own, MOST_PARTS)
    )
    return checked_text("".join(parts), MOST_RECEIVED)
