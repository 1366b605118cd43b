"""Pure: what the page's forms send, as values and as events. What does not fit is refused."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl

from adapters.shared.drawing import ACTION, FIELD
from adapters.shared.json_values import NotUnderstoodError, checked_text, checked_values
from bot.chat import Buttons, Event, Form, Happening, Message, Pressed, Submitted, Wrote
from bot.domain.limits import MOST_FIELDS, MOST_RECEIVED
from bot.domain.people import Address
from bot.domain.words import Words

# Names of the page's own fields.
WORDS, ONCE, PROOF, ENTRY, LINK, ADDRESS = "words", "once", "proof", "entry", "link", "address"
# A form may repeat a name once for each ticked box.
MOST_SENT = 10 * MOST_FIELDS
ONE_USE = re.compile(r"[A-Za-z0-9_-]{16,64}")

# An address tells no name: the bot asks for one, and a client reads that.
NO_NAME = Words("")

Sent = Mapping[str, str]


def sent_in(body: bytes) -> Sent:
    """The values of a form by their names; what came several times is joined by commas.

    Raises NotUnderstoodError for what no form of the page sends, and its kind TooLongError.
    """
    try:
        pairs = parse_qsl(
            body.decode("utf-8"),
            keep_blank_values=True,
            strict_parsing=bool(body),
            encoding="utf-8",
            errors="strict",
            max_num_fields=MOST_SENT,
        )
    except ValueError:
        raise NotUnderstoodError("form") from None
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        if "\0" in name or "\0" in value:
            raise NotUnderstoodError("form")
        # A browser sends each line's end as two characters.
        found.setdefault(name, []).append(value.replace("\r\n", "\n").replace("\r", "\n"))
    return checked_values((name, ",".join(filter(None, all_))) for name, all_ in found.items())


def event_of(sender: Address, language: str, sent: Sent) -> Event:
    """What the person did. A form that is sent twice has one id. Raises NotUnderstoodError."""
    once = sent.get(ONCE, "")
    if not ONE_USE.fullmatch(once):
        raise NotUnderstoodError(ONCE)
    own = sorted((key, value) for key, value in sent.items() if key not in (PROOF, ONCE))
    told = hashlib.sha256(repr((sender.user, once, own)).encode()).hexdigest()[:40]
    return Event(told, sender, NO_NAME, _happening(sent, told), language=language)


def label_of(message: Message, action: str) -> str:
    """What stands on the button with this action; "" where the message has none."""
    for block in message.blocks:
        if isinstance(block, Buttons):
            for button in block.buttons:
                if button.action == action:
                    return button.label
        if isinstance(block, Form) and block.action == action:
            return block.submit
    return ""


def _happening(sent: Sent, event: str) -> Happening:
    if ACTION not in sent:
        text = checked_text(sent.get(WORDS), MOST_RECEIVED)
        if not text.strip():
            raise NotUnderstoodError(WORDS)
        return Wrote(Words(text), event)
    action = checked_text(sent[ACTION], 500)
    values = {
        key.removeprefix(FIELD): value for key, value in sent.items() if key.startswith(FIELD)
    }
    return Submitted(action, values) if values else Pressed(action)
