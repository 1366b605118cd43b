"""The shapes of a branch with leaves: lines and outlines in points, and nothing of colour.

The branch runs from left to right and rises a little. Leaves stand along it in their order, by
turns above and below it; the newest is its tip.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from math import atan2, cos, hypot, pi, sin, sqrt

Point = tuple[float, float]

LONGEST = 312.0
STEM = 17.0
BETWEEN_LEAVES = 13.0
BETWEEN_WEEKS = 5.0
LEAF = 27.0
OPENS = 0.84
STEPS = 24


@dataclass(frozen=True, slots=True)
class Leaf:
    outline: tuple[Point, ...]
    vein: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """`line` is the middle of the branch, from its thick end to its thin one."""

    line: tuple[Point, ...]
    leaves: tuple[Leaf, ...]

    def corners(self) -> tuple[Point, Point]:
        """Returns the least and the greatest of all coordinates, in points."""
        points = [*self.line, *chain.from_iterable(leaf.outline for leaf in self.leaves)]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return (min(xs), min(ys)), (max(xs), max(ys))


def grow(weeks: Sequence[int]) -> Branch:
    """Draws the leaves of each week, oldest first, with a little more room between weeks."""
    places = _places(weeks)
    squeezed = min(1.0, LONGEST / places[-1])
    places = [place * squeezed for place in places]
    length, size = places[-1], LEAF * sqrt(max(squeezed, 0.5))
    *along, tip = places
    leaves = [_side_leaf(n, place, length, size) for n, place in enumerate(along)]
    leaves.append(_leaf(_at(tip, length), _heading(tip, length), size, bend=0.1))
    line = tuple(_at(length * n / 80, length) for n in range(81))
    return Branch(line, tuple(leaves))


def _places(weeks: Sequence[int]) -> list[float]:
    """Returns how far along the branch each leaf is, in points."""
    steps: list[float] = []
    for count in weeks:
        steps += [BETWEEN_LEAVES + BETWEEN_WEEKS, *[BETWEEN_LEAVES] * (count - 1)]
    steps[0] = STEM
    return list(accumulate(steps))


def _at(along: float, length: float) -> Point:
    """Returns a point of the branch, which rises gently and sways more the longer it is."""
    part = along / length
    rise = (0.08 * length + 7) * part
    sway = 0.022 * length * sin(2 * pi * part)
    return along, sway - rise


def _heading(along: float, length: float) -> float:
    (x0, y0), (x1, y1) = _at(along - 0.5, length), _at(along + 0.5, length)
    return atan2(y1 - y0, x1 - x0)


def _side_leaf(number: int, along: float, length: float, size: float) -> Leaf:
    """Makes a leaf that differs from its neighbours, and is the same every time."""
    side = 1 if number % 2 else -1
    opens = OPENS + 0.1 * sin(number * 2.4)
    large = size * (1 + 0.09 * sin(number * 1.7 + 1))
    heading = _heading(along, length) + side * opens
    return _leaf(_at(along, length), heading, large, bend=-0.16 * side)


def _leaf(base: Point, heading: float, size: float, bend: float) -> Leaf:
    """Makes a leaf, widest before its middle; `bend` turns its end, as a part of its size."""
    middle, upper, lower = [], [], []
    for n in range(STEPS + 1):
        part = n / STEPS
        along, off = part * size, bend * size * part**2
        half = 0.205 * size * sin(pi * part**0.86) ** 1.12
        tilt = atan2(2 * bend * part, 1)
        middle.append((along, off))
        upper.append((along + half * sin(tilt), off - half * cos(tilt)))
        lower.append((along - half * sin(tilt), off + half * cos(tilt)))
    outline = [*upper, *reversed(lower[1:-1])]
    vein = middle[1 : int(STEPS * 0.8)]
    return Leaf(_placed(outline, base, heading), _placed(vein, base, heading))


def _placed(points: Sequence[Point], base: Point, heading: float) -> tuple[Point, ...]:
    turned = ((hypot(x, y), atan2(y, x) + heading) for x, y in points)
    return tuple((base[0] + far * cos(to), base[1] + far * sin(to)) for far, to in turned)
