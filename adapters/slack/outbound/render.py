"""Pure: turns a Message into Slack postings, always within Slack's limits. No SDK.

`fields` makes the ids and values of buttons and inputs, which inbound reads back. `markup` keeps
text from becoming live. `drawing` draws one block, and `paging` divides a long message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, groupby
from typing import Any
from urllib.parse import urlencode

from adapters.shared.answers import MOST_PLAIN
from adapters.shared.json_values import Json, dict_at, text_at
from adapters.slack.inbound.arrivals import Install
from adapters.slack.outbound.drawing import MOST_BLOCKS, MOST_TEXT, BlockDrawing, Drawn, Upload
from adapters.slack.outbound.markup import fallback, plain, section, shortened
from adapters.slack.outbound.paging import pages
from bot.chat import Buttons, Message, Text
from bot.plain import without_words

# A posting has it twice at most, with word joiners; `drawing.MOST_TEXT` leaves room for both.
SUMMARY = 200
REFUSAL = 3000
# The kinds of blocks that `text` says for a screen reader. It finds buttons and fields itself.
READ = frozenset({"rich_text", "header", "context"})
# The core's template of the message that holds a code (bot/messages/coaching.py).
INVITE = "invite"

_QUOTE = re.compile(r"quote\.([0-9]{1,4})\.[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Posting:
    """One `chat.postMessage`: pass `text` and `blocks` together with `markup.NEVER_LIVE`.

    A notification shows `text`, also on a lock screen, and a screen reader may read it in place of
    the blocks. It is the message's summary, nothing else; only for somebody whose screen reader
    shall read the messages whole it is what the blocks say.
    """

    text: str
    blocks: list[Json] = field(repr=False)
    files: tuple[Upload, ...] = ()


def render(message: Message, *, unasked: bool = False, aloud: bool = False) -> list[Posting]:
    """The postings of a message, in order: one, or several for a long digest or answer.

    Each has at most 50 blocks and 12,000 characters of text. A message is split before a heading if
    possible (in a digest: between clients), else between sentences, words or graphemes.

    With `unasked` (a delivery), each posting begins with the summary. Slack's desktop notification
    shows the beginning of the blocks, and not `text` (its changelog of 13 July 2026).

    With `aloud`, for a reader with a screen reader, `text` says what the blocks say.
    """
    summary = shortened(message.summary, SUMMARY)
    lead = [_lead(summary)] if unasked and summary.strip() else []
    pen = BlockDrawing(message.blocks)
    drawn = [one for block in message.blocks for one in pen.draw(block)]
    most = MOST_TEXT // 2 if aloud else MOST_TEXT
    divided = pages(drawn, MOST_BLOCKS - len(lead), most)
    text = fallback(summary)
    return [_posting(_aloud(page) or text if aloud else text, lead, page) for page in divided]


def ephemeral(text: str) -> Posting:
    """A sentence of the bot's that one person sees in a channel (`chat.postEphemeral`)."""
    return Posting(fallback(shortened(text, SUMMARY)), [section(shortened(text, REFUSAL))])


def plainly(message: Message) -> Posting:
    """The message as bare text, for when Slack refused its blocks. It holds nobody's own words."""
    return Posting(fallback(shortened(without_words(message), MOST_PLAIN)), [])


def with_picture(posting: Posting, upload: Upload, file_id: str) -> Posting:
    """The posting with the uploaded picture (Slack's "F…" id) instead of its sentence."""
    if upload.block is None:
        return posting
    blocks = [*posting.blocks]
    blocks[upload.block] = {
        "type": "image",
        "slack_file": {"id": file_id},
        "alt_text": upload.alt,
    }
    return replace(posting, blocks=blocks)


def with_link(message: Message, install: Install | None) -> Message:
    """Adds a link to the bot's chat to an invitation; returns other messages as they are."""
    if message.template != INVITE or install is None or not install.app:
        return message
    blocks = message.blocks
    end = next((n for n, one in enumerate(blocks) if isinstance(one, Buttons)), len(blocks))
    link = Text(chat_link(install), quiet=True)
    return replace(message, blocks=(*blocks[:end], link, *blocks[end:]))


def chat_link(install: Install) -> str:
    """A link that opens the bot's chat (Slack's reference of deep links)."""
    where = {} if install.org_wide else {"team": install.workspace}
    return f"https://slack.com/app_redirect?{urlencode({'app': install.app, **where})}"


def carried_in(blocks: Sequence[Mapping[str, Any]]) -> list[str]:
    """Every text of a person's in the blocks of one of our messages: quotes, and filled fields.

    `Adapter.clear` uses it to find messages in `conversations.history` that carry given words.
    """
    elements = (dict_at(block, "element") for block in blocks)
    filled = (text_at(element, "initial_value") for element in elements)
    return [*quotes_in(blocks), *(text for text in filled if text)]


def quotes_in(blocks: Sequence[Mapping[str, Any]]) -> list[str]:
    """Every `Quote` in the blocks, as it was written.

    A quote that was longer than one posting is returned in parts.
    """
    alone = count(-1, -1)
    found = [(_quote_number(block, alone), text) for block in blocks for text in _quoted(block)]
    return ["".join(text for _, text in parts) for _, parts in groupby(found, lambda one: one[0])]


def _lead(summary: str) -> Json:
    return {"type": "context", "elements": [plain(summary)]}


def _aloud(page: Sequence[Drawn]) -> str:
    """What the page says, or as much of its beginning as Slack takes beside the blocks."""
    room = MOST_TEXT - sum(one.length() for one in page)
    shown = (block for one in page for block in one.blocks if block["type"] in READ)
    said = "\n".join(text for block in shown for text in _texts(block))
    return fallback(shortened(said, room)) if room > 0 else ""


def _texts(block: object) -> Iterator[str]:
    match block:
        case {"text": str(text)}:
            yield text
        case dict():
            for inside in block.values():
                yield from _texts(inside)
        case list():
            for inside in block:
                yield from _texts(inside)


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
    """The text of an element. Slack may return an emoji as an element with hex code points."""
    match element:
        case {"type": "emoji", "unicode": str(points)}:
            return "".join(chr(int(point, 16)) for point in points.split("-"))
        case {"type": "text", "text": str(text)}:
            return text
    return ""
