"""Finds variables that Handrail would ignore: misspelt, retired, or of something else.

A setting that is ignored in silence may be one that protects (HANDRAIL_KEEP_DAY=30 kept everything
for a year). So each such name ends the start, and no value is ever repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from pydantic_settings import BaseSettings
from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein

from bot.environment.secret_files import SUFFIX, is_secret, variable

PREFIX = "HANDRAIL_"
# Likeness, from 0 to 100, from which a name is offered as the one that was meant.
LIKE = 80
# One letter too many, too few, wrong, or two that changed places: also in a short name.
ONE_SLIP = 1
# How many letters of the prefix may be wrong in a name that is otherwise a setting.
WRONG_LETTERS = 2
# Names that were read by an earlier release or its files, and what to do instead.
RETIRED: Mapping[str, str] = MappingProxyType(
    {
        "HANDRAIL_DB_PASSWORD": (
            "Handrail reads the whole address: HANDRAIL_DATABASE_URL, or HANDRAIL_DATABASE_URL_FILE"
        ),
        "HANDRAIL_KEYS_PASSWORD": (
            "Handrail reads the whole address: HANDRAIL_KEYS_URL, or HANDRAIL_KEYS_URL_FILE"
        ),
    }
)
# What Kubernetes puts into each pod for a Service that is called "handrail".
OF_KUBERNETES = re.compile(r"HANDRAIL_(SERVICE_(HOST|PORT(_\w+)?)|PORT_\d+_(TCP|UDP|SCTP)(_\w+)?)")


def known_names(settings: type[BaseSettings]) -> frozenset[str]:
    """Returns every variable that is read, with HANDRAIL_…_FILE for each secret."""
    fields = settings.model_fields
    own = {variable(settings, name) for name in fields}
    secret = {variable(settings, name) for name, field in fields.items() if is_secret(field)}
    return frozenset(own | {name + SUFFIX for name in secret})


def not_read(given: Iterable[str], known: frozenset[str]) -> list[str]:
    """Returns a sentence for each variable that is meant for Handrail and is not read, sorted."""
    names = sorted({name.upper() for name in given} - known)
    return [sentence for name in names if (sentence := _sentence(name, known))]


def _sentence(name: str, known: frozenset[str]) -> str | None:
    if not name.startswith(PREFIX):
        meant = _other_prefix(name, known)
        return f"{name} is not read. Did you mean {meant}?" if meant else None
    if name in RETIRED:
        return f"{name} is no longer a setting. {RETIRED[name]}."
    if OF_KUBERNETES.fullmatch(name):
        return (
            f"{name} comes from Kubernetes, for a Service that is called handrail. "
            "Set enableServiceLinks: false in the pod."
        )
    if name.endswith(SUFFIX) and name.removesuffix(SUFFIX) in known:
        plain = name.removesuffix(SUFFIX)
        return f"{name} is not a setting: only secrets come from files. Give {plain} itself."
    meant = _like(name, known)
    did_you_mean = f" Did you mean {meant}?" if meant else ""
    return f"{name} is not a setting of Handrail.{did_you_mean}"


def _like(name: str, known: frozenset[str]) -> str | None:
    """The setting that was probably meant, compared without the prefix, which all share."""
    rest = {one.removeprefix(PREFIX): one for one in sorted(known)}
    typed = name.removeprefix(PREFIX)
    found = process.extractOne(
        typed, list(rest), scorer=DamerauLevenshtein.distance, score_cutoff=ONE_SLIP
    ) or process.extractOne(typed, list(rest), scorer=fuzz.ratio, score_cutoff=LIKE)
    return rest[found[0]] if found else None


def _other_prefix(name: str, known: frozenset[str]) -> str | None:
    """The setting that a name with a misspelt prefix (HANDRIAL_KEEP_DAYS) was meant to be."""
    head, _, rest = name.partition("_")
    wrong = DamerauLevenshtein.distance(f"{head}_", PREFIX, score_cutoff=WRONG_LETTERS)
    if not rest or wrong > WRONG_LETTERS:
        return None
    return PREFIX + rest if PREFIX + rest in known else _like(PREFIX + rest, known)
