"""A person's text, wrapped so that it cannot slip into a log, an error or a repr."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Words:
    """A person's own text, verbatim. Only `.text` reads it: printing shows nothing."""

    text: str

    def __repr__(self) -> str:
        return "Words(…)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)
