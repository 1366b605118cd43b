"""Messages in distress: first people to call, then plainly what the bot does not do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from bot.chat import Block, Message, Quote, Text
from bot.contacts import ANYWHERE, Contact, OpenHours
from bot.domain import actions
from bot.domain.words import Words
from bot.messages.common import buttons, message
from bot.text import Catalogue

# One line names at most so many helplines for distress, and one for violence at home.
IN_A_LINE = 2


def contacts(
    say: Catalogue,
    people: Sequence[Contact],
    emergency: str,
    coach: Words | None,
    *,
    rests: bool,
    harm: bool = False,
) -> Message:
    """All contacts, what the bot did and did not do, and help with writing to the coach.

    `emergency` is the number to call. `rests` says that the bot now writes nothing by itself, and
    adds the button that ends this. `harm` is true where the words spoke of harm to others.
    """
    blocks: list[Block] = [Text(say("crisis-harm" if harm else "crisis-people"))]
    blocks += _lines(say, people)
    blocks.append(Text(say("crisis-emergency", phone=emergency)))
    blocks.append(Text(say("crisis-anywhere")))
    blocks.append(Text(say("crisis-bot")))
    if rests:
        blocks += [Text(say("crisis-rests")), _go_on(say)]
    if coach is not None:
        blocks.append(Text(say("crisis-coach", coach=coach)))
        blocks.append(
            buttons((say("yes"), actions.CRISIS("yes")), (say("no"), actions.CRISIS("no")))
        )
    return message(say, "crisis-people", *blocks)


def still(say: Catalogue, people: Sequence[Contact], emergency: str, *, rests: bool) -> Message:
    """The contacts in one line, for whatever is written after words of distress.

    `rests` adds the button that ends the rest.
    """
    line = say("crisis-still", people=_in_a_line(say, people), phone=emergency)
    return message(say, "crisis-still", Text(line), *([_go_on(say)] if rests else []))


def quiet_line(say: Catalogue, people: Sequence[Contact], emergency: str) -> Message:
    """The contacts in one line, to stand beside another answer where distress is only possible."""
    line = say("crisis-quiet", people=_in_a_line(say, people), phone=emergency)
    return message(say, "crisis-quiet", Text(line))


def example(say: Catalogue, coach: Words) -> Message:
    return message(
        say,
        "crisis-coach-how",
        Text(say("crisis-coach-how", coach=coach)),
        Quote(Words(say("crisis-coach-example"))),
    )


def _go_on(say: Catalogue) -> Block:
    return buttons((say("crisis-go-on"), actions.GO_ON()))


def _lines(say: Catalogue, people: Sequence[Contact]) -> Iterator[Block]:
    """Helplines for distress first, then those for violence at home under a line of their own."""
    yield from (Text(_line(say, one)) for one in people if one.about == "distress")
    at_home = [one for one in people if one.about == "home"]
    if at_home:
        yield Text(say("crisis-home"))
        yield from (Text(_line(say, one)) for one in at_home)


def _in_a_line(say: Catalogue, people: Sequence[Contact]) -> str:
    """The first helplines, and the page that knows those of every country."""
    distress = (one for one in people if one.about == "distress")
    at_home = (one for one in people if one.about == "home")
    named = [*islice(distress, IN_A_LINE), *islice(at_home, 1)]
    each_once = {one.phone: _line(say, one) for one in named}
    return " · ".join([*each_once.values(), ANYWHERE])


def _line(say: Catalogue, one: Contact) -> str:
    hours = one.hours or ", ".join(_opening(say, part) for part in one.open)
    if hours:
        return say("crisis-contact-hours", name=one.name, phone=one.phone, hours=hours)
    return say("crisis-contact", name=one.name, phone=one.phone)


def _opening(say: Catalogue, part: OpenHours) -> str:
    first, last = part.days
    clock = f"{say.hour(part.since)}–{say.hour(part.to)}"
    if (first, last) == (0, 6):
        return clock
    days = [say.weekday(day) for day in ([first] if first == last else [first, last])]
    return f"{'–'.join(days)} {clock}"
