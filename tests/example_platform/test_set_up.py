"""`handrail init` asks for a platform that it never heard of, and makes what that one brings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.shared.set_up import PlatformSetUp
from bot.commands.init.answers import Answers
from bot.commands.init.environment_file import read_environment
from bot.commands.init.made import ANSWERS, CHECKLIST
from bot.commands.init.of_platforms import offered
from bot.run.platforms import all_settings, register, registered
from tests.app.test_init import init, state_of
from tests.example_platform.registration import PLATFORM
from tests.example_platform.set_up import MADE

SERVICE = "https://here.postbox.example"
URL = 'public_url = "https://coaching.example.org"\n'
POSTBOX = f'[postbox]\nservice = "{SERVICE}"\n'
# Name, short name, who runs it, zone, one machine, python; three platforms that are not wanted;
# Postbox; the public address, three folders, the key, no recovery, and the secret.
TYPED = (
    *("", "", "", "", "one", "python", "n", "n", "n"),
    *("y", "", SERVICE, "middle", "far"),
    *("https://coaching.example.org", "", "", "", "n", "", "open-sesame"),
)


@pytest.fixture(autouse=True)
def _registered() -> Iterator[None]:
    remove = register(PLATFORM)
    yield
    remove()


def test_it_is_asked_about_and_its_file_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "setup"
    done = init(folder, None, typed="\n".join((*TYPED, "")))
    assert done.exit_code == 0, done.output
    assert "It is needed" in done.output
    assert "Please type one of: near, far." in done.output
    found = read_environment(folder / "handrail.env")
    assert found["HANDRAIL_POSTBOX_SERVICE"] == SERVICE
    assert found["HANDRAIL_POSTBOX_SECRET"] == "open-sesame"
    letter = (folder / MADE).read_text()
    assert letter.splitlines()[:2] == ["To far:", "https://coaching.example.org/postbox/events"]
    assert "to the far office" in (folder / CHECKLIST).read_text()
    assert 'office = "far"' in (folder / ANSWERS).read_text()
    before = state_of(folder)
    again = init(folder, None, typed="\n" * 30)
    assert (again.exit_code, state_of(folder)) == (0, before)


def test_it_is_read_from_a_file_of_answers(tmp_path: Path) -> None:
    assert init(tmp_path / "setup", URL + POSTBOX).exit_code == 0
    found = read_environment(tmp_path / "setup" / "handrail.env")
    assert found["HANDRAIL_POSTBOX_SECRET"] == ""
    assert (tmp_path / "setup" / MADE).read_text().startswith("To near:")
    refused = init(tmp_path / "setup", URL)
    assert "-HANDRAIL_POSTBOX_SERVICE=" in refused.output, "whoever leaves it out takes it out"


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (URL + "[postbox]\n", "postbox.service: is needed"),
        (URL + '[postbox]\nservice = ""\n', "postbox.service: is needed"),
        (URL + "[postbox]\nservice = 7\n", "postbox.service: is not text"),
        (URL + POSTBOX + 'office = "zebra"\n', "postbox.office: is not one of near, far"),
        (URL + POSTBOX + 'zone = "zebra"\n', "postbox.zone: is not asked"),
        (URL + 'postbox = "zebra"\n', "postbox: is not a table"),
        (URL + '[platforms.postbox]\nservice = "zebra"\n', "platforms: is not asked"),
        (POSTBOX, "postbox: the service needs the address"),
    ],
)
def test_an_answer_that_cannot_be_right_is_told(answers: str, told: str, tmp_path: Path) -> None:
    done = init(tmp_path / "setup", answers)
    assert done.exit_code == 1
    assert told in done.output
    assert "zebra" not in done.output
    assert not (tmp_path / "setup").exists()


def test_every_platform_that_is_opened_says_what_to_ask() -> None:
    opened = {name for name, one in registered().items() if one.open is not None}
    assert set(offered()) == opened
    assert not set(offered()) & set(Answers.model_fields), "a file of answers has one table each"


@pytest.mark.parametrize("name", [*offered(), PLATFORM.name])
def test_what_it_asks_leads_to_settings_of_its_own(name: str) -> None:
    set_up: PlatformSetUp = offered()[name]
    assert set_up.written <= set(all_settings().model_fields)
    assert all(one.startswith(f"{name}_") for one in set_up.written)
    asked = [one.name for one in set_up.questions]
    assert len(asked) == len(set(asked))
