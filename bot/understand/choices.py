"""Phrases with choices, such as "(a|b) c( d|)", and which of them a line is.

Nothing is compiled. A phrase is taken apart when a line first begins like it, so that the first
line of a process waits for no table, and matching takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Generic, TypeVar, Union

# A text, or a choice.
Part = Union[str, "Alternatives"]
Parts = tuple[Part, ...]
Key = TypeVar("Key")

# So many first letters tell most lines from a phrase.
FRONT = 6
_SIGNS = re.compile(r"([()|])")
_FIRST_CHOICE = re.compile(r"\(([^()]*)\)")


class Alternatives:
    """The alternatives that may stand in one place, found by their first letter.

    Long tables put many phrases into one choice, so most of them must never be looked at.
    """

    __slots__ = ("all", "by_letter", "others")

    def __init__(self, alternatives: tuple[Parts, ...]) -> None:
        self.all = alternatives
        self.by_letter: dict[str, list[Parts]] = {}
        # The alternatives that begin with a choice, or are empty.
        self.others: list[Parts] = []
        for parts in alternatives:
            if parts and isinstance(parts[0], str):
                self.by_letter.setdefault(parts[0][0], []).append(parts)
            else:
                self.others.append(parts)

    def after(self, line: str, place: int) -> Iterator[Parts]:
        """The alternatives that the line may have at this place."""
        yield from self.by_letter.get(line[place : place + 1], ())
        yield from self.others


class Choices:
    """One phrase with choices. Choices may be nested."""

    __slots__ = ("__dict__", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def parts(self) -> Parts:
        if "(" not in self.pattern:
            return (self.pattern,) if self.pattern else ()
        return _parts(iter(part for part in _SIGNS.split(self.pattern) if part))[0]

    @cached_property
    def lengths(self) -> tuple[int, int]:
        """How many characters the shortest and the longest of the phrases have."""
        return _lengths(self.parts)

    @cached_property
    def fronts(self) -> tuple[str, ...]:
        """The first letters of all the phrases; the whole phrase where it is shorter."""
        return tuple(_fronts(self.parts))

    def is_whole(self, line: str) -> bool:
        """True if the whole line is one of the phrases. Most lines are too long to be any."""
        least, most = self.lengths
        return least <= len(line) <= most and len(line) in self.ends(line)

    def ends(self, line: str) -> set[int]:
        """The places in a line up to which one of the phrases reaches from its beginning."""
        return _ahead(self.parts, line, {0}) if line.startswith(self.fronts) else set()

    def starts(self, line: str) -> set[int]:
        """The places in a line from which one of the phrases reaches to its end."""
        return _back(self.parts, line, {len(line)})


class Template:
    """A phrase with one open place, such as "pause until {day}"."""

    __slots__ = ("head", "tail")

    def __init__(self, pattern: str, place: str) -> None:
        head, found, tail = pattern.partition(place)
        if not found or head.count("(") != head.count(")"):
            raise ValueError("the open place of a phrase stands outside its choices")
        self.head, self.tail = Choices(head), Choices(tail)

    def opened(self, line: str) -> str | None:
        """What a line has in the open place. None if it does not fit, or has nothing there."""
        heads = self.head.ends(line)
        tails = sorted(self.tail.starts(line)) if heads else ()
        for start in sorted(heads, reverse=True):
            for end in tails:
                if end > start:
                    return line[start:end]
        return None


class Choosing(Generic[Key]):
    """Many phrases with choices, each with a key, found by the first letter of a line."""

    def __init__(self, phrases: Iterable[tuple[Key, str]]) -> None:
        self._by_letter: dict[str, list[tuple[Key, Choices]]] = {}
        # How long the longest phrase of a letter is, once a line has begun with it.
        self._longest: dict[str, int] = {}
        for key, pattern in phrases:
            entry = key, Choices(pattern)
            for letter in _first_letters(pattern):
                self._by_letter.setdefault(letter, []).append(entry)

    def key_of(self, line: str) -> Key | None:
        """The key of the first phrase that is the whole line. Most lines are longer than any."""
        letter = line[:1]
        if len(line) > self._longest_of(letter):
            return None
        for key, choices in self._by_letter[letter]:
            if choices.is_whole(line):
                return key
        return None

    @property
    def letters(self) -> frozenset[str]:
        """The letters that the phrases begin with."""
        return frozenset(self._by_letter)

    def _longest_of(self, letter: str) -> int:
        """-1 where no phrase begins so."""
        found = self._longest.get(letter)
        if found is None:
            if letter not in self._by_letter:
                return -1
            found = max(choices.lengths[1] for _, choices in self._by_letter[letter])
            self._longest[letter] = found
        return found


class Templates:
    """Several phrases with one open place, found by the first letter of a line."""

    def __init__(self, patterns: Iterable[str], place: str) -> None:
        # Those that begin with their open place, and so with any letter, are in every list.
        self._by_letter: dict[str, list[Template]] = {}
        self._any: list[Template] = []
        for pattern in patterns:
            self._add(_first_letters(pattern), Template(pattern, place))

    def _add(self, letters: frozenset[str], template: Template) -> None:
        for letter in letters - {"{"}:
            self._by_letter.setdefault(letter, list(self._any))
        for letter, templates in self._by_letter.items():
            if letter in letters or "{" in letters:
                templates.append(template)
        if "{" in letters:
            self._any.append(template)

    def opened(self, line: str) -> Iterator[str]:
        """Yields what the line has in the open place of each phrase that it fits."""
        for template in self._by_letter.get(line[:1], self._any):
            place = template.opened(line)
            if place is not None:
                yield place


def _first_letters(pattern: str) -> frozenset[str]:
    """The letters that its phrases may begin with."""
    letters: set[str] = set()
    while pattern.startswith("("):
        choice = _FIRST_CHOICE.match(pattern)
        if choice is None:
            return frozenset(letters | _nested_letters(Choices(pattern).parts))
        starts = choice[1].split("|")
        letters.update(start[:1] for start in starts)
        pattern = pattern[choice.end() :] if "" in starts else ""
    return frozenset((letters | {pattern[:1]}) - {""})


def _nested_letters(parts: Parts) -> set[str]:
    letters: set[str] = set()
    for part in parts:
        if isinstance(part, str):
            return letters | {part[:1]}
        of_each = [_nested_letters(alternative) for alternative in part.all]
        letters = letters.union(*of_each)
        if all(of_each):
            return letters
    return letters


def _parts(signs: Iterator[str]) -> tuple[Parts, ...]:
    """The alternatives up to the closing bracket or the end; their own choices are nested."""
    alternatives: list[Parts] = []
    here: list[Part] = []
    for sign in signs:
        match sign:
            case "(":
                here.append(Alternatives(_parts(signs)))
            case "|":
                alternatives.append(tuple(here))
                here = []
            case ")":
                break
            case _:
                here.append(sign)
    return (*alternatives, tuple(here))


def _lengths(parts: Parts) -> tuple[int, int]:
    least = most = 0
    for part in parts:
        if isinstance(part, str):
            least, most = least + len(part), most + len(part)
        else:
            of_each = [_lengths(alternative) for alternative in part.all]
            least += min(shortest for shortest, _ in of_each)
            most += max(longest for _, longest in of_each)
    return least, most


def _fronts(parts: Parts) -> set[str]:
    fronts = {""}
    for part in parts:
        if isinstance(part, str):
            following = {part[:FRONT]}
        else:
            following = {front for one in part.all for front in _fronts(one)}
        fronts = {(front + more)[:FRONT] for front in fronts for more in following}
        if all(len(front) == FRONT for front in fronts):
            break
    return fronts


def _ahead(parts: Parts, line: str, places: set[int]) -> set[int]:
    """The places that the parts reach from these places."""
    for part in parts:
        if isinstance(part, str):
            places = {at + len(part) for at in places if line.startswith(part, at)}
        else:
            places = {
                end
                for at in places
                for one in part.after(line, at)
                for end in _ahead(one, line, {at})
            }
        if not places:
            break
    return places


def _back(parts: Parts, line: str, places: set[int]) -> set[int]:
    """The places from which the parts reach these places."""
    for part in reversed(parts):
        if isinstance(part, str):
            places = {at - len(part) for at in places if line.endswith(part, 0, at)}
        else:
            places = {start for one in part.all for start in _back(one, line, places)}
        if not places:
            break
    return places
