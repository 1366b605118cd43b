"""Microsoft's own renderer cuts no label of any card, in any language, at any width or theme."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from adapters.teams.outbound.layout import MOST
from adapters.teams.outbound.render import CARD_TYPE, render
from adapters.teams.outbound.widths import CHOSEN, width
from bot.chat import Buttons, Form, Message
from tests.adapters.teams.renderer import (
    THEMES,
    WITH_MORE,
    Json,
    drawn,
    measured,
    needs_renderer,
    presses_more,
    seen,
    written,
)
from tests.browser import browser
from tests.drawn.everything import LANGUAGES, every_message
from tests.drawn.outside import LINK

READER = "29:somebody"
# This renderer breaks no word of a RichTextBlock, and the link is one word, longer than a narrow
# card is wide. It is there to be copied: whatever broke it would be copied too.
ONE_LONG_WORD = LINK
WIDTHS = (320, 600)
# What takes no room of its own, or as much whatever it is.
FILLED_IN = frozenset({"value", "id", "maxLength", "url", "targetElements"})


@needs_renderer
async def test_no_label_of_any_card_is_cut() -> None:
    everything = list(_faces())
    by_word = sorted(everything, key=lambda one: _longest_word(one[1]))
    # Of cards that differ only in sentences, the one with the longest word: the others wrap.
    different = {json.dumps(_pressed(face)): (name, face) for name, face in by_word}
    names, faces = zip(*different.values(), strict=True)
    labels = sorted({CHOSEN + label for label in _labels()})
    cut: list[str] = []
    buttons = 0
    async with browser() as chromium:
        for theme in THEMES:
            async with drawn(chromium, theme, faces) as page:
                for pixels in WIDTHS:
                    found = await measured(page, pixels)
                    assert found["cards"] == len(faces)
                    assert found["most"] <= MOST
                    buttons += found["buttons"]
                    cut += [f"{theme} {pixels} {names[at]}: {text}" for at, text in found["cut"]]
                assert await presses_more(page) > 0
                for pixels in WIDTHS:
                    found = await measured(page, pixels, WITH_MORE)
                    cut += [f"{theme} {pixels} {names[at]}: {text}" for at, text in found["cut"]]
                taken = await written(page, labels)
                assert [one for one in labels if taken[one] > width(one)] == []
    print(
        f"\n{len(everything)} cards, {len(faces)} of them different, {len(LANGUAGES)} languages, "
        f"{len(WIDTHS)} widths, {len(THEMES)} themes: {buttons} buttons, {len(cut)} texts cut"
    )
    assert [one for one in cut if not one.endswith(f"guest-link: {ONE_LONG_WORD}")] == []


def _faces() -> Iterator[tuple[str, Json]]:
    """What can be seen of each card, with its language and template."""
    for language in LANGUAGES:
        for message, _ in every_message(language):
            for card in _cards(message):
                yield f"{language} {message.template}", seen(card)


def _longest_word(face: Json) -> int:
    return max((len(word) for one in _sentences(face) for word in one.split()), default=0)


def _sentences(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _sentences(one)
    elif isinstance(part, dict):
        yield from (text for name, text in part.items() if name == "text")
        yield from _sentences(list(part.values()))


def _pressed(part: Any) -> Any:
    """The card without its sentences: what can be pressed, filled in or looked at."""
    if isinstance(part, list):
        return [_pressed(one) for one in part if not _is_sentence(one)]
    if isinstance(part, dict):
        return {name: _pressed(one) for name, one in part.items() if name not in FILLED_IN}
    return part


def _is_sentence(part: Any) -> bool:
    return isinstance(part, dict) and part.get("type") in ("TextBlock", "RichTextBlock")


def _cards(message: Message) -> Iterator[Json]:
    for activity in render(message, READER):
        for one in activity["attachments"]:
            if one["contentType"] == CARD_TYPE:
                yield one["content"]


def _labels() -> Iterator[str]:
    for language in LANGUAGES:
        for message, _ in every_message(language):
            for block in message.blocks:
                if isinstance(block, Buttons):
                    yield from (one.label for one in block.buttons)
                elif isinstance(block, Form):
                    yield block.submit
