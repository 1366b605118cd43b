"""Erase: everything, a time span, or one answer. One confirmation, then keys and rows are gone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat import Submitted
from bot.domain.check_in import Answer
from bot.domain.retention import Certificate
from bot.domain.wall_time import resolve
from bot.handlers import privacy
from bot.handlers.conversation import Reply, Scene
from bot.handlers.sharing import sightings_of, take_out
from bot.messages import erasing as say_erasing
from bot.ports import ErasureUnfinishedError, Own
from bot.rules.erase_scope import Doomed, all_of, counts_of, engagements_of, shares_of, within
from bot.understand import read_past_day

PARTS = {"week": 7, "month": 30}


async def ask(scene: Scene) -> Reply:
    if not scene.known:
        return await privacy.hold(scene)
    return [say_erasing.ask(scene.say)]


async def erase(scene: Scene, answer: str = "ask") -> Reply:
    """Everything, confirmed; or a part, which is then asked for."""
    if answer == "ask":
        return await ask(scene)
    if answer == "no":
        return scene.note("erase-kept")
    if not scene.known or answer not in ("yes", "part"):
        return scene.stale()
    if answer == "part":
        return [say_erasing.which_part(scene.say)]
    coaches = await _coaches(scene)
    certificate = await everything(scene)
    return [say_erasing.erased(scene.say, scene.person, coaches, certificate)]


async def everything(scene: Scene) -> Certificate:
    """Stops, takes what was shown out of the coaches' chats, and destroys the keys and the rows."""
    doomed = [
        await all_of(scene.tx, engagement)
        for engagement in await engagements_of(scene.tx, scene.person.id)
    ]
    stays = await scene.tx.has_invited(scene.person.id)
    await privacy.stop(scene)
    proof = 0
    for one in doomed:
        proof += len(await scene.tx.ledger(one.engagement.id))
    taken_out = await _take_out(scene, doomed)
    try:
        await scene.tx.erase_client(scene.person.id, scene.now)
    except ErasureUnfinishedError:
        scene.erasing = True
        raise
    scene.erasing = True
    scene.known = False
    if not stays:
        scene.clearing.append(Own())
    return _certificate(scene, doomed, proof, taken_out, stays=stays)


async def part(scene: Scene, which: str) -> Reply:
    """The buttons under "only a part"."""
    if which == "one":
        return [say_erasing.pick(scene.say, await _newest(scene), scene.zone)]
    if which == "days":
        return [say_erasing.ask_days(scene.say)]
    if which not in PARTS:
        return scene.stale()
    return await _confirm(scene, scene.today - timedelta(days=PARTS[which] - 1), scene.today)


async def days(scene: Scene) -> Reply:
    """The form with a first and a last day."""
    what = scene.event.what
    values = what.values if isinstance(what, Submitted) else {}
    language = scene.person.language
    first = read_past_day(values.get("from", ""), language, scene.today)
    last = read_past_day(values.get("to", ""), language, scene.today)
    if first is None or last is None or last < first:
        return [*scene.note("erase-days-unreadable"), say_erasing.ask_days(scene.say)]
    return await _confirm(scene, first, last)


async def days_confirmed(scene: Scene, first: str, last: str) -> Reply:
    try:
        span = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return scene.stale()
    since, until = _bounds(scene, *span)
    doomed = [
        await within(scene.tx, one, since, until)
        for one in await engagements_of(scene.tx, scene.person.id)
    ]
    return await _erase_part(scene, doomed, Own(since=since, until=until))


async def one(scene: Scene, answer_id: str) -> Reply:
    """One answer was picked: shown once more, with the one confirmation."""
    for engagement in await engagements_of(scene.tx, scene.person.id):
        answer = await scene.tx.answer(engagement.id, answer_id)
        if answer is not None:
            return [say_erasing.confirm_one(scene.say, answer)]
    return scene.stale()


async def one_confirmed(scene: Scene, answer_id: str) -> Reply:
    for engagement in await engagements_of(scene.tx, scene.person.id):
        answer = await scene.tx.answer(engagement.id, answer_id)
        if answer is not None:
            doomed = Doomed(
                engagement, [answer], [], await shares_of(scene.tx, engagement, [answer])
            )
            return await _erase_part(scene, [doomed], Own(quoting=answer.words))
    return scene.stale()


async def _confirm(scene: Scene, first: date, last: date) -> Reply:
    since, until = _bounds(scene, first, last)
    doomed = [
        await within(scene.tx, one, since, until)
        for one in await engagements_of(scene.tx, scene.person.id)
    ]
    if not any(one.ids for one in doomed):
        return scene.note("erase-part-nothing")
    counts = counts_of(doomed)
    return [say_erasing.confirm_days(scene.say, first, last, counts)]


async def _erase_part(scene: Scene, doomed: Sequence[Doomed], own: Own) -> Reply:
    if not any(one.ids for one in doomed):
        return scene.stale()
    coaches = await _coaches(scene, doomed)
    taken_out = await _take_out(scene, doomed)
    await scene.erase([key for one in doomed for key in one.ids])
    if own.quoting is not None or own.since is not None:
        scene.clearing.append(own)
    certificate = _certificate(scene, doomed, 0, taken_out, stays=True)
    return [say_erasing.erased_part(scene.say, scene.person, coaches, certificate)]


async def _take_out(scene: Scene, doomed: Sequence[Doomed]) -> int:
    count = 0
    for one in doomed:
        ids = {share.id for share in one.shares}
        seen = await sightings_of(scene, one.engagement, ids)
        count += await take_out(scene, one.engagement, seen)
    return count


async def _coaches(scene: Scene, doomed: Sequence[Doomed] | None = None) -> list[say_erasing.Told]:
    """Who had been shown anything of it, and since when."""
    if doomed is None:
        doomed = [
            await all_of(scene.tx, engagement)
            for engagement in await engagements_of(scene.tx, scene.person.id)
        ]
    told: dict[str, say_erasing.Told] = {}
    for one in doomed:
        seen = await sightings_of(scene, one.engagement, {share.id for share in one.shares})
        if seen and one.engagement.coach_id not in told:
            name = await scene.coach_name(one.engagement)
            told[one.engagement.coach_id] = say_erasing.Told(name, seen[0].at)
    return list(told.values())


async def _newest(scene: Scene) -> list[Answer]:
    found = [
        a
        for e in await engagements_of(scene.tx, scene.person.id)
        for a in await scene.tx.answers(e.id)
    ]
    return sorted(found, key=lambda answer: answer.at, reverse=True)


def _bounds(scene: Scene, first: date, last: date) -> tuple[datetime, datetime]:
    midnight = time(0)
    zone = str(ZoneInfo(scene.zone))
    return resolve(first, midnight, zone), resolve(last + timedelta(days=1), midnight, zone)


def _certificate(
    scene: Scene, doomed: Sequence[Doomed], proof: int, taken_out: int, *, stays: bool
) -> Certificate:
    counts = counts_of(doomed)
    return Certificate(
        at=scene.now,
        answers=counts.answers,
        steps=counts.steps,
        shares=counts.shares,
        proof=proof,
        taken_out=taken_out,
        backups_until=scene.today + timedelta(days=scene.settings.backup_days),
        stays_as_coach=stays,
        turned_by_hand=scene.tx.turned_by_hand(),
    )
