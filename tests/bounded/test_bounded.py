"""No text of any shape holds everybody: each reader ends in work that grows with the text alone.

Every comparison is between two measures of one run, as CPU time of one thread. What looks too much
is measured again before it counts: a machine under load is no fault of a reader.
"""

from __future__ import annotations

import os
from zlib import crc32

import pytest

from bot.understand import first_hearing
from tests.bounded.readers import READERS, Reader
from tests.bounded.shapes import SHAPES, text_of
from tests.bounded.work import work

# A part of a text and the whole of it: linear work takes four times as long, and work that grows
# with the square sixteen times.
PART, LINEAR, LONG = 4, 9, 3_000
# An ordinary text of 400 characters, which is heard in the event loop, takes about 0.35 ms. What
# runs there may take as much as fifty of them, which is less than 20 ms.
ORDINARY = ("I talked with Ana about the plan, and it went better than I thought. " * 6)[:400]
MOST_ORDINARY = 50
AGAIN = 4
# Every reader meets a quarter of the shapes, and every shape a quarter of the readers; all meet all
# in `make simulate`.
SHARE = 1 if os.environ.get("TESTS_HISTORIES") == "long" else 4


def shapes_for(name: str) -> list[str]:
    return list(SHAPES)[crc32(name.encode()) % SHARE :: SHARE]


def ordinary() -> float:
    return work(first_hearing, ORDINARY, tries=10)


@pytest.mark.parametrize("name", [name for name, one in READERS.items() if not one.aside])
def test_what_runs_in_the_event_loop_takes_little_at_its_limit(name: str) -> None:
    allowed = MOST_ORDINARY * ordinary()
    slow = [shape for shape in shapes_for(name) if _takes(READERS[name], shape) > allowed]
    for _ in range(AGAIN):
        allowed = max(allowed, MOST_ORDINARY * ordinary())
        slow = [shape for shape in slow if _takes(READERS[name], shape, 5) > allowed]
    assert not slow


@pytest.mark.parametrize(
    "name", [name for name, one in READERS.items() if one.grows and one.most >= LONG]
)
def test_work_grows_with_the_length_of_a_text_and_not_with_its_square(name: str) -> None:
    spare = ordinary()
    steep = [shape for shape in shapes_for(name) if _is_steep(READERS[name], shape, 1, spare)]
    for _ in range(AGAIN):
        steep = [shape for shape in steep if _is_steep(READERS[name], shape, 5, spare)]
    assert not steep


def test_the_measure_sees_work_that_grows_with_the_square() -> None:
    def careless(text: str) -> int:
        return sum(text.count(sign) for sign in text)

    assert _is_steep(Reader(careless, 40_000), "words", 3, ordinary())


@pytest.mark.parametrize("name", READERS)
def test_no_reader_raises_for_any_shape_or_length(name: str) -> None:
    """Each reader says in its docstring that it never raises; the events of a chat rely on it."""
    for shape in shapes_for(name):
        for length in (0, 1, 2, 39, 61, 199, 801, 4_301):
            READERS[name].read(text_of(shape, length))


def _takes(reader: Reader, shape: str, tries: int = 1) -> float:
    return work(reader.read, text_of(shape, reader.most), tries)


def _is_steep(reader: Reader, shape: str, tries: int, spare: float) -> bool:
    part = work(reader.read, text_of(shape, reader.most // PART), tries)
    return _takes(reader, shape, tries) > LINEAR * part + spare
