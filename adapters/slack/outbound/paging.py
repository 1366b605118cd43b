"""Pure: what was drawn, divided into messages that Slack takes."""

from __future__ import annotations

from collections.abc import Sequence

from adapters.slack.outbound.drawing import MOST_BLOCKS, MOST_TEXT, Drawn


def pages(drawn: Sequence[Drawn], most_blocks: int = MOST_BLOCKS) -> list[list[Drawn]]:
    """One page at least, in order.

    A section, from its heading to the next, stays whole if it fits on a page, so that in a digest
    one client ends where a page ends. Else buttons stay with what they belong to.
    """
    paper = _Paper(most_blocks)
    for part in _sections(drawn):
        if paper.fits_alone(part):
            paper.lay(part)
            continue
        for run in _runs(part):
            if paper.fits_alone(run):
                paper.lay(run)
                continue
            for one in run:
                paper.lay([one])
    return paper.pages


class _Paper:
    def __init__(self, most_blocks: int) -> None:
        self.pages: list[list[Drawn]] = [[]]
        self._most_blocks = most_blocks

    def fits_alone(self, part: Sequence[Drawn]) -> bool:
        blocks = sum(len(one.blocks) for one in part)
        return blocks <= self._most_blocks and sum(one.length() for one in part) <= MOST_TEXT

    def lay(self, part: Sequence[Drawn]) -> None:
        """Onto this page, or onto a new one."""
        if self.pages[-1] and not self.fits_alone([*self.pages[-1], *part]):
            self.pages.append([])
        self.pages[-1].extend(part)


def _sections(drawn: Sequence[Drawn]) -> list[list[Drawn]]:
    """From heading to heading; a title directly above a heading belongs to it."""
    parts: list[list[Drawn]] = [[]]
    for one in drawn:
        if one.heading and not all(before.heading for before in parts[-1]):
            parts.append([])
        parts[-1].append(one)
    return parts


def _runs(part: Sequence[Drawn]) -> list[list[Drawn]]:
    """Headings with what stands below them, and each block with its buttons."""
    runs: list[list[Drawn]] = [[]]
    for one in part:
        headed = all(before.heading for before in runs[-1])
        if not one.follows and not headed:
            runs.append([])
        runs[-1].append(one)
    return runs
