"""One typed line, as the listener hands it from reading to reading."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.words import Words
from bot.understand import Heard, Typed


@dataclass(frozen=True, slots=True)
class Line:
    """A typed line, the platform's id of its message, and what it was heard as.

    Each reading is handed `typed`, so that it finds there what another has made of the line.
    """

    text: Words
    message: str | None
    heard: Heard
    typed: Typed
