"""A digest takes as many statements with many clients and shares as with few."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.plain import to_plain
from tests.benchmarks.digests import digest, fill
from tests.databases import SQL, opened


@pytest.mark.parametrize("kind", SQL)
async def test_a_digest_takes_the_same_statements_however_many_clients_and_shares(
    kind: str, tmp_path: Path
) -> None:
    taken = []
    for clients, weeks in ((4, 3), (24, 6)):
        folder = tmp_path / str(clients)
        folder.mkdir()
        async with opened(kind, folder) as made:
            await fill(made.store, clients, weeks)
            read = await digest(made.store)
        assert len(read.piece.shares) == 10
        assert "What 1 said" in to_plain(read.piece.message), "their session comes first"
        taken.append(read.statements)
    few, many = taken
    assert len(few) == len(many), set(many) - set(few)
