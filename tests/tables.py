"""Another row in one of the product's tables, for one test. The tables themselves are frozen."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

import pytest

K = TypeVar("K")
R = TypeVar("R")


def put_row(patch: pytest.MonkeyPatch, table: Mapping[K, R], key: K, row: R) -> None:
    """Puts `row` in the place of the row of `key`, in every module that knows `table`."""
    changed = MappingProxyType({**table, key: row})
    for module in list(sys.modules.values()):
        for name, value in list(vars(module).items()):
            if value is table:
                patch.setattr(module, name, changed)
