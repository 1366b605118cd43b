"""What an organisation has decided about the bot, as anybody reads it who asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.chat import Block, Heading, Message, Text
from bot.domain.purposes import Purpose
from bot.messages.common import message, own_name
from bot.messages.joining import name_of
from bot.text import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyPicture:
    """The policy in force, or the settings where there is none.

    `runs`, `contact` and `officer` are texts of the organisation's own, empty where it gives none.
    `coaches` is everyone, approval or listed; `domains` are those of guest coaches, empty for any.
    `group` is from how many people on whoever pays reads a number.
    """

    runs: str
    contact: str
    officer: str
    allowed: Sequence[Purpose]
    forbidden: Sequence[Purpose]
    most_days: int
    grace_days: int
    coaches: str
    domains: Sequence[str]
    group: int
    workspaces_chosen: bool
    languages: Sequence[str]


def policy(say: Catalogue, picture: PolicyPicture) -> Message:
    """Says it in a few plain sentences; the last one says that none of it turns anything on."""
    return message(say, "policy", Heading(say("policy-heading")), *_blocks(say, picture))


def names_of(say: Catalogue, codes: Sequence[str]) -> str:
    """Languages, each by its own name, as a list."""
    return say.items([own_name(code) for code in codes])


def _blocks(say: Catalogue, picture: PolicyPicture) -> Iterator[Block]:
    yield from _people(say, picture)
    if picture.forbidden:
        yield Text(say("policy-some", purposes=_named(say, picture.allowed)))
        yield Text(say("policy-not", purposes=_named(say, picture.forbidden)))
    else:
        yield Text(say("policy-all"))
    yield Text(say("about-long-most", most=picture.most_days))
    yield Text(say("policy-grace", days=picture.grace_days))
    yield Text(say(f"policy-coaches-{picture.coaches}"))
    if picture.domains:
        yield Text(say("policy-coaches-mail", by=say.items(list(picture.domains))))
    if Purpose.SPONSOR in picture.allowed:
        yield Text(say("policy-group", count=picture.group))
    if picture.workspaces_chosen:
        yield Text(say("policy-workspaces"))
    yield Text(say("policy-languages", languages=names_of(say, picture.languages)))
    yield Text(say("policy-yours"))


def _people(say: Catalogue, picture: PolicyPicture) -> Iterator[Block]:
    if picture.runs:
        yield Text(say("policy-runs", by=picture.runs))
    else:
        yield Text(say("policy-runs-unnamed"))
    if picture.contact:
        yield Text(say("policy-contact", by=picture.contact))
    if picture.officer:
        yield Text(say("policy-dpo", by=picture.officer))


def _named(say: Catalogue, purposes: Sequence[Purpose]) -> str:
    return say.items([name_of(say, purpose) for purpose in purposes])
