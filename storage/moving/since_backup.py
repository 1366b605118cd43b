"""What people narrowed after the backup is lost: until they have looked, nothing leaves by itself.

No backup knows what came after it, and nobody notes each day, hour, question or language that was
changed. So one rule holds for all of it. Only of keeping the key store knows what was chosen: an
answer must not stay longer because its person does not write.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import select

from bot.domain.engagement import Engagement
from bot.domain.pause import Pause
from bot.ports import DamagedError
from storage.sql.schema import engagement, person
from storage.sql.seals.keeping import shorter_since
from storage.sql.store import SqlTransaction
from storage.sql.unit_of_work import UnitOfWork


async def rest_everyone(
    work: UnitOfWork, gone: Collection[str], made_at: datetime, now: datetime
) -> None:
    """Brings everybody but `gone` to rest until they resume, and keeps no answer longer than they
    chose. `made_at` (UTC) is the moment of the backup. It can be repeated.
    """
    tx = SqlTransaction(work)
    ids = select(person.c.id).where(person.c.organisation == work.organisation)
    for person_id in (await work.connection.execute(ids)).scalars().all():
        if person_id not in gone:
            await _rest(tx, person_id, made_at, now)
    theirs = select(engagement.c.id, engagement.c.client_id).where(
        engagement.c.organisation == work.organisation
    )
    for row in (await work.connection.execute(theirs)).all():
        if row.client_id not in gone:
            await _keep_as_chosen(work, tx, row.id, made_at)
    # The rows above are sealed on floors that the key store must have before the commit.
    await work.seals.write_floors()


async def _rest(tx: SqlTransaction, person_id: str, made_at: datetime, now: datetime) -> None:
    try:
        who = await tx.person(person_id)
    except DamagedError:
        # A row that cannot be read lets nothing leave; `handrail doctor` tells of it.
        return
    if who is not None:
        day = made_at.astimezone(UTC).date()
        pause = who.pause.since_backup(day) if who.pause else Pause(None, backup_of=day)
        await tx.save_person(replace(who, pause=pause), now)


async def _keep_as_chosen(
    work: UnitOfWork, tx: SqlTransaction, engagement_id: str, made_at: datetime
) -> None:
    try:
        one = await tx.engagement(engagement_id)
    except DamagedError:
        return
    chosen = await shorter_since(work.seals, one) if one is not None else {}
    if one is None or not chosen:
        return
    for days, at in chosen.items():
        await _shorten(tx, replace(one, keep_days=days), days, at)
    lost = [days for days, at in chosen.items() if at > made_at]
    if lost:
        await tx.save_engagement(replace(one, keep_days=min([*lost, one.keep_days or min(lost)])))


async def _shorten(tx: SqlTransaction, one: Engagement, days: int, at: datetime) -> None:
    """Brings down the end of what was there when the client chose so many days."""
    answers = await tx.answers(one.id)
    written = {answer.id: answer.at for answer in answers}
    for answer in answers:
        if answer.at <= at and (until := one.kept_until(answer.at, days)) < answer.until:
            await tx.save_answer(replace(answer, until=until))
    for step in await tx.steps(one.id):
        if step.at <= at and (until := one.kept_until(step.at, days)) < step.until:
            await tx.save_step(replace(step, until=until))
    for share in await tx.shares(one.id):
        since = written.get(share.answer_id, share.approved_at)
        if share.approved_at <= at and (until := one.kept_until(since, days)) < share.until:
            await tx.save_share(replace(share, until=until))
    for line in await tx.sponsor_lines(one.id):
        if line.at <= at and (until := one.kept_until(line.at, days)) < line.until:
            await tx.save_sponsor_line(replace(line, until=until))
