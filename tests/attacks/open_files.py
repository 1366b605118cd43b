"""Takes away the right to open files, as a machine does that has none left."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def only_so_many_files(more: int) -> Iterator[None]:
    """This process can open only `more` files for the block."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (_next_free() + more, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def _next_free() -> int:
    one = os.open(os.devnull, os.O_RDONLY)
    os.close(one)
    return one
