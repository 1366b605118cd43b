"""The client's switches: one row per switch, with what it does besides planning.

Asking, the ledger, and unplanning the kinds of delivery that a purpose covers are the same for
all of them: `bot/handlers/consent.py` does that.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from bot.domain.complete import complete
from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement
from bot.domain.purposes import Purpose, switches
from bot.handlers import rhythm
from bot.handlers.conversation import Conversation, Reply
from bot.rules.planning import plan_session, replan

Change = Callable[[Conversation, Engagement], Awaitable[None]]
Replying = Callable[[Conversation, Engagement], Awaitable[Reply]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchRow:
    """The effects of one switch.

    `begin` runs after a yes, `undo` after a withdrawal. `after_yes` is added to the answer to a yes
    from the list of switches; `after_no` answers a no while joining.
    """

    begin: Change
    undo: Change
    after_yes: Replying
    after_no: Replying


async def _nothing(conversation: Conversation, engagement: Engagement) -> None:
    """Changes nothing."""


async def _silent(conversation: Conversation, engagement: Engagement) -> Reply:
    """Says nothing."""
    return []


async def _plan_check_ins(conversation: Conversation, engagement: Engagement) -> None:
    """Plans by the rhythm that was confirmed before, if there is one."""
    known = await conversation.tx.rhythm(engagement.id)
    if known is not None:
        await replan(conversation.tx, conversation.chance, engagement, known, conversation.now)


async def _ask_for_rhythm(conversation: Conversation, engagement: Engagement) -> Reply:
    if await conversation.tx.rhythm(engagement.id) is not None:
        return []
    return await rhythm.ask(conversation, engagement)


async def _no_check_ins(conversation: Conversation, engagement: Engagement) -> Reply:
    return conversation.note("rhythm-quiet")


async def _erase_words(conversation: Conversation, engagement: Engagement) -> None:
    """Erases the answers in words and the steps, which are words too."""
    steps = [step.id for step in await conversation.tx.steps(engagement.id)]
    await conversation.erase([*await _kept(conversation, engagement, words=True), *steps])
    await conversation.tx.unplan(engagement.id, Kind.STEP_PROMPT)


async def _erase_taps(conversation: Conversation, engagement: Engagement) -> None:
    await conversation.erase(await _kept(conversation, engagement, words=False))


async def _kept(conversation: Conversation, engagement: Engagement, *, words: bool) -> list[str]:
    """Ids of the answers kept in words, or by a tap, and of their shares that nobody has seen."""
    answers = await conversation.tx.answers(engagement.id)
    mine = {answer.id for answer in answers if (answer.words is not None) is words}
    shares = await conversation.tx.shares(engagement.id)
    unseen = [s.id for s in shares if s.answer_id in mine and s.seen_at is None]
    return [*mine, *unseen]


def _withhold(purpose: Purpose) -> Change:
    """Withholds the shares that were approved under `purpose` and have not been shown."""

    async def withhold(conversation: Conversation, engagement: Engagement) -> None:
        await conversation.tx.withhold(engagement.id, (purpose,))

    return withhold


async def _plan_session(conversation: Conversation, engagement: Engagement) -> None:
    known = await conversation.tx.rhythm(engagement.id)
    await plan_session(conversation.tx, conversation.chance, engagement, known, conversation.now)


async def _list(conversation: Conversation, engagement: Engagement) -> None:
    await conversation.tx.save_engagement(replace(engagement, listed=True))


async def _take_off_list(conversation: Conversation, engagement: Engagement) -> None:
    await conversation.tx.save_engagement(replace(engagement, listed=False))


PLANS_ONLY = SwitchRow(begin=_nothing, undo=_nothing, after_yes=_silent, after_no=_silent)

SWITCHES: dict[Purpose, SwitchRow] = complete(
    {
        Purpose.CHECK_INS: SwitchRow(
            begin=_plan_check_ins,
            undo=_nothing,
            after_yes=_ask_for_rhythm,
            after_no=_no_check_ins,
        ),
        Purpose.STEP_PROMPTS: PLANS_ONLY,
        Purpose.KEEP_WORDS: replace(PLANS_ONLY, undo=_erase_words),
        Purpose.KEEP_MARKS: replace(PLANS_ONLY, undo=_erase_taps),
        Purpose.SHARE_WORDS: replace(PLANS_ONLY, undo=_withhold(Purpose.SHARE_WORDS)),
        Purpose.SHARE_MARKS: replace(PLANS_ONLY, undo=_withhold(Purpose.SHARE_MARKS)),
        Purpose.REMINDER: PLANS_ONLY,
        Purpose.SESSION_PREP: replace(PLANS_ONLY, begin=_plan_session),
        Purpose.NOTES: PLANS_ONLY,
        Purpose.LISTED: replace(PLANS_ONLY, begin=_list, undo=_take_off_list),
    },
    switches(),
)
