"""Attacks by a coach, against clients of theirs and of others."""

from __future__ import annotations

from tests.attacks.attack import Tried, attack
from tests.attacks.colluding import MEMBERS, told


@attack("A coach's second account types a code to learn whether a client used it.", tries=8)
async def test_a_second_account_reads_the_same_for_a_used_and_an_unused_code(
    tried: Tried,
) -> None:
    for member in MEMBERS:
        worlds = []
        for used in (True, False):
            worlds.append(await told(member, used=used))
            tried()
        assert worlds[0] == worlds[1], member
