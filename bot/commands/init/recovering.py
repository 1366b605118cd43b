"""Makes the recovery key, where a recovery folder was named and there is no key yet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.commands.init.answers import Answers, AnswersRefusedError
from bot.commands.init.chosen import named
from storage.trouble import RefusedError

SECRET_HALF = "recovery-key.txt"  # noqa: S105 - a file's name


def with_recovery_key(
    answers: Answers, before: Mapping[str, str], folder: Path
) -> tuple[Answers, str | None]:
    """Returns the answers with the public half, and the secret half of a key that is made now.

    `before` is what the environment file holds. A key that is there, or whose secret half still
    lies in `folder`, is never made anew: nobody shall keep the secret half of another key. Raises
    AnswersRefusedError for a file that holds none, and OSError.
    """
    keys = answers.keys
    if not keys.recovery or keys.recovery_key:
        return answers, None
    public, secret = before.get(named("recovery_key")) or _public_of(folder / SECRET_HALF), None
    if not public:
        from storage.keys.recovery.recovery_key import new_recovery_key

        secret, public = new_recovery_key()
    with_key = keys.model_copy(update={"recovery_key": public})
    return answers.model_copy(update={"keys": with_key}), secret


def _public_of(file: Path) -> str | None:
    from storage.keys.recovery.recovery_key import public_half

    if not file.exists():
        return None
    try:
        return public_half(file.read_text(encoding="utf-8"))
    except RefusedError as wrong:
        raise AnswersRefusedError(f"{file}: {wrong}") from None
