"""The walls of pyproject.toml stand: a wrong import, planted in any room, is caught."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.walls.planting import ROOT, WrongImport, contracts_say

SDKS = ("sqlalchemy", "aiohttp", "slack_sdk", "botbuilder", "microsoft_agents")


def contracts() -> dict[str, Any]:
    """By name, as pyproject.toml has them."""
    whole = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {one["name"]: one for one in whole["tool"]["importlinter"]["contracts"]}


def floors() -> list[list[str]]:
    """The rooms of the core, the top floor first."""
    (layers,) = (c for c in contracts().values() if c.get("containers") == ["bot"])
    return [[f"bot.{room.strip()}" for room in line.split("|")] for line in layers["layers"]]


def upward() -> list[WrongImport]:
    """Each room imports from the floor above it."""
    planted = []
    for above, below in zip(floors(), floors()[1:], strict=False):
        planted += [WrongImport(room, one) for room in below for one in above]
    return planted


def sideways() -> list[WrongImport]:
    """Rooms on one floor import each other."""
    shared = [floor for floor in floors() if len(floor) > 1]
    return [WrongImport(floor[0], other) for floor in shared for other in floor[1:]]


def outward() -> list[WrongImport]:
    """Each room of the core but the two that put it together imports an SDK, or an adapter."""
    core = [room for floor in floors() for room in floor if room not in ("bot.run", "bot.commands")]
    return [WrongImport(room, sdk) for room in core for sdk in (*SDKS, "adapters.shared")]


def platforms() -> list[str]:
    return sorted(f"adapters.{one.parent.name}" for one in (ROOT / "adapters").glob("*/outbound*"))


def roads() -> list[WrongImport]:
    """What leaves by itself leans on what answers people."""
    return [WrongImport(room, "bot.handlers") for room in ("bot.delivery", "bot.upkeep")]


def outside() -> list[WrongImport]:
    """What adapters and storage may not know of the core and of each other."""
    above = [f"bot.{room}" for room in ("handlers", "messages", "delivery", "inbound", "upkeep")]
    planted = [WrongImport(one, room) for one in ("adapters", "storage") for room in above]
    planted += [WrongImport("adapters", "storage"), WrongImport("storage", "adapters.shared")]
    planted += [WrongImport("storage.keys", "storage.sql")]
    names = platforms()
    return planted + [WrongImport(a, b) for a in names for b in names if a != b]


def translators() -> list[WrongImport]:
    """A platform's pure rooms import a server or a database; another room imports an SDK."""
    pure = [f"{name}.{room}" for name in platforms() for room in ("inbound", "outbound")]
    planted = [WrongImport(room, "aiohttp") for room in pure]
    planted += [WrongImport(room, "sqlalchemy") for room in pure]
    sdks = ("slack_sdk", "microsoft_agents", "msal")
    return planted + [WrongImport(name, sdk) for name in platforms() for sdk in sdks]


@pytest.mark.parametrize(
    "planted",
    [upward(), sideways(), outward(), roads(), outside(), translators()],
    ids=["upward", "sideways", "outward", "roads", "outside", "translators"],
)
def test_a_planted_wrong_import_is_caught_in_every_room(
    planted: list[WrongImport], tmp_path: Path
) -> None:
    report = contracts_say(tmp_path, planted)
    assert [one for one in planted if one.told_as not in report] == []


def test_a_room_that_nobody_declared_is_refused(tmp_path: Path) -> None:
    assert "bot.attic" in contracts_say(tmp_path, [], new_room="attic")


def test_the_copy_without_a_plant_breaks_no_wall(tmp_path: Path) -> None:
    assert " 0 broken" in contracts_say(tmp_path, [])


def test_no_contract_names_a_file() -> None:
    """A new file in a room needs no edit of pyproject.toml: contracts name packages and rooms."""
    loose = {f"bot.{one.stem}" for one in (ROOT / "bot").glob("*.py")}
    for contract in contracts().values():
        for name in contract.get("source_modules", []) + contract.get("modules", []):
            path = ROOT / name.replace(".", "/")
            assert "*" in name or path.is_dir() or name in loose, name
