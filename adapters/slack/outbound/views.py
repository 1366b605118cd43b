"""Pure: draws the App Home and the modal for longer words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby

from adapters.shared.json_values import Json
from adapters.slack.outbound.drawing import BlockDrawing
from adapters.slack.outbound.fields import WORDS_BLOCK, WORDS_FIELD, WORDS_MODAL
from adapters.slack.outbound.inputs import TYPED, text_input
from adapters.slack.outbound.markup import measure, plain, shortened
from bot.chat import Message
from bot.domain.words import Words

METADATA = 3000
TITLE = 24
LABEL = 2000
MOST_BLOCKS = 100
# Slack allows 250 KB for a view; the margin is for what Slack adds itself.
MOST_BYTES = 200_000
READ_ONLY = ("rich_text", "context")


def render_home(message: Message) -> Json:
    """The view for `views.publish`, at most 100 blocks. A picture becomes its sentence.

    A view that is too long loses the end of its longest list, so that every button stays.
    """
    pen = BlockDrawing(message.blocks)
    drawn = (one for block in message.blocks for one in pen.draw(block))
    blocks = [block for one in drawn for block in one.blocks]
    while _too_much(blocks):
        blocks.pop(_least_needed(blocks))
    return {"type": "home", "blocks": blocks}


def words_modal(
    title: str, label: str, submit: str, private_metadata: str, initial: Words | None = None
) -> Json:
    """The view for `views.open`: one large text box; `fields.read_words` reads the answer.

    Slack returns `private_metadata` as it is (raises ValueError for more than 3,000 characters).
    `initial` words that are longer than the box (3,000) are left out.
    """
    if measure(private_metadata) > METADATA:
        raise ValueError("the metadata does not fit into a modal")
    box = text_input(WORDS_FIELD, TYPED, initial or Words(""))
    field = {
        "type": "input",
        "block_id": WORDS_BLOCK,
        "label": plain(shortened(label, LABEL)),
        "element": box | {"multiline": True, "focus_on_load": True},
    }
    return {
        "type": "modal",
        "callback_id": WORDS_MODAL,
        "title": plain(shortened(title, TITLE)),
        "submit": plain(shortened(submit, TITLE)),
        "private_metadata": private_metadata,
        "blocks": [field],
    }


def _too_much(blocks: Sequence[Json]) -> bool:
    return len(blocks) > MOST_BLOCKS or len(json.dumps(blocks)) > MOST_BYTES


def _least_needed(blocks: Sequence[Json]) -> int:
    """The index of the last block in the longest run of read-only blocks, or the last block."""
    start, longest, end = 0, 0, len(blocks) - 1
    for read_only, run in groupby(blocks, key=lambda block: block["type"] in READ_ONLY):
        length = len(list(run))
        start += length
        if read_only and length > longest:
            longest, end = length, start - 1
    return end
