"""Prints the part of the locks that one image needs, with its hashes, for the Dockerfile.

    python deploy/packaging/needed.py --platforms slack --extras aws requirements.lock …
    python deploy/packaging/needed.py --build requirements.lock       # what builds the wheel

A package stays if Handrail itself asks for it, or a package that stays does. What only a platform
that is left out asks for is gone, and so are the tools that build. `--platforms all` leaves none
out. The first lock that names a package has its version.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

OURS = "handrail"
ALL = "all"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Locked:
    """One package of a lock: its lines as they are, and the names of those who ask for it."""

    lines: tuple[str, ...]
    asked_by: frozenset[str]


def needed(
    project: Mapping[str, object], locks: Iterable[str], platforms: set[str], extras: set[str]
) -> str:
    """Returns the lines of every package that an image needs to run, as a lock.

    `project` is what pyproject.toml holds, `locks` are whole files. Raises ValueError for a
    platform or an extra that there is not, and where no lock has a package that is asked for.
    """
    return with_what_they_need(_asked_for(project, platforms, extras), locks)


def with_what_they_need(names: set[str], locks: Iterable[str]) -> str:
    """Returns the lines of these packages and of all that they ask for. Raises ValueError."""
    packages, wanted = _read(locks), set(names)
    if missing := wanted - set(packages):
        raise ValueError(f"no lock has {', '.join(sorted(missing))}")
    while more := {n for n, one in packages.items() if one.asked_by & wanted} - wanted:
        wanted |= more
    return "".join("".join(packages[name].lines) for name in sorted(wanted))


def _asked_for(project: Mapping[str, object], platforms: set[str], extras: set[str]) -> set[str]:
    about, tool = project["project"], project["tool"]
    assert isinstance(about, dict)
    assert isinstance(tool, dict)
    by_extra: dict[str, list[str]] = about["optional-dependencies"]
    by_platform = {name: by_extra.get(name, []) for name in tool[OURS]["platforms"]}
    platforms = set(by_platform) if platforms == {ALL} else platforms
    for given, there in ((platforms, by_platform), (extras, by_extra)):
        if unknown := given - set(there):
            raise ValueError(f"there is no {', '.join(sorted(unknown))}")
    asked = [*about["dependencies"]]
    asked += [one for platform in platforms for one in by_platform[platform]]
    asked += [one for extra in extras for one in by_extra[extra]]
    return {_name(one) for one in asked}


def _read(locks: Iterable[str]) -> dict[str, Locked]:
    """Returns each package by its name, as the first lock that names it has it."""
    found: dict[str, Locked] = {}
    for lock in locks:
        for block in re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE):
            if block.strip() and not block.startswith("#"):
                found.setdefault(_name(block), _locked(block))
    return found


def _locked(block: str) -> Locked:
    lines = block.splitlines(keepends=True)
    told = " ".join(line.strip(" #\n") for line in lines if line.lstrip().startswith("#"))
    asking = (_name(one) for one in told.removeprefix("via").split() if not one.startswith("("))
    return Locked(tuple(lines), frozenset(asking) - {OURS})


def _name(text: str) -> str:
    """Returns the normal form of the name that a requirement begins with."""
    found = NAME.match(text)
    assert found is not None, f"no name in {text!r}"
    return re.sub(r"[._-]+", "-", found[0]).lower()


def main() -> None:
    """Prints what is needed."""
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--platforms", default="", help=f"names with spaces between, or {ALL}")
    said.add_argument("--extras", default="", help="names with spaces between")
    said.add_argument("--build", action="store_true", help="what builds the wheel, and no more")
    said.add_argument("locks", nargs="+", type=Path)
    given = said.parse_args()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locks = [one.read_text(encoding="utf-8") for one in given.locks]
    if given.build:
        tools = project["build-system"]["requires"]
        print(with_what_they_need({_name(one) for one in tools}, locks), end="")  # noqa: T201
        return
    platforms, extras = set(given.platforms.split()), set(given.extras.split())
    print(needed(project, locks, platforms, extras), end="")  # noqa: T201


if __name__ == "__main__":
    main()
