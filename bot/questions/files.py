"""The shape of a reviewed file: an organisation's own question set, with texts per language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from bot.domain.question import (
    FEWEST_OPTIONS,
    MOST_OPTIONS,
    QUESTION_KINDS,
    SET_ID,
    Depth,
    Question,
    QuestionKind,
    QuestionSet,
    Topic,
)
from bot.domain.words import Words

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
TITLE_LIMIT, TEXT_LIMIT, OPTION_LIMIT, QUESTIONS_LIMIT = 80, 300, 60, 20
OWN_WORDS = "own_words"
# These signs are invisible, but some scripts and emoji need them.
JOINERS = "\u200c\u200d"


def wrong(sentence: str) -> PydanticCustomError:
    """Makes an error in our own words, which name places and never quote a text."""
    return PydanticCustomError(OWN_WORDS, "{sentence}", {"sentence": sentence})


def hides(sign: str) -> bool:
    """Tells whether a sign breaks a line, is invisible, or turns the direction of the text."""
    return unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and (
        sign not in JOINERS
    )


def _one_line(text: str) -> str:
    if any(hides(sign) for sign in text) or not any(sign.isalnum() for sign in text):
        raise wrong("is not one plain line of text")
    return text


def _or(kinds: Iterable[QuestionKind]) -> str:
    return " or ".join(kinds)


def _sentence(limit: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=1, max_length=limit)


Language = Annotated[str, StringConstraints(pattern=f"^{LANGUAGE.pattern}$")]
Title = dict[Language, Annotated[str, _sentence(TITLE_LIMIT), AfterValidator(_one_line)]]
Text = dict[Language, Annotated[str, _sentence(TEXT_LIMIT), AfterValidator(_one_line)]]
Option = dict[Language, Annotated[str, _sentence(OPTION_LIMIT), AfterValidator(_one_line)]]
Name = Annotated[str, StringConstraints(pattern=f"^{SET_ID.pattern}$", max_length=40)]


class _Strict(BaseModel):
    # The texts are an organisation's own: no error and no repr shows them.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class QuestionEntry(_Strict):
    """One question of a file."""

    name: Name
    kind: QuestionKind
    topic: Topic
    depth: Literal["light", "middle", "deep"]
    text: Text = Field(repr=False)
    options: tuple[Option, ...] = Field(default=(), repr=False)
    low: Option | None = Field(default=None, repr=False)
    high: Option | None = Field(default=None, repr=False)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        count = len(self.options)
        row = QUESTION_KINDS[self.kind]
        if row.has_options:
            if not FEWEST_OPTIONS <= count <= MOST_OPTIONS:
                raise wrong(f"needs {FEWEST_OPTIONS} to {MOST_OPTIONS} options, and has {count}")
        elif count:
            with_options = [kind for kind, one in QUESTION_KINDS.items() if one.has_options]
            raise wrong(f"has options, which only a question of the kind {_or(with_options)} has")
        if (self.low or self.high) and not row.has_ends:
            with_ends = [kind for kind, one in QUESTION_KINDS.items() if one.has_ends]
            raise wrong(f"has low or high, which only a question of the kind {_or(with_ends)} has")
        return self

    def texts(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        """Yields every text of this question, with the name of its place."""
        yield "text", self.text
        yield from ((f"option {number}", one) for number, one in enumerate(self.options, 1))
        yield from ((place, end) for place, end in (("low", self.low), ("high", self.high)) if end)

    def in_language(self, set_id: str, language: str, fallback: str) -> Question:
        """Returns this question in a language (BCP 47)."""
        return Question(
            id=f"{set_id}.{self.name}",
            kind=self.kind,
            topic=self.topic,
            depth=Depth[self.depth.upper()],
            text=_spoken(self.text, language, fallback),
            options=tuple(_spoken(one, language, fallback) for one in self.options),
            low=_spoken(self.low, language, fallback) if self.low else None,
            high=_spoken(self.high, language, fallback) if self.high else None,
        )


class QuestionFile(_Strict):
    """One question set of an organisation. `language` is spoken where a text lacks another."""

    id: Name
    language: Language
    title: Title = Field(repr=False)
    about: Text = Field(repr=False)
    questions: tuple[QuestionEntry, ...] = Field(min_length=1, max_length=QUESTIONS_LIMIT)

    def in_language(self, language: str) -> QuestionSet:
        """Returns the set in a language (BCP 47): `de-CH`, else `de`, else the set's own."""
        return QuestionSet(
            id=self.id,
            title=_spoken(self.title, language, self.language),
            about=_spoken(self.about, language, self.language),
            questions=tuple(
                one.in_language(self.id, language, self.language) for one in self.questions
            ),
        )

    @model_validator(mode="after")
    def _fits(self) -> Self:
        names = [one.name for one in self.questions]
        for number, name in enumerate(names, 1):
            if name in names[: number - 1]:
                raise wrong(f"question {number} has the name of a question above")
        for place, text in self._texts():
            if self.language not in text:
                raise wrong(f"{place} has no text in {self.language}, the set's own language")
        for number, one in enumerate(self.questions, 1):
            for language in sorted({name for _, text in one.texts() for name in text}):
                said = {_spoken(each, language, self.language).text for each in one.options}
                if len(said) < len(one.options):
                    raise wrong(f"question {number} offers the same option twice in {language}")
        return self

    def _texts(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        yield from (("title", self.title), ("about", self.about))
        for number, one in enumerate(self.questions, 1):
            yield from ((f"question {number}, {place}", text) for place, text in one.texts())


def schema() -> dict[str, object]:
    """Returns the published JSON Schema of a file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:handrail:schema:question-set:1",
    } | QuestionFile.model_json_schema()


def _spoken(text: Mapping[str, str], language: str, fallback: str) -> Words:
    base = language.split("-")[0].lower()
    return Words(text.get(language) or text.get(base) or text[fallback])
