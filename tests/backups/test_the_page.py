"""docs/backup.md, followed word for word: its commands, on the data of two people who began."""

from __future__ import annotations

import asyncio
import io
import os
import re
import shlex
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, redirect_stderr, redirect_stdout
from datetime import timedelta
from pathlib import Path

import pytest
import structlog

from bot.__main__ import main
from bot.run.assemble import opening
from bot.settings import Settings
from storage import OpenedStore
from tests.databases import SQL, new_database
from tests.docs.pages import ROOT, rows
from tests.engines import sqlite_without_threads
from tests.world import World, joined, text_of

PAGE = ROOT / "docs" / "backup.md"
COMMANDS = re.findall(r"^    (handrail .+)$", PAGE.read_text("utf-8"), flags=re.MULTILINE)
A_BACKUP = re.compile(r"\S*/handrail-organisation-\w+\.backup")
WEEK = timedelta(days=7)


class Admin:
    """Types the page's commands in a home of their own, where the page's paths begin."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        self._set = monkeypatch.setenv
        for name in [name for name in os.environ if name.startswith("HANDRAIL_")]:
            monkeypatch.delenv(name)
        for name in ("media/safe", "data"):
            (home / name).mkdir(parents=True)
        (home / "data").chmod(0o700)
        self.sets(HANDRAIL_DATA=str(home / "data"), HANDRAIL_PORT="0")

    def sets(self, **settings: str) -> None:
        for name, value in settings.items():
            self._set(name, value)

    async def types(self, line: str) -> str:
        """Runs one command of the page, and answers yes; returns what it printed on stdout."""
        code, said, problems = await asyncio.to_thread(self._run, line)
        assert code == 0 or "doctor" in line, said + problems
        return said

    def _run(self, line: str) -> tuple[int, str, str]:
        newest = max((self.home / "backups").glob("*.backup"), default=Path("none"))
        words = shlex.split(A_BACKUP.sub(str(newest), line))
        home = str(self.home)
        at = [
            home + word if word.startswith("/") and not word.startswith(home) else word
            for word in words
        ]
        said, problems, before = io.StringIO(), io.StringIO(), (sys.argv, sys.stdin)
        sys.argv, sys.stdin = at, io.StringIO("y\n")
        try:
            with redirect_stdout(said), redirect_stderr(problems):
                main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
        finally:
            sys.argv, sys.stdin = before
            structlog.reset_defaults()
        return code, said.getvalue(), problems.getvalue()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[OpenedStore]:
        with sqlite_without_threads():
            async with opening(Settings()) as opened:
                yield opened


@pytest.mark.parametrize("kind", SQL)
async def test_the_page_does_what_it_says(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_key, back_up, restore, look, resume = COMMANDS
    admin = Admin(tmp_path, monkeypatch)
    if kind != "sqlite":
        admin.sets(HANDRAIL_DATABASE_URL=new_database())
    name, public = (await admin.types(make_key)).strip().split("=", 1)
    admin.sets(**{name: public, "HANDRAIL_RECOVERY": str(tmp_path / "recovery")})
    async with admin.running() as opened:
        world = World(opened.store)
        gone, _ = await joined(world)
        stays, _ = await joined(world, "Amara", "Ben", client="stays", coach="other")
        await stays.writes("kept for me")
        await admin.types(back_up)
        await gone.writes("erase everything")
        await gone.presses("Erase everything")
    shutil.rmtree(tmp_path / "data")
    if kind != "sqlite":
        admin.sets(HANDRAIL_DATABASE_URL=new_database())
    said = await admin.types(restore)
    assert "people not brought back: some" in said
    assert "endings since known: until" in said
    assert re.search(r"^ok\tledger\t", await admin.types(look), flags=re.MULTILINE)
    assert "Resumed." in await admin.types(resume)
    async with admin.running() as opened:
        world.store = opened.store
        await world.restart()
        shown = len(gone.shown)
        await world.until(world.clock.now() + WEEK)
        assert len(gone.shown) == shown
        assert "I hold nothing about you" in text_of(await gone.writes("what do you hold"))
        assert "kept for me" in text_of(await stays.writes("what do you hold"))


def test_the_page_says_what_each_loss_means() -> None:
    """Every thing that is kept, and each two of them that a restore needs."""
    losses = [row[0] for row in rows(PAGE.read_text("utf-8")) if len(row) == 3][4:]
    for lost in (
        *("the database", "the recovery folder", "the backups", "keys or epochs"),
        *("the disk: database, keys and epochs", "the recovery key"),
        *("the disk and the recovery folder", "the disk and the recovery key"),
        *("the disk and the backups", "only an older recovery folder"),
    ):
        assert any(lost in loss for loss in losses), lost
