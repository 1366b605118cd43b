"""What `handrail init` asks about guest coaches by mail: the server that takes the mails."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from adapters.mail.settings import Tls
from adapters.shared.set_up import Given, PlatformSetUp, SetUpQuestion, SetUpSecret


def _to_do(given: Given) -> Sequence[str]:
    return (f"Let {given['host']} take mail for {given['sender']} (docs/mail.md).",)


SET_UP = PlatformSetUp(
    asked="Guest coaches by mail",
    questions=(
        SetUpQuestion(name="host", asked="The SMTP server", setting="mail_host", needed=True),
        SetUpQuestion(
            name="sender",
            asked="The address that mails come from",
            setting="mail_from",
            needed=True,
        ),
        SetUpQuestion(name="user", asked="Who signs in there (empty: nobody)", setting="mail_user"),
        SetUpQuestion(name="tls", asked="TLS", setting="mail_tls", options=get_args(Tls)),
    ),
    secrets=(SetUpSecret(setting="mail_password", when=lambda given: given["user"] != ""),),
    files=lambda _: {},
    to_do=_to_do,
)
