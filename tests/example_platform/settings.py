"""The settings of Postbox, beside those that every Handrail has."""

from __future__ import annotations

from typing import Self

from pydantic import Field, SecretStr, model_validator

from bot.settings import Settings


class PostboxSettings(Settings):
    """Sets up one service. Raises ValueError unless both or neither are given."""

    postbox_service: str | None = Field(default=None, description="Postbox: the service's address.")
    postbox_secret: SecretStr | None = Field(
        default=None, description="The word by which the service proves that it is the one."
    )

    @model_validator(mode="after")
    def _postbox_is_whole(self) -> Self:
        if (self.postbox_service is None) != (self.postbox_secret is None):
            raise ValueError("HANDRAIL_POSTBOX_SERVICE and HANDRAIL_POSTBOX_SECRET go together")
        return self
