"""Pure: recognises the bot's own messages in Slack, by their ids and by their metadata."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Self

from adapters.slack.inbound.shapes import message_id
from bot.ports import Sent

EVENT_TYPE = "handrail_message"


@dataclass(frozen=True, slots=True)
class PostingIds:
    """The postings of one message in one chat, in order, and the files uploaded for them.

    `stamps` are Slack's time stamps. `str()` and `read` convert it to and from one line of text.
    """

    channel: str
    stamps: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "|".join((self.channel, ",".join(self.stamps), ",".join(self.files)))

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Returns None for a text that `str()` does not make."""
        parts = text.split("|")
        if len(parts) != 3 or not parts[0] or not parts[1]:
            return None
        stamps, files = (tuple(filter(None, part.split(","))) for part in parts[1:])
        return cls(parts[0], stamps, files)

    @property
    def sent(self) -> Sent:
        """The outcome, with each posting under the name by which a reply in its thread calls it."""
        return Sent(str(self), tuple(message_id(self.channel, at) for at in self.stamps))

    def and_at(self, stamp: str, files: tuple[str, ...] = ()) -> Self:
        """Adds one posting."""
        return replace(self, stamps=(*self.stamps, stamp), files=self.files + files)


@dataclass(frozen=True, slots=True)
class PostingLabel:
    """A posting's metadata: an opaque reference, its number from 0, and how many there are.

    Other apps of the workspace can read metadata (Slack's documentation), so it holds nothing else.
    """

    reference: str
    number: int
    count: int

    def metadata(self) -> dict[str, Any]:
        payload = {"reference": f"{self.reference}.{self.number}.{self.count}"}
        return {"event_type": EVENT_TYPE, "event_payload": payload}

    @classmethod
    def of(cls, message: object) -> Self | None:
        """Reads it from a message of `conversations.history`; None when it has no label of ours."""
        match message:
            case {
                "metadata": {
                    "event_type": str(kind),
                    "event_payload": {"reference": str(text)},
                }
            } if kind == EVENT_TYPE:
                reference, number, count = [*text.rsplit(".", 2), "", ""][:3]
                if number.isdecimal() and count.isdecimal():
                    return cls(reference, int(number), int(count))
        return None
