"""The words every chat platform shares: what comes in (Event) and what goes out (Message)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.action_row import verb_of
from bot.domain.people import Address
from bot.domain.words import Words


@dataclass(frozen=True, slots=True)
class Wrote:
    """A person typed a message. `message` is the platform's id of it, for later edits."""

    text: Words
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A person pressed a button; `action` is what the button carried (trust nothing in it)."""

    action: str


@dataclass(frozen=True, slots=True, repr=False)
class Submitted:
    """A person sent a form. A field with several choices arrives joined by commas."""

    action: str
    values: Mapping[str, str]

    def __repr__(self) -> str:
        return f"Submitted({verb_of(self.action)!r}, …)"


@dataclass(frozen=True, slots=True)
class Edited:
    """A person changed a message they had written.

    `at` (UTC, by the platform's clock) tells which of two edits is the later, whichever arrives
    first. Without it they count as they come.
    """

    message: str
    text: Words
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Deleted:
    """A person deleted a message they had written."""

    message: str


Happening = Wrote | Pressed | Submitted | Edited | Deleted


@dataclass(frozen=True, slots=True)
class Event:
    """Something a person did. `id` is unique within the sender's workspace, repeats included.

    `zone` (IANA) and `language` (BCP 47) are hints from the platform, often absent. `origin` is the
    platform's own note of where this happened (which message was pressed, say), so that it can be
    answered there; the core hands it back unread.
    """

    id: str
    sender: Address
    name: Words
    what: Happening
    zone: str | None = None
    language: str | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of ours, from the catalogue. `quiet` is for small print."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A person's own words, shown exactly as written. A platform must never make them live."""

    words: Words


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    action: str


@dataclass(frozen=True, slots=True)
class Buttons:
    """Choices of equal weight: no platform may style one of them as the better one."""

    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class TextField:
    """`initial` may hold the person's own words. `limit` is in characters."""

    name: str
    label: str
    initial: Words = field(default_factory=lambda: Words(""))
    placeholder: str = ""
    multiline: bool = False
    limit: int = 2000


@dataclass(frozen=True, slots=True)
class ChoiceField:
    name: str
    label: str
    options: tuple[Option, ...]
    initial: str | None = None


@dataclass(frozen=True, slots=True)
class ManyField:
    """Any number of options; submitted as their values joined by commas."""

    name: str
    label: str
    options: tuple[Option, ...]
    initial: tuple[str, ...] = ()


Field = TextField | ChoiceField | ManyField


@dataclass(frozen=True, slots=True)
class Form:
    action: str
    fields: tuple[Field, ...]
    submit: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file for this one person, handed over through the platform and stored nowhere else.

    `content` is text (UTF-8). `label` says what it is, `name` is a safe file name.
    """

    name: str
    label: str
    media_type: str
    content: Words


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of ours: part of what a message shows, gone when the message is gone.

    `content` is a PNG with two pixels to a point: shown at half its width and height, or smaller
    where there is less room. It stands as well on a light ground as on a dark one. `alt` is one
    sentence that says all that the drawing says, and every platform hands it over with it: Slack
    with an uploaded file, Teams with a data address (adapters/README.md). Where a drawing cannot be
    shown, the sentence stands in its place.
    """

    content: bytes = field(repr=False)
    alt: str


Block = Text | Heading | Quote | Buttons | Form | Document | Picture


@dataclass(frozen=True, slots=True)
class Message:
    """`template` is the catalogue key it was made from; `summary` is safe on a lock screen.

    `reference` is set where it may have to be edited later: an adapter that has sent such an
    answer tells the bot the platform's own id of it (`Bot.posted`).
    """

    template: str
    summary: str
    blocks: tuple[Block, ...]
    reference: str | None = None
