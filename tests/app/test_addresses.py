"""Every address that Handrail calls is protected: settings, sessions, databases."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import aiohttp
import pytest
from pydantic import SecretStr, ValidationError

from adapters.shared.protected import PROTECTED, NotProtectedError
from adapters.teams.signing_keys import KeysUnavailableError, SigningKeys
from bot.run.platforms import all_settings
from bot.settings import TEXTS
from storage.keys.key_server import KeyServer
from storage.sql.engine import make_engine
from storage.trouble import RefusedError
from tests.app.test_command_line import handrail

ROOT = Path(__file__).parents[2]
# What the rest of each setting needs to be whole.
WITH = {
    "smtp_url": {"alarm_to": "operator@example.org"},
    "alarm_to": {"smtp_url": "smtps://mail.example.org"},
}
PLAIN = {
    "database_url": "postgresql://u:zebra@db.example.org/db",
    "keys_url": "postgresql://u:zebra@db.example.org/keys?sslmode=prefer",
    "public_url": "http://bot.example.org",
    "slack_api": "http://slack.example.org/api/",
    "kms_endpoint": "http://kms.example.org",
    "traces_endpoint": "http://collector.example.org/v1/traces",
    "slack_privacy_url": "http://example.org/privacy",
    "slack_support_url": "http://example.org/help",
}
# They begin in the clear, and then ask for TLS; or they name a person's mail, or a place here.
NOT_CALLED_PLAIN = {"smtp_url"}
CALLED_WITH = ("url", "api", "endpoint", "uri", "webhook", "server", "metadata")


def text_settings() -> Iterator[str]:
    """Every setting that takes a text, and so could be given an address."""
    for name, field in all_settings().model_fields.items():
        kinds = {field.annotation, *get_args(field.annotation)}
        if kinds & {str, SecretStr} and name not in TEXTS:
            yield name


def test_each_setting_that_is_named_like_an_address_is_known_here() -> None:
    named = {
        name
        for name in all_settings().model_fields
        if any(part in name.split("_") for part in CALLED_WITH)
    }
    assert named == {*PLAIN, *NOT_CALLED_PLAIN}


@pytest.mark.parametrize("name", sorted({*text_settings()} - NOT_CALLED_PLAIN))
def test_no_setting_takes_an_address_in_the_clear(name: str) -> None:
    address = PLAIN.get(name, "http://any.example.org/")
    with pytest.raises(ValidationError) as refused:
        all_settings().model_validate({name: address} | WITH.get(name, {}))
    told = refused.value.errors(include_input=False, include_url=False)
    assert "TLS" in str(told) or "sslmode" in str(told) or "pattern" in str(told)
    assert "zebra" not in str(told)


def test_the_contact_that_people_read_may_be_any_page() -> None:
    assert all_settings()(run_by="http://intranet.example/coaching").run_by is not None


def product_files() -> list[Path]:
    return [one for room in ("bot", "adapters", "storage") for one in (ROOT / room).rglob("*.py")]


def test_each_http_session_refuses_what_is_not_protected() -> None:
    found = []
    for file in product_files():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("ClientSession"):
                found.append((file.relative_to(ROOT).as_posix(), ast.unparse(node)))
    bare = [where for where, call in found if "middlewares=PROTECTED" not in call]
    assert len(found) > 1
    # It talks over a socket in the data folder.
    assert bare == ["adapters/operator/client.py"]


def test_nothing_else_calls_out() -> None:
    """Other ways of calling are used in the files that are known for it."""
    ways = ("urlopen(", "http.client", "requests.", "httpx", "smtplib.SMTP", "boto3.client(")
    users = {
        (file.relative_to(ROOT).as_posix(), way)
        for file in product_files()
        for way in ways
        if way in file.read_text("utf-8")
    }
    assert users == {
        ("adapters/mail/smtp.py", "smtplib.SMTP"),
        # MSAL wants a session of it to ask the machine's own managed identity.
        ("adapters/teams/sdk/agents.py", "requests."),
        ("storage/keys/kms.py", "boto3.client("),
    }


async def test_a_session_calls_nobody_in_the_clear() -> None:
    async with aiohttp.ClientSession(middlewares=PROTECTED) as http:
        with pytest.raises(NotProtectedError):
            await http.get("http://192.0.2.1/")
        with pytest.raises(NotProtectedError):
            await http.ws_connect("ws://192.0.2.1/")


async def test_no_signing_key_is_taken_from_an_address_in_the_clear() -> None:
    with pytest.raises(KeysUnavailableError):
        await SigningKeys("http://192.0.2.1/keys").key("any")


@pytest.mark.parametrize("make", [make_engine, KeyServer], ids=["data", "keys"])
def test_no_database_is_opened_on_another_host_in_the_clear(make: type) -> None:
    with pytest.raises(RefusedError, match="sslmode=verify-full") as refused:
        make("postgresql://u:zebra@db.example.org/db?sslmode=prefer")
    assert "zebra" not in str(refused.value)


@pytest.mark.parametrize("command", ["run", "serve", "worker"])
def test_a_start_without_its_database_ends_with_one_sentence(command: str, tmp_path: Path) -> None:
    keys = {"HANDRAIL_KEYS_URL": "postgresql://k:zebra@127.0.0.1:9/keys"}
    refused = handrail(
        command,
        HANDRAIL_DATA=str(tmp_path),
        HANDRAIL_PORT="0",
        HANDRAIL_DATABASE_URL="postgresql://u:zebra@127.0.0.1:9/db",
        **(keys if command != "run" else {}),
    )
    assert refused.returncode == 1
    assert refused.stderr.startswith("Handrail did not start. The database cannot be reached")
    assert refused.stderr.count("\n") == 1
    assert "zebra" not in refused.stderr + refused.stdout
