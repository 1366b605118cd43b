"""Finds the rows that an erase would take, engagement by engagement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.check_in import Answer
from bot.domain.engagement import Engagement
from bot.domain.share import Share
from bot.domain.sponsoring.sponsor import SponsorLine
from bot.domain.step import Step
from bot.messages.erasing import ErasedCounts
from bot.ports import Transaction


@dataclass
class EraseScope:
    """The rows of one engagement that one confirmation would erase."""

    engagement: Engagement
    answers: list[Answer] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)
    lines: list[SponsorLine] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        answers, steps = [a.id for a in self.answers], [s.id for s in self.steps]
        shares, lines = [s.id for s in self.shares], [line.id for line in self.lines]
        return answers + steps + shares + lines

    @property
    def unseen(self) -> EraseScope:
        """Without the shares that the coach has been shown: a withdrawal leaves them (decision 6).

        If they vanished, that would tell the coach of a private change of mind.
        """
        unseen = [share for share in self.shares if share.seen_at is None]
        return replace(self, shares=unseen)


async def all_of(tx: Transaction, engagement: Engagement) -> EraseScope:
    return EraseScope(
        engagement,
        list(await tx.answers(engagement.id)),
        list(await tx.steps(engagement.id)),
        list(await tx.shares(engagement.id)),
        list(await tx.sponsor_lines(engagement.id)),
    )


async def within(
    tx: Transaction, engagement: Engagement, since: datetime, until: datetime
) -> EraseScope:
    """Finds rows written at `since <= t < until` (UTC), and the shares of them or of that time."""
    found = await all_of(tx, engagement)
    answers = [answer for answer in found.answers if since <= answer.at < until]
    steps = [step for step in found.steps if since <= step.at < until]
    theirs = _showing(found, answers, steps)
    return EraseScope(
        engagement,
        answers,
        steps,
        [s for s in found.shares if s.answer_id in theirs or since <= s.approved_at < until],
        [line for line in found.lines if since <= line.at < until],
    )


async def with_shares(
    tx: Transaction,
    engagement: Engagement,
    answers: Sequence[Answer] = (),
    steps: Sequence[Step] = (),
) -> EraseScope:
    """These answers and steps, and every share that shows a word or a mark of them."""
    found = await all_of(tx, engagement)
    theirs = _showing(found, answers, steps)
    shares = [share for share in found.shares if share.answer_id in theirs]
    return EraseScope(engagement, list(answers), list(steps), shares)


async def shares_only(tx: Transaction, engagement: Engagement, answer_id: str) -> EraseScope:
    """The shares of an answer, which itself stays."""
    shares = [one for one in await tx.shares(engagement.id) if one.answer_id == answer_id]
    return EraseScope(engagement, shares=shares)


def _showing(found: EraseScope, answers: Sequence[Answer], steps: Sequence[Step]) -> set[str]:
    """Ids of the answers whose shares show any of these: a share about a step holds its words."""
    about = {step.id for step in steps}
    return {one.id for one in answers} | {one.id for one in found.answers if one.step_id in about}


async def engagements_of(tx: Transaction, client_id: str) -> list[Engagement]:
    """Returns all engagements of a client. Ended ones keep their rows until their grace ends."""
    return list(await tx.engagements_of(client_id))


def counts_of(scopes: Sequence[EraseScope]) -> ErasedCounts:
    return ErasedCounts(
        answers=sum(len(one.answers) for one in scopes),
        steps=sum(len(one.steps) for one in scopes),
        shares=sum(len(one.shares) + len(one.lines) for one in scopes),
    )
