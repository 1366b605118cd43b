"""The brief: what one client wants to bring and has shared, for their coach before a session."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.chat import Block, Heading, Message, Text
from bot.domain import actions
from bot.domain.share import SharedItem
from bot.domain.words import Words
from bot.messages.check_ins import shared_blocks
from bot.messages.coaching import MORE, DigestExtras, buttons_of, page
from bot.messages.common import buttons, message
from bot.text import Catalogue


@dataclass(frozen=True, slots=True)
class Brief:
    """What a coach may read of one client before a session, at `session_at` (UTC).

    `items` are the shares since the session before, those to bring among them, and `noted` what
    the coach noted to bring up. No share is in both.
    """

    client_name: Words
    session_at: datetime | None
    items: Sequence[SharedItem]
    noted: Sequence[SharedItem]

    @property
    def shown(self) -> tuple[Sequence[SharedItem], Sequence[SharedItem], Sequence[SharedItem]]:
        """What one message holds of both, and the rest, which waits behind its button."""
        noted, over = page(self.noted)
        items, rest = page(self.items)
        return items, noted, [*rest, *over]

    @property
    def ids(self) -> tuple[str, ...]:
        """The shares that its message shows."""
        items, noted, _ = self.shown
        return tuple(item.share_id for item in (*items, *noted))


def brief(say: Catalogue, told: Brief, beside: DigestExtras) -> Message:
    """Shows each share exactly as its client previewed it, what they want to bring first.

    A share that a message showed before is said to be one. `beside` names the message, and says
    whether the client accepts notes.
    """
    items, noted, rest = told.shown
    engagement_id = (*items, *noted)[0].engagement_id
    return message(
        say,
        "brief",
        Heading(say("brief-heading", client=told.client_name)),
        *_when(say, told, beside.zone),
        *_part(say, "digest-bring", (one for one in items if one.brings)),
        *_part(say, "brief-shared", (one for one in items if not one.brings)),
        *_part(say, "bring-up-heading", noted),
        buttons_of(say, engagement_id, told.client_name, beside),
        *_more(say, rest),
        Text(say("digest-end"), quiet=True),
    )


def brief_amended(say: Catalogue, items: Sequence[SharedItem]) -> Message:
    """Replaces a brief from which a share was taken back."""
    heading = say("brief-heading", client=items[0].client_name) if items else say("digest-heading")
    return message(
        say,
        "brief",
        Heading(heading),
        *_part(say, "digest-bring", (one for one in items if one.brings)),
        *_part(say, "brief-shared", (one for one in items if not one.brings)),
        Text(say("digest-taken-back"), quiet=True),
    )


def _when(say: Catalogue, told: Brief, zone: str | None) -> list[Block]:
    if told.session_at is None:
        return []
    return [Text(say("brief-session", moment=say.moment(told.session_at, zone)))]


def _part(say: Catalogue, label: str, items: Iterable[SharedItem]) -> list[Block]:
    blocks: list[Block] = []
    for item in items:
        blocks += [] if blocks else [Text(say(label))]
        blocks += shared_blocks(item.heading, item.body)
        blocks += [Text(say("brief-seen"), quiet=True)] if item.seen else []
    return blocks


def _more(say: Catalogue, rest: Sequence[SharedItem]) -> list[Block]:
    if not rest:
        return []
    action = MORE if any(one.new for one in rest) else actions.DIGEST_EARLIER(None)
    told = Text(say("digest-more", count=len(rest)))
    return [told, buttons((say("digest-show-more"), action))]
