"""Erases everything, a time span, or one answer, after one confirmation.

What the person will read is composed first, and the keys are destroyed last.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat import Submitted
from bot.domain.actions import EraseAnswer, ErasePart
from bot.domain.check_in import Answer
from bot.domain.retention import Certificate
from bot.domain.wall_time import resolve
from bot.handlers import stored_data
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.hearing import stopping
from bot.handlers.sharing import sightings_of, take_out
from bot.messages import erasing as say_erasing
from bot.ports import ErasureUnfinishedError, Own
from bot.rules.erase_scope import EraseScope, all_of, counts_of, engagements_of, shares_of, within
from bot.understand import read_past_day

PARTS = {"week": 7, "month": 30}


async def ask(talk: Conversation) -> Reply:
    if not talk.known:
        return await stored_data.hold(talk)
    return [say_erasing.ask(talk.say)]


async def erase(talk: Conversation, answer: EraseAnswer | None = None) -> Reply:
    """Erases everything once it is confirmed, or asks which part."""
    if answer is None:
        return await ask(talk)
    if answer == "no":
        return talk.note("erase-kept")
    if not talk.known:
        return talk.stale()
    if answer == "part":
        return [say_erasing.which_part(talk.say)]
    coaches = await _coaches(talk)
    certificate = await prepare_full_erase(talk)
    return [say_erasing.erased(talk.say, talk.person, coaches, certificate)]


async def prepare_full_erase(talk: Conversation) -> Certificate:
    """Stops, takes the shares out of the coaches' chats, and counts what the erase will take.

    Destroys nothing: `destroy` does that as the last step, once the certificate is composed.
    """
    scopes = [
        await all_of(talk.tx, engagement)
        for engagement in await engagements_of(talk.tx, talk.person.id)
    ]
    stays = await talk.tx.has_invited(talk.person.id)
    await stopping.stop(talk)
    proof = 0
    for one in scopes:
        proof += len(await talk.tx.ledger(one.engagement.id))
    taken_out = await _take_out(talk, scopes)
    talk.erase_planned = True
    talk.known = False
    if not stays:
        talk.clearing.append(Own())
    return _certificate(talk, scopes, proof, taken_out, stays=stays)


async def destroy(talk: Conversation) -> None:
    """Destroys the keys and the rows of a person whose erase is planned. No rollback undoes it.

    Call it last in the transaction: any failure before it leaves everything as it was. Raises
    ErasureUnfinishedError if the keys are gone and the rows are not.
    """
    if not talk.erase_planned:
        return
    try:
        await talk.tx.erase_client(talk.person.id, talk.now)
    except ErasureUnfinishedError:
        talk.erase_begun = True
        raise
    talk.erase_begun = True


async def part(talk: Conversation, which: ErasePart) -> Reply:
    """Answers the buttons under "only a part"."""
    if which == "one":
        return [say_erasing.pick(talk.say, await _newest(talk), talk.zone)]
    if which == "days":
        return [say_erasing.ask_days(talk.say)]
    if which not in PARTS:
        return talk.stale()
    return await _confirm(talk, talk.today - timedelta(days=PARTS[which] - 1), talk.today)


async def days(talk: Conversation) -> Reply:
    """Reads the form with a first and a last day, and asks for the one confirmation."""
    what = talk.event.what
    values = what.values if isinstance(what, Submitted) else {}
    language = talk.person.language
    first = read_past_day(values.get("from", ""), language, talk.today)
    last = read_past_day(values.get("to", ""), language, talk.today)
    if first is None or last is None or last < first:
        return [*talk.note("erase-days-unreadable"), say_erasing.ask_days(talk.say)]
    return await _confirm(talk, first, last)


async def days_confirmed(talk: Conversation, first: date, last: date) -> Reply:
    since, until = _bounds(talk, first, last)
    scopes = [
        await within(talk.tx, one, since, until)
        for one in await engagements_of(talk.tx, talk.person.id)
    ]
    return await _erase_part(talk, scopes, Own(since=since, until=until))


async def one(talk: Conversation, answer_id: str) -> Reply:
    """Shows the picked answer once more, with the one confirmation."""
    for engagement in await engagements_of(talk.tx, talk.person.id):
        answer = await talk.tx.answer(engagement.id, answer_id)
        if answer is not None:
            return [say_erasing.confirm_one(talk.say, answer)]
    return talk.stale()


async def one_confirmed(talk: Conversation, answer_id: str) -> Reply:
    for engagement in await engagements_of(talk.tx, talk.person.id):
        answer = await talk.tx.answer(engagement.id, answer_id)
        if answer is not None:
            scopes = EraseScope(
                engagement, [answer], [], await shares_of(talk.tx, engagement, [answer])
            )
            return await _erase_part(talk, [scopes], Own(quoting=answer.words))
    return talk.stale()


async def _confirm(talk: Conversation, first: date, last: date) -> Reply:
    since, until = _bounds(talk, first, last)
    scopes = [
        await within(talk.tx, one, since, until)
        for one in await engagements_of(talk.tx, talk.person.id)
    ]
    if not any(one.ids for one in scopes):
        return talk.note("erase-part-nothing")
    counts = counts_of(scopes)
    return [say_erasing.confirm_days(talk.say, first, last, counts)]


async def _erase_part(talk: Conversation, scopes: Sequence[EraseScope], own: Own) -> Reply:
    if not any(one.ids for one in scopes):
        return talk.stale()
    coaches = await _coaches(talk, scopes)
    taken_out = await _take_out(talk, scopes)
    certificate = _certificate(talk, scopes, 0, taken_out, stays=True)
    told = say_erasing.erased_part(talk.say, talk.person, coaches, certificate)
    await talk.erase([key for one in scopes for key in one.ids])
    if own.quoting is not None or own.since is not None:
        talk.clearing.append(own)
    return [told]


async def _take_out(talk: Conversation, scopes: Sequence[EraseScope]) -> int:
    count = 0
    for one in scopes:
        ids = {share.id for share in one.shares}
        seen = await sightings_of(talk, one.engagement, ids)
        count += await take_out(talk, one.engagement, seen)
    return count


async def _coaches(
    talk: Conversation, scopes: Sequence[EraseScope] | None = None
) -> list[say_erasing.Told]:
    """Returns the coaches who were shown anything that the erase takes, and since when."""
    if scopes is None:
        scopes = [
            await all_of(talk.tx, engagement)
            for engagement in await engagements_of(talk.tx, talk.person.id)
        ]
    told: dict[str, say_erasing.Told] = {}
    for one in scopes:
        seen = await sightings_of(talk, one.engagement, {share.id for share in one.shares})
        if seen and one.engagement.coach_id not in told:
            name = await talk.coach_name(one.engagement)
            told[one.engagement.coach_id] = say_erasing.Told(name, seen[0].at)
    return list(told.values())


async def _newest(talk: Conversation) -> list[Answer]:
    found = [
        a
        for e in await engagements_of(talk.tx, talk.person.id)
        for a in await talk.tx.answers(e.id)
    ]
    return sorted(found, key=lambda answer: answer.at, reverse=True)


def _bounds(talk: Conversation, first: date, last: date) -> tuple[datetime, datetime]:
    midnight = time(0)
    zone = str(ZoneInfo(talk.zone))
    return resolve(first, midnight, zone), resolve(last + timedelta(days=1), midnight, zone)


def _certificate(
    talk: Conversation, scopes: Sequence[EraseScope], proof: int, taken_out: int, *, stays: bool
) -> Certificate:
    counts = counts_of(scopes)
    return Certificate(
        at=talk.now,
        answers=counts.answers,
        steps=counts.steps,
        shares=counts.shares,
        proof=proof,
        taken_out=taken_out,
        backups_until=talk.today + timedelta(days=talk.settings.backup_days),
        stays_as_coach=stays,
        turned_by_hand=talk.tx.turned_by_hand(),
    )
