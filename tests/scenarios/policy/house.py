"""A world with a policy file, which a test writes and writes again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.domain.consent import Entry, latest
from bot.domain.engagement import Engagement
from bot.domain.policy.rows import FREE, Policy
from bot.domain.purposes import Purpose
from bot.ports import Store
from bot.rules.policy.in_force import put_in_force
from bot.rules.policy.reading import read_policy
from bot.settings import Settings
from bot.upkeep.policy_watch import PolicyWatch
from tests.memory_store.store import MemoryStore
from tests.memory_store.tables import Tables
from tests.world import World

WHO = '[organisation]\nname = "Example Ltd"\ncontact = "help@example.org"\n'
OFFICER = 'data_protection_officer = "dpo@example.org"\n'


def allowing(purposes: Sequence[Purpose]) -> str:
    return "[purposes]\nallowed = [" + ", ".join(f'"{one}"' for one in purposes) + "]\n"


def without(*left_out: Purpose) -> str:
    return allowing([one for one in FREE if one not in left_out])


def keeping(days: int, grace: int = 14) -> str:
    return f"[keeping]\nmost_days = {days}\ngrace_days = {grace}\n"


class House:
    """One bot, its policy file and what watches the file."""

    def __init__(self, folder: Path, *parts: str, store: Store | None = None) -> None:
        self.file = folder / "policy.toml"
        self.write(*parts)
        settings = self.settings = Settings(policy_file=self.file)
        put_in_force(settings, read_policy(self.file))
        self.world = World(store, settings=settings)
        self.watch = PolicyWatch(self.world.store, self.world.clock, self.world.chance, settings)

    def write(self, *parts: str) -> None:
        self.file.write_text("".join((WHO, *parts)), encoding="utf-8")

    async def decides(self, *parts: str) -> None:
        """Writes the file, and lets the running bot read it."""
        self.write(*parts)
        await self.watch.look()

    @property
    def policy(self) -> Policy:
        policy = self.world.settings.policy
        assert policy is not None
        return policy

    @property
    def tables(self) -> Tables:
        assert isinstance(self.world.store, MemoryStore)
        return self.world.store._tables

    def engagement(self) -> Engagement:
        (one,) = self.tables.engagements.values()
        return one

    def last(self, purpose: Purpose) -> Entry | None:
        return latest(self.tables.ledgers[self.engagement().id], purpose)

    def kept(self) -> Mapping[str, Any]:
        return {**self.tables.answers, **self.tables.steps, **self.tables.shares}
