"""Draws a client's own answers from 1 to 5 to one question: a line through a dot for each.

The dots stand side by side in their order. There are no days on it, so that no time without an
answer shows; and no target, no average and no colour that judges.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise

from PIL import Image, ImageDraw

from bot.documents.weeks import ANYWHERE, FINER, NOTHING, PIXELS, Colour

MOST_POINTS = 26
LOWEST, HIGHEST = 1, 5
# In points: how far apart two dots are, how much one step of the scale is, and the edge.
APART, RISE, MARGIN, DOT, LINE = 14, 14, 8, 4.0, 2.0
LEVEL: Colour = (128, 128, 128, 90)


def curve_png(values: Sequence[int]) -> bytes:
    """Draws a small PNG, transparent where nothing is drawn, with two pixels to a point.

    `values` are from 1 to 5, oldest first; the newest `MOST_POINTS` are drawn. A faint line marks
    the 1, and one the 5. The same values always give the same bytes. Raises ValueError for fewer
    than two values, or one that is not from 1 to 5.
    """
    if len(values) < 2 or not all(LOWEST <= value <= HIGHEST for value in values):
        raise ValueError("a line needs two values or more, each from 1 to 5")
    shown = values[-MOST_POINTS:]
    fine = PIXELS * FINER
    width = (2 * MARGIN + APART * (len(shown) - 1)) * fine
    height = (2 * MARGIN + RISE * (HIGHEST - LOWEST)) * fine
    sheet = Image.new("RGBA", (width, height), NOTHING)
    brush = ImageDraw.Draw(sheet)
    for level in (LOWEST, HIGHEST):
        at = _height(level) * fine
        brush.line([(0, at), (width, at)], fill=LEVEL, width=fine)
    dots = [
        ((MARGIN + APART * place) * fine, _height(value) * fine)
        for place, value in enumerate(shown)
    ]
    for here, there in pairwise(dots):
        brush.line([here, there], fill=ANYWHERE.branch, width=round(LINE * fine))
    for dot in dots:
        brush.circle(dot, DOT * fine, fill=ANYWHERE.leaves[0])
    written = io.BytesIO()
    sheet.reduce(FINER).quantize(256, Image.Quantize.FASTOCTREE).save(written, "PNG", optimize=True)
    return written.getvalue()


def _height(value: int) -> int:
    return MARGIN + RISE * (HIGHEST - value)
