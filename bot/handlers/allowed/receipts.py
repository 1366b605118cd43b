"""The receipts: what a person has allowed and when, to read and as a file."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.chat import Message
from bot.documents.receipt import receipt_paper
from bot.domain.consent import Grant
from bot.domain.engagement import Engagement
from bot.domain.purposes import Purpose, asked_of_client, asked_of_coach
from bot.handlers import consent
from bot.handlers.conversation import Conversation, Reply
from bot.messages import receipts as say_receipts
from bot.messages.who import WhoCoaches


async def receipts(talk: Conversation) -> Reply:
    """Shows what was allowed and when, readable and as a file.

    There is one receipt per engagement, and a coach's own.
    """
    shown: Reply = []
    for engagement in await talk.tx.engagements_of(talk.person.id):
        ledger = await talk.tx.ledger(engagement.id)
        known = {entry.purpose for entry in ledger}
        # Where nobody who pays was ever named, the receipt says nothing of lines for them.
        purposes = [one for one in asked_of_client() if one is not Purpose.SPONSOR or one in known]
        allowed = await consent.granted(talk, engagement.id, engagement, purposes)
        coach = await talk.who_coaches(engagement)
        shown.append(await _receipt(talk, engagement.id, coach, allowed, engagement))
    me = talk.person.id
    if await talk.tx.has_invited(me):
        allowed = await consent.granted(talk, me, None, asked_of_coach())
        shown.append(await _receipt(talk, me, None, allowed))
    return shown or talk.note("hello")


async def _receipt(
    talk: Conversation,
    chain: str,
    coach: WhoCoaches | None,
    whole: Sequence[tuple[Purpose, Grant | None]],
    engagement: Engagement | None = None,
) -> Message:
    ledger = await talk.tx.ledger(chain)
    organisation, policy = talk.settings.organisation, talk.settings.policy
    who = policy.organisation if policy else None
    given = (talk.say, ledger, whole, organisation, talk.now, who)
    paper = await asyncio.to_thread(receipt_paper, *given)
    shown = (talk.say, coach, ledger, whole, talk.zone, paper, talk.now, engagement, who)
    return say_receipts.receipt(*shown)
