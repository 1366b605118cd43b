"""For which engagement a sentence of an answer is true."""

from __future__ import annotations

from bot.domain.purposes import Purpose
from bot.messages.who_asks import WithCoach


def stopped(one: WithCoach) -> bool:
    return one.stopped


def not_agreed(one: WithCoach) -> bool:
    return not one.stopped


def keeps(one: WithCoach) -> bool:
    return one.keeps


def keeps_nothing(one: WithCoach) -> bool:
    return not one.keeps


def keeps_to_the_end(one: WithCoach) -> bool:
    return one.keeps and one.keep_days is None


def keeps_for_days(one: WithCoach) -> bool:
    return one.keeps and one.keep_days is not None


def listed(one: WithCoach) -> bool:
    return one.allows(Purpose.LISTED)


def notes(one: WithCoach) -> bool:
    return one.allows(Purpose.NOTES)


def noticed(one: WithCoach) -> bool:
    return one.allows(Purpose.LISTED, Purpose.NOTES)


def reminded(one: WithCoach) -> bool:
    return one.allows(Purpose.REMINDER)


def asked(one: WithCoach) -> bool:
    return one.allows(Purpose.CHECK_INS)
