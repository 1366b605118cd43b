"""The quiet picture of what was done: it shows that, and nothing of what was not."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.documents.branch import grow
from bot.documents.weeks import (
    ANYWHERE,
    MOST_LEAVES,
    MOST_WEEKS,
    ON_DARK,
    Colours,
    leaves_drawn,
    weeks_png,
)

PAGE = Path("adapters/local/static/page.css").read_text("utf-8")
LIGHT, DARK = re.findall(r"--bubble: #(\w{6})", PAGE)
WEEKS = st.lists(st.integers(0, 12), max_size=40).filter(any)


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGBA")


@settings(max_examples=25)
@given(weeks=WEEKS, empty=st.lists(st.integers(0, 40), max_size=30), dark=st.booleans())
def test_weeks_in_which_nothing_was_done_change_not_one_byte(
    weeks: list[int], empty: list[int], dark: bool
) -> None:
    with_more = list(weeks)
    for place in empty:
        with_more.insert(min(place, len(with_more)), 0)
    assert weeks_png(with_more, dark=dark) == weeks_png(weeks, dark=dark)


@settings(max_examples=25)
@given(weeks=st.lists(st.integers(0, 10_000), max_size=60).filter(any), dark=st.booleans())
def test_it_stays_small_whatever_was_done(weeks: list[int], dark: bool) -> None:
    png = weeks_png(weeks, dark=dark)
    width, height = opened(png).size
    # A Teams message may weigh 28 kB in all, and text makes a third more of a picture.
    assert len(png) < 14_000
    assert (width // 2 <= 350, height // 2 <= 100) == (True, True)


@settings(max_examples=25)
@given(weeks=WEEKS)
def test_nothing_of_it_is_cut_off_and_the_ground_is_clear(weeks: list[int]) -> None:
    clear = opened(weeks_png(weeks)).getchannel("A")
    box = clear.getbbox()
    assert box is not None
    assert (box[0] > 0, box[1] > 0) == (True, True)
    assert (box[2] < clear.width, box[3] < clear.height) == (True, True)
    assert clear.getpixel((0, 0)) == 0


@given(weeks=st.lists(st.integers(1, 6), min_size=1, max_size=10))
def test_each_step_is_a_leaf_in_its_order_and_weeks_stand_a_little_apart(weeks: list[int]) -> None:
    leaves = grow(weeks).leaves
    assert len(leaves) == sum(weeks) == leaves_drawn(weeks)
    along = [leaf.outline[0][0] for leaf in leaves]
    apart = [after - before for before, after in pairwise(along)]
    week_of = [week for week, count in enumerate(weeks) for _ in range(count)]
    within = [far for far, (a, b) in zip(apart, pairwise(week_of), strict=True) if a == b]
    between = [far for far, (a, b) in zip(apart, pairwise(week_of), strict=True) if a != b]
    assert min(apart, default=1) > 0
    assert max(within, default=0) < min(between, default=100)
    for even in (within, between):
        assert max(even, default=0) - min(even, default=0) < 1e-6


def test_another_step_is_another_picture() -> None:
    pictures = {weeks_png([2] * whole + [part]) for whole in range(4) for part in (1, 2)}
    assert len(pictures) == 8


def test_only_the_newest_are_drawn_where_there_are_very_many() -> None:
    newest = [1, 2] * (MOST_WEEKS // 2)
    assert weeks_png([5, 5, 0, *newest]) == weeks_png(newest)
    assert leaves_drawn([5, 5, 0, *newest]) == sum(newest)
    assert weeks_png([9, 100, 0, 3]) == weeks_png([MOST_LEAVES - 3, 3])
    assert leaves_drawn([9, 100, 0, 3]) == MOST_LEAVES
    assert leaves_drawn([1, MOST_LEAVES]) == MOST_LEAVES


@pytest.mark.parametrize("nothing", [[], [0, 0], [2, -1]])
def test_there_is_no_picture_of_nothing(nothing: list[int]) -> None:
    with pytest.raises(ValueError, match="steps"):
        weeks_png(nothing)


def light(colour: tuple[int, ...]) -> float:
    """The relative luminance of WCAG 2."""
    parts = [part / 255 for part in colour[:3]]
    r, g, b = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize(
    ("colours", "ground"), [(ANYWHERE, LIGHT), (ANYWHERE, DARK), (ON_DARK, DARK)]
)
def test_it_stands_out_from_the_pages_own_grounds(colours: Colours, ground: str) -> None:
    beneath = light(tuple(bytes.fromhex(ground)))
    for colour in (colours.branch, *colours.leaves):
        less, more = sorted((beneath, light(colour)))
        assert (more + 0.05) / (less + 0.05) >= 3
