"""Reads a secret from a file: `HANDRAIL_<NAME>_FILE` for every setting that is a secret.

Docker, Kubernetes and systemd hand secrets over as files. One rule serves all of them, so that a
new secret needs no line of its own.
"""

from __future__ import annotations

import os
import shlex
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from pydantic import SecretStr
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

SUFFIX = "_FILE"
MOST_BYTES = 64 * 1024
OTHERS = 0o077
# Kubernetes and systemd give a file of root's to the group of the process.
OTHERS_BUT_GROUP_READS = 0o037
ROOT = 0


@dataclass(frozen=True, slots=True)
class UnusableFile:
    """Stands in the place of a secret that could not be read. No sentence repeats what is in it."""

    sentence: str


class SecretFiles(PydanticBaseSettingsSource):
    """Gives the secrets that lie in files, by the name of their setting."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[object, str, bool]:
        """Returns the secret, SecretStr or UnusableFile; None where no file is named."""
        given = None
        if is_secret(field):
            given = _given(variable(self.settings_cls, field_name), in_capitals(os.environ))
        return given, field_name, False

    def __call__(self) -> dict[str, object]:
        fields = self.settings_cls.model_fields.items()
        found = {name: self.get_field_value(field, name)[0] for name, field in fields}
        return {name: value for name, value in found.items() if value is not None}


def is_secret(field: FieldInfo) -> bool:
    """Tells whether a setting holds a secret, and may therefore be given as a file."""
    return SecretStr in (field.annotation, *get_args(field.annotation))


def variable(settings: type[BaseSettings], name: str) -> str:
    """Returns the environment variable of a setting: HANDRAIL_PORT for `port`."""
    return f"{settings.model_config.get('env_prefix', '')}{name}".upper()


def in_capitals(environment: Mapping[str, str]) -> dict[str, str]:
    """Returns the variables that are not empty, their names in capitals: case does not count."""
    return {name.upper(): value for name, value in environment.items() if value.strip()}


def _given(name: str, environment: Mapping[str, str]) -> SecretStr | UnusableFile | None:
    path = environment.get(name + SUFFIX)
    if path is None:
        return None
    if name in environment:
        return UnusableFile(f"is given twice: keep either {name} or {name}{SUFFIX}")
    try:
        return _read(Path(path.strip()), name + SUFFIX)
    except OSError as fault:
        return UnusableFile(f"the file that {name}{SUFFIX} names cannot be read ({_why(fault)})")


def _read(path: Path, name: str) -> SecretStr | UnusableFile:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        return UnusableFile(f"what {name} names is not a file")
    if found.st_uid not in (os.geteuid(), ROOT):
        typed = f"chown {os.geteuid()} {shlex.quote(str(path))}"
        return UnusableFile(f"the file that {name} names is somebody else's; `{typed}`")
    if found.st_mode & (OTHERS_BUT_GROUP_READS if found.st_uid == ROOT else OTHERS):
        typed = f"chmod 600 {shlex.quote(str(path))}"
        return UnusableFile(f"others can open the file that {name} names; `{typed}` closes it")
    if found.st_size > MOST_BYTES:
        return UnusableFile(f"the file that {name} names is too large to be a secret")
    try:
        text = path.read_bytes().decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        return UnusableFile(f"the file that {name} names is not text in UTF-8")
    if not text.strip():
        return UnusableFile(f"the file that {name} names is empty")
    return SecretStr(text)


def _why(fault: OSError) -> str:
    return (fault.strerror or type(fault).__name__).lower()
