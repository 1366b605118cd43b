"""The extras of the package: libraries that only one platform needs, installed only for it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec


@dataclass(frozen=True, slots=True)
class Extra:
    """`name` is the extra of pyproject.toml, `module` one that it brings. Nothing is imported."""

    name: str
    module: str

    @property
    def is_there(self) -> bool:
        return find_spec(self.module) is not None

    def missing(self, platform: str) -> str:
        """Tells an operator what to do. `platform` is its name in small letters."""
        return (
            f"{platform.title()} is set up, but its library is not installed here. Install "
            f"handrail[{self.name}], or take its settings out, then start again."
        )
