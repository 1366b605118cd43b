"""Pure: from a Message to what Slack draws. No SDK; every limit of Slack's holds by construction.

The ids and values of what can be pressed and filled in are `fields`' business, so that inbound can
read them back; that nothing a person wrote becomes live is `markup`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.chat import Message
from bot.domain.words import Words

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that goes with a posting, for that one chat alone.

    A document has `block` None: it is shared into the chat under its name. A picture is uploaded
    without a chat; `block` says which of the posting's blocks holds its sentence (`alt`) until
    `with_picture` puts the drawing there. A posting whose picture could not be uploaded is sent as
    it is: the sentence then stands in the picture's place.
    """

    name: str
    media_type: str
    content: bytes = field(repr=False)
    alt: str = field(repr=False)
    block: int | None = None


@dataclass(frozen=True, slots=True)
class Posting:
    """One `chat.postMessage`: pass `text` and `blocks` together with `markup.NEVER_LIVE`.

    `text` is what a notification shows, on a lock screen too: the message's summary, nothing else.
    """

    text: str
    blocks: list[Json] = field(repr=False)
    files: tuple[Upload, ...] = ()


def render(message: Message) -> list[Posting]:
    """What is to be posted, in this order: one posting, or several for a long digest or answer.

    Each has at most 50 blocks and 12,000 characters of text. It is split before a heading where
    that is possible (in a digest: between clients), else between sentences, words, graphemes.
    """
    raise NotImplementedError


def with_picture(posting: Posting, upload: Upload, file_id: str) -> Posting:
    """The posting with the uploaded file (Slack's "F…" id) in the place kept for this picture."""
    raise NotImplementedError


def quotes_in(blocks: Sequence[Json]) -> list[str]:
    """Every `Quote` that a posting holds, as it was written: from our own message's blocks.

    For `Adapter.clear`, which looks for messages that quote exactly these words in what
    `conversations.history` hands back.
    """
    raise NotImplementedError


def render_home(message: Message) -> Json:
    """The view for `views.publish`, at most 100 blocks. Pictures fall back to their sentence."""
    raise NotImplementedError


def words_modal(
    title: str, label: str, submit: str, private_metadata: str, initial: Words | None = None
) -> Json:
    """The view for `views.open`: one large box for longer words; read with `fields.read_words`.

    `private_metadata` comes back unread (Slack: 3,000 characters; raises ValueError beyond, since
    half of it would name something else). Words longer than the box (3,000) do not stand in it.
    """
    raise NotImplementedError


def prefilled(messages: Sequence[Message], name: str, words: Words) -> list[Message]:
    """The same messages, `words` standing in the first text field of that name, where one is.

    For the shortcut "Make this a small step". Words too long for the field are left out.
    """
    raise NotImplementedError


def ephemeral(text: str) -> Posting:
    """A sentence of ours for one person in a channel (`chat.postEphemeral`)."""
    raise NotImplementedError
