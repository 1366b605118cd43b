"""A platform or a database that is set up without its library: one sentence, no traceback."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from pathlib import Path

import pytest

from adapters.shared import extras
from bot.run.many_processes import serving
from bot.run.one_process import running
from bot.run.platforms import all_settings, registered
from bot.settings import Settings
from storage import RefusedError, trouble
from storage.sql.engine import make_engine
from tests.adapters.slack.fake_slack import SECRET, TOKEN
from tests.attacks.routes import TEAMS_GIVEN

SLACK_GIVEN = {"slack_bot_token": TOKEN, "slack_signing_secret": SECRET}
NEEDS: Mapping[str, tuple[Mapping[str, object], str]] = {
    "slack": (SLACK_GIVEN, "handrail[slack]"),
    "teams": (TEAMS_GIVEN, "handrail[teams]"),
    "teams by agents": ({**TEAMS_GIVEN, "teams_sdk": "agents"}, "handrail[agents]"),
}


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (extras, trouble):
        monkeypatch.setattr(module, "find_spec", lambda name: None)


def settings(folder: Path, **given: object) -> Settings:
    return all_settings().model_validate({"data": folder, "port": 0, **given})


@pytest.mark.usefixtures("nothing_installed")
@pytest.mark.parametrize("case", NEEDS)
async def test_a_platform_without_its_library_is_told_what_to_install(
    case: str, tmp_path: Path
) -> None:
    given, extra = NEEDS[case]
    with pytest.raises(RefusedError) as told:
        async with running(settings(tmp_path / "data", **given)):
            pass
    assert extra in str(told.value)
    assert "not installed here" in str(told.value)
    assert TOKEN not in str(told.value)


@pytest.mark.usefixtures("nothing_installed")
@pytest.mark.parametrize("driver", ["postgresql", "postgresql+psycopg"])
async def test_a_postgresql_without_its_library_is_told_too(driver: str, tmp_path: Path) -> None:
    url = f"{driver}://handrail:s3cret@localhost/handrail"
    with pytest.raises(RefusedError, match=r"handrail\[postgres\]"):
        make_engine(url)
    given = settings(tmp_path / "data", database_url=url, keys_url=url + "_keys")
    with pytest.raises(RefusedError) as told:
        async with serving(given):
            pass
    assert "s3cret" not in str(told.value)


def test_what_is_installed_here_is_found() -> None:
    for platform in registered().values():
        for sdk in ("botbuilder", "agents"):
            needed = platform.needs(all_settings().model_validate({"teams_sdk": sdk}))
            assert needed is None or needed.is_there
    assert importlib.util.find_spec(trouble.POSTGRESQL_DRIVER) is not None
