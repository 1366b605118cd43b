"""What leaves this machine travels under TLS."""

from __future__ import annotations

import pytest

from bot.domain.outgoing import fault_of, is_address, is_protected, is_this_machine

PROTECTED = (
    "https://slack.com/api/",
    "HTTPS://example.org",
    "wss://wss.slack.com/link",
    "smtps://user:password@mail.example.org:465",
    "smtp://mail.example.org",
    "http://127.0.0.1:3300/api/",
    "http://[::1]:8080/",
    "http://localhost:3978/v3",
    "ws://127.0.0.53/",
    "sqlite:///data/handrail.db",
    "postgresql://handrail@/handrail?host=/tmp/socket",
    "postgresql:///handrail",
    "postgresql+psycopg://u:p@127.0.0.1:5432/db",
    "postgresql://u:p@localhost/db",
    "postgresql://u:p@db.example.org/db?sslmode=verify-full&sslrootcert=/etc/ca.pem",
    "postgresql://u:p@db.example.org/db?sslmode=verify-ca",
    "postgresql://u:p@db.example.org/db?sslmode=require",
    "postgresql://u:p@postgres-data/db?sslmode=disable",
)
IN_THE_CLEAR = (
    "http://slack.com/api/",
    "http://10.0.0.1/",
    "http://127.0.0.1.example.org/",
    "http://localhost.example.org/",
    "http://user@127.0.0.1@example.org/",
    "http://169.254.169.254/",
    "http://0.0.0.0/",
    "http://2130706433/",
    "http:///path",
    "http://[::1",
    "ws://slack.com/link",
    "ftp://127.0.0.1/",
    "gopher://example.org/",
    "127.0.0.1:8080",
    "",
    "postgresql://u:p@db.example.org/db",
    "postgresql://u:p@db.example.org/db?sslmode=prefer",
    "postgresql://u:p@db.example.org/db?sslmode=allow",
    "postgresql://u:p@db.example.org/db?sslmode=require&sslmode=prefer",
    "postgresql+psycopg://u:p@10.1.2.3/db?application_name=x",
    "postgresql://u:p@/db?host=db.example.org",
    "postgresql://u:p@/db?host=127.0.0.1:5432&host=db.example.org:5432",
    "postgresql://u:p@127.0.0.1,db.example.org/db",
    "postgresql://u:p@127.0.0.1/db?hostaddr=192.0.2.1",
    "postgresql:///?service=production",
)


@pytest.mark.parametrize("address", PROTECTED)
def test_tls_or_this_machine_is_protected(address: str) -> None:
    assert fault_of(address) is None
    assert is_protected(address)


@pytest.mark.parametrize("address", IN_THE_CLEAR)
def test_everything_else_is_not_and_the_fault_does_not_repeat_it(address: str) -> None:
    fault = fault_of(address)
    assert fault is not None
    assert "example" not in fault
    assert "u:p" not in fault


@pytest.mark.parametrize("name", ["PGHOST", "PGHOSTADDR", "PGSERVICE"])
def test_what_libpq_takes_from_the_environment_counts(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_protected("postgresql:///handrail")
    monkeypatch.setenv(name, "192.0.2.1")
    assert not is_protected("postgresql:///handrail")
    assert is_protected("postgresql:///handrail?sslmode=verify-full")


def test_only_a_whole_address_is_one() -> None:
    assert is_address("http://example.org/")
    assert not is_address("See http://example.org/ for more.")
    assert not is_address("coaching@example.org")
    assert is_this_machine("::1%lo")
    assert not is_this_machine("")
