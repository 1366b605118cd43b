"""Says who coaches, where consent is asked or shown: on lines of their own, in no sentence of ours.

A name can be chosen to go on with a sentence, and two people can have the same one. So the name is
quoted by itself, and the account that the platform vouches for stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.chat import Block, Quote, Text
from bot.domain.foreign import short_name
from bot.domain.people import Address, Person
from bot.domain.words import Words
from bot.text import Catalogue


@dataclass(frozen=True, slots=True)
class WhoCoaches:
    """A coach as their client can recognise them. `account` is None where it cannot be read.

    `elsewhere` is true if that account is in another workspace than the client's.
    """

    name: Words
    account: Address | None = None
    elsewhere: bool = False


def as_seen_from(here: Address, coach: Person | None) -> WhoCoaches:
    """A coach as somebody at the address `here` can recognise them; None: they cannot be read."""
    if coach is None:
        return WhoCoaches(Words("?"))
    there = coach.address
    elsewhere = (there.platform, there.workspace) != (here.platform, here.workspace)
    return WhoCoaches(coach.name, there, elsewhere)


def who_coaches(say: Catalogue, coach: WhoCoaches) -> list[Block]:
    """The coach's name in a quotation, and the platform's account below it."""
    shown: list[Block] = [
        Text(say("who-coach"), quiet=True),
        Quote(Words(short_name(coach.name.text))),
    ]
    if coach.account is not None:
        key = "who-elsewhere" if coach.elsewhere else "who-account"
        platform = platform_name(say, coach.account)
        told = say(key, account=Words(coach.account.user), platform=platform)
        shown.append(Text(told, quiet=True))
    return shown


def platform_name(say: Catalogue, address: Address) -> str:
    return say.first_of(f"platform-{address.platform}", "platform-other")
