"""Makes the recovery key, where a recovery folder was named and there is no key yet."""

from __future__ import annotations

from collections.abc import Mapping

from bot.commands.init.answers import Answers
from bot.commands.init.chosen import named

SECRET_HALF = "recovery-key.txt"  # noqa: S105 - a file's name


def with_recovery_key(answers: Answers, before: Mapping[str, str]) -> tuple[Answers, str | None]:
    """Returns the answers with the public half, and the secret half of a key that is made now.

    `before` is what the environment file holds: a key that is there is never made anew.
    """
    keys = answers.keys
    if not keys.recovery or keys.recovery_key:
        return answers, None
    public, secret = before.get(named("recovery_key")), None
    if not public:
        from storage.keys.recovery.recovery_key import new_recovery_key

        secret, public = new_recovery_key()
    with_key = keys.model_copy(update={"recovery_key": public})
    return answers.model_copy(update={"keys": with_key}), secret
