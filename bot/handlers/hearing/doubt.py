"""Asks once more for a consent where the answer was neither a clear yes nor a clear no.

It also asks once more where a yes was typed to a question that was asked too long ago.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta

from bot.domain import actions
from bot.domain.action_row import Found
from bot.domain.actions import AnyRow, read_action
from bot.domain.consent import Act, Entry, asked_last
from bot.domain.purposes import Purpose
from bot.domain.words import Words
from bot.handlers import consent, joining
from bot.handlers.conversation import Conversation, Reply
from bot.messages import consent as say_consent

# A longer line is the person's own words, and no attempt at a yes or a no.
MOST_WORDS, MOST_SIGNS = 6, 40
# A typed yes counts for a consent that was asked within this time.
YES_WITHIN = timedelta(days=1)
COACHS: Mapping[AnyRow, Purpose] = {actions.DIGEST: Purpose.DIGEST, actions.BRIEFS: Purpose.BRIEF}
CONSENTS: Collection[AnyRow] = (actions.ALLOW, actions.AGREE, *COACHS)


async def ask_once_more(talk: Conversation, text: Words) -> Reply | None:
    """Shows the consent that is on offer again, with its two buttons. Nothing is switched on.

    After a second doubtful line it is left as it was. None where no consent is on offer, or the
    line is too long to be an answer to it.
    """
    asked = _on_offer(talk)
    if asked is None or not _is_short(text.text):
        return None
    if talk.person.dialogue.awaiting == "consent":
        return await leave_it(talk)
    again = await _again(talk, asked)
    if again is None:
        return None
    talk.awaits("consent")
    return talk.note("consent-doubt") + again


async def asked_long_ago(talk: Conversation, action: str) -> Reply | None:
    """Asks once more where a typed yes would press a consent of more than a day ago.

    The person may mean something else by then. The buttons themselves stay good: what they say
    stands above them. None where the yes is to something else, or to a question of today.
    """
    found = read_action(action)
    if found is None or found.row not in CONSENTS or "yes" not in found.values:
        return None
    asked = asked_last(*await _ledger_of(talk, found))
    if asked is None or talk.now - asked.at <= YES_WITHIN:
        return None
    again = await _again(talk, found)
    return talk.note("consent-once-more") + again if again is not None else None


async def again(talk: Conversation) -> Reply:
    """Asks the consent that is on offer once more, in the person's language. Else nothing."""
    asked = _on_offer(talk)
    return (await _again(talk, asked) or []) if asked is not None else []


async def _ledger_of(talk: Conversation, found: Found) -> tuple[Sequence[Entry], Purpose]:
    """The chain that a consent's button writes to, and its purpose."""
    if found.row in COACHS:
        return await talk.tx.ledger(talk.person.id), COACHS[found.row]
    purpose = found.values[1] if found.row is actions.ALLOW else Purpose.AGREEMENT
    engagement = await talk.engagement(found.values[0])
    return (await talk.tx.ledger(engagement.id) if engagement is not None else ()), purpose


async def leave_it(talk: Conversation) -> Reply | None:
    """Leaves the consent on offer as it was, also after "later". None where none is on offer."""
    if _on_offer(talk) is None:
        return None
    talk.closes = True
    return talk.note("consent-left")


async def _again(talk: Conversation, asked: Found) -> Reply | None:
    if asked.row is actions.ALLOW:
        engagement_id, purpose, _, then = asked.values
        engagement = await talk.engagement(engagement_id)
        if engagement is None:
            return None
        if then is None:
            return await joining.carry_on(talk, engagement)
        return await consent.ask(talk, engagement, purpose, then)
    if asked.row is actions.AGREE:
        engagement = await talk.engagement(asked.values[0])
        return await joining.carry_on(talk, engagement) if engagement is not None else None
    purpose = COACHS[asked.row]
    await talk.record(talk.person.id, Act.ASKED, purpose)
    return [say_consent.ask_coach(talk.say, purpose)]


def _on_offer(talk: Conversation) -> Found | None:
    """The consent that the last message asked for: its button that says yes."""
    read = (read_action(action) for _, action in talk.person.dialogue.offered)
    found = (one for one in read if one is not None and one.row in CONSENTS)
    return next((one for one in found if "yes" in one.values), None)


def _is_short(text: str) -> bool:
    return len(text.split()) <= MOST_WORDS and len(text) <= MOST_SIGNS
