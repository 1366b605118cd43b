"""The types that every chat platform shares: what comes in (Event) and what goes out (Message)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.action_row import verb_of
from bot.domain.limits import CHOICE
from bot.domain.people import Address
from bot.domain.words import Words


@dataclass(frozen=True, slots=True)
class Wrote:
    """A person typed a message. `message` is the platform's id, for later edits."""

    text: Words
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Reacted:
    """A person put an emoji beside a message of the bot's (`Event.in_reply_to`). Which: unread."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A person pressed a button. The platform sends `action`: do not trust it."""

    action: str


@dataclass(frozen=True, slots=True, repr=False)
class Submitted:
    """A person sent a form. A field with several choices arrives as values joined by commas."""

    action: str
    values: Mapping[str, str]

    def __repr__(self) -> str:
        return f"Submitted({verb_of(self.action)!r}, …)"


@dataclass(frozen=True, slots=True)
class Edited:
    """A person edited a message. `at` (UTC, the platform's clock) tells which edit is later.

    Without it, the edit that arrives last counts. `born` is when the message was first written
    (UTC), and `was` what it said before; both only where the platform tells them. `undone`: they
    undid their deletion of the message, so it stands in the chat again.
    """

    message: str
    text: Words
    at: datetime | None = None
    born: datetime | None = None
    was: Words | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Deleted:
    """A person deleted their message. `born` and `was` as in `Edited`."""

    message: str
    born: datetime | None = None
    was: Words | None = None


Happening = Wrote | Pressed | Submitted | Edited | Deleted | Reacted


@dataclass(frozen=True, slots=True)
class Event:
    """Something a person did. `id` is unique within the sender's workspace; a repeat keeps it.

    `zone` (IANA) and `language` (BCP 47) are the platform's hints, often absent. `origin` is the
    platform's note of where this happened (for example, which message was pressed). The core
    returns it unread, so that the platform can answer there. `in_reply_to` is the platform's id of
    the message to which this one replies (in a thread, by a quote), or None. It names a message as
    `Sent.names` does.
    """

    id: str
    sender: Address
    name: Words
    what: Happening
    zone: str | None = None
    language: str | None = None
    origin: str = ""
    in_reply_to: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of the bot, from the catalogue. `quiet` marks small print."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A person's own words, shown as written. A platform must not make links in them live."""

    words: Words


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    action: str


@dataclass(frozen=True, slots=True)
class Buttons:
    """Choices of equal weight: no platform may make one look better than another."""

    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class TextField:
    """`initial` may hold the person's own words. `limit` is in characters: `bot.domain.limits`."""

    name: str
    label: str
    initial: Words = field(default_factory=lambda: Words(""))
    placeholder: str = ""
    multiline: bool = False
    limit: int = CHOICE.characters


@dataclass(frozen=True, slots=True)
class ChoiceField:
    name: str
    label: str
    options: tuple[Option, ...]
    initial: str | None = None


@dataclass(frozen=True, slots=True)
class ManyField:
    """A field for any number of options. It is submitted as values joined by commas."""

    name: str
    label: str
    options: tuple[Option, ...]
    initial: tuple[str, ...] = ()


Field = TextField | ChoiceField | ManyField


@dataclass(frozen=True, slots=True)
class Form:
    """`dialog`: it was asked for by a button, and opens over the chat where a platform can."""

    action: str
    fields: tuple[Field, ...]
    submit: str
    dialog: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file for this one person. The platform hands it over; it is stored nowhere else.

    `content` is text (UTF-8), `label` describes it, `name` is a safe file name.
    """

    name: str
    label: str
    media_type: str
    content: Words


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing by the bot, part of one message and deleted with it.

    `content` is a PNG with two pixels per point: show it at half its width and height, or smaller.
    It is readable on light and dark ground. `alt` is one sentence that says everything the drawing
    says. Every platform hands it over too: Slack with an uploaded file, Teams with a data address
    (adapters/README.md). If a platform cannot show the drawing, it shows `alt`.
    """

    content: bytes = field(repr=False)
    alt: str


Block = Text | Heading | Quote | Buttons | Form | Document | Picture


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the bot. `template` is its catalogue key; `summary` is safe on a lock screen.

    `reference` is set if the message may be edited later. An adapter that sent it reports the
    platform's own id (see `Desk.posted`). `language` (BCP 47) is that of its sentences; "" where
    nobody knows it. A platform says its own words beside them in that language.
    """

    template: str
    summary: str
    blocks: tuple[Block, ...]
    reference: str | None = None
    language: str = ""

    @property
    def carried(self) -> tuple[str, ...]:
        """Every text of a person's that this message carries whole, for `Own.quoting`."""
        quoted = [block.words.text for block in self.blocks if isinstance(block, Quote)]
        forms = [block for block in self.blocks if isinstance(block, Form)]
        fields = [field for form in forms for field in form.fields]
        filled = [field.initial.text for field in fields if isinstance(field, TextField)]
        return (*quoted, *(text for text in filled if text))

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the documents that this message hands over, for `Own.files`."""
        return tuple(block.name for block in self.blocks if isinstance(block, Document))
