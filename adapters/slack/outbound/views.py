"""Pure: draws the App Home, the modal for longer words and the modal of a form."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import groupby

from adapters.shared.json_values import Json
from adapters.slack.outbound.drawing import BlockDrawing
from adapters.slack.outbound.fields import (
    FORM_MODAL,
    MORE_BLOCK,
    MORE_FIELD,
    WORDS_BLOCK,
    WORDS_FIELD,
    WORDS_MODAL,
)
from adapters.slack.outbound.inputs import boxes, inputs
from adapters.slack.outbound.markup import measure, plain, shortened
from bot.chat import Form, Heading, Message, Quote, Text
from bot.domain.limits import LINE
from bot.domain.words import Words

METADATA = 3000
TITLE = 24
LABEL = 2000
MOST_BLOCKS = 100
# Slack allows 250 KB for a view; the margin is for what Slack adds itself.
MOST_BYTES = 200_000
# The number of the one form in a modal.
FORM_NUMBER = 0
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
    """The view for `views.open`: large boxes for one text; `fields.read_words` reads it.

    They take as much as a typed line. Slack returns `private_metadata` as it is (raises ValueError
    for more than 3,000 characters). `initial` words that are longer than a box are left out.
    """
    first, *more = boxes((WORDS_FIELD, MORE_FIELD), LINE.characters, initial or Words(""))
    field = {
        "type": "input",
        "block_id": WORDS_BLOCK,
        "label": plain(shortened(label, LABEL)),
        "element": first | {"multiline": True, "focus_on_load": True},
    }
    others = [
        field
        | {"block_id": MORE_BLOCK, "label": plain(shortened(f"{label} (2)", LABEL))}
        | {"element": one | {"multiline": True}, "optional": True}
        for one in more
    ]
    return _modal(WORDS_MODAL, title, submit, private_metadata, [field, *others])


def form_modal(message: Message, form: Form, title: str, opened_from: Mapping[str, str]) -> Json:
    """The view for `views.open` of a message with one form; `dialogs.form_in` reads the answer.

    What stands before the form stands above its fields. Raises ValueError for what does not fit.
    """
    pen = BlockDrawing()
    above = [block for block in message.blocks if isinstance(block, Text | Heading | Quote)]
    drawn = [block for one in above for each in pen.draw(one) for block in each.blocks]
    metadata = json.dumps({"do": form.action, "from": dict(opened_from)})
    blocks = [*drawn, *inputs(form, FORM_NUMBER)]
    return _modal(FORM_MODAL, title, form.submit, metadata, blocks)


def _modal(
    callback_id: str, title: str, submit: str, metadata: str, blocks: Sequence[Json]
) -> Json:
    if measure(metadata) > METADATA:
        raise ValueError("the metadata does not fit into a modal")
    return {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain(shortened(title, TITLE)),
        "submit": plain(shortened(submit, TITLE)),
        "private_metadata": metadata,
        "blocks": [*blocks],
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
