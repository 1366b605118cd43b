"""A quiet picture of small steps that are done: a branch, and a leaf for each of them.

Only what was done is drawn. Weeks are nothing but a little space between leaves, all alike, so
that no gap, no streak and no score can be read from it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from io import BytesIO

from PIL import Image, ImageDraw

MOST_WEEKS = 26
MOST_LEAVES = 60
WIDTH, HEIGHT = 640, 150
# Drawn larger and made smaller again, which smooths every edge; the result is twice the size.
FINE, SHARP = 4, 2
CARD = (247, 244, 236, 255)
WOOD = (139, 115, 85, 255)
LEAVES = ((74, 124, 89, 255), (104, 148, 104, 255), (59, 107, 94, 255))
COLOURS = 48
MARGIN = 46
Point = tuple[float, float]


def weeks_png(weeks: Sequence[int]) -> bytes:
    """A PNG on a card of its own, for light and dark alike; the same input gives the same bytes.

    `weeks` holds how many steps were done in each week, oldest first. Weeks without one change
    nothing. Of more than 26 weeks or 60 steps the newest are drawn.
    """
    done = [count for count in weeks if count > 0][-MOST_WEEKS:]
    size = (WIDTH * FINE, HEIGHT * FINE)
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), radius=18 * FINE, fill=CARD)
    places = list(_places(done))
    _branch(draw, places[-1] if places else WIDTH / 2)
    for number, along in enumerate(places):
        _leaf(picture, along, number)
    small = picture.resize((WIDTH * SHARP, HEIGHT * SHARP), Image.Resampling.LANCZOS)
    file = BytesIO()
    few = small.quantize(COLOURS, method=Image.Quantize.FASTOCTREE)
    few.save(file, "PNG", optimize=True)
    return file.getvalue()


def _places(done: Sequence[int]) -> Iterator[float]:
    """Where each leaf grows, from left to right."""
    spaces: list[float] = []
    for count in done:
        spaces += [1.6, *([1.0] * (count - 1))]
    spaces = spaces[-MOST_LEAVES:]
    step = min(26.0, (WIDTH - 2 * MARGIN) / max(1.0, sum(spaces)))
    along = float(MARGIN)
    for space in spaces:
        along += space * step
        yield along


def _height(along: float) -> float:
    return HEIGHT * 0.58 + math.sin(along / 95) * 9 - along / WIDTH * 22


def _branch(draw: ImageDraw.ImageDraw, end: float) -> None:
    last = int(min(WIDTH - 24, end + 30))
    points = [(x * FINE, _height(x) * FINE) for x in range(24, last, 2)]
    draw.line(points, fill=WOOD, width=4 * FINE, joint="curve")
    for x, y in (points[0], points[-1]):
        draw.ellipse((x - 2 * FINE, y - 2 * FINE, x + 2 * FINE, y + 2 * FINE), fill=WOOD)


def _leaf(picture: Image.Image, along: float, number: int) -> None:
    """Leaves take turns above and below the branch, and lean forward a little."""
    draw = ImageDraw.Draw(picture)
    up = -1 if number % 2 == 0 else 1
    lean = 0.95 + 0.12 * math.sin(number * 2.4)
    length = 30 + 4 * math.sin(number * 1.7)
    foot = (along, _height(along))
    tip = (foot[0] + math.cos(lean) * length, foot[1] + up * math.sin(lean) * length)
    outline = [(x * FINE, y * FINE) for x, y in _outline(foot, tip)]
    draw.polygon(outline, fill=LEAVES[number % len(LEAVES)])
    vein = [(x * FINE, y * FINE) for x, y in (foot, _between(foot, tip, 0.8))]
    draw.line(vein, fill=CARD, width=FINE)


def _outline(foot: Point, tip: Point) -> Iterator[Point]:
    """Two bows from foot to tip and back."""
    across = (-(tip[1] - foot[1]), tip[0] - foot[0])
    for side in (1, -1):
        steps = range(13) if side == 1 else range(12, -1, -1)
        for step in steps:
            part = step / 12
            middle = _between(foot, tip, part)
            wide = math.sin(math.pi * part**0.8) * 0.24 * side
            yield middle[0] + across[0] * wide, middle[1] + across[1] * wide


def _between(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
