"""What `handrail init` asks about one platform, and what it makes of the answers.

A platform fills these rows in; the command knows no platform by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

# The answers about one platform, by the names of its questions.
Given = Mapping[str, str]


def _always(_: Given) -> bool:
    return True


def _as_it_is(answer: str) -> str:
    return answer


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpQuestion:
    """One question; `name` is its key in a file of answers, `asked` its sentence.

    `setting` is what the answer becomes by `becomes`, or "" where it only goes into a file.
    `options` are all answers that there are, the first one offered; () takes any text. `when` tells
    from the answers before whether it is asked at all.
    """

    name: str
    asked: str
    setting: str = ""
    becomes: Callable[[str], str] = _as_it_is
    options: tuple[str, ...] = ()
    needed: bool = False
    when: Callable[[Given], bool] = _always

    @property
    def default(self) -> str:
        """Returns what is offered the first time."""
        return self.options[0] if self.options else ""

    def fault(self, answer: object) -> str | None:
        """Returns what is wrong with an answer from a file, or None. It repeats no answer."""
        if not isinstance(answer, str):
            return "is not text"
        if self.options and answer not in self.options:
            return f"is not one of {', '.join(self.options)}"
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpSecret:
    """One secret, by its setting; `when` tells from the answers whether it is needed."""

    setting: str
    when: Callable[[Given], bool] = _always


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpAnswers:
    """What the files of a platform are made from. `organisation` is its name, as people read it;
    `public_url` is "" where there is none.
    """

    given: Given
    organisation: str
    public_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformSetUp:
    """All that `handrail init` asks and makes for one platform.

    `asked` asks whether it is wanted. `files` makes manifests or packages by their names, as text
    or bytes, and raises ValueError where they cannot be made; that text repeats no answer.
    `to_do` tells what is left to do, a sentence or two each.
    """

    asked: str
    questions: tuple[SetUpQuestion, ...]
    secrets: tuple[SetUpSecret, ...]
    files: Callable[[SetUpAnswers], Mapping[str, str | bytes]]
    to_do: Callable[[Given], Sequence[str]]

    @property
    def written(self) -> frozenset[str]:
        """Returns every setting that some answers lead to."""
        asked = (one.setting for one in self.questions if one.setting)
        return frozenset((*asked, *(one.setting for one in self.secrets)))

    def whole(self, given: Given) -> dict[str, str]:
        """Returns an answer to every question: what is offered, or "", where none was given."""
        found: dict[str, str] = {}
        for one in self.questions:
            offered = one.default if one.when(found) else ""
            found[one.name] = given.get(one.name, offered)
        return found

    def faults(self, given: Mapping[str, object]) -> Iterator[tuple[str, str]]:
        """Tells what cannot be right in a table of answers, by the name of the question."""
        asked = {one.name: one for one in self.questions}
        wrong = {name: asked[name].fault(given[name]) for name in given if name in asked}
        yield from ((name, "is not asked") for name in given if name not in asked)
        yield from ((name, fault) for name, fault in wrong.items() if fault is not None)
        if any(wrong.values()):
            return
        whole = self.whole({name: str(given[name]) for name in wrong})
        for name, one in asked.items():
            if one.needed and one.when(whole) and not whole[name]:
                yield name, "is needed"

    def settings(self, given: Given) -> dict[str, str]:
        """Returns the settings that whole answers lead to, without the secrets."""
        return {one.setting: one.becomes(given[one.name]) for one in self.questions if one.setting}

    def needs(self, given: Given) -> list[str]:
        """Returns the settings of the secrets that whole answers need."""
        return [one.setting for one in self.secrets if one.when(given)]
