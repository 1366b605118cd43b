"""Every secret may lie in a file: one rule, tried for each setting that is one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.environment import secret_files
from bot.environment.secret_files import MOST_BYTES, UnusableFile, is_secret
from bot.run.platforms import all_settings
from bot.settings import Settings

ALL = all_settings()
SECRETS = sorted(name for name, field in ALL.model_fields.items() if is_secret(field))
# Each is a valid value of every secret there is.
ADDRESS = "postgresql://keys:zebra@localhost/keys"
WORD = "zebra-word"
SAYS = "zebra"


def value_of(name: str) -> str:
    if name == "smtp_url":
        return "smtps://bot:zebra@localhost:465"
    return ADDRESS if name.endswith("_url") else WORD


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [one for one in os.environ if one.upper().startswith("HANDRAIL_")]:
        monkeypatch.delenv(name)


def found(name: str) -> object:
    return secret_files.SecretFiles(ALL)().get(name)


def test_the_secrets_are_those_that_the_settings_hide() -> None:
    assert set(SECRETS) >= {"database_url", "keys_url", "smtp_url", "slack_bot_token"}
    assert "mail_password" in SECRETS
    for name, field in ALL.model_fields.items():
        hints = ("token", "secret", "password", "database_url", "keys_url", "smtp_url")
        assert is_secret(field) == any(hint in name for hint in hints), name


@pytest.mark.parametrize("name", SECRETS)
def test_each_secret_is_read_from_its_file(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "secret"
    file.write_text(value_of(name) + "\n", encoding="utf-8")
    file.chmod(0o600)
    monkeypatch.setenv(f"HANDRAIL_{name.upper()}_FILE", str(file))
    monkeypatch.setenv(f"HANDRAIL_{name.upper()}", " ")
    assert found(name) == SecretStr(value_of(name))


@pytest.mark.parametrize("name", SECRETS)
def test_what_is_given_twice_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"HANDRAIL_{name.upper()}", value_of(name))
    monkeypatch.setenv(f"handrail_{name}_file", "/zebra")
    with pytest.raises(ValueError, match="is given twice") as refused:
        ALL()
    assert SAYS not in str(refused.value)


def missing(file: Path) -> None:
    file.unlink()


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


FAULTS = [
    (missing, "cannot be read"),
    (folder, "is not a file"),
    (lambda file: file.write_text("\n"), "is empty"),
    (lambda file: file.chmod(0o640), "chmod 600"),
    (lambda file: file.chmod(0o604), "chmod 600"),
    (lambda file: file.chmod(0o622), "chmod 600"),
    (lambda file: file.write_bytes(b"zebra\xff"), "not text"),
    (lambda file: file.write_text(SAYS * MOST_BYTES), "too large"),
]


@pytest.mark.parametrize(("spoil", "told"), FAULTS)
def test_a_file_that_cannot_be_used_ends_the_start_with_a_sentence(
    spoil: object, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "secret"
    file.write_text(value_of("smtp_url"))
    file.chmod(0o600)
    assert callable(spoil)
    spoil(file)
    # As for whoever is not root: root's own file may be read by its group.
    monkeypatch.setattr(secret_files, "ROOT", -1)
    monkeypatch.setenv("HANDRAIL_SMTP_URL_FILE", str(file))
    with pytest.raises(ValueError, match=told) as refused:
        Settings()
    assert "smtp_url" in str(refused.value)
    assert SAYS not in str(refused.value)


@pytest.mark.parametrize(("mode", "taken"), [(0o440, True), (0o644, False), (0o460, False)])
def test_roots_file_may_be_read_by_a_group_as_kubernetes_does_it(
    mode: int, taken: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "secret"
    file.write_text(WORD)
    file.chmod(mode)
    monkeypatch.setattr(secret_files, "ROOT", file.stat().st_uid)
    monkeypatch.setenv("HANDRAIL_SLACK_BOT_TOKEN_FILE", str(file))
    assert isinstance(found("slack_bot_token"), SecretStr if taken else UnusableFile)


def test_somebody_elses_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "secret"
    file.write_text(WORD)
    file.chmod(0o600)
    monkeypatch.setattr(secret_files, "ROOT", -1)
    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    monkeypatch.setenv("HANDRAIL_SLACK_BOT_TOKEN_FILE", str(file))
    unusable = found("slack_bot_token")
    assert isinstance(unusable, UnusableFile)
    assert "somebody else's" in unusable.sentence


@pytest.mark.parametrize("name", sorted(ALL.model_fields))
@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_variable_is_an_unset_one_for_each_setting(
    name: str, empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"HANDRAIL_{name.upper()}", empty)
    monkeypatch.setenv(f"HANDRAIL_{name.upper()}_FILE", empty)
    assert ALL() == ALL.model_validate({})
