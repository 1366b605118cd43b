"""Gives each test a store on each database, with its keys in a folder of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import OpenedStore
from tests.databases import SQL, opened


@pytest.fixture(params=SQL)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def sql(kind: str, tmp_path: Path) -> AsyncIterator[OpenedStore]:
    async with opened(kind, tmp_path, threads=True) as store:
        yield store
