"""The platforms that `handrail init` asks about: whichever registered what to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from adapters.shared.set_up import PlatformSetUp
from bot.run.platforms import registered

Parts = Mapping[str, Mapping[str, str]]


def offered() -> dict[str, PlatformSetUp]:
    """Returns what each platform asks and makes, by its name."""
    every = registered().items()
    return {name: one.set_up for name, one in every if one.set_up is not None}


def chosen(parts: Parts) -> Iterator[tuple[str, PlatformSetUp, Mapping[str, str]]]:
    """Gives each platform that is wanted: its name, what it asks and makes, and its answers."""
    for name, set_up in offered().items():
        if name in parts:
            yield name, set_up, parts[name]


def faults_of_parts(table: Mapping[str, object]) -> list[str]:
    """Returns what cannot be right in what a file says of each platform, a line each."""
    found: list[str] = []
    for name, set_up in offered().items():
        part = table.get(name, {})
        if not isinstance(part, dict):
            found.append(f"{name}: is not a table")
        elif name in table:
            found += [f"{name}.{asked}: {fault}" for asked, fault in set_up.faults(part)]
    return found


def whole_parts(table: Mapping[str, object]) -> dict[str, dict[str, str]]:
    """Returns an answer to each question of each platform that a file without a fault names."""
    found = {name: (set_up, table.get(name)) for name, set_up in offered().items()}
    return {name: one.whole(part) for name, (one, part) in found.items() if isinstance(part, dict)}


def not_offered(parts: Parts) -> dict[str, dict[str, str]]:
    """Returns the answers that are not those offered anyway, as a file of answers names them."""
    found: dict[str, dict[str, str]] = {}
    for name, set_up, part in chosen(parts):
        usual = set_up.whole({})
        found[name] = {asked: said for asked, said in part.items() if said != usual[asked]}
    return found
