"""A client's lines for whoever pays: preview, approval, and back while that is possible."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.chat import Submitted
from bot.domain import actions
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.limits import SPONSOR_SENTENCE, beyond
from bot.domain.sponsoring.sponsor import Sponsor, SponsorLine, read_sessions
from bot.domain.words import Words
from bot.handlers import consent
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.sponsoring import naming
from bot.messages.sponsoring import lines as say_lines
from bot.rules.endings import ending_of
from bot.rules.erase_scope import EraseScope
from bot.rules.sponsors import (
    delivery_of,
    followed_lines,
    leaves_on,
    plan_line,
    sponsor_of,
    waiting_line,
    with_sponsor,
)

# What was only previewed is gone the day after.
PREVIEWED_FOR = timedelta(days=1)


async def show(talk: Conversation) -> Reply:
    """Shows who pays and what they got; a coach can name them here."""
    shown: Reply = []
    for engagement in await talk.joined():
        sponsor = await sponsor_of(talk.tx, talk.settings, engagement)
        followed = await followed_lines(talk.tx, engagement)
        shown.append(say_lines.show(talk.say, engagement.id, sponsor, followed, talk.zone))
    if await talk.coaches():
        shown += await naming.ask(talk)
    return shown or talk.note("sponsor-none")


async def begin(talk: Conversation, engagement_id: str) -> Reply:
    """Asks for a line, and for the purpose before it where that is not allowed."""
    engagement = await consent.under_way(talk, engagement_id)
    if engagement is None:
        return talk.stale()
    engagement, sponsor = await with_sponsor(talk.tx, talk.settings, engagement)
    if sponsor is None:
        return talk.note("sponsor-none")
    if await consent.agreement_waits(talk, engagement):
        talk.then = actions.AGREEMENT()
        return []
    if await talk.grant(engagement.id, Purpose.SPONSOR) is None:
        then = actions.SPONSOR_LINE(engagement.id)
        return await consent.ask(talk, engagement, Purpose.SPONSOR, then)
    if await waiting_line(talk.tx, engagement) is not None:
        return talk.note("sponsor-line-waiting") + await show(talk)
    return [say_lines.ask(talk.say, engagement.id, None)]


async def submit(talk: Conversation, engagement_id: str) -> Reply:
    """Previews the whole mail. Nothing of it leaves before it is approved."""
    what = talk.event.what
    engagement, sponsor = await _allowed(talk, engagement_id)
    if not isinstance(what, Submitted) or engagement is None or sponsor is None:
        return await begin(talk, engagement_id)
    sentence = Words(what.values.get("sentence", "").strip())
    sessions, readable = read_sessions(what.values.get("sessions", ""))
    if too_much := beyond(sentence.text, SPONSOR_SENTENCE):
        return talk.note("too-long", **too_much.told)
    if not sentence.text or not readable:
        key = "sponsor-line-number" if sentence.text else "sponsor-line-empty"
        return [say_lines.ask_again(talk.say, engagement.id, sentence, key)]
    line = SponsorLine(
        id=talk.chance.new_id(),
        engagement_id=engagement.id,
        client_id=talk.person.id,
        sponsor=sponsor,
        client=talk.person.name,
        sentence=sentence,
        sessions=sessions,
        language=talk.say.language,
        at=talk.now,
        until=min(engagement.keeps_until, talk.now + PREVIEWED_FOR),
    )
    await talk.tx.save_sponsor_line(line)
    return _preview(talk, line)


async def send(talk: Conversation, line_id: str, fingerprint: str) -> Reply:
    """Plans exactly the previewed mail. If anything of it has changed since, previews again."""
    line = await _own(talk, line_id)
    if line is None:
        return talk.stale()
    if await delivery_of(talk.tx, line) is not None:
        return talk.note("already-done")
    engagement, sponsor = await _allowed(talk, line.engagement_id)
    if engagement is None or sponsor is None:
        return await begin(talk, line.engagement_id)
    if await waiting_line(talk.tx, engagement) is not None:
        return talk.note("sponsor-line-waiting")
    approved = replace(line, sponsor=sponsor, client=talk.person.name)
    if _fingerprint(talk, approved) != fingerprint:
        await talk.tx.save_sponsor_line(approved)
        return _preview(talk, approved, changed=True)
    on = leaves_on(talk.now, talk.zone)
    if not await plan_line(talk.tx, talk.chance, engagement, approved, talk.zone, on):
        return talk.note("sponsor-too-late")
    until = talk.kept_until(engagement, line.at)
    await talk.tx.save_sponsor_line(replace(approved, until=until))
    return [say_lines.on_its_way(talk.say, approved, on)]


async def drop(talk: Conversation, line_id: str) -> Reply:
    """Handles "Don't send" below a preview."""
    line = await _own(talk, line_id)
    if line is None or await delivery_of(talk.tx, line) is not None:
        return talk.note("already-done")
    await _erase(talk, line)
    return talk.note("sponsor-dropped")


async def take_back(talk: Conversation, line_id: str) -> Reply:
    """Keeps a line from leaving, or deletes it here and says that it lies in a mailbox."""
    line = await _own(talk, line_id)
    delivery = await delivery_of(talk.tx, line) if line else None
    if line is None or delivery is None:
        return talk.stale()
    told = say_lines.taken_back(talk.say, delivery, talk.zone)
    await _erase(talk, line)
    return [told]


async def _allowed(
    talk: Conversation, engagement_id: str
) -> tuple[Engagement | None, Sponsor | None]:
    """The engagement and its sponsor, if the client's yes is for that one."""
    engagement = await consent.under_way(talk, engagement_id)
    if engagement is None:
        return None, None
    engagement, sponsor = await with_sponsor(talk.tx, talk.settings, engagement)
    granted = await talk.grant(engagement.id, Purpose.SPONSOR)
    return (engagement, sponsor) if granted is not None else (None, None)


async def _own(talk: Conversation, line_id: str) -> SponsorLine | None:
    """A line of this client, also of an engagement that is over."""
    for engagement in await talk.tx.engagements_of(talk.person.id):
        found = await talk.tx.sponsor_line(engagement.id, line_id)
        if found is not None:
            return found
    return None


async def _erase(talk: Conversation, line: SponsorLine) -> None:
    engagement = await talk.tx.engagement(line.engagement_id)
    if engagement is None:
        return
    await talk.end(await ending_of(talk.tx, talk.say, [EraseScope(engagement, lines=[line])]))


def _preview(talk: Conversation, line: SponsorLine, *, changed: bool = False) -> Reply:
    on, group = leaves_on(talk.now, talk.zone), talk.settings.minimum_group
    fingerprint = _fingerprint(talk, line)
    return [say_lines.preview(talk.say, line, fingerprint, on, group, changed=changed)]


def _fingerprint(talk: Conversation, line: SponsorLine) -> str:
    return talk.tx.keyed_hash("sponsor-line", line.text)[:24]
