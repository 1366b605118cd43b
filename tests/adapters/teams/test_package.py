"""The app package for an administrator fits Microsoft's own schema, in seven languages."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from PIL import Image
from typer.testing import CliRunner

from adapters.teams.manifest import COMMANDS, SCHEMA_VERSION, App, manifest, package, translation
from adapters.teams.starters import starters
from bot.__main__ import app as handrail
from bot.text import catalogue
from bot.understand import BotTopic, Intent, hear, understand
from tests.catalogue.test_catalogues import OTHERS, SEVEN
from tests.world import World

Json = dict[str, Any]
TODAY = date(2026, 11, 23)
APP = App("22222222-2222-4222-8222-222222222222", "coaching.example.org")
TABBED = replace(APP, tabs="https://bot.example.org")
SCHEMAS = (
    Path(__file__).parents[3]
    / ".peers/node_modules/@microsoft/app-manifest/build/json-schemas/teams"
    / f"v{SCHEMA_VERSION}"
)
needs_schemas = pytest.mark.skipif(
    not SCHEMAS.is_dir(),
    reason="no @microsoft/app-manifest in .peers: the manifest was not held against its schema",
)


def files(app: App = APP) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package(app))) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def faults(document: Json, schema: str) -> list[str]:
    validator = Draft4Validator(json.loads((SCHEMAS / schema).read_text(encoding="utf-8")))
    return [f"{list(one.path)} {one.message}" for one in validator.iter_errors(document)]


@needs_schemas
@pytest.mark.parametrize("app", [APP, TABBED], ids=["without tabs", "with tabs"])
def test_the_manifest_is_what_microsofts_schema_wants(app: App) -> None:
    made = files(app)
    assert faults(json.loads(made["manifest.json"]), "MicrosoftTeams.schema.json") == []
    for language in OTHERS:
        words = json.loads(made[f"{language}.json"])
        assert faults(words, "MicrosoftTeams.Localization.schema.json") == [], language


@needs_schemas
def test_the_schema_would_notice() -> None:
    assert faults(manifest(APP) | {"bots": [{"botId": "x"}]}, "MicrosoftTeams.schema.json")


def test_it_is_personal_and_asks_for_nothing_beside() -> None:
    made = manifest(APP)
    assert made["bots"][0]["scopes"] == ["personal"]
    assert made["defaultInstallScope"] == "personal"
    assert made["validDomains"] == []
    for key in ("authorization", "permissions", "devicePermissions"):
        assert key not in made | manifest(TABBED)
    for key in ("webApplicationInfo", "staticTabs"):
        assert key not in made


def test_the_chat_stands_before_the_tabs_and_only_our_own_server_is_named() -> None:
    made = manifest(TABBED)
    chat, home, about = made["staticTabs"]
    assert chat == {"entityId": "conversations", "scopes": ["personal"]}
    assert home["contentUrl"].startswith("https://bot.example.org/teams/tab/home?")
    assert about["contentUrl"].startswith("https://bot.example.org/teams/tab/about?")
    assert made["validDomains"] == ["bot.example.org"]
    resource = f"api://bot.example.org/{APP.id}"
    assert made["webApplicationInfo"] == {"id": APP.id, "resource": resource}


@pytest.mark.parametrize("language", OTHERS)
def test_the_tabs_have_a_name_in_every_language(language: str) -> None:
    say, words = catalogue(language), translation(language, TABBED.tabs)
    named = [words[f"staticTabs[{place}].name"] for place in (1, 2)]
    assert named == [say("teams-tab-home"), say("teams-tab-about")]


def test_everything_that_it_names_is_in_it_and_nothing_else() -> None:
    named = {"manifest.json", *manifest(APP)["icons"].values()}
    named |= {one["file"] for one in manifest(APP)["localizationInfo"]["additionalLanguages"]}
    assert set(files()) == named
    assert len(named) == 3 + len(OTHERS)


def test_the_same_settings_make_the_same_bytes() -> None:
    assert package(APP) == package(APP)


def test_the_icons_are_as_large_as_teams_wants_and_the_outline_is_white_on_nothing() -> None:
    made = files()
    color, outline = (Image.open(io.BytesIO(made[f"{n}.png"])) for n in ("color", "outline"))
    assert (color.size, outline.size) == ((192, 192), (32, 32))
    raw = outline.convert("RGBA").tobytes()
    pixels = [raw[at : at + 4] for at in range(0, len(raw), 4)]
    assert {pixel[:3] for pixel in pixels if pixel[3]} == {b"\xff\xff\xff"}
    assert pixels[0][3] == 0
    assert min(color.convert("RGBA").getchannel("A").tobytes()) == 255


@pytest.mark.parametrize("language", SEVEN)
def test_every_command_is_understood_where_it_is_typed(language: str) -> None:
    say = catalogue(language)
    for name in COMMANDS:
        meant = understand(say(f"teams-{name}"), language, TODAY)
        assert (str(meant.intent), meant.sure) == (name, True)


@pytest.mark.parametrize("language", SEVEN)
def test_every_line_to_begin_with_is_understood_where_it_is_sent(language: str) -> None:
    """An empty chat shows them. A code is typed behind its line; the others go as they are."""
    how, sees, nothing, code, coach = (one["prompt"] for one in starters(language))
    for line, topic in ((how, BotTopic.HOW), (sees, BotTopic.SEES), (nothing, BotTopic.NOTHING)):
        heard = hear(line, language, TODAY)
        assert heard.question is not None, line
        assert (heard.question.topic, heard.distress) == (topic, None)
        assert heard.command.intent is not Intent.STOP
    typed = understand(f"{code} KXPT-4M7Q-ABCD", language, TODAY)
    assert (typed.intent, typed.code) == (Intent.CODE, "KXPT-4M7Q-ABCD")
    meant = understand(coach, language, TODAY)
    assert (meant.intent, meant.sure) == (Intent.INVITE, True)


async def test_whoever_begins_with_one_is_answered_and_nobody_before() -> None:
    for language in SEVEN:
        world = World()
        newcomer = replace(world.person("new", "Mai"), language=language)
        assert newcomer.shown == []
        for one in starters(language):
            assert await newcomer.writes(one["prompt"]), one["prompt"]


@pytest.mark.parametrize("language", SEVEN)
def test_a_translation_is_as_long_as_it_may_be(language: str) -> None:
    words = translation(language)
    assert len(words["description.short"]) <= 80
    assert len(words["description.full"]) <= 4_000
    for key, text in words.items():
        most = {"title": 40, "description": 128, "prompt": 128}.get(key.rpartition(".")[2])
        assert most is None or not key.startswith("bots") or len(text) <= most, key


def test_the_command_writes_it(tmp_path: Path) -> None:
    out = tmp_path / "app.zip"
    asked = ["teams", "package", "--id", APP.id, "--domain", APP.domain, "--out", str(out)]
    done = CliRunner().invoke(handrail, asked)
    assert done.exit_code == 0, done.output
    assert out.read_bytes() == package(APP)
    assert "Without tabs" in done.output
    done = CliRunner().invoke(handrail, [*asked, "--tabs", TABBED.tabs])
    assert out.read_bytes() == package(TABBED)
    assert f"api://bot.example.org/{APP.id}" in done.output


@pytest.mark.parametrize(
    "bad",
    [
        {"id": "me"},
        {"domain": "http://x.org"},
        {"domain": "localhost"},
        {"domain": "x.org/../y"},
        {"version": "1"},
        {"privacy": "http://x.org"},
        {"organisation": ""},
        {"tabs": "http://bot.example.org"},
        {"tabs": "https://bot.example.org/path?query"},
    ],
    ids=str,
)
def test_what_cannot_be_right_is_said(bad: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="--"):
        App(**({"id": APP.id, "domain": APP.domain} | bad))
