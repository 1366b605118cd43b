"""A contact for hard times, as an organisation or a public service gives it."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = get_args(Day)
# What a helpline is for: any distress, or violence at home.
About = Literal["distress", "home"]


def one_line(text: str) -> str:
    """Returns the text. Raises PydanticCustomError for more than one line, and for none."""
    if not (text.isprintable() and text.strip()):
        raise PydanticCustomError("one_line", "is not one line of text")
    return text


def _line_if_any(text: str) -> str:
    return one_line(text) if text else text


class OpenHours(BaseModel):
    """Hours on each day from `first` to `last`, in local time of the line's country.

    It ends on the next day where `to` is not after `since`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    first: Day = "mon"
    last: Day = "sun"
    since: time = Field(alias="from")
    to: time

    @property
    def days(self) -> tuple[int, int]:
        """The first and the last day; 0 is Monday."""
        return DAYS.index(self.first), DAYS.index(self.last)


class Contact(BaseModel):
    """A helpline. If both `open` and `hours` are empty, no hours are said.

    `open` holds its hours for any language, in local time of its country. `hours` is free text,
    for an organisation's own contacts. People in distress read name, phone and hours as they are:
    each is one printable line.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, AfterValidator(one_line)] = Field(min_length=1, max_length=120)
    phone: Annotated[str, AfterValidator(one_line)] = Field(min_length=1, max_length=60)
    about: About = "distress"
    open: tuple[OpenHours, ...] = Field(default=(), max_length=4)
    hours: Annotated[str, AfterValidator(_line_if_any)] = Field(default="", max_length=120)
