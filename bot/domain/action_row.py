"""One row describes one action: what a button or a form carries, and how to read it back.

On the wire an action is "verb:argument:argument". A row builds that text from typed values and
reads it back with every check, so that nothing else takes such a text apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic, Literal, NewType, TypeVar, TypeVarTuple, overload

from bot.domain.action_argument import Argument

# The text that a button or form carries. Only a row makes one.
Action = NewType("Action", str)
# What a person can type to choose a button without its label or number.
Word = Literal["yes", "no", "pass"]

LONGEST = 255
VERB = re.compile(r"[a-z]+(-[a-z]+)*", re.ASCII)

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")
Values = TypeVarTuple("Values")


@dataclass(frozen=True, eq=False)
class ActionRow(Generic[*Values]):
    """All that is known of one action. Call the row with its values to build the text.

    `form` is True for a form and False for a button. `typed` says which typed words press the
    button. Each word stands for the value of an argument that has a closed set of values: with
    {"no": Mark.NOT_YET}, a typed "no" presses the button that carries NOT_YET. None stands for the
    button whatever it carries. `words` is true for a form whose text would be kept as the person's
    own words. Raises ValueError if the row contradicts itself.
    """

    verb: str
    arguments: tuple[Argument[Any], ...]
    form: bool
    typed: Mapping[Word, object]
    words: bool = False

    def __post_init__(self) -> None:
        if not VERB.fullmatch(self.verb):
            raise ValueError("a verb is lower-case words joined by hyphens")
        if len({argument.name for argument in self.arguments}) < len(self.arguments):
            raise ValueError(f"{self.verb} has two arguments of one name")
        for argument, following in zip(self.arguments, self.arguments[1:], strict=False):
            if argument.rest or argument.optional > following.optional:
                raise ValueError(f"{self.verb}: {argument.name} must come last")
        closed = {choice for argument in self.arguments for choice in argument.choices}
        if not {value for value in self.typed.values() if value is not None} <= closed:
            raise ValueError(f"{self.verb}: a typed word stands for no value")

    def __call__(self, *values: *Values) -> Action:
        """The text. Raises ValueError for values that could not be read back."""
        given = [str(value) for value in values if value is not None]
        text = ":".join((self.verb, *given))
        found = self.read(text)
        if found is None or found.values != values:
            raise ValueError(f"{self.verb}: a value does not fit")
        return Action(text)

    def read(self, text: str) -> Found | None:
        """The values in a text of this verb, or None for a text that this row does not build."""
        if len(text) > LONGEST or not text.isprintable():
            return None
        verb, *given = text.split(":", self._most_colons())
        fewest = sum(not argument.optional for argument in self.arguments)
        if verb != self.verb or not fewest <= len(given) <= len(self.arguments):
            return None
        read = [argument.read(part) for argument, part in zip(self.arguments, given, strict=False)]
        if any(value is None for value in read):
            return None
        left_out = [None] * (len(self.arguments) - len(read))
        return Found(self, (*read, *left_out))

    def _most_colons(self) -> int:
        takes_rest = bool(self.arguments) and self.arguments[-1].rest
        return len(self.arguments) if takes_rest else -1


@dataclass(frozen=True)
class Found:
    """An action that was read: its row, and one value per argument in the row's order."""

    row: ActionRow[*tuple[Any, ...]]
    values: tuple[Any, ...]

    def is_meant_by(self, word: Word) -> bool:
        """True where a typed yes, no or pass, in whatever words, chooses this very button."""
        if word not in self.row.typed:
            return False
        wanted = self.row.typed[word]
        given = zip(self.row.arguments, self.values, strict=True)
        return wanted is None or any(wanted == value for one, value in given if one.choices)


def verb_of(text: str) -> str:
    """The verb in front of an action's text, known or not; "" for a text without one."""
    return text.partition(":")[0]


NO_WORD: Mapping[Word, object] = MappingProxyType({})


@overload
def action(
    verb: str, /, *, form: bool = False, typed: Mapping[Word, object] = NO_WORD, words: bool = False
) -> ActionRow[()]: ...
@overload
def action(
    verb: str,
    a: Argument[A],
    /,
    *,
    form: bool = False,
    typed: Mapping[Word, object] = NO_WORD,
    words: bool = False,
) -> ActionRow[A]: ...
@overload
def action(
    verb: str,
    a: Argument[A],
    b: Argument[B],
    /,
    *,
    form: bool = False,
    typed: Mapping[Word, object] = NO_WORD,
    words: bool = False,
) -> ActionRow[A, B]: ...
@overload
def action(
    verb: str,
    a: Argument[A],
    b: Argument[B],
    c: Argument[C],
    /,
    *,
    form: bool = False,
    typed: Mapping[Word, object] = NO_WORD,
    words: bool = False,
) -> ActionRow[A, B, C]: ...
@overload
def action(
    verb: str,
    a: Argument[A],
    b: Argument[B],
    c: Argument[C],
    d: Argument[D],
    /,
    *,
    form: bool = False,
    typed: Mapping[Word, object] = NO_WORD,
    words: bool = False,
) -> ActionRow[A, B, C, D]: ...
def action(
    verb: str,
    /,
    *arguments: Argument[Any],
    form: bool = False,
    typed: Mapping[Word, object] = NO_WORD,
    words: bool = False,
) -> ActionRow[*tuple[Any, ...]]:
    """A row whose call takes exactly the values of its arguments, in their order."""
    return ActionRow(verb, arguments, form, typed, words)
