"""Reads a policy file. Each fault is one plain sentence, with its line where it has one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from bot.domain.policy.helpline import Contact
from bot.domain.policy.rows import Policy, impossible
from bot.domain.purposes import Purpose
from bot.domain.shown.printable import clean
from bot.environment.small_toml import SmallToml, UnreadableTomlError, read_small_toml
from bot.rules.policy.lines import lines_of

_ALIKE = 60.0
_QUOTED = re.compile(r"'([^']+)'")
# The parts whose contradictions are about another part too.
_LEANS_ON: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"sponsor": ("purposes",), "coaches": ("workspaces",)}
)
# It is always asked, so no policy names it.
UNSAID = Purpose.AGREEMENT.value

# What is wrong, by pydantic's name of it. The blanks are what pydantic tells of the limit.
SAID: Mapping[str, str] = MappingProxyType(
    {
        "missing": "is missing",
        "int_type": "must be a whole number, without quotation marks",
        "string_type": 'must be a text in quotation marks, such as "…"',
        "tuple_type": 'must be a list, such as ["…", "…"]',
        "model_type": "must be a part of its own, under its name in square brackets",
        "greater_than_equal": "must be at least {ge}",
        "less_than_equal": "must be at most {le}",
        "string_too_short": "must not be empty",
        "string_too_long": "may have {max_length} letters at most",
        "too_short": "must not be empty; leave the line out where there is nothing to say",
        "too_long": "may have {max_length} entries at most",
        "enum": "has a word that is not known. Known are {expected}",
        "literal_error": "has a word that is not known. Known are {expected}",
    }
)


@dataclass(frozen=True, slots=True)
class PolicyFault:
    """One thing that is wrong in a policy file. `line` counts from 1; None where it has none."""

    sentence: str
    line: int | None = None

    def __str__(self) -> str:
        said = clean(self.sentence)
        return said if self.line is None else f"line {self.line}: {said}"


class PolicyRefusedError(ValueError):
    """A policy file that cannot be used. It holds every fault, and no value of the file."""

    def __init__(self, name: str, faults: Sequence[PolicyFault]) -> None:
        super().__init__("\n".join(f"{clean(name)}: {fault}" for fault in faults))
        self.faults = tuple(faults)


def read_policy(path: Path) -> Policy:
    """Reads the file. Raises PolicyRefusedError with all of its faults, in the order of lines.

    It raises nothing else, whatever the file holds.
    """
    try:
        found = read_small_toml(path)
    except UnreadableTomlError as wrong:
        raise PolicyRefusedError(path.name, [PolicyFault(wrong.sentence, wrong.line)]) from None
    try:
        return _policy_in(path.name, found)
    except PolicyRefusedError:
        raise
    except (ValueError, ArithmeticError, RecursionError, MemoryError) as wrong:
        why = f"holds a value that cannot be read ({type(wrong).__name__})."
        raise PolicyRefusedError(path.name, [PolicyFault(why)]) from None


def _policy_in(name: str, found: SmallToml) -> Policy:
    lines = lines_of(found.text)
    try:
        policy = Policy.model_validate(found.table)
    except ValidationError as wrong:
        # A list that lost an unknown word is not empty: the word is the fault.
        every = wrong.errors(include_url=False)
        inside = {one["loc"][:-1] for one in every}
        told = [_fault(one, lines) for one in every if one["loc"] not in inside]
        told += _of_meaning(found.table, every, lines)
        ordered = sorted(dict.fromkeys(told), key=lambda fault: fault.line or 0)
        raise PolicyRefusedError(name, ordered) from None
    faults = _contradictions(policy, lines)
    if faults:
        raise PolicyRefusedError(name, faults)
    return policy


def _contradictions(policy: Policy, lines: Mapping[str, int]) -> list[PolicyFault]:
    return [_at(key, f"{key} {says}", lines) for key, says in impossible(policy)]


def _of_meaning(
    table: Mapping[str, object], every: Sequence[ErrorDetails], lines: Mapping[str, int]
) -> list[PolicyFault]:
    """The contradictions among the parts that can be read, beside the faults of the others."""
    unread = {str(one["loc"][0]) for one in every}
    read = dict[str, object]()
    for part, field in Policy.model_fields.items():
        if field.annotation is not None and part in table and part not in unread:
            read[part] = TypeAdapter(field.annotation).validate_python(table[part])
    told = impossible(Policy.model_construct(None, **read))
    # What a part that was left out would say is not known, so nothing is said against it.
    return [
        _at(key, f"{key} {says}", lines)
        for key, says in told
        if not unread & {key.partition(".")[0], *_LEANS_ON.get(key.partition(".")[0], ())}
    ]


def _fault(wrong: ErrorDetails, lines: Mapping[str, int]) -> PolicyFault:
    key = ".".join(str(part) for part in wrong["loc"] if isinstance(part, str))
    if wrong["type"] == "extra_forbidden":
        return _at(key, f"{key} is not known.{_did_you_mean(key)}", lines)
    limits = dict(wrong.get("ctx", {}))
    known = [one for one in _QUOTED.findall(str(limits.get("expected", ""))) if one != UNSAID]
    if known:
        limits["expected"] = ", ".join(known)
    says = SAID.get(wrong["type"])
    told = says.format(**limits) if says else wrong["msg"]
    given = wrong["input"]
    meant = _nearest(given, known) if isinstance(given, str) and known else ""
    return _at(key, f"{key} {told}.{meant}", lines)


def _at(key: str, sentence: str, lines: Mapping[str, int]) -> PolicyFault:
    """The line of the key, or of the part that it stands in."""
    while key and key not in lines:
        key = key.rpartition(".")[0]
    return PolicyFault(sentence, lines.get(key))


def _did_you_mean(key: str) -> str:
    return _nearest(key, known_keys())


def _nearest(given: str, known: Sequence[str]) -> str:
    found = process.extractOne(given, known, score_cutoff=_ALIKE)
    return f" Did you mean {found[0]}?" if found else ""


def known_keys() -> list[str]:
    """Every key that a policy file may have, with a dot between a part and a key of it."""
    return list(_keys(Policy, ""))


def _keys(model: type[BaseModel], within: str) -> Iterable[str]:
    for name, field in model.model_fields.items():
        yield within + name
        part = Contact if name == "contacts" else field.annotation
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield from _keys(part, f"{within}{name}.")
