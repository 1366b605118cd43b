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
from bot.handlers import privacy
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.sharing import sightings_of, take_out
from bot.messages import erasing as say_erasing
from bot.ports import ErasureUnfinishedError, Own
from bot.rules.erase_scope import EraseScope, all_of, counts_of, engagements_of, shares_of, within
from bot.understand import read_past_day

PARTS = {"week": 7, "month": 30}


async def ask(conversation: Conversation) -> Reply:
    if not conversation.known:
        return await privacy.hold(conversation)
    return [say_erasing.ask(conversation.say)]


async def erase(conversation: Conversation, answer: EraseAnswer | None = None) -> Reply:
    """Erases everything once it is confirmed, or asks which part."""
    if answer is None:
        return await ask(conversation)
    if answer == "no":
        return conversation.note("erase-kept")
    if not conversation.known:
        return conversation.stale()
    if answer == "part":
        return [say_erasing.which_part(conversation.say)]
    coaches = await _coaches(conversation)
    certificate = await everything(conversation)
    return [say_erasing.erased(conversation.say, conversation.person, coaches, certificate)]


async def everything(conversation: Conversation) -> Certificate:
    """Stops, takes what was shown out of the coaches' chats, and says what the erase will take.

    Destroys nothing yet: `destroy` does, once the certificate is composed.
    """
    scopes = [
        await all_of(conversation.tx, engagement)
        for engagement in await engagements_of(conversation.tx, conversation.person.id)
    ]
    stays = await conversation.tx.has_invited(conversation.person.id)
    await privacy.stop(conversation)
    proof = 0
    for one in scopes:
        proof += len(await conversation.tx.ledger(one.engagement.id))
    taken_out = await _take_out(conversation, scopes)
    conversation.doomed = True
    conversation.known = False
    if not stays:
        conversation.clearing.append(Own())
    return _certificate(conversation, scopes, proof, taken_out, stays=stays)


async def destroy(conversation: Conversation) -> None:
    """Destroys the keys and the rows of a person who is doomed. No rollback undoes it.

    Call it last in the transaction: whatever can fail before it leaves everything as it was.
    Raises ErasureUnfinishedError where the keys are gone and the rows are not.
    """
    if not conversation.doomed:
        return
    try:
        await conversation.tx.erase_client(conversation.person.id, conversation.now)
    except ErasureUnfinishedError:
        conversation.erasing = True
        raise
    conversation.erasing = True


async def part(conversation: Conversation, which: ErasePart) -> Reply:
    """Answers the buttons under "only a part"."""
    if which == "one":
        return [say_erasing.pick(conversation.say, await _newest(conversation), conversation.zone)]
    if which == "days":
        return [say_erasing.ask_days(conversation.say)]
    if which not in PARTS:
        return conversation.stale()
    return await _confirm(
        conversation, conversation.today - timedelta(days=PARTS[which] - 1), conversation.today
    )


async def days(conversation: Conversation) -> Reply:
    """Reads the form with a first and a last day, and asks for the one confirmation."""
    what = conversation.event.what
    values = what.values if isinstance(what, Submitted) else {}
    language = conversation.person.language
    first = read_past_day(values.get("from", ""), language, conversation.today)
    last = read_past_day(values.get("to", ""), language, conversation.today)
    if first is None or last is None or last < first:
        return [*conversation.note("erase-days-unreadable"), say_erasing.ask_days(conversation.say)]
    return await _confirm(conversation, first, last)


async def days_confirmed(conversation: Conversation, first: date, last: date) -> Reply:
    since, until = _bounds(conversation, first, last)
    scopes = [
        await within(conversation.tx, one, since, until)
        for one in await engagements_of(conversation.tx, conversation.person.id)
    ]
    return await _erase_part(conversation, scopes, Own(since=since, until=until))


