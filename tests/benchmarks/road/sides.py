"""What a round compares: the house, the plain bot and the floors, each on a copy of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.run.assemble import Parts
from tests.benchmarks.plain_bot import PlainBot, plain_bot
from tests.benchmarks.road import floor_postgresql, floor_sqlite
from tests.benchmarks.road.floor import WORDS, Floor
from tests.benchmarks.road.platform import BenchPlatform
from tests.benchmarks.road.population import Population
from tests.benchmarks.road.whole_house import whole_house
from tests.benchmarks.road.work import Run, timed


@asynccontextmanager
async def house(population: Population) -> AsyncIterator[tuple[Parts, BenchPlatform]]:
    platform = BenchPlatform()
    async with (
        population.copied() as (folder, url),
        whole_house(folder, url, platform) as parts,
    ):
        yield parts, platform


@asynccontextmanager
async def floor_on(population: Population) -> AsyncIterator[Floor]:
    async with population.copied() as (folder, url):
        if url is None:
            async with floor_sqlite.opened(folder, population.clients) as bare:
                yield bare
        else:
            async with floor_postgresql.opened(folder, url, population.clients) as piped:
                yield piped


@asynccontextmanager
async def plain(population: Population, clients: int) -> AsyncIterator[PlainBot]:
    databases = population.databases
    with TemporaryDirectory(prefix="hr-bench-") as folder:
        url = databases.new() if databases else f"sqlite+aiosqlite:///{Path(folder, 'plain.db')}"
        try:
            async with plain_bot(url, clients) as bot:
                yield bot
        finally:
            if databases is not None:
                databases.drop(url)


async def plain_answers(population: Population, clients: int) -> Run:
    async def all_of_them() -> int:
        for number in range(clients):
            await bot.answer(f"U{number}", WORDS)
        return clients

    async with plain(population, clients) as bot:
        return await timed(all_of_them, clients)
