"""`handrail config` shows every setting with where it comes from, and no secret of any."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from pydantic import ValidationError
from typer.testing import CliRunner

from bot.__main__ import app
from bot.environment.in_force import NOT_SET, PERSONAL, SET, Origin
from bot.environment.in_force import shown as in_force_shown
from bot.environment.secret_files import is_secret
from bot.run.platforms import all_settings
from tests.app.test_command_line import handrail
from tests.app.whole_settings import CASES, ZEBRA

FIELDS = all_settings().model_fields
HIDDEN = {
    name for name, one in FIELDS.items() if is_secret(one) or one.json_schema_extra == PERSONAL
}
every_case = pytest.mark.parametrize("case", list(CASES))


def shown(*options: str) -> str:
    ended = CliRunner().invoke(app, ["config", *options])
    assert ended.exit_code == 0, ended.output
    return ended.output


def scheme_and_host(text: str) -> str:
    return "/".join(text.split("/")[:3]) if "://" in text else text


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [one for one in os.environ if one.upper().startswith("HANDRAIL_")]:
        monkeypatch.delenv(name)


def test_the_cases_name_every_setting_and_hide_all_that_must_not_be_shown() -> None:
    assert {name for given in CASES.values() for name in given} == set(FIELDS)
    values = [(name, value) for given in CASES.values() for name, value in given.items()]
    assert {name for name, value in values if ZEBRA in value.lower()} == HIDDEN | {"kms_endpoint"}


@every_case
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_every_setting_is_shown_and_no_secret(
    case: str, options: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in CASES[case].items():
        monkeypatch.setenv(f"HANDRAIL_{name.upper()}", value)
    told = shown(*options)
    assert ZEBRA not in told.lower()
    for name in FIELDS:
        assert f"HANDRAIL_{name.upper()}" in told


@every_case
def test_it_says_what_holds_and_from_where(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in CASES[case].items():
        monkeypatch.setenv(f"HANDRAIL_{name.upper()}", value)
    for one in json.loads(shown("--json"))["settings"]:
        name = one["name"].removeprefix("HANDRAIL_").lower()
        given = CASES[case].get(name)
        if given is None:
            assert one["origin"] == Origin.DEFAULT
            default = FIELDS[name].default
            assert one["value"] == (NOT_SET if default is None else scheme_and_host(str(default)))
            continue
        assert one["origin"] == Origin.ENVIRONMENT
        if name in HIDDEN:
            assert one["value"] == SET
        else:
            assert one["value"].lower() == scheme_and_host(given).lower()


def test_what_lies_in_a_file_is_said_to_and_which_platforms_are_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "token"
    file.write_text(ZEBRA)
    file.chmod(0o600)
    monkeypatch.setenv("HANDRAIL_SLACK_BOT_TOKEN_FILE", str(file))
    monkeypatch.setenv("HANDRAIL_SLACK_APP_TOKEN", ZEBRA)
    monkeypatch.setenv("HANDRAIL_COACHES", "approval")
    told = json.loads(shown("--json"))
    assert (told["platforms"], told["local_page"]) == (["slack"], False)
    found = {one["name"]: (one["value"], one["origin"]) for one in told["settings"]}
    assert found["HANDRAIL_SLACK_BOT_TOKEN"] == (SET, Origin.FILE)
    assert found["HANDRAIL_SLACK_APP_TOKEN"] == (SET, Origin.ENVIRONMENT)
    assert found["HANDRAIL_COACHES"] == ("approval", Origin.ENVIRONMENT)


PASSWORDS = [
    f"{ZEBRA}{sign}{ZEBRA}" for sign in ("/", "@", ":", "#", "?", "\\", "%", "[", " ", "//")
]
ADDRESSES = [
    "https://user:{}@host.example/x",
    "https://{}@host.example",
    "https://{}",
    "https://user:{}",
    "//user:{}@host.example",
    "user:{}@host.example:4318",
    "https:/user:{}@host.example",
    "https://host.example/{}",
    "https://host.example/v1?token={}",
    "https://host.example/#{}",
    "https://host.example:443/x//{}@",
    "https://[::1]/{}",
    "https://[::1/{}",
]
ADDRESS_LIKE = [name for name in FIELDS if {"url", "endpoint", "api"} & set(name.split("_"))]


@pytest.mark.parametrize("name", ADDRESS_LIKE)
def test_of_an_address_only_scheme_and_host_are_shown(name: str) -> None:
    secret = is_secret(FIELDS[name])
    for address in ADDRESSES:
        for password in PASSWORDS:
            told = in_force_shown(FIELDS[name], address.format(password))
            # Where no @ follows, what stands for a host is one.
            hostless = address == "https://{}" and not set(password) & set("@:\\%[ ")
            assert hostless or ZEBRA not in told, (address, password, told)
            assert not secret or told == SET


def test_of_a_sound_address_scheme_and_host_are_shown() -> None:
    field = FIELDS["traces_endpoint"]
    assert in_force_shown(field, "https://a.example:4318/v1/traces?x=1") == "https://a.example"
    assert in_force_shown(field, "http://[::1]:4318/v1") == "http://[::1]"


@pytest.mark.parametrize("name", [one for one in ADDRESS_LIKE if not is_secret(FIELDS[one])])
def test_a_setting_that_is_shown_takes_no_password(name: str) -> None:
    for password in PASSWORDS:
        for address in ("https://user:{}@host.example", "https://{}@host.example/x", "//u:{}@h"):
            with pytest.raises(ValidationError) as refused:
                all_settings().model_validate({name: address.format(password)})
            assert ZEBRA not in str(refused.value)


def test_a_setting_that_is_wrong_or_unknown_is_told_instead() -> None:
    for given in ({"HANDRAIL_PORT": ZEBRA}, {"HANDRAIL_PROT": ZEBRA}):
        ended = handrail("config", **given)
        assert (ended.returncode, ended.stdout) == (1, "")
        assert "HANDRAIL_PORT" in ended.stderr
        assert ZEBRA not in ended.stderr
