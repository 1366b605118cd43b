"""The message after a stop that offers what was on before, each purpose in its own wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.chat import Block, Heading, Message, Text
from bot.domain import actions
from bot.domain.engagement import Engagement
from bot.domain.purposes import PURPOSES, Purpose
from bot.domain.words import Words
from bot.messages.common import buttons, lines, message
from bot.messages.joining import name_of
from bot.text import Catalogue


def as_it_was(
    say: Catalogue,
    engagement: Engagement,
    coach: Words,
    same: Sequence[Purpose],
    changed: Sequence[Purpose],
    fingerprint: str,
) -> Message:
    """Shows all that was on, and one button that says yes to each of `same`.

    `fingerprint` is that of `same`, and the button carries it. `changed` are only named.
    """
    blocks: list[Block] = []
    if same:
        blocks.append(Text(say("resume-all-ask")))
        for purpose in same:
            blocks += _asked(say, engagement, coach, purpose)
        all_of_it = actions.ALL_AS_IT_WAS(engagement.id, fingerprint)
        blocks.append(buttons((say("resume-all"), all_of_it)))
    if changed:
        names = say.items([name_of(say, purpose) for purpose in changed])
        blocks.append(Text(say("resume-all-changed", purposes=names)))
    return message(say, "resume-all-ask", *blocks)


def _asked(
    say: Catalogue, engagement: Engagement, coach: Words, purpose: Purpose
) -> Iterator[Block]:
    """The purpose's name, and the very sentences with which it is asked by itself."""
    until = say.full_day(engagement.ends_on)
    yield Heading(name_of(say, purpose))
    for key in PURPOSES[purpose].worded_by:
        yield from lines(say, key, coach=coach, until=until)
