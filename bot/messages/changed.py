"""Messages that tell what has changed since a yes, and ask anew."""

from __future__ import annotations

from bot.chat import Block, Message, Quote, Text
from bot.domain import actions
from bot.domain.agreed import Difference
from bot.domain.engagement import Engagement
from bot.domain.profile import Profile
from bot.domain.purposes import Purpose
from bot.domain.sponsoring.sponsor import Sponsor
from bot.messages.common import message
from bot.messages.consent import ask
from bot.messages.joining import agreement, name_of
from bot.messages.who import WhoCoaches
from bot.text import Catalogue


def what_changed(say: Catalogue, engagement: Engagement, change: Difference) -> Message:
    """Tells what is different. The coach's own words stand in the card that is asked below it."""
    return message(say, "asked-again", *_told(say, engagement, change))


def asked_anew(
    say: Catalogue,
    engagement: Engagement,
    coach: WhoCoaches,
    change: Difference,
    card: Profile | None,
    sponsor: Sponsor | None = None,
) -> Message:
    """Tells what is different, and asks for it, in one message with the buttons of the question."""
    if change.purpose is Purpose.AGREEMENT:
        asks = agreement(say, engagement, coach, card, change.parts, sponsor)
    else:
        named = sponsor if change.purpose is Purpose.SPONSOR else None
        asks = ask(say, engagement, coach, change.purpose, actions.SWITCHED, named)
    return message(say, "asked-anew", *_told(say, engagement, change), *asks.blocks)


def _told(say: Catalogue, engagement: Engagement, change: Difference) -> list[Block]:
    whole = change.purpose is Purpose.AGREEMENT
    blocks: list[Block] = [Text(say("asked-again-agreement" if whole else "asked-again"))]
    if change.others:
        named = say.items([name_of(say, one) for one in change.others])
        blocks.append(Text(say("changed-also", purposes=named)))
    if change.kept is not None:
        before, after = (say.full_day(engagement.gone_on(at)) for at in change.kept)
        blocks.append(Text(say("changed-kept", before=before, after=after)))
    if change.none_left:
        blocks.append(Text(say("changed-back")))
    if change.wider:
        blocks.append(Text(say("changed-wider")))
    if change.unknown:
        blocks.append(Text(say("changed-unknown")))
    if change.before is not None:
        blocks += [Text(say("changed-before"), quiet=True), Quote(change.before)]
        blocks.append(Text(say("changed-now"), quiet=True))
    return blocks
