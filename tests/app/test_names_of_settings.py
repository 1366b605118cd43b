"""No variable that is meant for Handrail is ignored: it is named, and nothing starts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.commands.start import problems_with_names, refuse_unknown_names
from bot.environment.names import RETIRED, known_names
from bot.run.platforms import all_settings, register
from tests.app.test_command_line import handrail
from tests.example_platform.registration import PLATFORM

KNOWN = known_names(all_settings())
SECRET = "zebra"
ROOT = Path(__file__).parents[2]
NAME = re.compile(r"\bHANDRAIL_[A-Z_]*[A-Z]\b")
READ = re.compile(r"""environ(?:\.get\(|\[)["'](HANDRAIL_[A-Z_]+)""")


def said(*names: str) -> list[str]:
    return list(problems_with_names(dict.fromkeys(names, SECRET)))


MISSPELT = [
    ("HANDRAIL_KEEP_DAY", "HANDRAIL_KEEP_DAYS"),
    ("HANDRAIL_KEPP_DAYS", "HANDRAIL_KEEP_DAYS"),
    ("HANDRAIL_KEEPDAYS", "HANDRAIL_KEEP_DAYS"),
    ("HANDRAIL_SLACK_BOT_TOKENS", "HANDRAIL_SLACK_BOT_TOKEN"),
    ("HANDRAIL_SLACK_BOT_TOKEN_FILES", "HANDRAIL_SLACK_BOT_TOKEN_FILE"),
    ("HANDRAIL_TEAM_SECRET", "HANDRAIL_TEAMS_SECRET"),
    ("HANDRAIL_PROT", "HANDRAIL_PORT"),
    ("HANDRAIL_MAIL_HOTS", "HANDRAIL_MAIL_HOST"),
    ("HANDRIAL_KEEP_DAYS", "HANDRAIL_KEEP_DAYS"),
    ("HANDRAILS_KEEP_DAYS", "HANDRAIL_KEEP_DAYS"),
    ("HANDRIAL_KEEP_DAY", "HANDRAIL_KEEP_DAYS"),
]


@pytest.mark.parametrize(("typed", "meant"), MISSPELT)
def test_a_misspelt_setting_is_named_with_the_one_that_was_meant(typed: str, meant: str) -> None:
    (sentence,) = said(typed)
    assert sentence.startswith(typed)
    assert f"Did you mean {meant}?" in sentence
    assert SECRET not in sentence


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_a_letter_left_out_of_any_setting_is_never_ignored(name: str) -> None:
    for at in range(len("HANDRAIL_"), len(name)):
        misspelt = name[:at] + name[at + 1 :]
        if misspelt in KNOWN:
            continue
        (sentence,) = said(misspelt)
        assert sentence.startswith(f"{misspelt} is ")


def test_every_setting_is_known_in_any_case_and_other_programs_names_are_none_of_ours() -> None:
    assert said(*KNOWN, *(name.lower() for name in KNOWN)) == []
    assert (
        said("PATH", "HANDRAIL", "HAND_LOTION", "HANDLER_PORT", "GUARDRAIL_PORT", "DATABASE_URL")
        == []
    )


def test_an_unknown_name_is_told_without_a_guess_where_nothing_is_like_it() -> None:
    assert said("HANDRAIL_ZZZZ") == ["HANDRAIL_ZZZZ is not a setting of Handrail."]


def test_retired_names_say_what_replaces_them() -> None:
    assert not set(RETIRED) & KNOWN
    for name in RETIRED:
        (sentence,) = said(name)
        assert RETIRED[name] in sentence


def test_only_secrets_come_from_files() -> None:
    assert "only secrets come from files" in said("HANDRAIL_PORT_FILE")[0]


def test_what_kubernetes_adds_for_a_service_of_this_name_is_explained() -> None:
    for name in ("HANDRAIL_SERVICE_HOST", "HANDRAIL_PORT_8080_TCP_ADDR", "HANDRAIL_SERVICE_PORT"):
        assert "enableServiceLinks" in said(name)[0]


def test_a_platform_brings_the_names_of_its_settings() -> None:
    assert said("HANDRAIL_POSTBOX_SECRET_FILE") != []
    remove = register(PLATFORM)
    try:
        assert said("HANDRAIL_POSTBOX_SERVICE", "HANDRAIL_POSTBOX_SECRET_FILE") == []
    finally:
        remove()


@pytest.mark.parametrize("typed", [["run"], ["serve"], ["worker"], ["keys", "status"], ["demo"]])
def test_no_command_begins(typed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    import typer

    monkeypatch.setenv("HANDRAIL_KEEP_DAY", SECRET)
    with pytest.raises(typer.Exit) as ended:
        refuse_unknown_names(typed)
    assert ended.value.exit_code == 1
    refuse_unknown_names([*typed, "--help"])


def test_the_command_line_says_it_all_at_once_and_shows_no_value() -> None:
    given = {"HANDRAIL_KEEP_DAY": SECRET, "HANDRAIL_GRACE_DAY": SECRET}
    for command in (["run"], ["slack", "manifest", "--socket"]):
        ended = handrail(*command, **given)
        assert ended.returncode == 1
        assert ended.stdout == ""
        first, second, last = ended.stderr.splitlines()
        assert first.endswith("Did you mean HANDRAIL_GRACE_DAYS?")
        assert second.endswith("Did you mean HANDRAIL_KEEP_DAYS?")
        assert last.startswith("Nothing was started")
        assert SECRET not in ended.stderr
    assert handrail("run", "--help", **given).returncode == 0


def test_what_runs_the_product_and_its_tests_sets_no_name_that_is_not_read() -> None:
    """Else the first process that inherits it would not start."""
    rooms = [one for room in ("deploy", ".ci", "bot", "adapters", "storage") for one in files(room)]
    found = {(one.name, name) for one in rooms for name in NAME.findall(one.read_text("utf-8"))}
    tests = (one for one in files("tests") if one.suffix == ".py")
    found |= {(one.name, name) for one in tests for name in READ.findall(one.read_text("utf-8"))}
    found |= {("Makefile", name) for name in NAME.findall((ROOT / "Makefile").read_text("utf-8"))}
    unread = {(file, name) for file, name in found if name not in KNOWN and name not in RETIRED}
    assert {one for one in unread if one[0] != "names.py"} == set()


def files(room: str) -> list[Path]:
    texts = {"", ".py", ".yaml", ".yml", ".sh", ".env", ".service", ".example", ".toml"}
    return [one for one in (ROOT / room).rglob("*") if one.is_file() and one.suffix in texts]
