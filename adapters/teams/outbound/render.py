"""Pure: turns a Message into Teams' activities and cards, all within Teams' limits. No SDK here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adapters.shared.answers import MOST_PLAIN
from adapters.shared.json_values import Json
from adapters.shared.splitting import packed, sections
from adapters.teams.outbound import cards
from adapters.teams.outbound.cards import OURS, Unit
from adapters.teams.outbound.echo import to_echo
from adapters.teams.outbound.layout import (
    MOST,
    BehindMore,
    ButtonRows,
    ChoiceOfButtons,
    NumberedForm,
    Part,
    laid_out,
    pressable,
)
from adapters.teams.outbound.markup import (
    CARD_BYTES,
    MESSAGE_BYTES,
    VERSION,
    still,
    weight,
    wide,
)
from bot.chat import (
    Block,
    Buttons,
    Document,
    Form,
    Heading,
    Message,
    Picture,
    Quote,
    Text,
)
from bot.plain import without_words
from bot.text import DEFAULT, Catalogue, catalogue

SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
CARD_TYPE = "application/vnd.microsoft.card.adaptive"
INFO_TYPE = "application/vnd.microsoft.teams.card.file.info"
CONSENT_TYPE = "application/vnd.microsoft.teams.card.file.consent"
LOOK = "look"
HOME = "home"
# Templates of the core's page about oneself. When it is drawn again, it is fetched anew.
PAGES = frozenset({"home-heading", "home-about"})


def render(
    message: Message, reader: str = "", tickets: Sequence[str] = (), ways: Sequence[str] = ()
) -> list[Json]:
    """The activities of one message, in order; each is under Teams' limits.

    `reader` is the Teams id of the person for whom a pressed card refreshes itself. `tickets` name
    the message's documents, in order. `ways` are words that a press types for the person; they are
    offered when the message has no buttons of its own.
    """
    shown = card_of(message, reader)
    whole = weight(shown) <= CARD_BYTES and not _has_many_parts(message)
    drawn = [shown] if whole else _split(message)
    sent = [_activity(message, group) for group in _grouped(message, drawn)]
    if ways and reader and not any(isinstance(b, Buttons | Form) for b in message.blocks):
        sent[-1]["suggestedActions"] = {
            "to": [reader],
            "actions": [{"type": "imBack", "title": way, "value": way} for way in ways],
        }
    documents = (block for block in message.blocks if isinstance(block, Document))
    offers = [_offer(message, *pair) for pair in zip(documents, tickets, strict=False)]
    return [*sent, *offers]


def card_of(message: Message, reader: str = "", chosen: str | None = None) -> Json:
    """The whole message as one card, however large, with `chosen` (an action) marked."""
    echo = to_echo(message) if reader else None
    if echo is not None:
        card = _card(message, _body(message, chosen, {"card": echo}))
        verb = HOME if message.template in PAGES else LOOK
        look = {"type": "Action.Execute", "verb": verb, "data": {OURS: {"card": echo}}}
        card["refresh"] = {"action": look, "userIds": [reader]}
        if weight(card) <= CARD_BYTES:
            return card
    return _card(message, _body(message, chosen, {}))


def merged(activities: Sequence[Json], into: int) -> list[Json] | None:
    """The same cards in at most `into` messages, for an edit; None when they do not fit."""
    kept = [activity for activity in activities if _cards_in(activity)]
    if len(kept) <= into:
        return kept
    last = [attachment for activity in kept[into - 1 :] for attachment in activity["attachments"]]
    together = kept[into - 1] | {"attachments": last}
    return [*kept[: into - 1], together] if wide(together) <= MESSAGE_BYTES else None


def plainly(message: Message) -> Json:
    """The message as bare text, for when Teams refused its card. It holds nobody's own words."""
    text = "\n".join(map(still, without_words(message)[:MOST_PLAIN].splitlines()))
    return {"type": "message", "summary": message.summary, "textFormat": "plain", "text": text}


def file_there(upload: Mapping[str, Any]) -> Json:
    """The activity that shows a file in the person's own OneDrive."""
    kind = {"uniqueId": upload.get("uniqueId"), "fileType": upload.get("fileType")}
    where = {"contentUrl": upload.get("contentUrl"), "name": upload.get("name")}
    shown = {"contentType": INFO_TYPE, "content": kind} | where
    return {"type": "message", "attachments": [shown]}


def elsewhere(locale: str) -> Message:
    return _note(locale, "teams-elsewhere")


def no_files(locale: str) -> Message:
    return _note(locale, "teams-no-files")


def no_forwards(locale: str) -> Message:
    return _note(locale, "teams-no-forwards")


def file_gone(locale: str) -> Message:
    return _note(locale, "teams-file-gone")


