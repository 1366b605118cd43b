"""Where the policy lets the bot work, and in which languages it writes."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.people import Address, Person
from bot.settings import Settings
from bot.text import languages

MAIL = "mail"


def works_in(settings: Settings, address: Address) -> bool:
    """True if the policy lets the bot work in this workspace. Mail has no workspace."""
    policy = settings.policy
    if policy is None or not policy.workspaces.allowed or address.platform == MAIL:
        return True
    return f"{address.platform}/{address.workspace}" in policy.workspaces.allowed


def may_come_by_mail(settings: Settings, address: Address) -> bool:
    """False for a guest coach whose e-mail address is of a domain that the policy leaves out."""
    policy = settings.policy
    if policy is None or not policy.coaches.mail_domains or address.platform != MAIL:
        return True
    return address.user.rpartition("@")[2].lower() in policy.coaches.mail_domains


def spoken(settings: Settings) -> list[str]:
    """The languages that the bot writes here, in the policy's order, or else all of them."""
    policy = settings.policy
    return list(policy.languages.offered) if policy and policy.languages.offered else languages()


def speaking(settings: Settings, person: Person) -> Person:
    """The person with a language that is written here: their own, or else the first one."""
    offered = spoken(settings)
    return person if person.language in offered else replace(person, language=offered[0])
