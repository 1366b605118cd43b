"""Mail is set up as a whole or not at all, and its password is shown nowhere."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from adapters.mail.opening import smtp_server
from adapters.mail.settings import MailSettings

WHOLE: dict[str, Any] = {
    "mail_host": "smtp.example.org",
    "mail_user": "handrail",
    "mail_password": "zebra",
    "mail_from": "handrail@example.org",
    "public_url": "https://bot.example.org",
}


def settings(**changed: Any) -> MailSettings:
    given = {name: value for name, value in (WHOLE | changed).items() if value is not None}
    return MailSettings.model_validate(given)


def test_it_is_there_where_its_server_is() -> None:
    assert settings().has_mail
    assert not MailSettings.model_validate({}).has_mail


PARTS = [
    ({"mail_host": None}, "HANDRAIL_MAIL_HOST is missing"),
    ({"mail_from": None}, "HANDRAIL_MAIL_FROM is missing"),
    ({"mail_from": "Handrail <a@example.org>"}, "HANDRAIL_MAIL_FROM is not"),
    ({"mail_from": "a@example.org\r\nBcc: b@example.org"}, "HANDRAIL_MAIL_FROM is not"),
    ({"public_url": None}, "HANDRAIL_PUBLIC_URL"),
    ({"mail_password": None}, "_PASSWORD_FILE"),
    ({"mail_user": None}, "_PASSWORD_FILE"),
    ({"mail_tls": "none"}, "this machine alone"),
    ({"mail_tls": "maybe"}, "starttls"),
    ({"mail_domains": "coach.example, no domain"}, "HANDRAIL_MAIL_DOMAINS"),
    ({"mail_host": "smtp.example.org:25/x"}, "pattern"),
    ({"mail_port": 0}, "greater"),
    ({"public_url": "http://bot.example.org"}, "TLS"),
]


@pytest.mark.parametrize(("changed", "told"), PARTS)
def test_a_part_of_it_is_refused_and_names_the_setting(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError) as refused:
        settings(**changed)
    said = str(refused.value.errors(include_input=False, include_url=False))
    assert told in said
    assert "zebra" not in said


@pytest.mark.parametrize(("tls", "port"), [("starttls", 587), ("tls", 465)])
def test_the_port_follows_from_tls(tls: str, port: int) -> None:
    assert settings(mail_tls=tls).smtp_port == port
    assert settings(mail_tls=tls, mail_port=2525).smtp_port == 2525


def test_the_password_does_not_show() -> None:
    server = smtp_server(settings(mail_password="ze bra"))
    assert server.password == "ze bra"
    for shown in (repr(server), repr(settings(mail_password="ze bra"))):
        assert "ze bra" not in shown
