"""What an answer to a question to the bot adds to its fixed sentences."""

from __future__ import annotations

from bot.chat import Block, Quote, Text
from bot.domain.foreign import lines_of
from bot.domain.words import Words
from bot.messages.who_asks import Facts, WhoAsks
from bot.text import Catalogue


def next_moments(say: Catalogue, facts: Facts) -> list[Block]:
    """The true next moments: a client's, and a coach's own digest."""
    told: list[Block] = []
    if facts.who is WhoAsks.CLIENT:
        planned = say("about-next", when=facts.next) if facts.next else say("about-next-none")
        told.append(Text(planned))
    if facts.coaches:
        off, on = "home-digest-off", "home-digest-next"
        told.append(Text(say(on, when=facts.digest) if facts.digest else say(off)))
    return told


def fees(say: Catalogue, facts: Facts) -> list[Block]:
    """What a coach wrote about fees, in the coach's own words."""
    told: list[Block] = []
    for one in facts.mine:
        if one.fees.text:
            told += [
                Text(say("about-cost-card", coach=one.coach)),
                Quote(Words(lines_of(one.fees.text))),
            ]
    return told


def people(say: Catalogue, facts: Facts) -> list[Block]:
    """The organisation's own contacts, and the emergency number."""
    told: list[Block] = []
    if facts.contacts:
        told.append(Text(say("about-human-contacts")))
    for one in facts.contacts:
        key = "crisis-contact-hours" if one.hours else "crisis-contact"
        told.append(Text(say(key, name=one.name, phone=one.phone, hours=one.hours)))
    return [*told, Text(say("crisis-emergency", phone=facts.emergency), quiet=True)]


def who_runs(say: Catalogue, facts: Facts) -> list[Block]:
    named = say("about-runs-by", by=facts.run_by) if facts.run_by else say("about-runs-unnamed")
    return [Text(named), Text(say("about-runs-software"))]
