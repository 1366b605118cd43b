"""The terminal as a chat platform: shows two people's chats with the bot side by side."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from rich.align import Align
from rich.box import ROUNDED
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text as Styled

from bot.chat import (
    Block,
    Button,
    Buttons,
    Document,
    Field,
    Form,
    Heading,
    ManyField,
    Message,
    Picture,
    Quote,
    Text,
    TextField,
)
from bot.domain.people import Address
from bot.ports import NotSent, Outcome, Own, Sent

BUBBLE = 62


class TerminalAdapter:
    """Prints every message and remembers its reference. No send fails.

    `sides` maps two user ids to their names, the left one first. A person's words are printed as
    they are: rich markup in them is not interpreted.
    """

    platform = "local"
    pace = None
    looks_up = True

    def __init__(self, console: Console, sides: dict[str, str]) -> None:
        self._console = console
        self._sides = sides
        self._sent: set[str] = set()
        self.shown: dict[str, list[Message]] = {user: [] for user in sides}

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        self._sent.add(reference)
        self.show(to.user, message)
        return Sent(reference)

    async def find(self, to: Address, reference: str) -> Outcome:
        return Sent(reference) if reference in self._sent else NotSent("not_found")

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        """Prints the new version below, because printed lines stay."""
        if posted not in self._sent:
            return NotSent("gone")
        self.show(to.user, message)
        return Sent(posted)

    async def clear(self, to: Address, which: Own) -> None:
        """Does nothing: printed lines stay."""

    async def redraw_home(self, to: Address, language: str | None = None) -> None:
        """Does nothing: a terminal keeps no page about a person."""

    def show(self, user: str, message: Message) -> None:
        """Prints one message of the bot's to this person."""
        self.shown[user].append(message)
        body = Group(*(_block(block) for block in message.blocks))
        title = Styled(f"Handrail to {self._sides[user]}", style="dim")
        self._bubble(user, body, title, "cyan" if self._left(user) else "magenta")

    def says(self, user: str, text: str, *, tapped: bool = False) -> None:
        """Prints what a person typed, or the label of the button that they tapped."""
        body = Styled(f"[ {text} ]" if tapped else text, style="bold")
        self._bubble(user, body, Styled(self._sides[user], style="dim"), "green")

    def moment(self, now: datetime, zone: str) -> None:
        """Prints the time to which the clock has moved, in `zone` (IANA)."""
        local = now.astimezone(ZoneInfo(zone))
        self._console.print()
        self._console.print(Rule(f"{local:%A %d %B %Y, %H:%M} · {zone}", style="dim"))

    def _bubble(self, user: str, body: RenderableType, title: Styled, colour: str) -> None:
        width = min(BUBBLE, max(24, self._console.width - 12))
        panel = Panel(
            body, box=ROUNDED, title=title, title_align="left", border_style=colour, width=width
        )
        side = Align.left(panel) if self._left(user) else Align.right(panel)
        self._console.print(side)

    def _left(self, user: str) -> bool:
        return user == next(iter(self._sides))


def _block(block: Block) -> RenderableType:
    match block:
        case Heading(text):
            return Styled(text, style="bold")
        case Text(text, quiet):
            return Styled(text, style="dim" if quiet else "")
        case Quote(words):
            return Panel(Styled(words.text, style="italic"), box=ROUNDED, border_style="yellow")
        case Buttons(buttons):
            return _labels(buttons)
        case Form(_, fields, submit):
            lines = [Styled(f"{f.label}: {_value(f)}") for f in fields]
            return Group(*lines, Styled(f"[ {submit} ]", style="bold blue"))
        case Document(name, label):
            return Styled(f"{label} ({name})", style="underline")
        case Picture(alt=alt):
            return Styled(alt, style="italic dim")


def _labels(buttons: tuple[Button, ...]) -> Styled:
    return Styled("   ".join(f"[ {button.label} ]" for button in buttons), style="bold blue")


def _value(field: Field) -> str:
    if isinstance(field, TextField):
        return field.initial.text or "…"
    options = {option.value: option.label for option in field.options}
    chosen = field.initial if isinstance(field, ManyField) else (field.initial or "",)
    return ", ".join(options.get(value, value) for value in chosen)
