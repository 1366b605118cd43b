"""Pure: divides drawn blocks into messages within Slack's limits."""

from __future__ import annotations

from collections.abc import Sequence

from adapters.shared.splitting import sections
from adapters.slack.outbound.drawing import MOST_BLOCKS, MOST_TEXT, Drawn


def pages(
    drawn: Sequence[Drawn], most_blocks: int = MOST_BLOCKS, most_text: int = MOST_TEXT
) -> list[list[Drawn]]:
    """The pages in order, at least one.

    A section, from one heading to the next, stays whole if it fits on a page, so that a page of a
    digest ends with a client. Otherwise buttons stay with the block that they belong to.
    """
    paper = _Paper(most_blocks, most_text)
    for part in sections(drawn, lambda one: one.heading):
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
    def __init__(self, most_blocks: int, most_text: int) -> None:
        self.pages: list[list[Drawn]] = [[]]
        self._most_blocks = most_blocks
        self._most_text = most_text

    def fits_alone(self, part: Sequence[Drawn]) -> bool:
        blocks = sum(len(one.blocks) for one in part)
        return blocks <= self._most_blocks and sum(one.length() for one in part) <= self._most_text

    def lay(self, part: Sequence[Drawn]) -> None:
        """Adds the part to this page if it fits, else to a new one."""
        if self.pages[-1] and not self.fits_alone([*self.pages[-1], *part]):
            self.pages.append([])
        self.pages[-1].extend(part)


def _runs(part: Sequence[Drawn]) -> list[list[Drawn]]:
    """Groups headings with the block below them, and each block with its buttons."""
    runs: list[list[Drawn]] = [[]]
    for one in part:
        headed = all(before.heading for before in runs[-1])
        if not one.follows and not headed:
            runs.append([])
        runs[-1].append(one)
    return runs
