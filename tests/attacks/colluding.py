"""A third account that works together with a coach, in two worlds: a client used the code, or not.

Everything that the third account can read is compared. It begins as `member`: with this coach, with
another coach, with nobody, or as the coach's own chat.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.chat import Document
from bot.plain import to_plain
from tests.world import Chatter, World

MEMBERS = ("with this coach", "with another coach", "with nobody", "is the coach")
ASKS = (
    "agreement",
    "my switches",
    "receipt",
    "what do you hold",
    "who has seen this",
    "my clients",
    "digest",
    "home",
    "next",
    "help",
    "Mai",
    "what did Mai share",
    "brief Mai",
    "sponsor",
    "my profile",
    "my coach is outside",
)
RANDOM = re.compile(r"\b[0-9a-f]{8,64}\b")


async def begin(world: World, member: str) -> tuple[Chatter, Chatter]:
    """Returns the coach, and the third account, which stands to the coach as `member` says."""
    coach, other = world.person("coach", "Daniel"), world.person("other", "Ana")
    third = world.person("third", "Eve")
    await coach.writes("invite")
    await other.writes("invite")
    if member == "with nobody":
        return coach, third
    if member == "is the coach":
        return coach, coach
    await third.writes((coach if member == "with this coach" else other).code())
    await third.presses("I agree")
    await coach.writes("invite")
    return coach, third


async def told(member: str, *, used: bool, lines: Sequence[str] = ASKS) -> list[str]:
    """Everything that the third account reads after the code was used by a client, or was not."""
    world = World()
    coach, third = await begin(world, member)
    code, victim = coach.code(), world.person("client", "Mai")
    if used:
        await victim.writes(code)
        await victim.presses("I agree")
    # One moment later: what begins in the same moment is shown in an order that chance makes.
    world.clock.forward(minutes=1)
    begun = len(third.shown)
    for line in (code, f"my code is {code.lower()}", "AAAA-2222", *lines, code):
        await third.writes(line)
    return [read_by(third, begun), *(key.template for key in third.shown[begun:])]


def read_by(person: Chatter, since: int) -> str:
    """The whole text, with files, and without ids that chance made."""
    blocks = [block for one in person.shown[since:] for block in one.blocks]
    files = [block.content.text for block in blocks if isinstance(block, Document)]
    plain = [to_plain(one) for one in person.shown[since:]]
    return RANDOM.sub("#", "\n".join([*plain, *files]))
