"""Draws what a client has done: a branch with a leaf for each small step.

It shows what is there and nothing else. Weeks have no place of their own on it, so one in which
nothing was done leaves no gap; there is no axis, no number, no end to reach, and the branch is
only as long as its leaves need.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageDraw

from bot.documents.branch import Branch, Leaf, Point, grow

MOST_WEEKS = 26
MOST_LEAVES = 60
# A point is two pixels of the picture; it is drawn four times as fine, and then softened.
PIXELS = 2
FINER = 4
MARGIN = 4

Colour = tuple[int, int, int, int]
NOTHING: Colour = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Colours:
    """The leaves take turns; which of these a leaf has means nothing."""

    branch: Colour
    leaves: tuple[Colour, ...]
    vein: Colour


# The page's own teal and ochre, as light as they may be on its light bubbles, and so dark that
# they still stand out from its dark ones.
ANYWHERE = Colours(
    branch=(158, 118, 66, 255),
    leaves=((60, 139, 131, 255), (82, 141, 117, 255), (50, 134, 142, 255)),
    vein=(150, 200, 190, 255),
)
ON_DARK = Colours(
    branch=(217, 173, 109, 255),
    leaves=((122, 192, 183, 255), (143, 197, 170, 255), (112, 183, 190, 255)),
    vein=(58, 112, 108, 255),
)


def weeks_png(weeks: Sequence[int], *, dark: bool = False) -> bytes:
    """Draws a small PNG, transparent where nothing is drawn, with two pixels to a point.

    `weeks` holds how many small steps were done in each week, oldest first. Weeks without one
    change nothing; of the others the newest `MOST_WEEKS` are drawn, with the newest `MOST_LEAVES`
    leaves (`leaves_drawn` says how many that are). It can be read on light and dark grounds;
    `dark` is brighter, for a ground that is known to be dark. The same weeks always give the
    same bytes. It takes up to a tenth of a second, so it is best left to a thread.

    Raises ValueError when there is nothing to draw, or less than nothing.
    """
    branch = grow(_shown(weeks))
    picture = _drawn(branch, ON_DARK if dark else ANYWHERE)
    written = io.BytesIO()
    picture.quantize(256, Image.Quantize.FASTOCTREE).save(written, "PNG", optimize=True)
    return written.getvalue()


def leaves_drawn(weeks: Sequence[int]) -> int:
    """Returns how many leaves `weeks_png` draws of these weeks; it leaves out the older ones."""
    return sum(_shown(weeks))


def _shown(weeks: Sequence[int]) -> list[int]:
    if any(count < 0 for count in weeks):
        raise ValueError("a week with less than no steps")
    room, shown = MOST_LEAVES, list[int]()
    for count in reversed([count for count in weeks if count][-MOST_WEEKS:]):
        if room:
            shown.insert(0, min(count, room))
            room -= shown[0]
    if not shown:
        raise ValueError("no steps to draw")
    return shown


def _drawn(branch: Branch, colours: Colours) -> Image.Image:
    (left, top), (right, bottom) = branch.corners()
    width, height = int(right - left) + 2 * MARGIN, int(bottom - top) + 2 * MARGIN
    fine = PIXELS * FINER
    sheet = Image.new("RGBA", (width * fine, height * fine), NOTHING)
    brush = _Brush(ImageDraw.Draw(sheet), fine, (MARGIN - left, MARGIN - top))
    for number, leaf in enumerate(branch.leaves):
        brush.leaf(leaf, colours.leaves[number % len(colours.leaves)], colours.vein)
    brush.line(branch.line, 3.4, 1.5, colours.branch)
    return sheet.reduce(FINER)


@dataclass(frozen=True, slots=True)
class _Brush:
    """Draws on a sheet of `fine` pixels to a point, with everything moved by `by` points."""

    sheet: ImageDraw.ImageDraw
    fine: int
    by: Point

    def leaf(self, leaf: Leaf, colour: Colour, vein: Colour) -> None:
        """Draws a leaf with a transparent rim, so that leaves that overlap can be told apart."""
        self.line((*leaf.outline, leaf.outline[0]), 1.6, 1.6, NOTHING)
        self.sheet.polygon([self._at(point) for point in leaf.outline], fill=colour)
        self.line(leaf.vein, 0.9, 0.5, vein)

    def line(self, points: Sequence[Point], first: float, last: float, colour: Colour) -> None:
        """Draws a line with round ends that goes from one width to another (points)."""
        for number, (here, there) in enumerate(pairwise(points)):
            width = (first + (last - first) * number / len(points)) * self.fine
            a, b = self._at(here), self._at(there)
            self.sheet.line([a, b], fill=colour, width=max(1, round(width)))
            self.sheet.circle(a, width / 2, fill=colour)
            self.sheet.circle(b, width / 2, fill=colour)

    def _at(self, point: Point) -> Point:
        return (point[0] + self.by[0]) * self.fine, (point[1] + self.by[1]) * self.fine
