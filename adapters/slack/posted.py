"""Pure: how one message of the bot's is known in Slack, in one string, and what goes with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Self

EVENT_TYPE = "handrail_message"


@dataclass(frozen=True, slots=True)
class Posted:
    """One or several postings in one chat, in their order, and the files uploaded for them."""

    channel: str
    stamps: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "|".join((self.channel, ",".join(self.stamps), ",".join(self.files)))

    @classmethod
    def read(cls, text: str) -> Self | None:
        """None for what was never made here."""
        parts = text.split("|")
        if len(parts) != 3 or not parts[0] or not parts[1]:
            return None
        stamps, files = (tuple(filter(None, part.split(","))) for part in parts[1:])
        return cls(parts[0], stamps, files)

    def and_at(self, stamp: str, files: tuple[str, ...] = ()) -> Self:
        return replace(self, stamps=(*self.stamps, stamp), files=self.files + files)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a posting's metadata holds: an opaque name, which posting it is, and of how many.

    Other apps of the workspace can read metadata (Slack's documentation), so it is nothing else.
    """

    reference: str
    number: int
    count: int

    def metadata(self) -> dict[str, Any]:
        payload = {"reference": f"{self.reference}.{self.number}.{self.count}"}
        return {"event_type": EVENT_TYPE, "event_payload": payload}

    @classmethod
    def of(cls, message: object) -> Self | None:
        """From a message of `conversations.history`; None where it has none of ours."""
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