def file_failed(locale: str, document: Document) -> Message:
    """The document's text, instead of the file that Teams did not accept."""
    return _note(locale, "teams-file-failed", Quote(document.content))


def ways_on(locale: str) -> tuple[str, str]:
    """Two words that can be typed at any time, in the person's language."""
    say = catalogue(locale or DEFAULT)
    return say("teams-home"), say("teams-help")


def choose_one(locale: str) -> str:
    """Said where somebody sent a choice without choosing."""
    return catalogue(locale or DEFAULT)("teams-choose-one")


def _note(locale: str, key: str, *more: Block) -> Message:
    say = catalogue(locale or DEFAULT)
    return Message(key, say("summary"), (Text(say(key)), *more), language=say.language)


def _body(message: Message, chosen: str | None, data: Json) -> list[Json]:
    drawn = (_units(part, chosen, _say(message), data) for part in laid_out(message.blocks))
    return [element for units in drawn for unit in units for element in unit]


def _has_many_parts(message: Message) -> bool:
    """True for a digest with more buttons than a card takes: then each client's stand together."""
    if message.template in PAGES:
        return False
    parts = [laid_out(section) for section in _sections(message)]
    return sum(map(pressable, parts)) > MOST and sum(pressable(one) > 0 for one in parts) > 1


def _sections(message: Message) -> list[list[Block]]:
    return sections(message.blocks, lambda block: isinstance(block, Heading))


def _split(message: Message) -> list[Json]:
    """Several cards, split between clients if possible. They do not show a press later."""
    empty = weight(_card(message, []))
    groups, first = [], 0
    for blocks in _sections(message):
        parts = laid_out(blocks, first)
        groups.append([drawn for part in parts for drawn in _weighed(part, _say(message))])
        first += len(blocks)
    cards_of_parts = packed(
        groups,
        lambda some: (
            empty + sum(one for _, one, _ in some) <= CARD_BYTES
            and sum(presses for _, _, presses in some) <= MOST
        ),
    )
    return [_card(message, [e for unit, _, _ in one for e in unit]) for one in cards_of_parts]


def _weighed(part: Part, say: Catalogue) -> Iterator[tuple[Unit, int, int]]:
    """The units of a part, each with its bytes and its buttons."""
    for unit in _units(part, None, say, {}):
        presses = sum(len(one["actions"]) for one in unit if one["type"] == "ActionSet")
        yield unit, weight(unit), presses


def _say(message: Message) -> Catalogue:
    return catalogue(message.language or DEFAULT)


def _grouped(message: Message, drawn: Sequence[Json]) -> list[list[Json]]:
    """As many cards in one message as fit, because a message arrives whole or not at all."""
    groups = [[card] for card in drawn] or [[]]
    return packed(groups, lambda group: wide(_activity(message, group)) <= MESSAGE_BYTES)


def _cards_in(activity: Json) -> bool:
    return any(one["contentType"] == CARD_TYPE for one in activity["attachments"])


def _units(part: Part, chosen: str | None, say: Catalogue, data: Json) -> Iterator[Unit]:
    match part:
        case Text(text, quiet):
            yield from cards.text(text, quiet=quiet)
        case Heading(text):
            yield cards.heading(text)
        case Quote(words):
            yield from cards.quote(words.text)
        case ButtonRows():
            yield from cards.buttons(part, chosen, say, data)
        case ChoiceOfButtons():
            yield cards.choices(part, chosen, say, data)
        case BehindMore(parts):
            units = (unit for one in parts for unit in _units(one, chosen, say, data))
            hidden = [element for unit in units for element in unit]
            opened = any(one.action == chosen for one in part.buttons)
            yield cards.more(hidden, say, opened=opened)
        case NumberedForm(form, number):
            yield cards.form(form, number, say)
        case Document(name, label):
            yield from cards.text(f"{label} ({name})")
        case Picture():
            yield cards.picture(part)


def _card(message: Message, body: list[Json]) -> Json:
    return {
        "$schema": SCHEMA,
        "type": "AdaptiveCard",
        "version": VERSION,
        "fallbackText": message.summary,
        "body": body,
    }


def _activity(message: Message, group: Sequence[Json]) -> Json:
    """A notification shows `summary`, also on a locked telephone."""
    attachments = [{"contentType": CARD_TYPE, "content": card} for card in group]
    return {"type": "message", "summary": message.summary, "attachments": attachments}


def _offer(message: Message, document: Document, ticket: str) -> Json:
    """The offer of a file: Teams asks the person before it stores one."""
    context: dict[str, Any] = {OURS: {"file": ticket}}
    content = {
        "description": document.label,
        "sizeInBytes": len(document.content.text.encode()),
        "acceptContext": context,
        "declineContext": context,
    }
    offer = {"contentType": CONSENT_TYPE, "name": document.name, "content": content}
    return {"type": "message", "summary": message.summary, "attachments": [offer]}
