"""Tables with one row for each member of a closed set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

K = TypeVar("K")
R = TypeVar("R")


def complete(rows: dict[K, R], of: Iterable[K]) -> Mapping[K, R]:
    """Returns `rows`, frozen, if it has a row for each member of `of`, and no other.

    Raises TypeError, which names the members, where a row is missing or is of no member. A table
    that is built by this function at import stops the import when it is not complete.
    """
    members = list(of)
    missing = [str(member) for member in members if member not in rows]
    if missing:
        raise TypeError(f"no row for {', '.join(missing)}")
    strange = [str(key) for key in rows if key not in members]
    if strange:
        raise TypeError(f"a row for {', '.join(strange)}, which the set does not have")
    return MappingProxyType(rows)
