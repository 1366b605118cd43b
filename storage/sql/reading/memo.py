"""What one unit of work has read, so that it asks the database nothing twice.

An answer is true until something changes it, so each one says from which tables it was read. A
write to one of them forgets it. A lock, a raised floor, destroyed keys, and whoever takes the
connection itself, forget everything: nobody knows what is true then. It belongs to one unit of
work, and ends with its transaction.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Mapping
from typing import TypeVar

from sqlalchemy import FromClause, Table

T = TypeVar("T")

# A sweep reads thousands of rows in one transaction, and each of them once. A group of deliveries
# asks some twenty questions about each.
MOST = 2_000

Question = tuple[Hashable, ...]


class Memo:
    """The answers of one unit of work, by their question. Its first part names what is asked."""

    def __init__(self) -> None:
        self._answers: dict[Question, tuple[tuple[Table, ...], object]] = {}
        # Grows with each forgetting, so that what was read meanwhile is not kept.
        self._forgotten = 0

    async def once(
        self, question: Question, tables: tuple[Table, ...], read: Callable[[], Awaitable[T]]
    ) -> T:
        """Returns what `read` found the first time. A failure is no answer: it reads again.

        Whoever changes what they get must take a copy.
        """
        known = self._answers.get(question)
        if known is not None:
            answer: T = known[1]  # type: ignore[assignment]
            return answer
        before = self._forgotten
        answer = await read()
        if before == self._forgotten:
            self.note({question: answer}, tables)
        return answer

    def known(self, question: Question) -> object:
        """The answer, if it was read and nothing has changed it since; else None."""
        found = self._answers.get(question)
        return found[1] if found is not None else None

    def note(self, answers: Mapping[Question, object], tables: tuple[Table, ...]) -> None:
        """Keeps answers that were read together, in one statement about all of them."""
        if len(self._answers) + len(answers) > MOST:
            self._answers.clear()
        for question, answer in answers.items():
            self._answers[question] = (tables, answer)

    def changes(self, table: FromClause) -> None:
        """Forgets what was read from a table that is about to change."""
        self._forgotten += 1
        self._answers = {q: known for q, known in self._answers.items() if table not in known[0]}

    def clear(self) -> None:
        """Forgets everything."""
        self._forgotten += 1
        self._answers.clear()
