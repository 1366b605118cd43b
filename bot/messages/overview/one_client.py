"""One client as their coach may see them: what they shared, newest first, by session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from bot.chat import Block, Heading, Message, Text
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.profile import Listed
from bot.domain.share import SharedItem
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.messages.check_ins import shared_blocks
from bot.messages.coaching import fitting
from bot.messages.common import buttons, message
from bot.messages.replying.row import reply_row
from bot.text import Catalogue


@dataclass(frozen=True, slots=True)
class NamedClient:
    """A client whose name their coach has been shown, with the client's yes.

    `listed` is what the coach may know of the engagement, if the client is on the coach's list.
    `shared` is what the coach may read now, newest first; shares without a name are not in it.
    """

    engagement_id: str
    name: Words
    listed: Listed | None
    shared: Sequence[SharedItem]

    @property
    def shown(self) -> bool:
        """True if the coach knows the name already: by the list, or from what a message showed."""
        return self.listed is not None or any(item.seen for item in self.shared)

    @property
    def met_at(self) -> datetime | None:
        """When they last met (UTC), where the client lets the coach see their sessions."""
        return self.listed.met_at if self.listed else None


@dataclass(frozen=True, slots=True)
class ClientExtras:
    """What stands beside the shares of one client.

    `shown_in` names the message. `noted` are the shares that the coach noted to bring up, and
    `notes` is true where the client accepts notes. `zone` (IANA) is the coach's.
    """

    shown_in: str
    noted: Collection[str]
    notes: bool
    zone: str


def by_session(one: NamedClient) -> list[SharedItem]:
    """What they shared since the last session, then what came before: each newest first.

    What they want to bring to the next session stands at the top.
    """
    return sorted(one.shared, key=lambda item: _part(one, item))


def one_page(
    say: Catalogue, one: NamedClient, after: str | None
) -> tuple[list[SharedItem], list[SharedItem]]:
    """Splits the shares: those for one message that a phone can show, and the rest.

    `after` is the last share of the page before.
    """
    return fitting(by_session(one), after)


def show(
    say: Catalogue,
    one: NamedClient,
    shown: Sequence[SharedItem],
    left: int,
    beside: ClientExtras,
) -> Message:
    """One page of one client. `shown` are the shares on it, and `left` is how many follow."""
    blocks: list[Block] = [Heading(say("digest-from", client=one.name)), *_known(say, one, beside)]
    for part, items in groupby(shown, key=lambda item: _part(one, item)):
        blocks += _heading(say, one, part, beside)
        for item in items:
            blocks += _shared(say, item, beside)
    if not shown:
        blocks.append(Text(say("client-nothing")))
    if left:
        last = shown[-1].share_id
        more = actions.CLIENT(one.engagement_id, last)
        blocks += [Text(say("digest-more", count=left)), buttons((say("digest-show-more"), more))]
    if shown:
        replies = reply_row(say, one.engagement_id, one.name, beside.shown_in, notes=beside.notes)
        blocks += [Text(say("digest-end"), quiet=True), replies]
    return message(say, "client-page", *blocks, _acts(say, one, written=bool(shown), beside=beside))


def which(say: Catalogue, found: Sequence[NamedClient]) -> Message:
    """Asks which of several clients with one name is meant, by what each has let the coach see."""
    blocks: list[Block] = [Text(say("client-which"))]
    for label, one in labels(say, found):
        blocks.append(Heading(label))
        blocks += _sign_of(say, one)
        opening = label, actions.CLIENT(one.engagement_id, None)
        blocks.append(buttons(opening))
    return message(say, "client-which", *blocks)


def labels(say: Catalogue, clients: Sequence[NamedClient]) -> list[tuple[str, NamedClient]]:
    """Each client with a name of their own: two with one name get a number behind it."""
    named = Counter(one.name.text for one in clients)
    so_far: Counter[str] = Counter()
    found = []
    for one in clients:
        name = one.name.text
        so_far[name] += 1
        twice = say("client-numbered", client=name, number=so_far[name])
        found.append((twice if named[name] > 1 else say("digest-from", client=name), one))
    return found


def sign_of(one: NamedClient) -> SharedItem | None:
    """The share by which a coach can tell two clients of one name apart: the newest."""
    return one.shared[0] if one.shared else None


def _sign_of(say: Catalogue, one: NamedClient) -> list[Block]:
    newest = sign_of(one)
    shared = shared_blocks(newest.heading, newest.body) if newest else ()
    if one.listed is None:
        return [*shared]
    return [Text(say("client-until", until=say.full_day(one.listed.ends_on))), *shared]


def _known(say: Catalogue, one: NamedClient, beside: ClientExtras) -> list[Block]:
    """What the client's list entry shows: the last day, and the next session."""
    if one.listed is None:
        return []
    lines = [say("client-until", until=say.full_day(one.listed.ends_on))]
    at = one.listed.session_at
    if at is not None:
        lines.append(say("client-next", moment=say.moment(at, beside.zone)))
    return [Text("\n".join(lines), quiet=True)]


def _part(one: NamedClient, item: SharedItem) -> tuple[bool, bool]:
    """Which part of the page a share stands in: whether before the last session, or to bring."""
    before = one.met_at is not None and item.approved_at <= one.met_at
    return before, before or not item.brings


def _heading(
    say: Catalogue, one: NamedClient, part: tuple[bool, bool], beside: ClientExtras
) -> list[Block]:
    before, not_to_bring = part
    if not not_to_bring:
        return [Heading(say("digest-bring"))]
    if one.met_at is None:
        return []
    day = say.full_day(local_date(one.met_at, beside.zone))
    return [Heading(say("client-before" if before else "client-since", day=day))]


def _shared(say: Catalogue, item: SharedItem, beside: ClientExtras) -> list[Block]:
    blocks: list[Block] = [*shared_blocks(item.heading, item.body)]
    if item.share_id in beside.noted:
        done = buttons((say("brought-up"), actions.BROUGHT_UP(item.share_id)))
        blocks += [Text(say("client-noted"), quiet=True), done]
    return blocks


def _acts(say: Catalogue, one: NamedClient, *, written: bool, beside: ClientExtras) -> Block:
    acts: list[tuple[str, Action]] = []
    if beside.notes and not written:
        acts.append((say("note-write", client=one.name), actions.NOTE(one.engagement_id)))
    if written:
        acts.append((say("client-brief"), actions.BRIEF_NOW(one.engagement_id)))
    if one.listed is not None:
        acts.append((say("client-session"), actions.SESSION(one.engagement_id, "set")))
    acts.append((say("client-suggest"), actions.SUGGEST_FOR(one.engagement_id)))
    acts.append((say("client-end"), actions.END(one.engagement_id, None)))
    return buttons(*acts)
