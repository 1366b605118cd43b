"""All clients whom a coach may name, to pick one: readable on a phone, however many they are."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Block, ChoiceField, Form, Heading, Message, Option, Text
from bot.domain import actions
from bot.domain.foreign import short_name
from bot.domain.profile import Listed
from bot.domain.share import SharedItem
from bot.messages.check_ins import shared_blocks
from bot.messages.clients import listed_line
from bot.messages.common import buttons, message
from bot.messages.overview.one_client import NamedClient, labels
from bot.text import Catalogue

# So many clients get a button each; more are a menu, which stays short on a phone.
MOST_BUTTONS = 6
# A menu of a platform holds so many choices, and shows so many characters of one.
MOST_IN_MENU, IN_ONE_CHOICE = 100, 70
# So many of those on the list stand above the menu.
MOST_LINES = 8
MOST_MARKED = 10


def roster(
    say: Catalogue, clients: Sequence[NamedClient], marked: Sequence[SharedItem], zone: str
) -> Message:
    """The clients by name, and what the coach noted to bring up.

    Above a menu stand a few of those on the list, who meets next first.
    """
    blocks: list[Block] = [Text(say("clients-none"))]
    if clients:
        named = labels(say, clients)
        many = len(clients) > MOST_BUTTONS
        blocks = [Heading(say("clients-heading")), *_lines(say, clients, zone, many=many)]
        blocks.append(_menu(say, named) if many else _row(say, named))
        blocks.append(Text(say("clients-type"), quiet=True))
    if marked:
        blocks.append(Heading(say("bring-up-heading")))
    for item in marked[:MOST_MARKED]:
        blocks.append(Text(say("digest-from", client=item.client_name)))
        blocks += shared_blocks(item.heading, item.body)
        blocks.append(buttons((say("brought-up"), actions.BROUGHT_UP(item.share_id))))
    leave = buttons((say("clients-end-all"), actions.END_ALL(None)))
    return message(say, "clients-heading", *blocks, leave)


def _lines(say: Catalogue, clients: Sequence[NamedClient], zone: str, *, many: bool) -> list[Block]:
    """What the coach may know of those on the list: one line each."""
    listed = [one.listed for one in clients if one.listed is not None]
    if many:
        listed = sorted(listed, key=_next_session)[:MOST_LINES]
    return [Text(listed_line(say, one, zone)) for one in listed]


def _next_session(one: Listed) -> tuple[bool, str]:
    """The sort key: the soonest session first, then those without one."""
    at = one.session_at
    return at is None, at.isoformat() if at is not None else one.client_name.text.casefold()


def _row(say: Catalogue, named: Sequence[tuple[str, NamedClient]]) -> Block:
    return buttons(
        *(
            (_opening(say, label, one), actions.CLIENT(one.engagement_id, None))
            for label, one in named
        )
    )


def _opening(say: Catalogue, label: str, one: NamedClient) -> str:
    """The label of a button: a name with a number behind it stays as it is."""
    alone = label == say("digest-from", client=one.name)
    return say("clients-open", client=one.name) if alone else label


def _menu(say: Catalogue, named: Sequence[tuple[str, NamedClient]]) -> Block:
    options = tuple(
        Option(one.engagement_id, short_name(label, IN_ONE_CHOICE))
        for label, one in named[:MOST_IN_MENU]
    )
    field = ChoiceField("client", say("clients-pick"), options, options[0].value)
    return Form(actions.CLIENT_PICKED(), (field,), say("clients-pick-open"))
