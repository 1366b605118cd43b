"""A purpose whose sentence or terms have changed is off, and is asked again when the person is
there: never by writing to them first.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Buttons, Form
from bot.domain.consent import Act, Entry, Purpose, latest
from bot.domain.engagement import Engagement, EngagementState
from bot.handlers import consent, joining
from bot.handlers.conversation import Reply, Scene
from bot.messages import consent as say_consent
from bot.rules.grants import suspended


async def ask_again(scene: Scene, reply: Reply) -> Reply:
    """One question at most, below a reply that asks nothing itself; the next follows it."""
    if not scene.known or scene.quiet or scene.dialogue.awaiting is not None or _asks(reply):
        return []
    for engagement in await scene.engagements():
        if engagement.state is EngagementState.OFFERED or engagement.stopped:
            continue
        purpose = await _changed(scene, engagement.id, engagement)
        if purpose is not None:
            return scene.note("asked-again") + await _ask(scene, engagement, purpose)
    if await _changed(scene, scene.person.id, None) is Purpose.DIGEST:
        await scene.record(scene.person.id, Act.ASKED, Purpose.DIGEST)
        return [*scene.note("asked-again"), say_consent.ask_digest(scene.say)]
    return []


def _asks(reply: Reply) -> bool:
    """A choice between several things is a question: a typed yes must not be taken for another."""
    blocks = [block for message in reply for block in message.blocks]
    choices = [len(block.buttons) for block in blocks if isinstance(block, Buttons)]
    return any(isinstance(block, Form) for block in blocks) or max(choices, default=0) > 1


async def _changed(scene: Scene, chain: str, engagement: Engagement | None) -> Purpose | None:
    """Notes in the ledger what was suspended, and returns the first that is still to be asked."""
    ledger = await scene.tx.ledger(chain)
    for purpose in Purpose:
        if suspended(ledger, purpose, scene.now, engagement):
            await scene.record(chain, Act.CHANGED, purpose)
    ledger = await scene.tx.ledger(chain)
    waiting = (p for p in Purpose if _to_be_asked(ledger, p))
    return next(waiting, None)


def _to_be_asked(ledger: Sequence[Entry], purpose: Purpose) -> bool:
    last = latest(ledger, purpose)
    if last is None or last.act is not Act.CHANGED:
        return False
    return not any(e.act is Act.ASKED and e.purpose is purpose for e in ledger[last.seq :])


async def _ask(scene: Scene, engagement: Engagement, purpose: Purpose) -> Reply:
    if purpose is Purpose.AGREEMENT:
        return await joining.carry_on(scene, engagement)
    return await consent.ask(scene, engagement, purpose, "switched")
