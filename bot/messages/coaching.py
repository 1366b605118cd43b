"""What a coach reads: a code to hand over, and what clients chose to share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

from bot.chat import Block, Heading, Message, Quote, Text
from bot.domain.share import SharedItem
from bot.domain.words import Words
from bot.messages.check_ins import shared_blocks
from bot.messages.common import buttons, message
from bot.text import Catalogue

OFFERED_WEEKS = (6, 12, 26)


def invitation(
    say: Catalogue, code: str, expires_at: datetime, ends_on: date, weeks: int
) -> Message:
    others = [(w, f"invite:{w}") for w in OFFERED_WEEKS if w != weeks]
    return message(
        say,
        "invite",
        Text(say("invite-code")),
        Heading(code),
        Text(
            say(
                "invite-how",
                expires=say.full_day(expires_at.date()),
                until=say.full_day(ends_on),
            )
        ),
        Quote(Words(say("invite-example", code=code))),
        Text(say("invite-nothing-sent"), quiet=True),
        buttons(*((say("invite-weeks", weeks=w), action) for w, action in others)),
    )


def digest(say: Catalogue, items: Sequence[SharedItem], template: str = "digest") -> Message:
    """Every share exactly as its client previewed it, grouped by client.

    `template` is "digest", or "digest-earlier" for what the coach has had before.
    """
    return message(
        say,
        template,
        Heading(say("digest-heading" if template == "digest" else template)),
        *_by_client(say, items),
        Text(say("digest-end"), quiet=True),
    )


def digest_by_reference(say: Catalogue, delivery_id: str) -> Message:
    """Says that there is something, and nothing of what it is."""
    opening = buttons((say("digest-open"), f"open:{delivery_id}"))
    return message(say, "digest-waiting", Text(say("digest-waiting")), opening)


def digest_amended(say: Catalogue, items: Sequence[SharedItem]) -> Message:
    """In the place of a digest from which something was taken back."""
    return message(
        say,
        "digest",
        Heading(say("digest-heading")),
        *_by_client(say, items),
        Text(say("digest-taken-back"), quiet=True),
    )


def _by_client(say: Catalogue, items: Sequence[SharedItem]) -> list[Block]:
    blocks: list[Block] = []
    ordered = sorted(items, key=lambda item: (item.engagement_id, item.approved_at))
    for _, group in groupby(ordered, key=lambda item: item.engagement_id):
        shares = list(group)
        blocks.append(Heading(say("digest-from", client=shares[0].client_name.text)))
        for item in shares:
            blocks.extend(shared_blocks(item.heading, item.body))
    return blocks
