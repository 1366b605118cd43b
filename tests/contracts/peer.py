"""An adapter under the contract suite, and where the suite finds the adapters.

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
    """An adapter, a way to let an hour pass for it, and whether what it showed can be taken back.

    `MAI` and `DANIEL` can be written to. A terminal keeps what was printed: its `clear` does
    nothing, and `edit` prints below.
    """

    adapter: Adapter
    hour_passes: Callable[[], None] = lambda: None
    can_take_back: bool = True
    platform: str = "local"
    numbers: count[int] = field(default_factory=count)


def found() -> Mapping[str, Connected]:
    """Every platform that takes part by a module of its own, by its folder's name."""
    modules = sorted(TESTS.glob("**/contract_peer.py"))
    names = {path.parent.name: path.relative_to(TESTS.parent).with_suffix("") for path in modules}
    return {name: import_module(".".join(path.parts)).connected for name, path in names.items()}
