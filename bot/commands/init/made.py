"""Makes every file that `handrail init` writes, from the answers alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from adapters.shared.set_up import SetUpAnswers
from bot.commands.init.answers import Answers, AnswersRefusedError, as_toml
from bot.commands.init.checklist import checklist
from bot.commands.init.chosen import chosen_settings, may_be_written, named
from bot.commands.init.environment_file import environment_text, read_environment
from bot.commands.init.of_platforms import chosen
from bot.commands.init.secrets_given import secrets_of
from bot.commands.init.ways import WAYS

PRIVATE, SHARED = 0o600, 0o644
ANSWERS, CHECKLIST = "answers.toml", "checklist.md"
CHOSEN = "What was chosen"
SECRETS = "Secrets, or the files that hold them (…_FILE)"
YOURS = "Yours: `handrail init` did not ask for these, and keeps them"


@dataclass(frozen=True, slots=True)
class FileToWrite:
    """What one file is to hold. `is_text`: a difference can be shown."""

    content: bytes
    mode: int = SHARED
    is_text: bool = True


def environment_before(answers: Answers, folder: Path) -> dict[str, str]:
    """Returns what the environment file holds now, or begins with. Raises OSError."""
    name = WAYS[answers.install].environment
    source = deploy_folder()
    begins = source / name if source is not None and "/" in name else None
    if begins is not None and begins.exists() and not (folder / name).exists():
        return read_environment(begins)
    return read_environment(folder / name)


def made(
    answers: Answers, given: Mapping[str, str], before: Mapping[str, str], folder: Path
) -> dict[str, FileToWrite]:
    """Returns every file by its path in `folder`.

    `given` holds secrets by setting, `before` what the environment file holds now. Raises
    AnswersRefusedError where a platform's part cannot be made.
    """
    way = WAYS[answers.install]
    files = _deploy_files(way.files[answers.machines])
    deployed = sorted(files)
    secrets = secrets_of(answers, answers.secrets | dict(given), before, folder)
    lines = {named(name): value for name, value in chosen_settings(answers, folder).items()}
    yours = {name: value for name, value in before.items() if not may_be_written(name)}
    parts = {CHOSEN: lines, SECRETS: secrets.lines, YOURS: yours}
    text = environment_text(parts, quoted=way.quoted)
    files[way.environment] = FileToWrite(text.encode(), PRIVATE)
    for name, secret in secrets.files.items():
        files[name] = FileToWrite(f"{secret}\n".encode(), PRIVATE, is_text=False)
    files[ANSWERS] = FileToWrite(as_toml(answers).encode())
    files |= _of_platforms(answers)
    files[CHECKLIST] = FileToWrite(checklist(answers, secrets.missing, deployed).encode())
    return files


def _of_platforms(answers: Answers) -> dict[str, FileToWrite]:
    found: dict[str, FileToWrite] = {}
    for name, set_up, given in chosen(answers.platforms):
        told = SetUpAnswers(given=given, organisation=answers.name, public_url=answers.public_url)
        try:
            made_of_it = set_up.files(told)
        except ValueError as wrong:
            raise AnswersRefusedError(f"{name}: {wrong}") from None
        found |= {file: _to_write(content) for file, content in made_of_it.items()}
    return found


def _to_write(content: str | bytes) -> FileToWrite:
    if isinstance(content, str):
        return FileToWrite(content.encode())
    return FileToWrite(content, is_text=False)


def _deploy_files(names: Sequence[str]) -> dict[str, FileToWrite]:
    """The files of deploy/ as they are, where this Handrail has them beside its code."""
    source = deploy_folder()
    if source is None:
        return {}
    places = sorted(found for name in names for found in _inside(source / name))
    return {str(one.relative_to(source)): FileToWrite(one.read_bytes()) for one in places}


def deploy_folder() -> Path | None:
    """Returns deploy/ of the source, or the one that was installed; None if there is neither."""
    code = Path(__file__).parents[2]
    found = (code / "deploy", code.parent / "deploy")
    return next((one for one in found if (one / "compose.yaml").is_file()), None)


def _inside(place: Path) -> list[Path]:
    if place.is_dir():
        return [one for one in place.rglob("*") if one.is_file()]
    return [place] if place.is_file() else []
