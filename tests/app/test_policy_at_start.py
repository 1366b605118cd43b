"""A start goes by the policy file, says its hash where replicas are compared, or refuses it."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest

from bot.run.one_process import operating, running
from bot.settings import Settings
from storage import RefusedError
from tests.scenarios.policy.house import WHO, keeping


def settings_in(folder: Path, *parts: str) -> Settings:
    file = folder / "policy.toml"
    file.write_text("".join((WHO, *parts)))
    return Settings(data=folder / "data", port=0, policy_file=file)


async def test_the_hash_in_force_is_shown_by_readyz_and_by_the_doctor(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, keeping(30))
    async with running(settings) as server:
        assert settings.policy is not None
        held = settings.policy.hash
        async with aiohttp.ClientSession() as http, http.get(f"{server.address}readyz") as answer:
            assert (await answer.json())["policy"] == held
    async with operating(settings_in(tmp_path, keeping(31))) as operator:
        found = {one.name: one for one in (await operator.doctor()).findings}
        assert found["policy"].ok
        assert held not in found["policy"].sentence


async def test_a_start_with_a_faulty_file_makes_no_data(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, "[keping]\n")
    with pytest.raises(RefusedError, match="line 4: keping is not known"):
        async with running(settings):
            pass
    assert not (tmp_path / "data").exists()
