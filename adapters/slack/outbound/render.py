"""Pure: from a Message to what Slack draws. No SDK; every limit of Slack's holds by construction.

The ids and values of what can be pressed and filled in are `fields`' business, so that inbound can
read them back; that nothing a person wrote becomes live is `markup`'s; how one block is drawn is
`drawing`'s, where a long message is divided `paging`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, groupby
from typing import Any
from urllib.parse import urlencode

from adapters.slack.inbound.arrivals import Install
from adapters.slack.outbound.drawing import MOST_BLOCKS, BlockDrawing, Drawn, Upload
from adapters.slack.outbound.markup import Json, fallback, plain, section, shortened
from adapters.slack.outbound.paging import pages
from adapters.slack.outbound.views import render_home, words_modal
from bot.chat import Buttons, Message, Quote, Text

__all__ = [
    "Posting",
    "Upload",
    "ephemeral",
    "quotes_in",
    "render",
    "render_home",
    "with_picture",
    "words_modal",
]

# Twice in a posting at most, and the word joiners with it: see `drawing.MOST_TEXT`.
SUMMARY = 200
REFUSAL = 3000

_QUOTE = re.compile(r"quote\.([0-9]{1,4})\.[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Posting:
    """One `chat.postMessage`: pass `text` and `blocks` together with `markup.NEVER_LIVE`.

    `text` is what a notification shows, on a lock screen too: the message's summary, nothing else.
    """

    text: str
    blocks: list[Json] = field(repr=False)
    files: tuple[Upload, ...] = ()


def render(message: Message, *, unasked: bool = False) -> list[Posting]:
    """What is to be posted, in this order: one posting, or several for a long digest or answer.

    Each has at most 50 blocks and 12,000 characters of text. It is split before a heading where
    that is possible (in a digest: between clients), else between sentences, words, graphemes.

    With `unasked`, for what leaves by itself, a message that quotes someone begins each posting
    with the summary: Slack's desktop app puts the beginning of the blocks on the screen, and not
    `text` (its changelog of 13 July 2026), and no person's words are to be the first thing there.
    """
    summary = shortened(message.summary, SUMMARY)
    quoting = any(isinstance(block, Quote) for block in message.blocks)
    lead = [_lead(summary)] if unasked and quoting and summary.strip() else []
    pen = BlockDrawing()
    drawn = [one for block in message.blocks for one in pen.draw(block)]
    divided = pages(drawn, MOST_BLOCKS - len(lead))
    return [_posting(fallback(summary), lead, page) for page in divided]


def with_picture(posting: Posting, upload: Upload, file_id: str) -> Posting:
    """The posting with the uploaded file (Slack's "F…" id) in the place kept for this picture."""
    if upload.block is None:
        return posting
    blocks = [*posting.blocks]
    blocks[upload.block] = {
        "type": "image",
        "slack_file": {"id": file_id},
        "alt_text": upload.alt,
    }
    return replace(posting, blocks=blocks)


def quotes_in(blocks: Sequence[Mapping[str, Any]]) -> list[str]:
    """Every `Quote` that a posting holds, as it was written: from our own message's blocks.

    For `Adapter.clear`, which looks for messages that quote exactly these words in what
    `conversations.history` hands back. A quote that was longer than one posting comes in parts.
    """
    alone = count(-1, -1)
    found = [(_quote_number(block, alone), text) for block in blocks for text in _quoted(block)]
    return ["".join(text for _, text in parts) for _, parts in groupby(found, lambda one: one[0])]


def ephemeral(text: str) -> Posting:
    """A sentence of ours for one person in a channel (`chat.postEphemeral`)."""
    return Posting(fallback(shortened(text, SUMMARY)), [section(shortened(text, REFUSAL))])


def _lead(summary: str) -> Json:
    return {"type": "context", "elements": [plain(summary)]}


def _posting(text: str, lead: Sequence[Json], page: Sequence[Drawn]) -> Posting:
    blocks, files = [*lead], list[Upload]()
    for one in page:
        if one.file is not None:
            is_picture = one.file.block is not None
            files.append(replace(one.file, block=len(blocks) if is_picture else None))
        blocks += one.blocks
    return Posting(text, blocks, tuple(files))


def _quote_number(block: Mapping[str, Any], alone: Iterator[int]) -> int:
    found = _QUOTE.fullmatch(str(block.get("block_id")))
    return int(found[1]) if found else next(alone)


def _quoted(block: Mapping[str, Any]) -> Iterator[str]:
    if block.get("type") != "rich_text":
        return
    for inside in block.get("elements", []):
        if inside.get("type") == "rich_text_quote":
            yield "".join(_written(one) for one in inside.get("elements", []))


def _written(element: Mapping[str, Any]) -> str:
    """Slack may hand an emoji back as an element of its own, with its code points in hex."""
    match element:
        case {"type": "emoji", "unicode": str(points)}:
            return "".join(chr(int(point, 16)) for point in points.split("-"))
        case {"type": "text", "text": str(text)}:
            return text
    return ""


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
