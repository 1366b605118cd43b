"""A contact for hard times, as an organisation or a public service gives it."""

from __future__ import annotations

from datetime import time
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = get_args(Day)
# What a helpline is for: any distress, or violence at home.
About = Literal["distress", "home"]


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
    for an organisation's own contacts; it is shown as it is.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1, max_length=120)
    phone: str = Field(min_length=1, max_length=60)
    about: About = "distress"
    open: tuple[OpenHours, ...] = Field(default=(), max_length=4)
    hours: str = Field(default="", max_length=120)
