"""Reads an organisation's settings from the environment (HANDRAIL_…), with safe defaults.

A chat platform has settings of its own: a class beside its adapter that extends `Settings`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    Field,
    PrivateAttr,
    SecretStr,
    ValidationInfo,
    field_validator,
    model_validator,
)

from bot.domain.databases.address import fault_of_database
from bot.domain.outgoing import SIGNED_IN, fault_of, is_address, is_signed_in
from bot.domain.policy.rows import ONE_COACH as ONE_COACH
from bot.domain.policy.rows import Policy
from bot.domain.purposes import Purpose
from bot.domain.sponsoring.sponsor import LONGEST_SPONSOR, Sponsor, read_sponsor
from bot.domain.wall_time import is_zone
from bot.environment.in_force import PERSONAL
from bot.environment.reading import FromEnvironment

# What people read, and nobody calls.
TEXTS = frozenset({"run_by", "coaches", "sponsor_name"})


def _is_coach(text: str) -> bool:
    return text.isprintable() and ONE_COACH.fullmatch(text) is not None


class Settings(FromEnvironment):
    """Every field is an environment variable, e.g. HANDRAIL_PORT for `port`."""

    host: str = Field(default="127.0.0.1", description="Where the local page listens.")
    port: int = Field(
        default=8080, ge=0, le=65535, description="0 lets the system choose a free port."
    )
    data: Path = Field(default=Path("data"), description="Folder for the database and the keys.")
    database_url: SecretStr | None = Field(
        default=None,
        description="Empty: SQLite in the data folder. On another host, with ?sslmode=verify-full.",
    )
    keys_url: SecretStr | None = Field(
        default=None,
        description="For many processes: a PostgreSQL of its own. Empty: in the data folder.",
    )
    epochs: Path | None = Field(
        default=None, description="Folder of the epoch keys. Empty: epochs in the data folder."
    )
    organisation: str = Field(
        default="organisation",
        pattern=r"^[a-z0-9-]{1,40}$",
        description="A short name in lower case: it is part of every stored row.",
    )
    run_by: str | None = Field(
        default=None,
        min_length=1,
        max_length=200,
        description="Who runs the bot and how to reach them, as people read it when they ask.",
    )
    policy_file: Path | None = Field(
        default=None, description="File of the organisation's policy (TOML): docs/policy.md."
    )
    zone: str = Field(default="UTC", description="IANA zone, used where a platform gives none.")
    code_days: int = Field(
        default=14, ge=1, le=90, description="How long an invitation code works."
    )
    codes_a_day: int = Field(
        default=20, ge=1, le=1000, description="How many codes one coach can make within 24 hours."
    )
    guest_days: int = Field(
        default=7, ge=1, le=30, description="How long a link for a guest coach by mail works."
    )
    coaches: str = Field(
        default="everyone",
        min_length=1,
        description=(
            "Who may coach: everyone, approval (`handrail coaches approve`), or a list: "
            "platform/workspace/user, with commas between."
        ),
        json_schema_extra=PERSONAL,
    )
    engagement_weeks: int = Field(default=12, ge=1, le=104, description="Length offered first.")
    grace_days: int = Field(
        default=14, ge=0, le=365, description="Days from an end to the erasure."
    )

    keep_days: int = Field(
        default=365, ge=1, le=3650, description="The longest that anything may be kept."
    )
    backup_days: int = Field(
        default=30, ge=0, le=3650, description="After how many days a backup is destroyed."
    )
    recovery: Path | None = Field(
        default=None,
        description="Folder on another disk: a sealed copy of the keys, and what was ended since.",
    )
    recovery_key: str | None = Field(
        default=None,
        pattern=r"^handrail-recovery-public-[A-Za-z0-9_=-]+$",
        description="The public half of the recovery key: `handrail keys recovery` makes it.",
    )
    sponsor_name: str | None = Field(
        default=None,
        min_length=1,
        max_length=LONGEST_SPONSOR,
        description="Who pays for all coaching here, as clients read it. Empty: coaches may say.",
    )
    sponsor_address: str | None = Field(
        default=None,
        description="The one e-mail address of whoever pays. It gets only lines a client approved.",
        json_schema_extra=PERSONAL,
    )
    minimum_group: int = Field(
        default=5,
        ge=1,
        le=1000,
        description="Of fewer people than this, whoever pays reads no number of sessions.",
    )
    digests: Literal["whole", "by_reference"] = Field(
        default="whole",
        description="by_reference: the coach opens each digest, and the grant is checked then.",
    )
    questions: Path | None = Field(
        default=None, description="Folder of the organisation's own question sets (TOML)."
    )
    contacts: Path | None = Field(
        default=None, description="File of the organisation's own contacts for hard times (TOML)."
    )
    alarm_minutes: int = Field(
        default=30, ge=1, le=1440, description="Nothing could be sent for so long: an alarm."
    )
    alarm_to: str | None = Field(
        default=None,
        pattern=r"^[^@\s,;]+@[^@\s,;]+$",
        description="E-mail address of the alarm. It holds times, and nothing of any message.",
        json_schema_extra=PERSONAL,
    )
    smtp_url: SecretStr | None = Field(
        default=None,
        description="smtps://user:password@host:465, or smtp:// (with STARTTLS).",
    )
    epoch_root: Literal["file", "systemd", "aws-kms"] = Field(
        default="file", description="What protects the epoch key at rest."
    )
    kms_key: str | None = Field(default=None, description="Key id or ARN, for aws-kms.")
    kms_endpoint: str | None = Field(
        default=None, description="Another address of the KMS, e.g. a private endpoint."
    )

    public_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/\s]+(/[^\s?#]*)?$",
        description="The address under which the chat platforms reach this server, with https.",
    )

    most_connections: int = Field(
        default=512, ge=16, le=100_000, description="HTTP connections that may be open at once."
    )
    most_per_address: int | None = Field(
        default=None,
        ge=1,
        description="Of those, from one address. Empty: 64, or no limit with HANDRAIL_PUBLIC_URL.",
    )
    watch_port: int | None = Field(
        default=None,
        ge=0,
        le=65535,
        description="A port for /metrics and /readyz alone. Empty: 1000 above HANDRAIL_PORT, and "
        "with the local page HANDRAIL_PORT itself.",
    )
    watch_host: str = Field(
        default="127.0.0.1", description="Where that port listens; also the name it is called by."
    )

    log_level: str = Field(
        default="INFO",
        pattern=r"^(DEBUG|INFO|WARNING|ERROR)$",
        description="DEBUG, INFO, WARNING or ERROR. No level shows anyone's words.",
    )
    log_format: Literal["text", "json"] = Field(
        default="text", description="json: one object a line. Times are in UTC in both."
    )
    traces_endpoint: str | None = Field(
        default=None,
        description="Where OpenTelemetry's traces go (OTLP over HTTP). They name nobody. Empty: "
        "none.",
    )

    # What the policy file says, once it was read (`bot.rules.policy.in_force`).
    _policy: Policy | None = PrivateAttr(default=None)

    @property
    def policy(self) -> Policy | None:
        """The policy in force; None where no file is given."""
        return self._policy

    @policy.setter
    def policy(self, policy: Policy) -> None:
        self._policy = policy

    @property
    def forbidden(self) -> frozenset[Purpose]:
        """The purposes that the policy does not allow."""
        return self._policy.forbidden if self._policy else frozenset()

    @field_validator("*")
    @classmethod
    def _protected(cls, value: object, about: ValidationInfo) -> object:
        """Every setting that is an address is called over TLS or on this machine, or refused.

        One that is no secret holds no password either: `handrail config` and errors show it.
        """
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        if isinstance(value, str) and about.field_name not in TEXTS and is_signed_in(value):
            raise ValueError(SIGNED_IN)
        if about.field_name not in TEXTS and isinstance(text, str) and is_address(text):
            fault = fault_of(text)
            if fault is not None:
                raise ValueError(fault)
        return value

    @property
    def listed_coaches(self) -> frozenset[str]:
        """The addresses of the list, as "platform/workspace/user"."""
        return frozenset(one.strip() for one in self.coaches.split(","))

    @field_validator("coaches")
    @classmethod
    def _readable_coaches(cls, coaches: str) -> str:
        listed = [one.strip() for one in coaches.split(",")]
        if coaches in ("everyone", "approval") or all(map(_is_coach, listed)):
            return coaches
        raise ValueError("is not everyone, approval, or a list of platform/workspace/user")

    @field_validator("database_url", "keys_url", mode="before")
    @classmethod
    def _address_of_a_database(cls, url: object, about: ValidationInfo) -> object:
        text = url.get_secret_value() if isinstance(url, SecretStr) else url
        keys = about.field_name == "keys_url"
        fault = fault_of_database(text, only_postgresql=keys) if isinstance(text, str) else None
        if fault is not None:
            raise ValueError(fault)
        return url

    @field_validator("smtp_url")
    @classmethod
    def _mail_server(cls, url: SecretStr | None) -> SecretStr | None:
        found = urlsplit(url.get_secret_value()) if url else None
        if found and (found.scheme not in ("smtp", "smtps") or not found.hostname):
            raise ValueError("is not an address such as smtps://user:password@host:465")
        return url

    @model_validator(mode="after")
    def _alarm_is_whole(self) -> Self:
        if (self.alarm_to is None) != (self.smtp_url is None):
            raise ValueError("HANDRAIL_ALARM_TO and HANDRAIL_SMTP_URL go together")
        return self

    @model_validator(mode="after")
    def _sponsor_is_whole(self) -> Self:
        if (self.sponsor_name is None) != (self.sponsor_address is None):
            raise ValueError("HANDRAIL_SPONSOR_NAME and HANDRAIL_SPONSOR_ADDRESS go together")
        if self.sponsor_address is not None and self.sponsor is None:
            raise ValueError("HANDRAIL_SPONSOR_ADDRESS is not one e-mail address")
        return self

    @property
    def sponsor(self) -> Sponsor | None:
        """Who pays for all coaching here; None where the organisation names nobody."""
        return read_sponsor(self.sponsor_name or "", self.sponsor_address or "")

    @field_validator("run_by", "sponsor_name")
    @classmethod
    def _one_line(cls, text: str | None) -> str | None:
        if text is not None and not (text.isprintable() and text.strip()):
            raise ValueError("is not one line of text")
        return text

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        if not is_zone(zone):
            raise ValueError("is not an IANA time zone such as Europe/Berlin")
        return zone
