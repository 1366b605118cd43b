"""CONTRIBUTING lists every room of the core, on the floor where the import contracts put it."""

from __future__ import annotations

import tomllib

from tests.docs.pages import ROOT, rows

FLOORS = "The core, floor by floor"


def test_the_table_of_rooms_is_the_one_that_is_enforced() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors = contracts["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in floors if one["name"] == FLOORS)
    enforced = {
        (number, room.strip())
        for number, layer in enumerate(layers, start=1)
        for room in layer.split("|")
    }
    assert listed() == enforced


def listed() -> set[tuple[int, str]]:
    """Floor and room of each row that has a floor; the command line stands above all of them."""
    table = rows((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    return {
        (int(row[0]), row[1].strip("`").removeprefix("bot/").removesuffix(".py").strip("/"))
        for row in table
        if row[0].isdecimal() and row[0] != "0"
    }
