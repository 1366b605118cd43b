"""The client's switches: one row per switch, with what it does besides planning.

Asking, the ledger, and unplanning the kinds of delivery that a purpose covers are the same for
all of them: `bot/handlers/consent.py` does that.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from bot.domain.complete import complete
from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement
from bot.domain.purposes import Purpose, switches
from bot.handlers import rhythm
from bot.handlers.conversation import Conversation, Reply
from bot.rules.briefs import plan_briefs
from bot.rules.endings import Ending, ending_of
from bot.rules.erase_scope import EraseScope, with_shares
from bot.rules.planning import plan_session, replan

Change = Callable[[Conversation, Engagement], Awaitable[None]]
Collect = Callable[[Conversation, Engagement], Awaitable[Ending]]
Replying = Callable[[Conversation, Engagement], Awaitable[Reply]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchRow:
    """The effects of one switch.

    `begin` runs after a yes, `undo` after a withdrawal, which also ends what `ends` collects.
    `after_yes` is added to the answer to a yes from the list of switches; `after_no` answers a no
    while joining.
    """

    begin: Change
    undo: Change
    ends: Collect
    after_yes: Replying
    after_no: Replying


async def _nothing(talk: Conversation, engagement: Engagement) -> None:
    """Changes nothing."""


async def _silent(talk: Conversation, engagement: Engagement) -> Reply:
    """Says nothing."""
    return []


async def _plan_check_ins(talk: Conversation, engagement: Engagement) -> None:
    """Plans by the rhythm that was confirmed before, if there is one."""
    known = await talk.tx.rhythm(engagement.id)
    if known is not None:
        await replan(talk.tx, talk.chance, engagement, known, talk.now)


async def _ask_for_rhythm(talk: Conversation, engagement: Engagement) -> Reply:
    if await talk.tx.rhythm(engagement.id) is not None:
        return []
    return await rhythm.ask(talk, engagement)


async def _no_check_ins(talk: Conversation, engagement: Engagement) -> Reply:
    return talk.note("rhythm-quiet")


async def _unplan_steps(talk: Conversation, engagement: Engagement) -> None:
    await talk.tx.unplan(engagement.id, Kind.STEP_PROMPT)


async def _no_rows(talk: Conversation, engagement: Engagement) -> Ending:
    """Ends nothing that is stored."""
    return await ending_of(talk.tx, talk.say, [])


async def _words(talk: Conversation, engagement: Engagement) -> Ending:
    """The answers in words and the steps, which are words too, and their shares nobody has seen."""
    steps = await talk.tx.steps(engagement.id)
    answers = [one for one in await talk.tx.answers(engagement.id) if one.words is not None]
    scope = await with_shares(talk.tx, engagement, answers, steps)
    return await ending_of(talk.tx, talk.say, [scope.unseen])


async def _taps(talk: Conversation, engagement: Engagement) -> Ending:
    """The answers by a tap, and their shares that nobody has seen."""
    answers = [one for one in await talk.tx.answers(engagement.id) if one.words is None]
    scope = await with_shares(talk.tx, engagement, answers)
    return await ending_of(talk.tx, talk.say, [scope.unseen])


async def _lines(talk: Conversation, engagement: Engagement) -> Ending:
    """Every line for whoever pays. What has left by mail is beyond reach."""
    lines = list(await talk.tx.sponsor_lines(engagement.id))
    return await ending_of(talk.tx, talk.say, [EraseScope(engagement, lines=lines)])


def _withhold(purpose: Purpose) -> Change:
    """Withholds the shares that were approved under `purpose` and have not been shown."""

    async def withhold(talk: Conversation, engagement: Engagement) -> None:
        await talk.tx.withhold(engagement.id, (purpose,))

    return withhold


async def _plan_session(talk: Conversation, engagement: Engagement) -> None:
    known = await talk.tx.rhythm(engagement.id)
    await plan_session(talk.tx, talk.chance, engagement, known, talk.now)


async def _list(talk: Conversation, engagement: Engagement) -> None:
    await talk.tx.save_engagement(replace(engagement, listed=True))
    await plan_briefs(talk.tx, talk.chance, engagement.coach_id, talk.now)


async def _take_off_list(talk: Conversation, engagement: Engagement) -> None:
    await talk.redraw(engagement.coach_id)
    await talk.tx.save_engagement(replace(engagement, listed=False))
    await plan_briefs(talk.tx, talk.chance, engagement.coach_id, talk.now)


PLANS_ONLY = SwitchRow(
    begin=_nothing, undo=_nothing, ends=_no_rows, after_yes=_silent, after_no=_silent
)

SWITCHES: Mapping[Purpose, SwitchRow] = complete(
    {
        Purpose.CHECK_INS: replace(
            PLANS_ONLY, begin=_plan_check_ins, after_yes=_ask_for_rhythm, after_no=_no_check_ins
        ),
        Purpose.STEP_PROMPTS: PLANS_ONLY,
        Purpose.KEEP_WORDS: replace(PLANS_ONLY, undo=_unplan_steps, ends=_words),
        Purpose.KEEP_MARKS: replace(PLANS_ONLY, ends=_taps),
        Purpose.SHARE_WORDS: replace(PLANS_ONLY, undo=_withhold(Purpose.SHARE_WORDS)),
        Purpose.SHARE_MARKS: replace(PLANS_ONLY, undo=_withhold(Purpose.SHARE_MARKS)),
        Purpose.REMINDER: PLANS_ONLY,
        Purpose.SESSION_PREP: replace(PLANS_ONLY, begin=_plan_session),
        Purpose.NOTES: PLANS_ONLY,
        Purpose.LISTED: replace(PLANS_ONLY, begin=_list, undo=_take_off_list),
        Purpose.SPONSOR: replace(PLANS_ONLY, ends=_lines),
    },
    switches(),
)
