"""Shows what has changed since a client said yes: the old text and the new one, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.domain.agreed import CARD_PARTS, AgreedTexts, Difference
from bot.domain.consent import Entry, yes_before
from bot.domain.engagement import Engagement
from bot.domain.profile import Profile
from bot.domain.purposes import PURPOSES, Purpose
from bot.domain.wall_time import to_the_hour
from bot.domain.words import Words
from bot.ports import Transaction
from bot.rules.changes import changed
from bot.rules.grants import terms_of, wording_now
from bot.text import CARD_SIGN, Catalogue, catalogue


async def what_changed(
    tx: Transaction, engagement: Engagement, purpose: Purpose, now: datetime
) -> Difference:
    """Compares what a client said yes to with what they would say yes to now."""
    ledger = await tx.ledger(engagement.id)
    given = yes_before(ledger, purpose, now)
    copy = await tx.agreed(engagement.id)
    others = tuple(one for one in changed(ledger, now, engagement) if one is not purpose)
    if given is None:
        return Difference(purpose, None, {}, None, wider=False, unknown=False, others=others)
    reworded = _reworded(given)
    before = copy.sentences(purpose) if copy and reworded else None
    unknown = reworded and before is None
    wider = _read_by_more(given, engagement) or _read_by_another(given, engagement)
    if (
        before is not None
        and before.text == as_read(catalogue(given.wording.language), purpose, engagement).text
    ):
        before, wider = None, True
    card = await tx.profile(engagement.coach_id) if purpose is Purpose.AGREEMENT else None
    parts = _parts_before(given, copy, card, engagement)
    kept = _kept_longer(given, engagement)
    unknown = unknown or parts is None
    return Difference(
        purpose, before, parts or {}, kept, wider=wider, unknown=unknown, others=others
    )


async def keep_as_read(
    tx: Transaction, say: Catalogue, engagement: Engagement, purpose: Purpose, now: datetime
) -> None:
    """Keeps a copy of what the client has just said yes to, sealed with the client's keys."""
    said = {purpose.value: as_read(say, purpose, engagement)}
    if purpose is Purpose.AGREEMENT:
        said |= card_parts(await tx.profile(engagement.coach_id))
    at, until = to_the_hour(now), engagement.keeps_until
    empty = AgreedTexts(engagement.id, engagement.client_id, at, until, {})
    copy = await tx.agreed(engagement.id) or empty
    await tx.save_agreed(copy.with_more(said, at, until))


def as_read(say: Catalogue, purpose: Purpose, engagement: Engagement) -> Words:
    """The sentences of a purpose as a client reads them, one a line."""
    values = {
        "until": say.full_day(engagement.ends_on),
        "erased": say.full_day(engagement.erased_on),
    }
    return Words("\n".join(say(key, **values) for key in PURPOSES[purpose].worded_by))


def card_parts(card: Profile | None) -> dict[str, Words]:
    """The parts of a coach's card that a client agrees to; empty ones without a card."""
    none = Words("")
    return {name: getattr(card, name) if card else none for name in CARD_PARTS}


def _reworded(given: Entry) -> bool:
    """True if our own sentences, or what we mean by them, are others than those of a yes."""
    card = given.wording.catalogue.partition(CARD_SIGN)[2]
    same = catalogue(given.wording.language).wording(given.purpose, card)
    return same.hash != given.wording.hash


def _parts_before(
    given: Entry, copy: AgreedTexts | None, card: Profile | None, engagement: Engagement
) -> Mapping[str, Words] | None:
    """The changed parts of the card as they were. None if they changed and no copy was kept."""
    if given.purpose is not Purpose.AGREEMENT:
        return {}
    if copy is None or not set(CARD_PARTS) <= set(copy.said):
        before = given.wording.catalogue.partition(CARD_SIGN)[2]
        today = wording_now(given.purpose, given.wording.language, engagement)
        same = before == today.catalogue.partition(CARD_SIGN)[2]
        return {} if same else None
    return {
        name: copy.said[name]
        for name, now in card_parts(card).items()
        if copy.said[name].text != now.text
    }


def _kept_longer(given: Entry, engagement: Engagement) -> tuple[datetime, datetime] | None:
    today = terms_of(given.purpose, engagement)
    if given.kept_until is None or today.kept_until is None:
        return None
    longer = today.kept_until > given.kept_until
    return (given.kept_until, today.kept_until) if longer else None


def _read_by_another(given: Entry, engagement: Engagement) -> bool:
    """True if another sponsor would read it than the one of the yes."""
    before = given.wording.catalogue.partition(CARD_SIGN)[2]
    return given.purpose is Purpose.SPONSOR and before != engagement.sponsor


def _read_by_more(given: Entry, engagement: Engagement) -> bool:
    readers = terms_of(given.purpose, engagement).readers
    return not set(readers) <= set(given.readers or ())
