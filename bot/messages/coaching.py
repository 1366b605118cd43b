"""Messages to a coach: a code to hand over, and the shares of clients."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from bot.chat import Block, Buttons, Heading, Message, Quote, Text
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.profile import LostNote
from bot.domain.share import SharedItem
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.messages.check_ins import shared_blocks
from bot.messages.common import buttons, message
from bot.messages.replying.row import reply_row
from bot.text import Catalogue

# A digest is one message on every platform, so that it notifies once. A Slack message holds about
# 13,000 characters and 50 blocks; a phone's screen shows less. `MOST_ROWS` leaves room for what
# stands around the shares. A client needs a heading, a line for what they want to bring, and
# buttons; a share its heading and its words.
MOST_SHARES = 10
MOST_LETTERS = 6_000
MOST_ROWS = 42
ROWS_OF_CLIENT, ROWS_OF_SHARE = 5, 2
MORE = actions.DIGEST_MORE()


def invitation(
    say: Catalogue,
    code: str,
    expires_at: datetime,
    ends_on: date,
    weeks: int,
    *,
    profile_first: bool = False,
) -> Message:
    """A code to hand over. `profile_first` offers to write the coach's card before that."""
    others = [(w, actions.INVITE(w)) for w in actions.OFFERED_WEEKS if w != weeks]
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
        *(_profile_first(say) if profile_first else ()),
        Quote(Words(say("invite-example", code=code))),
        Text(say("invite-nothing-sent"), quiet=True),
        buttons(*((say("invite-weeks", weeks=w), action) for w, action in others)),
    )


def _profile_first(say: Catalogue) -> tuple[Block, Block]:
    offer = buttons((say("invite-profile"), actions.PROFILE()))
    return Text(say("invite-profile-first")), offer


def page(
    items: Sequence[SharedItem], after: str | None = None
) -> tuple[list[SharedItem], list[SharedItem]]:
    """Splits shares: those for one message that a phone can show, and the rest.

    `after` is the last share of the page before. If it was taken back since, it begins from the
    start: better twice than not at all.
    """
    return fitting(sorted(items, key=_place), after)


def fitting(
    items: Sequence[SharedItem], after: str | None = None
) -> tuple[list[SharedItem], list[SharedItem]]:
    """Splits shares in their order, as `page` does."""
    ordered = list(items)
    ids = [item.share_id for item in ordered]
    ordered = ordered[ids.index(after) + 1 :] if after in ids else ordered
    shown: list[SharedItem] = []
    size = rows = 0
    for item in ordered:
        size += len(item.heading.text) + len(item.body.text)
        begins = not shown or _whose(item) != _whose(shown[-1])
        rows += ROWS_OF_SHARE + (ROWS_OF_CLIENT if begins else 0)
        too_much = len(shown) == MOST_SHARES or size > MOST_LETTERS or rows > MOST_ROWS
        if shown and too_much:
            break
        shown.append(item)
    return shown, ordered[len(shown) :]


@dataclass(frozen=True, slots=True)
class DigestExtras:
    """The parts of a digest beside the shares.

    `digest` names the message. `notes_open` are the engagements whose client accepts notes. `left`
    is how many shares wait, and `more` the action of the button that shows them. `lost` are notes
    that were not delivered.
    """

    digest: str
    notes_open: Collection[str] = ()
    left: int = 0
    more: Action = MORE
    lost: Sequence[LostNote] = ()
    zone: str | None = None


def digest(
    say: Catalogue,
    items: Sequence[SharedItem],
    beside: DigestExtras,
    template: str = "digest",
) -> Message:
    """Shows each share exactly as its client previewed it, grouped by client.

    `template` is "digest", "digest-earlier" for shares that the coach has read before, or
    "sent-now" for one that its client wanted to be sent at once.
    """
    return message(
        say,
        template,
        Heading(say("digest-heading" if template == "digest" else template)),
        *_by_client(say, items, beside),
        *_waiting(say, beside),
        *_lost(say, beside),
        Text(say("digest-end"), quiet=True),
    )


def digest_by_reference(
    say: Catalogue, delivery_id: str, template: str = "digest-waiting"
) -> Message:
    """Says that there are shares, without showing any."""
    opening = buttons((say("digest-open"), actions.OPEN(delivery_id, None)))
    return message(say, template, Text(say(template)), opening)


def digest_amended(say: Catalogue, items: Sequence[SharedItem]) -> Message:
    """Replaces a digest from which a share was taken back."""
    return message(
        say,
        "digest",
        Heading(say("digest-heading")),
        *_by_client(say, items),
        Text(say("digest-taken-back"), quiet=True),
    )


def _by_client(
    say: Catalogue, items: Sequence[SharedItem], beside: DigestExtras | None = None
) -> list[Block]:
    """Groups shares by client, those for the next session first. See `_place` for the order.

    Shares without a name come last, each alone.
    """
    blocks: list[Block] = []
    for key, group in groupby(sorted(items, key=_place), key=_whose):
        shares = list(group)
        name = shares[0].client_name
        named = say("digest-from", client=name) if key else say("digest-someone")
        blocks.append(Heading(named))
        brings = [item for item in shares if item.brings]
        if brings:
            blocks.append(Text(say("digest-bring")))
        for item in [*brings, *(item for item in shares if not item.brings)]:
            blocks.extend(shared_blocks(item.heading, item.body))
        if key and beside is not None:
            blocks.append(buttons_of(say, key, name, beside))
    return blocks


def buttons_of(say: Catalogue, engagement_id: str, client: Words, beside: DigestExtras) -> Buttons:
    """The buttons below one client's shares."""
    notes = engagement_id in beside.notes_open
    return reply_row(say, engagement_id, client, beside.digest, notes=notes)


def _waiting(say: Catalogue, beside: DigestExtras) -> list[Block]:
    if not beside.left:
        return []
    more = buttons((say("digest-show-more"), beside.more))
    return [Text(say("digest-more", count=beside.left)), more]


def _lost(say: Catalogue, beside: DigestExtras) -> list[Block]:
    """The notes that were not delivered: one line each, in one block however many they are."""
    zone = beside.zone or "UTC"
    lines = [
        say("note-not-delivered", client=one.client_name, day=say.day(local_date(one.at, zone)))
        for one in beside.lost
    ]
    return [Text("\n".join(lines))] if lines else []


def _whose(item: SharedItem) -> str:
    """The engagement id. Empty for a share without a name, so that it is grouped with no other."""
    return "" if item.unnamed else item.engagement_id


def _place(item: SharedItem) -> tuple[bool, bool, str, str, bool, str]:
    """The sort key: whose session comes first stands first, then those without one, by their id.

    Shares without a name come last, in an order that does not tell when they were approved.
    """
    when = item.share_id if item.unnamed else item.approved_at.isoformat()
    session = item.session_at.isoformat() if item.session_at and not item.unnamed else ""
    return item.unnamed, not session, session, _whose(item), not item.brings, when
