"""Shortens how long things are kept. Nothing here ever lengthens an end."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.engagement import Engagement
from bot.domain.purposes import Purpose
from bot.ports import Transaction
from bot.rules.erase_scope import EraseScope, all_of, with_shares


def binding(engagement: Engagement, most_days: int) -> int | None:
    """The organisation's ceiling as a limit of this engagement; None where its end comes first.

    It is stored with the engagement: a ceiling that is raised later lengthens nothing here, until
    the client chooses anew.
    """
    whole = engagement.started_at + timedelta(days=most_days) >= engagement.keeps_until
    return None if whole else most_days


def within_ceilings(engagement: Engagement, most_days: int, grace_days: int) -> Engagement:
    """The engagement with no limit above the organisation's ceilings, and none raised."""
    keeps_until = min(engagement.keeps_until, engagement.ends_at + timedelta(days=grace_days))
    lower = replace(engagement, keeps_until=keeps_until)
    most = binding(lower, most_days)
    if most is not None:
        lower = replace(lower, keep_days=min(most, lower.keep_days or most))
    return lower


async def shorten(tx: Transaction, engagement: Engagement, most_days: int) -> None:
    """Brings the end of everything kept down to what the engagement now allows."""
    found = await all_of(tx, engagement)
    written = {answer.id: answer.at for answer in found.answers}
    for answer in found.answers:
        until = min(answer.until, engagement.kept_until(answer.at, most_days))
        if until < answer.until:
            await tx.save_answer(replace(answer, until=until))
    for step in found.steps:
        until = min(step.until, engagement.kept_until(step.at, most_days))
        if until < step.until:
            await tx.save_step(replace(step, until=until))
    for share in found.shares:
        # As long as its answer, by whose message an edit or a deletion finds it.
        at = written.get(share.answer_id, share.approved_at)
        until = min(share.until, engagement.kept_until(at, most_days))
        if until < share.until:
            await tx.save_share(replace(share, until=until))
    for line in found.lines:
        until = min(line.until, engagement.kept_until(line.at, most_days))
        if until < line.until:
            await tx.save_sponsor_line(replace(line, until=until))


async def end_kept_under(
    tx: Transaction, engagement: Engagement, purpose: Purpose, now: datetime
) -> None:
    """Lets the next sweep remove what is kept under a purpose, as the person's own no would.

    It ends when it was written: a clock that is ahead now keeps none of it for longer.
    Shares that the coach has been shown stay, as after a withdrawal.
    """
    scope = (await _kept_under(tx, engagement, purpose)).unseen
    for answer in scope.answers:
        await tx.save_answer(replace(answer, until=min(answer.until, answer.at, now)))
    for step in scope.steps:
        await tx.save_step(replace(step, until=min(step.until, step.at, now)))
    for share in scope.shares:
        await tx.save_share(replace(share, until=min(share.until, share.approved_at, now)))
    for line in scope.lines:
        await tx.save_sponsor_line(replace(line, until=min(line.until, line.at, now)))


async def _kept_under(tx: Transaction, engagement: Engagement, purpose: Purpose) -> EraseScope:
    answers = await tx.answers(engagement.id)
    if purpose is Purpose.KEEP_WORDS:
        words = [one for one in answers if one.words is not None]
        return await with_shares(tx, engagement, words, await tx.steps(engagement.id))
    if purpose is Purpose.KEEP_MARKS:
        marks = [one for one in answers if one.words is None]
        return await with_shares(tx, engagement, marks)
    if purpose is Purpose.SPONSOR:
        return EraseScope(engagement, lines=list(await tx.sponsor_lines(engagement.id)))
    return EraseScope(engagement)
