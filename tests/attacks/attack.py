"""An attack that must fail, and how often it is tried: what docs/security-tests.md is made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

Test = TypeVar("Test", bound=Callable[..., object])


@dataclass(frozen=True)
class Attack:
    """`what` the attacker tries, in one sentence, and how many tries one run of the test makes."""

    what: str
    tries: int

    def __post_init__(self) -> None:
        if not self.what.endswith(".") or self.tries < 1:
            raise ValueError("An attack is one sentence, and is tried at least once.")


def attack(what: str, *, tries: int = 1) -> Callable[[Test], Test]:
    """Marks a test as an attack. The test calls the fixture `tried` once for each try."""

    def marked(test: Test) -> Test:
        test.__dict__["attack"] = Attack(what, tries)
        return test

    return marked


@dataclass
class Tried:
    """Counts the tries of one test, so that the published count is what really ran."""

    count: int = field(default=0)

    def __call__(self, times: int = 1) -> None:
        self.count += times
