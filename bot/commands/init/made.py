"""Makes every file that `handrail init` writes, from the answers alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.commands.init.answers import Answers, AnswersRefusedError, OnSlack, OnTeams, as_toml
from bot.commands.init.checklist import checklist
from bot.commands.init.chosen import chosen_settings, may_be_written, named, needed_secrets
from bot.commands.init.environment_file import environment_text, with_secrets

PRIVATE, SHARED = 0o600, 0o644
ANSWERS, CHECKLIST = "answers.toml", "checklist.md"
SLACK, TEAMS = "slack-manifest.yaml", "handrail-teams.zip"
# The files of deploy/ for each way of installing: on one machine, and on many.
OF_INSTALL: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("compose", "one"): ("compose.yaml",),
    ("compose", "many"): ("compose.scale.yaml", "postgres-role.sh"),
    ("systemd", "one"): ("systemd",),
    ("systemd", "many"): ("systemd",),
    ("kubernetes", "one"): ("kubernetes",),
    ("kubernetes", "many"): ("kubernetes",),
}


@dataclass(frozen=True, slots=True)
class FileToWrite:
    """What one file is to hold. `is_text`: a difference can be shown."""

    content: bytes
    mode: int = SHARED
    is_text: bool = True


def environment_name(answers: Answers) -> str:
    """Compose reads a file called .env beside it by itself."""
    return ".env" if answers.install == "compose" else "handrail.env"


def made(
    answers: Answers, given: Mapping[str, str], before: Mapping[str, str], folder: Path
) -> dict[str, FileToWrite]:
    """Returns every file by its path in `folder`.

    `given` holds secrets by setting, `before` what the environment file holds now. Raises
    AnswersRefusedError where a platform's part cannot be made.
    """
    chosen = {named(name): value for name, value in chosen_settings(answers, folder).items()}
    wanted = {named(name): value for name, value in (answers.secrets | dict(given)).items()}
    needed = [named(name) for name in needed_secrets(answers)]
    secrets = with_secrets(needed, wanted, before)
    yours = {name: value for name, value in before.items() if not may_be_written(name)}
    missing = [name for name, value in secrets.items() if not value]
    environment = environment_text(chosen, secrets, yours)
    files = {environment_name(answers): FileToWrite(environment.encode(), PRIVATE)}
    files[ANSWERS] = FileToWrite(as_toml(answers).encode())
    if answers.slack is not None:
        files[SLACK] = FileToWrite(_manifest(answers.slack, answers.public_url).encode())
    if answers.teams is not None:
        files[TEAMS] = FileToWrite(_package(answers.teams, answers.name), is_text=False)
    deployed = _deploy_files(answers)
    files |= deployed
    listed = checklist(answers, environment_name(answers), missing, sorted(deployed))
    files[CHECKLIST] = FileToWrite(listed.encode())
    return files


def _manifest(slack: OnSlack, url: str) -> str:
    from adapters.slack.manifest import Way, as_text, manifest

    if slack.way == "socket":
        return as_text(manifest(Way()))
    if not url:
        raise AnswersRefusedError("public_url: Slack over HTTP needs the address of this Handrail")
    return as_text(manifest(Way(url, many=slack.way == "many")))


def _package(teams: OnTeams, name: str) -> bytes:
    from adapters.teams.manifest import App, package

    try:
        return package(App(teams.app_id.lower(), teams.domain.lower(), organisation=name))
    except ValueError as wrong:
        raise AnswersRefusedError(f"teams: {wrong}") from None


def _deploy_files(answers: Answers) -> dict[str, FileToWrite]:
    """The files of deploy/ as they are, where this Handrail has them beside its code."""
    source = deploy_folder()
    if source is None:
        return {}
    names = OF_INSTALL.get((answers.install, answers.machines), ())
    places = [found for name in names for found in _inside(source / name)]
    return {
        str(place.relative_to(source)): FileToWrite(place.read_bytes()) for place in sorted(places)
    }


def deploy_folder() -> Path | None:
    """Returns deploy/ of the source, or the one that was installed; None if there is neither."""
    code = Path(__file__).parents[2]
    found = (code / "deploy", code.parent / "deploy")
    return next((one for one in found if (one / "compose.yaml").is_file()), None)


def _inside(place: Path) -> list[Path]:
    if place.is_dir():
        return [one for one in place.rglob("*") if one.is_file()]
    return [place] if place.is_file() else []
