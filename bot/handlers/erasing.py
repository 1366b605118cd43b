"""Erases everything, a time span, or one answer, after one confirmation.

What the person will read is composed first, and the keys are destroyed last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat import Submitted
from bot.domain.actions import EraseAnswer, ErasePart
from bot.domain.check_in import Answer
from bot.domain.consent import Act, Entry, Purpose
from bot.domain.delivery import Kind
from bot.domain.retention import Certificate
from bot.domain.wall_time import resolve
from bot.domain.words import Words
from bot.handlers import stored_data
from bot.handlers.answers import ending_of_answer
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.hearing import stopping
from bot.messages import erasing as say_erasing
from bot.ports import DamagedError, ErasureUnfinishedError, Own
from bot.rules.endings import Ending, ending_of
from bot.rules.erase_scope import all_of, counts_of, engagements_of, within
from bot.understand import read_past_day

PARTS = {"week": 7, "month": 30}
# The purposes under which a coach reads the client's name.
NAMING = (Purpose.LISTED, Purpose.SHARE_WORDS, Purpose.SHARE_MARKS)


async def ask(talk: Conversation) -> Reply:
    if talk.known:
        return [say_erasing.ask(talk.say)]
    if await _platform_keeps(talk):
        return [say_erasing.ask_stranger(talk.say)]
    return await stored_data.hold(talk)


async def erase(talk: Conversation, answer: EraseAnswer | None = None) -> Reply:
    """Erases everything once it is confirmed, or asks which part."""
    if answer is None:
        return await ask(talk)
    if answer == "no":
        return talk.note("erase-kept")
    if not talk.known:
        return await _stranger(talk, answer)
    if answer == "part":
        return [say_erasing.which_part(talk.say)]
    ending = await _everything(talk)
    named = await _named_to(talk, ending)
    certificate = await prepare_full_erase(talk)
    shown = (await talk.what_ends(ending)).shown
    return [say_erasing.erased(talk.say, talk.person, shown, named, certificate)]


async def _stranger(talk: Conversation, answer: EraseAnswer) -> Reply:
    """Erases what the platform keeps of somebody whom the bot does not know."""
    if answer != "yes" or not await _platform_keeps(talk):
        return talk.stale()
    await talk.tx.forget_traces(talk.person.address)
    talk.clearing.append(Own())
    return [say_erasing.erased_of_stranger(talk.say, talk.person)]


async def _platform_keeps(talk: Conversation) -> bool:
    if talk.platform_rows is None:
        return False
    return any((await talk.platform_rows.rows_about(talk.person.address)).values())


async def prepare_full_erase(talk: Conversation) -> Certificate:
    """Stops, takes the shares out of the coaches' chats, and counts what the erase will take.

    Destroys nothing: `destroy` does that as the last step, once the certificate is composed.
    """
    ending = await _everything(talk)
    await talk.redraw(*(one.engagement.coach_id for one in ending.parts))
    stays = await talk.tx.has_invited(talk.person.id)
    await stopping.stop(talk)
    ledgers = [await _ledger(talk, one.engagement.id) for one in ending.parts]
    proof = sum(len(one) for one in ledgers if one is not None)
    coachs = await stored_data.coachs_own(talk)
    await talk.take_out(ending)
    talk.erase_planned = True
    talk.known = False
    # Who stays as a coach keeps the chat, but no message in it that quotes them as a client.
    talk.clearing += ending.clearing if stays else [Own()]
    named = len(await _named_to(talk, ending))
    proof += coachs.ledger_entries
    done = replace(_certificate(talk, ending, proof, stays=stays), named=named)
    done = replace(done, proof_damaged=None in ledgers, mailed=await _mailed(talk, ending))
    return replace(done, kept_of_coach=coachs.kept) if stays else done


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
    span = Own(since=since, until=until)
    return await _erase_part(talk, await ending_of(talk.tx, talk.say, scopes, span))


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
            return await _erase_part(talk, await ending_of_answer(talk, engagement, answer))
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


async def _erase_part(talk: Conversation, ending: Ending) -> Reply:
    if not ending.ids:
        return talk.stale()
    shown = (await talk.what_ends(ending)).shown
    certificate = _certificate(talk, ending, 0, stays=True)
    certificate = replace(certificate, mailed=await _mailed(talk, ending, erased_only=True))
    told = say_erasing.erased_part(talk.say, talk.person, shown, certificate)
    await talk.end(ending)
    return [told]


async def _everything(talk: Conversation) -> Ending:
    engagements = await engagements_of(talk.tx, talk.person.id)
    return await ending_of(talk.tx, talk.say, [await all_of(talk.tx, one) for one in engagements])


async def _named_to(talk: Conversation, ending: Ending) -> list[Words]:
    """The coaches to whom the bot may ever have named this client: by a share, or on their list."""
    names: dict[str, Words] = {}
    for part in ending.parts:
        ledger = await _ledger(talk, part.engagement.id)
        # Where nobody can tell, the coach may have read the name.
        if ledger is None or any(one.act is Act.GIVEN and one.purpose in NAMING for one in ledger):
            names.setdefault(part.engagement.coach_id, await talk.coach_name(part.engagement))
    return list(names.values())


async def _mailed(talk: Conversation, ending: Ending, *, erased_only: bool = False) -> int:
    """How many lines for whoever pays have left by mail, or perhaps have."""
    found = 0
    for part in ending.parts:
        lines = {line.id for line in part.scope.lines}
        for one in await talk.tx.deliveries(part.engagement.id, Kind.SPONSOR_LINE):
            mine = one.subject in lines or not erased_only
            found += mine and one.state.may_have_arrived
    return found


async def _ledger(talk: Conversation, chain: str) -> Sequence[Entry] | None:
    """Returns a chain, or None for a damaged one: it keeps nobody from being erased."""
    try:
        return await talk.tx.ledger(chain)
    except DamagedError:
        return None


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


def _certificate(talk: Conversation, ending: Ending, proof: int, *, stays: bool) -> Certificate:
    counts = counts_of([part.scope for part in ending.parts])
    return Certificate(
        at=talk.now,
        answers=counts.answers,
        steps=counts.steps,
        shares=counts.shares,
        proof=proof,
        taken_out=ending.amends,
        backups_until=talk.today + timedelta(days=talk.settings.backup_days),
        stays_as_coach=stays,
        turned_by_hand=talk.tx.turned_by_hand(),
    )
