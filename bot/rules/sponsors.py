"""Who pays for a coaching, and what the client has agreed to about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.consent import Entry, yes_before
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement
from bot.domain.purposes import Purpose
from bot.domain.sponsoring.sponsor import Sponsor, SponsorLine
from bot.domain.wall_time import local_date, resolve
from bot.messages.sponsoring.lines import Followed
from bot.ports import Chance, Transaction
from bot.settings import Settings

# A line leaves on the morning after it was approved, so that there is a night to think.
LEAVES_AT = time(9)
LEAVES_WITHIN = timedelta(days=3)


async def sponsor_of(tx: Transaction, settings: Settings, engagement: Engagement) -> Sponsor | None:
    """Who pays: the organisation's own setting, or else whom the coach named. None for nobody."""
    if settings.sponsor is not None:
        return settings.sponsor
    card = await tx.profile(engagement.coach_id)
    return card.sponsor if card else None


def version_of(tx: Transaction, sponsor: Sponsor) -> str:
    """A keyed hash of name and address: a yes is for this sponsor, and for no other."""
    return tx.keyed_hash("sponsor", sponsor.text)[:24]


async def with_sponsor(
    tx: Transaction, settings: Settings, engagement: Engagement
) -> tuple[Engagement, Sponsor | None]:
    """The engagement with the sponsor of today. From here on a yes is for that one.

    Where nobody is named any more it stays as it was: there is nothing to ask then.
    """
    sponsor = await sponsor_of(tx, settings, engagement)
    if sponsor is None:
        return engagement, None
    version = version_of(tx, sponsor)
    if engagement.sponsor != version:
        engagement = replace(engagement, sponsor=version)
        await tx.save_engagement(engagement)
    return engagement, sponsor


async def with_sponsor_if_asked(
    tx: Transaction,
    settings: Settings,
    engagement: Engagement | None,
    ledger: Sequence[Entry],
    now: datetime,
) -> Engagement | None:
    """The same, only where the client once said yes to lines: others are asked nothing anew."""
    if engagement is None or yes_before(ledger, Purpose.SPONSOR, now) is None:
        return engagement
    return (await with_sponsor(tx, settings, engagement))[0]


async def is_counted(
    tx: Transaction, settings: Settings, engagement: Engagement, line: SponsorLine
) -> bool:
    """Tells whether the number of sessions may stand in a line that leaves now.

    It counts those of whom this sponsor has a line already, which the sponsor knows, and this one.
    Nothing else decides, so nobody learns from it who else takes part.
    """
    if line.sessions is None:
        return False
    known = set(await tx.lines_left(f"{version_of(tx, line.sponsor)}:"))
    return len(known | {engagement.id}) >= settings.minimum_group


def leaves_on(now: datetime, zone: str) -> date:
    """The local date on which a line leaves that is approved `now` (UTC)."""
    return local_date(now, zone) + timedelta(days=1)


async def plan_line(
    tx: Transaction, chance: Chance, engagement: Engagement, line: SponsorLine, zone: str, on: date
) -> bool:
    """Plans a line for the morning of a local date. False where the coaching is over by then."""
    begins = resolve(on, LEAVES_AT, zone)
    if begins >= engagement.ends_at:
        return False
    return await tx.plan(
        Delivery(
            id=chance.new_id(),
            kind=Kind.SPONSOR_LINE,
            to=engagement.client_id,
            owner=engagement.id,
            slot=f"{version_of(tx, line.sponsor)}:{line.id}",
            not_before=begins,
            not_after=min(begins + LEAVES_WITHIN, engagement.ends_at),
            due_at=begins,
            subject=line.id,
        )
    )


async def followed_lines(tx: Transaction, engagement: Engagement) -> list[Followed]:
    """The lines that were approved, newest first, each with its delivery."""
    lines = await tx.sponsor_lines(engagement.id)
    every = await tx.deliveries(engagement.id, Kind.SPONSOR_LINE) if lines else ()
    by_line = {one.subject: one for one in every}
    return [Followed(one, by_line[one.id]) for one in lines if one.id in by_line]


async def delivery_of(tx: Transaction, line: SponsorLine) -> Delivery | None:
    """The delivery of an approved line; None for one that was only previewed."""
    every = await tx.deliveries(line.engagement_id, Kind.SPONSOR_LINE)
    return next((one for one in every if one.subject == line.id), None)


async def waiting_line(tx: Transaction, engagement: Engagement) -> Delivery | None:
    """The line that has been approved and has not left, if there is one."""
    every = await tx.deliveries(engagement.id, Kind.SPONSOR_LINE)
    return next((one for one in every if one.state is DeliveryState.PLANNED), None)
