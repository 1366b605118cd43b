"""Tells which settings are in force and where each comes from, without a secret or a person."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from pydantic.config import JsonDict
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings

from bot.environment.secret_files import SUFFIX, in_capitals, is_secret, variable

# Marks a setting that may name a person: `Field(json_schema_extra=PERSONAL)`.
PERSONAL: JsonDict = {"personal": True}
# A choice such as `approval` names nobody.
CHOICE = re.compile(r"[a-z]+")
# What may be an address, also a broken one, and so may hold a password.
LIKE_ADDRESS = re.compile(r"//|:.*@", re.DOTALL)
ADDRESS_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9a-fA-F:.]+")
SET, NOT_SET = "set", "not set"


class Origin(StrEnum):
    """Where the value of a setting comes from."""

    ENVIRONMENT = "environment"
    FILE = "file"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class InForce:
    """One setting as it holds now. `value` is "set" or "not set" for what is not shown."""

    name: str
    value: str
    origin: Origin


def in_force(settings: BaseSettings, environment: Mapping[str, str]) -> Sequence[InForce]:
    """Returns every setting by the name of its variable, in the order of the settings."""
    given, own = in_capitals(environment), type(settings)
    return [
        InForce(
            variable(own, name), shown(field, getattr(settings, name)), _origin(name, own, given)
        )
        for name, field in own.model_fields.items()
    ]


def shown(field: FieldInfo, value: object) -> str:
    """Returns what may be shown of a value: nothing of a secret, a person or a password."""
    if value is None:
        return NOT_SET
    if is_secret(field):
        return SET
    extra = field.json_schema_extra
    if isinstance(extra, dict) and extra.get("personal") and not CHOICE.fullmatch(str(value)):
        return SET
    text = str(value)
    return _place(text) if LIKE_ADDRESS.search(text) else text


def _place(text: str) -> str:
    """The scheme and the host of an address, and nothing else: any other part may be a password.

    "set" where it is not sure which part is the host.
    """
    try:
        found = urlsplit(text)
        host, _ = found.hostname or "", found.port
    except ValueError:
        return SET
    sure = "@" not in text and ADDRESS_HOST.fullmatch(host) and found.scheme
    return f"{found.scheme}://{f'[{host}]' if ':' in host else host}" if sure else SET


def _origin(name: str, settings: type[BaseSettings], given: Mapping[str, str]) -> Origin:
    named = variable(settings, name)
    if named in given:
        return Origin.ENVIRONMENT
    if named + SUFFIX in given and is_secret(settings.model_fields[name]):
        return Origin.FILE
    return Origin.DEFAULT
