"""Prints how long each reader takes at its limit: `python -m tests.bounded`.

The milliseconds are of this machine, as CPU time of one thread, and hold nothing: the tests beside
this file compare readers with each other.
"""

from __future__ import annotations

from tests.bounded.readers import READERS
from tests.bounded.shapes import SHAPES, text_of
from tests.bounded.work import work


def main() -> None:
    print(f"{'reader':32}{'limit':>8}{'ms':>9}  worst shape")
    for name, reader in READERS.items():
        measured = []
        for shape in SHAPES:
            text = text_of(shape, reader.most)
            measured.append((work(reader.read, text, tries=2), shape))
        most, shape = max(measured)
        where = ", in a thread" if reader.aside else ""
        print(f"{name:32}{reader.most:8,}{most * 1000:9.2f}  {shape}{where}")


if __name__ == "__main__":
    main()
