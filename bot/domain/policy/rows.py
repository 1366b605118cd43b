"""An organisation's policy: one row for each key of the file, with what it says and what it may be.

The published schema (`docs/schemas/policy.schema.json`), the check of a file and what people read
of the policy all come from these rows. A key that is not here is refused.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt, StrictStr
from pydantic_core import PydanticCustomError

from bot.domain.policy.helpline import Contact, one_line
from bot.domain.purposes import Purpose
from bot.domain.sponsoring.sponsor import LONGEST_SPONSOR, read_sponsor

SCHEMA = "urn:handrail:schema:policy:1"
HASH_LENGTH = 12
ONE_COACH = re.compile(r"[a-z]+/[^\s/,]+/[^\s/,]+")
WORKSPACE = re.compile(r"[a-z]+/[^\s/,]+")
MAIL_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
Language = Literal["de", "en", "es", "fr", "ja", "pt", "vi"]

# The setting that says the same where there is no policy file, by key. With a file it is refused.
REPLACES: Mapping[str, str] = {
    "organisation.name": "HANDRAIL_RUN_BY",
    "organisation.contact": "HANDRAIL_RUN_BY",
    "keeping.most_days": "HANDRAIL_KEEP_DAYS",
    "keeping.grace_days": "HANDRAIL_GRACE_DAYS",
    "keeping.backup_days": "HANDRAIL_BACKUP_DAYS",
    "coaches.who": "HANDRAIL_COACHES",
    "coaches.listed": "HANDRAIL_COACHES",
    "digests.form": "HANDRAIL_DIGESTS",
    "sponsor.name": "HANDRAIL_SPONSOR_NAME",
    "sponsor.address": "HANDRAIL_SPONSOR_ADDRESS",
    "sponsor.minimum_group": "HANDRAIL_MINIMUM_GROUP",
    "contacts": "HANDRAIL_CONTACTS",
}

# What makes no sense alone: a purpose, and the purposes of which it needs at least one.
NEEDS: Mapping[Purpose, tuple[Purpose, ...]] = {
    Purpose.REMINDER: (Purpose.CHECK_INS,),
    Purpose.STEP_PROMPTS: (Purpose.KEEP_WORDS,),
    Purpose.SHARE_WORDS: (Purpose.KEEP_WORDS,),
    Purpose.SHARE_MARKS: (Purpose.KEEP_MARKS,),
    Purpose.DIGEST: (Purpose.SHARE_WORDS, Purpose.SHARE_MARKS),
    Purpose.BRIEF: (Purpose.LISTED,),
}

# The agreement is asked of everybody: without it nothing is allowed at all.
FREE = tuple(purpose for purpose in Purpose if purpose is not Purpose.AGREEMENT)


def _allowable(purpose: Purpose) -> Purpose:
    if purpose is Purpose.AGREEMENT:
        raise PydanticCustomError("agreement", "is always asked: leave agreement out")
    return purpose


def _matching(pattern: re.Pattern[str], says: str) -> AfterValidator:
    def check(text: str) -> str:
        if not (text.isprintable() and pattern.fullmatch(text)):
            raise PydanticCustomError("shape", "{says}", {"says": says})
        return text

    return AfterValidator(check)


Line = Annotated[StrictStr, Field(min_length=1, max_length=200), AfterValidator(one_line)]
Days = Annotated[StrictInt, Field(le=3650)]
OneCoach = Annotated[StrictStr, _matching(ONE_COACH, "is not platform/workspace/user")]
Domain = Annotated[StrictStr, _matching(MAIL_DOMAIN, "is not a domain such as coaches.example")]
Workspace = Annotated[StrictStr, _matching(WORKSPACE, "is not platform/workspace")]
Allowable = Annotated[Purpose, AfterValidator(_allowable)]


class PolicyPart(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class OrganisationPart(PolicyPart):
    """Who answers for the bot. Clients read it, and their receipts hold it."""

    name: Line = Field(description="The organisation's name.")
    contact: Line = Field(description="How people reach whoever runs the bot.")
    data_protection_officer: Line | None = Field(
        default=None, description="How people reach the data-protection officer."
    )


class PurposesPart(PolicyPart):
    """What a person can be asked for here. It allows nothing: only the person does that."""

    allowed: tuple[Allowable, ...] = Field(
        default=FREE, min_length=1, description="Left out: everything can be asked for."
    )


class KeepingPart(PolicyPart):
    """How long anything is kept at most. A person may choose less."""

    most_days: Annotated[Days, Field(ge=1)] = Field(
        default=365, description="The longest that an answer is kept, in days."
    )
    grace_days: Annotated[StrictInt, Field(ge=0, le=365)] = Field(
        default=14, description="Days from the end of a coaching until all of it is erased."
    )
    backup_days: Annotated[Days, Field(ge=0)] = Field(
        default=30, description="After how many days a backup is destroyed."
    )


class LanguagesPart(PolicyPart):
    """The languages that the bot writes. A stop and words of distress are heard in all of them."""

    offered: tuple[Language, ...] = Field(
        default=(),
        description="Left out: all. Whoever speaks another reads the first one here.",
    )


class CoachesPart(PolicyPart):
    """Who may coach."""

    who: Literal["everyone", "approval", "listed"] = Field(
        default="everyone",
        description="approval: `handrail coaches approve`. listed: only those of `listed`.",
    )
    listed: tuple[OneCoach, ...] = Field(
        default=(), description="Addresses: platform/workspace/user."
    )
    mail_domains: tuple[Domain, ...] = Field(
        default=(), description="Guest coaches by mail come from these only. Left out: from any."
    )


class WorkspacesPart(PolicyPart):
    """Where the bot works."""

    allowed: tuple[Workspace, ...] = Field(
        default=(),
        description="platform/workspace, as an address begins. Left out: each that is connected.",
    )


class DigestsPart(PolicyPart):
    """How coaches get what was shared with them."""

    form: Literal["whole", "by_reference"] = Field(
        default="whole", description="by_reference: the coach opens each digest with a button."
    )


class SponsorPart(PolicyPart):
    """Who pays for all coaching here."""

    name: Annotated[Line, Field(max_length=LONGEST_SPONSOR)] | None = Field(
        default=None, description="Who pays, as clients read it. Left out: coaches may say."
    )
    address: StrictStr | None = Field(
        default=None, description="Their e-mail address. It gets only lines a client approved."
    )
    minimum_group: Annotated[StrictInt, Field(ge=1, le=1000)] = Field(
        default=5, description="Of fewer people than this, whoever pays reads no number."
    )


class Policy(PolicyPart):
    """All that an organisation has decided about the bot."""

    organisation: OrganisationPart
    purposes: PurposesPart = PurposesPart()
    keeping: KeepingPart = KeepingPart()
    languages: LanguagesPart = LanguagesPart()
    coaches: CoachesPart = CoachesPart()
    workspaces: WorkspacesPart = WorkspacesPart()
    digests: DigestsPart = DigestsPart()
    sponsor: SponsorPart = SponsorPart()
    contacts: tuple[Contact, ...] = Field(
        default=(), max_length=20, description="The organisation's own contacts for hard times."
    )

    @property
    def forbidden(self) -> frozenset[Purpose]:
        """What nobody is asked for here, and what is not in force any more."""
        return frozenset(FREE) - frozenset(self.purposes.allowed)

    @property
    def hash(self) -> str:
        """Twelve hexadecimal digits of what it says: comments and order do not count."""
        said = json.dumps(self.model_dump(mode="json"), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(said.encode()).hexdigest()[:HASH_LENGTH]


def impossible(policy: Policy) -> list[tuple[str, str]]:
    """The keys that contradict another one, each with its sentence."""
    allowed, found = policy.purposes.allowed, []
    for purpose, needed in NEEDS.items():
        if purpose in allowed and not set(needed) & set(allowed):
            others = " or ".join(needed)
            found.append(("purposes.allowed", f"allows {purpose}, which needs {others} as well."))
    sponsor, coaches = policy.sponsor, policy.coaches
    if (sponsor.name is None) != (sponsor.address is None):
        found.append(("sponsor", "needs name and address together, or neither."))
    elif sponsor.address is not None and read_sponsor(sponsor.name or "", sponsor.address) is None:
        found.append(("sponsor.address", "is not one e-mail address."))
    elif sponsor.name is not None and Purpose.SPONSOR not in allowed:
        found.append(("sponsor", "names who pays, but purposes.allowed leaves out sponsor."))
    if (coaches.who == "listed") != bool(coaches.listed):
        found.append(("coaches", 'needs `listed` with who = "listed", and only then.'))
    open_in = policy.workspaces.allowed
    for one in coaches.listed:
        platform, workspace, _ = one.split("/")
        if open_in and platform != "mail" and f"{platform}/{workspace}" not in open_in:
            found.append(("coaches.listed", "has a coach of a workspace that is not allowed."))
    return found


def policy_schema() -> dict[str, Any]:
    """Returns the JSON Schema (draft 2020-12) of the file."""
    made = Policy.model_json_schema()
    made["$defs"]["Purpose"]["enum"] = [purpose.value for purpose in FREE]
    made["$defs"]["Purpose"]["description"] = "One thing that a person can be asked for."
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA} | made
