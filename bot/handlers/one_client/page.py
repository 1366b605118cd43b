"""A coach looks at one client: what they shared, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.chat import Submitted
from bot.domain.share import SharedItem
from bot.handlers.conversation import Conversation, Reply
from bot.messages.overview import one_client as say_one
from bot.messages.overview import picker as say_picker
from bot.messages.overview.one_client import NamedClient
from bot.ports import CoachSide
from bot.rules.digest import accept_notes
from bot.rules.named import named_clients


async def named(talk: Conversation) -> list[NamedClient]:
    """The clients whom this coach may name; nobody for somebody who may not coach now."""
    if not await talk.coaches():
        return []
    return await named_clients(talk.tx, talk.person.id, talk.now)


async def named_one(talk: Conversation, engagement_id: str) -> NamedClient | None:
    """The client of this engagement, if the coach may name them."""
    return next((one for one in await named(talk) if one.engagement_id == engagement_id), None)


async def everyone(talk: Conversation) -> Reply:
    """Shows the clients whom the coach may name. It does not tell how many others there are."""
    if not await talk.tx.has_invited(talk.person.id):
        return talk.note("coach-only", command="my clients")
    door: CoachSide = talk.tx
    # What nobody has read yet can still be taken back, and then nobody knows of it.
    clients = [one for one in await named(talk) if one.shown]
    marked = await door.shared_with(talk.person.id, talk.now, to_bring_up=True)
    shown = marked[: say_picker.MOST_MARKED]
    roster = say_picker.roster(talk.say, clients, shown, talk.zone)
    return [replace(roster, reference=await shown_in(talk, shown)) if shown else roster]


async def by_id(talk: Conversation, engagement_id: str, after: str | None = None) -> Reply:
    """Shows one client, from the share behind `after` on, at the press of a button."""
    found = await named_one(talk, engagement_id)
    return await show(talk, found, after) if found is not None else talk.stale()


async def picked(talk: Conversation) -> Reply:
    """Shows the client who was picked in the form."""
    what = talk.event.what
    if not isinstance(what, Submitted):
        return talk.stale()
    return await by_id(talk, what.values.get("client", ""))


async def show(talk: Conversation, one: NamedClient, after: str | None = None) -> Reply:
    """Shows a client's page, and stores which shares stand in it, so that it can be edited."""
    page, rest = say_one.one_page(talk.say, one, after)
    reference = await shown_in(talk, page)
    noted = await _noted(talk)
    notes = bool(await accept_notes(talk.tx, [one.engagement_id], talk.now))
    beside = say_one.ClientExtras(reference, noted, notes, talk.zone)
    return [replace(say_one.show(talk.say, one, page, len(rest), beside), reference=reference)]


async def which(talk: Conversation, found: Sequence[NamedClient]) -> Reply:
    """Asks which of several clients of one name is meant."""
    signs = [item for item in map(say_one.sign_of, found) if item is not None]
    reference = await shown_in(talk, signs)
    return [replace(say_one.which(talk.say, found), reference=reference)]


async def shown_in(talk: Conversation, items: Sequence[SharedItem]) -> str:
    """Notes that a message shows these shares; returns its reference.

    What is taken back must leave that message too.
    """
    door: CoachSide = talk.tx
    reference = talk.chance.new_id()
    await door.shared_in([item.share_id for item in items], reference, talk.now)
    return reference


async def _noted(talk: Conversation) -> frozenset[str]:
    door: CoachSide = talk.tx
    marked = await door.shared_with(talk.person.id, talk.now, to_bring_up=True)
    return frozenset(item.share_id for item in marked)
