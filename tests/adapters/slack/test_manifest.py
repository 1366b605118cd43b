"""The app manifest that Slack gets."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator
from typer.testing import CliRunner

from adapters.slack.manifest import (
    COMMAND,
    EVENTS,
    LANGUAGES,
    SCOPES,
    Listing,
    Way,
    as_text,
    manifest,
)
from bot.__main__ import app
from bot.text import languages
from bot.understand import understand

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((Path(__file__).parent / "schemas/slack-app-manifest.1.0.0.json").read_text())
SOCKET = Way()
ONE = Way("https://handrail.example.org")
MANY = Way("https://handrail.example.org/here/", many=True)
LISTING = Listing("https://acme.example/privacy", "https://acme.example/help", "help@acme.example")
LISTED = Way("https://handrail.example.org", many=True, listing=LISTING)
ALL = [SOCKET, ONE, MANY, LISTED]
WAYS = pytest.mark.parametrize("way", ALL, ids=["socket", "one", "many", "listed"])


@WAYS
def test_slacks_own_schema_takes_it(way: Way) -> None:
    Draft7Validator.check_schema(SCHEMA)
    problems = [problem.message for problem in Draft7Validator(SCHEMA).iter_errors(manifest(way))]
    assert not problems


@WAYS
def test_its_text_says_the_same_in_yaml(way: Way) -> None:
    assert yaml.safe_load(as_text(manifest(way))) == manifest(way)


def test_the_manifest_that_is_handed_out_is_what_the_code_says() -> None:
    written = (ROOT / "deploy" / "slack" / "manifest.yaml").read_text(encoding="utf-8")
    assert written == as_text(manifest(SOCKET)), "run: make says"


@WAYS
def test_it_asks_for_nothing_without_a_reason(way: Way) -> None:
    made = manifest(way)
    assert made["oauth_config"]["scopes"] == {"bot": list(SCOPES)}
    assert made["settings"]["event_subscriptions"]["bot_events"] == list(EVENTS)
    assert all(len(reason) > 10 for reason in {**SCOPES, **EVENTS}.values())
    text = as_text(made)
    for name, reason in {**SCOPES, **EVENTS}.items():
        assert f'- "{name}"  # {reason}' in text


def test_it_can_read_no_channel_and_speak_for_nobody() -> None:
    asked = set(SCOPES)
    assert not asked & {"channels:history", "groups:history", "mpim:history", "chat:write.public"}
    assert not asked & {"chat:write.customize", "users:read.email", "admin", "team:read"}
    assert not any(event.startswith("message.") and event != "message.im" for event in EVENTS)


@WAYS
def test_people_can_write_to_it_and_see_their_home(way: Way) -> None:
    assert manifest(way)["features"]["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }


def test_over_the_socket_no_address_is_told() -> None:
    assert "http" not in as_text(manifest(SOCKET))
    assert manifest(SOCKET)["settings"]["socket_mode_enabled"] is True


def test_over_http_everything_comes_to_one_address() -> None:
    made = manifest(MANY)
    address = "https://handrail.example.org/here/slack/events"
    assert made["settings"]["event_subscriptions"]["request_url"] == address
    assert made["settings"]["interactivity"]["request_url"] == address
    assert [one["url"] for one in made["features"]["slash_commands"]] == [address]
    assert made["settings"]["socket_mode_enabled"] is False


def test_only_where_many_install_it_are_tokens_renewed_and_organisations_taken() -> None:
    """One workspace's settings could not contain a token that changes."""
    for way in (SOCKET, ONE):
        settings = manifest(way)["settings"]
        assert not settings["token_rotation_enabled"]
        assert not settings["org_deploy_enabled"]
        assert "redirect_urls" not in manifest(way)["oauth_config"]
    made = manifest(MANY)
    assert made["settings"]["token_rotation_enabled"]
    assert made["settings"]["org_deploy_enabled"]
    assert made["oauth_config"]["redirect_urls"] == [
        "https://handrail.example.org/here/slack/oauth_redirect"
    ]


def test_the_listing_links_to_what_the_settings_name(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = manifest(LISTED)["app_directory"]
    assert listed["direct_install_url"] == "https://handrail.example.org/slack/install/direct"
    assert listed["supported_languages"] == sorted(languages(), key=LANGUAGES.index)
    address = "https://handrail.example.org"
    values = LISTING.privacy, LISTING.support, LISTING.email
    for name, value in zip(("PRIVACY_URL", "SUPPORT_URL", "SUPPORT_EMAIL"), values, strict=True):
        assert "app_directory" not in printed("--url", address)[1]
        monkeypatch.setenv(f"HANDRAIL_SLACK_{name}", value)
    assert printed("--url", address) == (0, as_text(manifest(LISTED)))
    assert printed("--url", address, "--one") == (0, as_text(manifest(ONE)))
    with pytest.raises(ValueError, match="many"):
        Way("https://handrail.example.org", listing=LISTING)


def test_many_workspaces_without_an_address_are_refused() -> None:
    with pytest.raises(ValueError, match="address"):
        Way(many=True)


def test_whatever_the_command_hints_at_is_understood() -> None:
    [command] = manifest(SOCKET)["features"]["slash_commands"]
    assert command["command"] == COMMAND
    for line in command["usage_hint"].split(" | "):
        assert understand(line, "en", date(2026, 11, 23)).intent is not None, line


def printed(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["slack", "manifest", *arguments])
    return done.exit_code, done.output


def test_the_command_prints_each_of_the_three() -> None:
    address = "https://handrail.example.org"
    assert printed("--socket") == (0, as_text(manifest(SOCKET)))
    assert printed("--url", address, "--one") == (0, as_text(manifest(ONE)))
    assert printed("--url", address) == (0, as_text(manifest(Way(address, many=True))))


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--one",),
        ("--socket", "--one"),
        ("--socket", "--url", "https://handrail.example.org"),
        ("--url", "http://handrail.example.org"),
        ("--url", "handrail.example.org"),
        ("--url", "https://user:secret@handrail.example.org"),
        ("--url", "https://handrail.example.org/?x=1"),
        ("--url", "https://handrail.example.org\n"),
        ("--url", "https://[handrail"),
        ("--url", "https://handrail.example.org:x"),
        ("--url", ""),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_sentence(arguments: tuple[str, ...]) -> None:
    code, said = printed(*arguments)
    assert code == 2
    assert "handrail slack manifest:" in said
    assert "secret" not in said


def test_the_manual_names_every_scope_and_event_with_its_reason() -> None:
    manual = (ROOT / "docs" / "slack.md").read_text(encoding="utf-8")
    rows = [f"| `{name}` | {reason} |" for name, reason in {**SCOPES, **EVENTS}.items()]
    assert [row for row in rows if row not in manual.splitlines()] == []
