"""A faulty policy file is refused with a plain sentence for each fault, and its line."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import get_args

import pytest
from jsonschema import Draft202012Validator
from pydantic_core import PydanticUndefined
from typer.testing import CliRunner

from bot.__main__ import app
from bot.domain.policy.rows import NEEDS, REPLACES, Language, Policy, policy_schema
from bot.domain.purposes import Purpose
from bot.environment.small_toml import MOST_BYTES
from bot.rules.policy.in_force import put_in_force, twice_said
from bot.rules.policy.reading import PolicyRefusedError, known_keys, read_policy
from bot.run.assemble import read_organisation_files
from bot.settings import Settings
from bot.text import languages
from storage import RefusedError
from tests.scenarios.policy.house import OFFICER, WHO, allowing, keeping, without

DOCS = Path(__file__).parents[3] / "docs"
EXAMPLE = DOCS / "examples" / "policy" / "policy.toml"
PUBLISHED = json.loads((DOCS / "schemas" / "policy.schema.json").read_text())
RUNNER = CliRunner()

FAULTS = {
    "a misspelt part": ("[keping]\n", "line 4: keping is not known. Did you mean keeping?"),
    "a misspelt key": (
        "[keeping]\nmost_day = 3\n",
        "line 5: keeping.most_day is not known. Did you mean keeping.most_days?",
    ),
    "a misspelt purpose": ('[purposes]\nallowed = ["chek_ins"]\n', "Did you mean check_ins?"),
    "nothing allowed": ("[purposes]\nallowed = []\n", "line 5: purposes.allowed must not be empty"),
    "the agreement": ('[purposes]\nallowed = ["agreement"]\n', "leave agreement out"),
    "a text for a number": ('[keeping]\nmost_days = "30"\n', "must be a whole number"),
    "a truth for a number": ("[keeping]\nmost_days = true\n", "must be a whole number"),
    "half a day": ("[keeping]\nmost_days = 1.5\n", "must be a whole number"),
    "below zero": ("[keeping]\ngrace_days = -1\n", "keeping.grace_days must be at least 0"),
    "no day at all": ("[keeping]\nmost_days = 0\n", "keeping.most_days must be at least 1"),
    "too long": ("[keeping]\nmost_days = 99999\n", "must be at most 3650"),
    "a word for a list": ('[languages]\noffered = "en"\n', "must be a list"),
    "no such language": ('[languages]\noffered = ["eng"]\n', "Did you mean en?"),
    "a part as a word": ('purposes = "all"\n', "purposes"),
    "who": ('[coaches]\nwho = "some"\n', "Known are everyone, approval, listed"),
    "no list": ('[coaches]\nwho = "listed"\n', "coaches needs `listed`"),
    "a list for everyone": ('[coaches]\nlisted = ["slack/T1/U1"]\n', "coaches needs `listed`"),
    "half an address": ('[coaches]\nwho = "listed"\nlisted = ["U1"]\n', "platform/workspace/user"),
    "no domain": ('[coaches]\nmail_domains = ["@example"]\n', "is not a domain"),
    "elsewhere": (
        '[coaches]\nwho = "listed"\nlisted = ["slack/T1/U1"]\n'
        '[workspaces]\nallowed = ["slack/T2"]\n',
        "a workspace that is not allowed",
    ),
    "no workspace": ('[workspaces]\nallowed = ["T1"]\n', "is not platform/workspace"),
    "half a sponsor": ('[sponsor]\nname = "HR"\n', "name and address together"),
    "no address": ('[sponsor]\nname = "HR"\naddress = "hr"\n', "not one e-mail address"),
    "a sponsor without lines": (
        '[sponsor]\nname = "HR"\naddress = "hr@example.org"\n' + without(Purpose.SPONSOR),
        "leaves out sponsor",
    ),
    "nobody in a group": ("[sponsor]\nminimum_group = 0\n", "must be at least 1"),
    "no phone": ('[[contacts]]\nname = "A"\n', "contacts.phone is missing"),
    "the same key twice": ("[keeping]\nmost_days = 3\nmost_days = 4\n", "line 6"),
    "no TOML": ("[keeping\n", "is no TOML"),
}


def _whole(part: str) -> str:
    """A key that stands in no part comes before every part."""
    return part + WHO if part.startswith("purposes =") else WHO + part


def refused(path: Path) -> str:
    with pytest.raises(PolicyRefusedError) as caught:
        read_policy(path)
    return str(caught.value)


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_a_sentence_and_has_its_line(tmp_path: Path, fault: str) -> None:
    part, says = FAULTS[fault]
    path = tmp_path / "policy.toml"
    path.write_text(_whole(part))
    told = refused(path)
    assert says in told
    assert told.startswith("policy.toml: line ")


@pytest.mark.parametrize("purpose", NEEDS)
def test_each_mix_that_cannot_be_is_refused(tmp_path: Path, purpose: Purpose) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(WHO + allowing([purpose]))
    assert f"allows {purpose}, which needs" in refused(path)


def test_each_fault_of_a_file_is_told_and_none_of_its_values(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text('[organisation]\nname = 5\ncontact = "Zyzzyx\\n"\n' + keeping(0, grace=-1))
    told = refused(path).splitlines()
    assert [line.split(":")[1] for line in told] == [" line 2", " line 3", " line 5", " line 6"]
    assert "Zyzzyx" not in "".join(told)


def test_faults_of_form_and_of_meaning_are_told_at_once(tmp_path: Path) -> None:
    """Whoever mends one fault does not find the next only then."""
    path = tmp_path / "policy.toml"
    path.write_text(
        '[keeping]\nmost_days = "30"\n[purposes]\nallowed = ["check_ins", "share_words"]\n'
        '[coaches]\nwho = "listed"\n'
    )
    told = refused(path)
    assert "keeping.most_days must be a whole number" in told
    assert "coaches needs `listed`" in told


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    assert "there is no such file" in refused(path)
    assert "cannot be read" in refused(tmp_path)
    path.write_bytes(b"\xff\xfe[organisation]")
    assert "is not a text in UTF-8" in refused(path)
    path.write_bytes(b"#" * (MOST_BYTES + 1))
    assert "is larger than" in refused(path)
    path.write_text("a = " + "[" * 5000)
    assert refused(path)
    path.write_text("")
    assert "organisation is missing" in refused(path)


def test_marks_of_other_editors_are_read(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_bytes(b"\xef\xbb\xbf" + WHO.replace("\n", "\r\n").encode())
    assert read_policy(path).organisation.name == "Example Ltd"


def test_the_published_schema_is_made_from_the_rows() -> None:
    assert policy_schema() == PUBLISHED, "python -m bot.documents policy > docs/schemas/…"
    Draft202012Validator.check_schema(PUBLISHED)
    schema = Draft202012Validator(PUBLISHED)
    schema.validate(tomllib.loads(EXAMPLE.read_text()))
    for part, _ in FAULTS.values():
        if "sponsor" in part or "coaches" in part or "workspaces" in part or part in BROKEN:
            continue
        assert not schema.is_valid(tomllib.loads(_whole(part)))


BROKEN = {FAULTS["the same key twice"][0], FAULTS["no TOML"][0]}


def test_the_example_names_every_key_and_says_what_a_file_without_it_would_say() -> None:
    text = EXAMPLE.read_text()
    names = {key.split(".")[-1] for key in known_keys()} - {"open", "about", "hours"}
    assert {name for name in names if name not in text} == set()
    assert read_policy(EXAMPLE).forbidden


def test_every_language_can_be_offered() -> None:
    assert list(get_args(Language)) == languages()


def test_what_a_file_replaces_is_a_setting_and_says_the_same_where_nothing_is_given() -> None:
    settings, given = Settings(), Settings()
    put_in_force(given, Policy.model_validate({"organisation": {"name": "A", "contact": "b"}}))
    for key, name in REPLACES.items():
        field = name.removeprefix("HANDRAIL_").lower()
        assert key in known_keys()
        assert Settings.model_fields[field].default is not PydanticUndefined
        if field != "run_by":
            assert getattr(given, field) == getattr(settings, field)


@pytest.mark.parametrize("name", sorted(set(REPLACES.values()) - {"HANDRAIL_SPONSOR_ADDRESS"}))
def test_two_sources_are_never_taken(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(WHO)
    values = {"HANDRAIL_DIGESTS": "whole", "HANDRAIL_RUN_BY": "Us", "HANDRAIL_COACHES": "everyone"}
    monkeypatch.setenv(name, values.get(name, "7"))
    if name == "HANDRAIL_SPONSOR_NAME":
        monkeypatch.setenv("HANDRAIL_SPONSOR_ADDRESS", "hr@example.org")
    monkeypatch.setenv("HANDRAIL_POLICY_FILE", str(path))
    settings = Settings()
    assert any(sentence.startswith(f"{name} and ") for sentence in twice_said(settings))
    with pytest.raises(RefusedError, match="both given"):
        read_organisation_files(settings)


def test_a_start_refuses_a_faulty_file(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text("[keeping]\n")
    with pytest.raises(RefusedError, match="organisation is missing"):
        read_organisation_files(Settings(policy_file=path))


def test_comments_and_order_change_no_hash_and_what_it_says_does(tmp_path: Path) -> None:
    one, other, third = (tmp_path / name for name in ("1.toml", "2.toml", "3.toml"))
    one.write_text(WHO + OFFICER + keeping(30))
    other.write_text("# ours\n" + keeping(30) + WHO + OFFICER)
    third.write_text(WHO + OFFICER + keeping(31))
    assert read_policy(one).hash == read_policy(other).hash != read_policy(third).hash


def test_check_and_show_say_what_is_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(WHO + keeping(30))
    found = read_policy(path)
    checked = RUNNER.invoke(app, ["policy", "check", str(path)])
    assert (checked.exit_code, found.hash in checked.output) == (0, True)
    monkeypatch.setenv("HANDRAIL_POLICY_FILE", str(path))
    shown = RUNNER.invoke(app, ["policy", "show"])
    assert "keeping.most_days: 30" in shown.output
    machine = json.loads(RUNNER.invoke(app, ["policy", "show", "--json"]).output)
    assert machine["hash"] == found.hash
    path.write_text(WHO + "[keeping]\nmost_days = -3\n")
    failed = RUNNER.invoke(app, ["policy", "check"])
    assert failed.exit_code == 1
    assert "line 5" in failed.output


def test_check_says_what_a_file_would_end(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(WHO + without(Purpose.KEEP_MARKS, Purpose.SHARE_MARKS))
    said = RUNNER.invoke(app, ["policy", "check", str(path)]).output
    assert "What was kept under keep_marks is removed" in said
