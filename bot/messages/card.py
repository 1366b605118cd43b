"""A coach's own part of the agreement, word for word, on lines of its own."""

from __future__ import annotations

from collections.abc import Mapping

from bot.chat import Block, Quote, Text
from bot.domain.agreed import CARD_PARTS
from bot.domain.foreign import lines_of
from bot.domain.profile import Profile
from bot.domain.words import Words
from bot.text import Catalogue


def agreed_parts(
    say: Catalogue, card: Profile | None, before: Mapping[str, Words] | None = None
) -> list[Block]:
    """The coach's own part of the agreement, word for word. What it was before stands beside."""
    blocks: list[Block] = []
    for name in CARD_PARTS:
        now: Words = getattr(card, name) if card else Words("")
        was = (before or {}).get(name)
        if was is not None:
            blocks += [Text(say(f"agreement-{name}"), quiet=True), *_side_by_side(say, was, now)]
        elif now.text:
            blocks += [Text(say(f"agreement-{name}"), quiet=True), Quote(Words(lines_of(now.text)))]
    return blocks


def _side_by_side(say: Catalogue, was: Words, now: Words) -> list[Block]:
    blocks: list[Block] = []
    for key, words in (("changed-before", was), ("changed-now", now)):
        quoted = Quote(Words(lines_of(words.text))) if words.text else Text(say("changed-empty"))
        blocks += [Text(say(key), quiet=True), quoted]
    return blocks
