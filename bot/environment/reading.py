"""How every setting is read: from the environment or a file, and an empty one as left out."""

from __future__ import annotations

from pydantic import SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.environment.secret_files import SecretFiles, UnusableFile


class FromEnvironment(BaseSettings):
    """Reads each field of a subclass from its variable, HANDRAIL_PORT for `port`.

    A secret may lie in a file instead, e.g. HANDRAIL_SMTP_URL_FILE for `smtp_url`. No error shows
    a value.
    """

    model_config = SettingsConfigDict(
        env_prefix="HANDRAIL_", extra="ignore", hide_input_in_errors=True
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Reads files of secrets before the environment, so that one given twice is found."""
        return init_settings, SecretFiles(settings_cls), env_settings

    @model_validator(mode="before")
    @classmethod
    def _empty_is_unset(cls, given: object) -> object:
        """An empty setting counts as one that was left out, whichever it is.

        A line such as `HANDRAIL_TEAMS_SECRET=` is what an unset variable leaves in many a file.
        """
        if not isinstance(given, dict):
            return given
        return {name: value for name, value in given.items() if not _is_blank(value)}

    @field_validator("*", mode="before")
    @classmethod
    def _readable(cls, value: object) -> object:
        if isinstance(value, UnusableFile):
            raise ValueError(value.sentence)
        return value


def _is_blank(value: object) -> bool:
    text = value.get_secret_value() if isinstance(value, SecretStr) else value
    return isinstance(text, str) and not text.strip()
