"""The settings of guest coaches' mail, beside those that every Handrail has."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, SecretStr, model_validator

from adapters.mail.addresses import NotAMailboxError, ascii_domain, canonical
from bot.domain.outgoing import is_this_machine
from bot.settings import Settings

Tls = Literal["starttls", "tls", "none"]
PORTS = {"starttls": 587, "tls": 465, "none": 25}


class MailSettings(Settings):
    """Sets up guest coaches by mail: an SMTP server, and the page's public address.

    Raises ValueError (pydantic's ValidationError) where the settings are not whole.
    """

    mail_host: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z0-9.:-]+$",
        description="Guest coaches by mail: the SMTP server. docs/mail.md leads through it.",
    )
    mail_port: int | None = Field(
        default=None,
        ge=1,
        le=65535,
        description="Its port. Empty: 587 with starttls, 465 with tls.",
    )
    mail_tls: Tls = Field(
        default="starttls",
        description="starttls, tls (from the first byte), or none (only on this machine).",
    )
    mail_user: str | None = Field(default=None, description="Who signs in there.")
    mail_password: SecretStr | None = Field(default=None, description="The password for it.")
    mail_from: str | None = Field(
        default=None, description="The e-mail address the mails come from. Bounces go there too."
    )
    mail_domains: str | None = Field(
        default=None,
        description="Domains that guest coaches' addresses may have, joined by commas. Empty: any.",
    )
    mail_per_minute: int = Field(
        default=30, ge=1, le=6000, description="How many mails a minute that server takes."
    )

    @model_validator(mode="after")
    def _mail_is_whole(self) -> Self:
        self._mail_needs_its_server()
        if self.mail_host is None:
            return self
        if self.mail_from is None:
            raise ValueError("HANDRAIL_MAIL_FROM is missing")
        if self.public_url is None:
            raise ValueError("HANDRAIL_MAIL_HOST needs HANDRAIL_PUBLIC_URL, where the page is")
        if (self.mail_password is None) != (self.mail_user is None):
            raise ValueError(
                "HANDRAIL_MAIL_USER goes with HANDRAIL_MAIL_PASSWORD (or _PASSWORD_FILE)"
            )
        if self.mail_tls == "none" and not is_this_machine(self.mail_host):
            raise ValueError("HANDRAIL_MAIL_TLS=none is for an SMTP server on this machine alone")
        try:
            canonical(self.mail_from)
        except NotAMailboxError:
            raise ValueError("HANDRAIL_MAIL_FROM is not an e-mail address") from None
        try:
            [ascii_domain(one) for one in self.mail_domain_list]
        except NotAMailboxError:
            raise ValueError("HANDRAIL_MAIL_DOMAINS must be domains, joined by commas") from None
        return self

    def _mail_needs_its_server(self) -> None:
        rest = (
            *(self.mail_port, self.mail_user, self.mail_password),
            *(self.mail_from, self.mail_domains),
        )
        if self.mail_host is None and any(one is not None for one in rest):
            raise ValueError("HANDRAIL_MAIL_HOST is missing")

    @property
    def mail_domain_list(self) -> tuple[str, ...]:
        return tuple(one.strip() for one in (self.mail_domains or "").split(",") if one.strip())

    @property
    def smtp_port(self) -> int:
        return self.mail_port or PORTS[self.mail_tls]

    @property
    def has_mail(self) -> bool:
        """Tells whether guest coaches can be reached by mail."""
        return self.mail_host is not None
