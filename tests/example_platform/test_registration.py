"""Registering brings the settings, the commands, the tables and the sentences; and nothing else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from pydantic import ValidationError

from adapters.shared.registration import Platform
from bot import text
from bot.domain.consent import Purpose
from bot.run.assemble import Parts, Platforms, assemble, opening
from bot.run.open_platforms import is_configured, open_platforms, own_tables
from bot.run.platforms import all_settings, register, registered
from bot.settings import Settings
from bot.text import MissingSentenceError, add_sentences, catalogue, languages
from bot.upkeep.ledger_audit import audit
from storage import RefusedError, RootChoice, open_store
from storage.moving.database import copy_database
from storage.sql.engine import make_engine
from tests.databases import new_database
from tests.example_platform.installs import Installs
from tests.example_platform.registration import PLATFORM
from tests.example_platform.stage import settings_in
from tests.fakes import FakeClock

COMMAND = """
import sys
from bot.run.platforms import register
from tests.example_platform.registration import PLATFORM
register(PLATFORM)
from bot.__main__ import main
assert not [name for name in sys.modules if name.endswith(".service")], "no SDK for a command"
sys.argv = ["handrail", "postbox", "address", "--url", "https://h.example/"]
main()
"""


@pytest.fixture
def platform() -> Iterator[Platform]:
    remove = register(PLATFORM)
    yield PLATFORM
    remove()


def test_its_settings_are_read_like_all_others(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDRAIL_POSTBOX_SERVICE", "https://here.postbox.example")
    with pytest.raises(ValidationError, match="HANDRAIL_POSTBOX_SECRET go together"):
        all_settings()()
    monkeypatch.setenv("HANDRAIL_POSTBOX_SECRET", "open-sesame")
    settings = all_settings()()
    assert is_configured(platform, settings)
    assert "open-sesame" not in repr(settings)
    assert not is_configured(platform, Settings())


def test_its_command_is_there() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COMMAND], capture_output=True, check=True, text=True
    )
    assert done.stdout == "https://h.example/postbox/events\n"


def test_nothing_of_it_is_left_when_it_is_taken_out() -> None:
    before = set(all_settings().model_fields)
    remove = register(PLATFORM)
    with pytest.raises(ValueError, match="already"):
        register(PLATFORM)
    assert catalogue("de")("postbox-no-photo")
    assert set(all_settings().model_fields) > before
    remove()
    assert set(all_settings().model_fields) == before
    assert PLATFORM.name not in registered()
    assert "postbox.db" not in [tables.file for tables in own_tables()]
    with pytest.raises(MissingSentenceError):
        catalogue("de")("postbox-no-photo")


async def test_a_platform_that_refuses_is_told_before_anything_is_served(
    platform: Platform, tmp_path: Path
) -> None:
    nowhere = "https://nowhere.postbox.example"
    settings, platforms = settings_in(tmp_path, postbox_service=nowhere), Platforms()
    async with opening(settings) as opened:
        parts: Parts = assemble(settings, opened, platforms, FakeClock())
        async with AsyncExitStack() as stack:
            with pytest.raises(RefusedError, match="HANDRAIL_POSTBOX_SERVICE"):
                await open_platforms(stack, settings, parts, platforms, None)
    assert platforms.all == {}


async def test_its_tables_move_along(platform: Platform, tmp_path: Path) -> None:
    target = new_database()
    (postbox,) = [tables for tables in own_tables() if tables.file == "postbox.db"]
    opened = await open_store(tmp_path, None, "org")
    engine = make_engine(f"sqlite+aiosqlite:///{tmp_path / postbox.file}")
    installs = Installs(engine, opened.keys, opened.keys.keyed_hash)
    await installs.ready()
    await installs.save("office", "token")
    await engine.dispose()
    await opened.close()
    moved = await copy_database(
        tmp_path, None, target, "org", RootChoice(), audit, platform_tables=own_tables()
    )
    assert moved.tables["postbox_install"] == 1
    opened = await open_store(tmp_path, target, "org")
    engine = make_engine(target)
    installs = Installs(engine, opened.keys, opened.keys.keyed_hash)
    assert await installs.token("office") == "token"
    await engine.dispose()
    await opened.close()


@pytest.mark.parametrize("name", ["postbox", "ask", "agreement", "wording"])
def test_no_platform_can_change_the_wording_of_a_consent(tmp_path: Path, name: str) -> None:
    wordings = {(one, p): catalogue(one).wording(p) for one in languages() for p in Purpose}
    keys = ("ask-check-ins", "agreement-client", "stopped", f"{name}-own", "erased-heading")
    for language in languages():
        lines = [f"{key} = Replaced" for key in keys] + ["this is no sentence"]
        (tmp_path / f"{language}.ftl").write_text("\n".join(lines), encoding="utf-8")
    remove = add_sentences(name, tmp_path)
    text._wording.cache_clear()
    try:
        for (language, purpose), wording in wordings.items():
            say = catalogue(language)
            assert say.wording(purpose) == wording
            assert "Replaced" not in say.sentences(purpose)
            assert "Replaced" not in say("stopped") + say("erased-heading")
            assert say(f"{name}-own") == "Replaced"
    finally:
        remove()
