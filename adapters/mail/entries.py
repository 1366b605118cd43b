"""What a transcript holds, and as what it is stored."""

from __future__ import annotations

from datetime import datetime

from adapters.mail.kept_messages import message_of, to_json
from adapters.mail.page.needs import ChatEntry
from adapters.shared.json_values import Json
from bot.domain.words import Words
from bot.ports import Own

# The mail about it is being handed over now, or that was interrupted: the page does not show it.
WAITING = "waiting"
SHOWN = "shown"


def stored(entry: ChatEntry, state: str = SHOWN) -> Json:
    """What is sealed of an entry."""
    kept: Json = {"id": entry.id, "at": entry.at.isoformat(), "state": state}
    if isinstance(entry.what, Words):
        return kept | {"own": entry.what.text}
    return kept | {"message": to_json(entry.what)}


def entry_of(kept: Json) -> ChatEntry:
    """Raises ValueError or KeyError for what `stored` did not make."""
    what = Words(kept["own"]) if "own" in kept else message_of(kept["message"])
    return ChatEntry(kept["id"], datetime.fromisoformat(kept["at"]), what)


def is_meant(entry: ChatEntry, which: Own) -> bool:
    """Tells whether `Own` selects this entry.

    The page is ours, so what the person wrote there goes like the bot's messages: with its span of
    time, or where it says exactly one of the words.
    """
    if which.since is not None and entry.at < which.since:
        return False
    if which.until is not None and entry.at >= which.until:
        return False
    if which.quoting is None:
        return True
    quoted = {words.text for words in which.quoting}
    if isinstance(entry.what, Words):
        return entry.what.text in quoted
    files = set(which.files)
    return not quoted.isdisjoint(entry.what.carried) or not files.isdisjoint(entry.what.files)