async def one(conversation: Conversation, answer_id: str) -> Reply:
    """Shows the picked answer once more, with the one confirmation."""
    for engagement in await engagements_of(conversation.tx, conversation.person.id):
        answer = await conversation.tx.answer(engagement.id, answer_id)
        if answer is not None:
            return [say_erasing.confirm_one(conversation.say, answer)]
    return conversation.stale()


async def one_confirmed(conversation: Conversation, answer_id: str) -> Reply:
    for engagement in await engagements_of(conversation.tx, conversation.person.id):
        answer = await conversation.tx.answer(engagement.id, answer_id)
        if answer is not None:
            scopes = EraseScope(
                engagement, [answer], [], await shares_of(conversation.tx, engagement, [answer])
            )
            return await _erase_part(conversation, [scopes], Own(quoting=answer.words))
    return conversation.stale()


async def _confirm(conversation: Conversation, first: date, last: date) -> Reply:
    since, until = _bounds(conversation, first, last)
    scopes = [
        await within(conversation.tx, one, since, until)
        for one in await engagements_of(conversation.tx, conversation.person.id)
    ]
    if not any(one.ids for one in scopes):
        return conversation.note("erase-part-nothing")
    counts = counts_of(scopes)
    return [say_erasing.confirm_days(conversation.say, first, last, counts)]


async def _erase_part(conversation: Conversation, scopes: Sequence[EraseScope], own: Own) -> Reply:
    if not any(one.ids for one in scopes):
        return conversation.stale()
    coaches = await _coaches(conversation, scopes)
    taken_out = await _take_out(conversation, scopes)
    certificate = _certificate(conversation, scopes, 0, taken_out, stays=True)
    told = say_erasing.erased_part(conversation.say, conversation.person, coaches, certificate)
    await conversation.erase([key for one in scopes for key in one.ids])
    if own.quoting is not None or own.since is not None:
        conversation.clearing.append(own)
    return [told]


async def _take_out(conversation: Conversation, scopes: Sequence[EraseScope]) -> int:
    count = 0
    for one in scopes:
        ids = {share.id for share in one.shares}
        seen = await sightings_of(conversation, one.engagement, ids)
        count += await take_out(conversation, one.engagement, seen)
    return count


async def _coaches(
    conversation: Conversation, scopes: Sequence[EraseScope] | None = None
) -> list[say_erasing.Told]:
    """Returns the coaches who had been shown anything of it, and since when."""
    if scopes is None:
        scopes = [
            await all_of(conversation.tx, engagement)
            for engagement in await engagements_of(conversation.tx, conversation.person.id)
        ]
    told: dict[str, say_erasing.Told] = {}
    for one in scopes:
        seen = await sightings_of(conversation, one.engagement, {share.id for share in one.shares})
        if seen and one.engagement.coach_id not in told:
            name = await conversation.coach_name(one.engagement)
            told[one.engagement.coach_id] = say_erasing.Told(name, seen[0].at)
    return list(told.values())


async def _newest(conversation: Conversation) -> list[Answer]:
    found = [
        a
        for e in await engagements_of(conversation.tx, conversation.person.id)
        for a in await conversation.tx.answers(e.id)
    ]
    return sorted(found, key=lambda answer: answer.at, reverse=True)


def _bounds(conversation: Conversation, first: date, last: date) -> tuple[datetime, datetime]:
    midnight = time(0)
    zone = str(ZoneInfo(conversation.zone))
    return resolve(first, midnight, zone), resolve(last + timedelta(days=1), midnight, zone)


def _certificate(
    conversation: Conversation,
    scopes: Sequence[EraseScope],
    proof: int,
    taken_out: int,
    *,
    stays: bool,
) -> Certificate:
    counts = counts_of(scopes)
    return Certificate(
        at=conversation.now,
        answers=counts.answers,
        steps=counts.steps,
        shares=counts.shares,
        proof=proof,
        taken_out=taken_out,
        backups_until=conversation.today + timedelta(days=conversation.settings.backup_days),
        stays_as_coach=stays,
        turned_by_hand=conversation.tx.turned_by_hand(),
    )
