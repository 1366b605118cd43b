"""Shows how far a long command is, and ends it well when somebody presses Ctrl-C."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from bot.commands.printable import tell

T = TypeVar("T")

# As of a process that SIGINT ended.
INTERRUPTED = 130


class Shown:
    """Shows the steps of one command on stderr: bars on a terminal, else a line for each step."""

    def __init__(self, bars: Progress | None) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, what: str, done: int, of: int | None) -> None:
        """Tells that `done` of `of` is done (None: nobody knows how much there is)."""
        if what not in self._tasks:
            self._begin(what, of)
        elif self._bars is not None:
            self._bars.update(self._tasks[what], completed=done, total=of)

    def _begin(self, what: str, of: int | None) -> None:
        """Begins a step; the one before it is over."""
        if self._bars is None:
            self._tasks[what] = TaskID(0)
            tell(f"{what} …", err=True)
            return
        for task in self._tasks.values():
            whole = self._bars.tasks[task].total or 1
            self._bars.update(task, completed=whole, total=whole)
        self._tasks[what] = self._bars.add_task(what, total=of)

    @contextmanager
    def pausing(self) -> Iterator[None]:
        """Hides the bars while something is asked."""
        if self._bars is not None:
            self._bars.stop()
        try:
            yield
        finally:
            if self._bars is not None:
                self._bars.start()


@contextmanager
def progress(interrupted: str) -> Iterator[Shown]:
    """Yields what shows the steps. At Ctrl-C it says `interrupted`, and ends with exit code 130."""
    try:
        if not sys.stderr.isatty():
            yield Shown(None)
            return
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn())
        with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True)) as bars:
            yield Shown(bars)
    except KeyboardInterrupt:
        tell(interrupted, err=True)
        raise typer.Exit(INTERRUPTED) from None


def waiting(what: str, interrupted: str, command: Callable[[], T]) -> T:
    """Runs a command of which nobody knows how far it is; a terminal shows that it works."""
    with progress(interrupted) as shown:
        if sys.stderr.isatty():
            shown(what, 0, None)
        return command()
