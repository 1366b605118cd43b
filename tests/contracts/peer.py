"""Finds the adapters for the contract suite, and wraps each of them.

A platform takes part with a module `contract_peer.py` anywhere in the tests. It is named after its
folder, and has `connected(folder)`, an asynchronous context manager that yields a `Peer`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from importlib import import_module
from itertools import count
from pathlib import Path

from bot.domain.people import Address
from bot.ports import Adapter

TESTS = Path(__file__).parents[1]
MAI = Address("local", "local", "client")
DANIEL = Address("local", "local", "coach")

Connected = Callable[[Path], AbstractAsyncContextManager["Peer"]]


@dataclass
class Peer:
    """An adapter under test, which can write to `MAI` and `DANIEL`.

    `hour_passes` lets an hour pass for it. `can_take_back` is False if it cannot change what it has
    shown: a terminal keeps what was printed, so its `clear` does nothing and `edit` prints below.
    """

    adapter: Adapter
    hour_passes: Callable[[], None] = lambda: None
    can_take_back: bool = True
    platform: str = "local"
    numbers: count[int] = field(default_factory=count)


def found() -> Mapping[str, Connected]:
    """Returns `connected` of each platform that has a `contract_peer.py`, by folder name."""
    modules = sorted(TESTS.glob("**/contract_peer.py"))
    names = {path.parent.name: path.relative_to(TESTS.parent).with_suffix("") for path in modules}
    return {name: import_module(".".join(path.parts)).connected for name, path in names.items()}
