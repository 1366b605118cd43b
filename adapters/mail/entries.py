"""What a transcript holds, and as what it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from adapters.mail.kept_messages import message_of, to_json
from adapters.shared.json_values import Json
from bot.chat import Message
from bot.domain.words import Words
from bot.ports import Own

# The mail about it is being handed over now, or that was interrupted: the page does not show it.
WAITING = "waiting"
SHOWN = "shown"


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """One thing in a chat, sent at `at` (UTC): a message of the bot's, or what the person did.

    `id` names it within the chat; it is made of letters, digits, `-`, `_`, `.` and `:`.
    """

    id: str
    at: datetime
    what: Message | Words


def stored(entry: Entry, state: str = SHOWN) -> Json:
    """What is sealed of an entry."""
    kept: Json = {"id": entry.id, "at": entry.at.isoformat(), "state": state}
    if isinstance(entry.what, Words):
        return kept | {"own": entry.what.text}
    return kept | {"message": to_json(entry.what)}


def entry_of(kept: Json) -> Entry:
    """Raises ValueError or KeyError for what `stored` did not make."""
    what = Words(kept["own"]) if "own" in kept else message_of(kept["message"])
    return Entry(kept["id"], datetime.fromisoformat(kept["at"]), what)


def is_meant(entry: Entry, which: Own) -> bool:
    """Tells whether `Own` selects this entry: only a message of the bot's."""
    if isinstance(entry.what, Words):
        return False
    if which.since is not None and entry.at < which.since:
        return False
    if which.until is not None and entry.at >= which.until:
        return False
    if which.quoting is None:
        return True
    quoted = {words.text for words in which.quoting}
    return not quoted.isdisjoint(entry.what.carried) or not set(which.files).isdisjoint(
        entry.what.files
    )
