"""What a client read when they said yes, so that they can be shown later what has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.purposes import Purpose
from bot.domain.words import Words

# The parts of a coach's card that a client agrees to, in their order.
CARD_PARTS = ("process", "fees", "confidentiality")


@dataclass(frozen=True, slots=True)
class AgreedTexts:
    """One client's copy of the texts they said yes to in one engagement, as they read them.

    `said` holds the sentences by the value of their purpose, and the coach's own words by the
    names of `CARD_PARTS`. The copy is the client's: a coach who changes their card changes nothing
    in it. `at` and `until` are UTC.
    """

    engagement_id: str
    client_id: str
    at: datetime
    until: datetime
    said: Mapping[str, Words]

    def sentences(self, purpose: Purpose) -> Words | None:
        """The sentences of a purpose, one a line; None if an older version kept no copy."""
        return self.said.get(purpose.value)

    def with_more(self, said: Mapping[str, Words], at: datetime, until: datetime) -> AgreedTexts:
        """The copy after another yes: texts of the same name are replaced."""
        return replace(self, said={**self.said, **said}, at=at, until=until)


@dataclass(frozen=True, slots=True)
class Difference:
    """What is different for one purpose from what the client said yes to.

    `before` is the sentence as the client read it, if it was worded differently; `parts` are the
    coach's own words as they were, by the names of `CARD_PARTS`, for those that changed. `kept`
    holds the old and the new latest time (UTC) of keeping, if it is later now. `wider` is true if
    more is done, or more people may read, under the same sentence, and `unknown` if an older
    version kept no copy. `others` have changed as well and are asked afterwards.
    """

    purpose: Purpose
    before: Words | None
    parts: Mapping[str, Words]
    kept: tuple[datetime, datetime] | None
    wider: bool
    unknown: bool
    others: tuple[Purpose, ...]

    @property
    def none_left(self) -> bool:
        """True if all is again as the client agreed to it."""
        seen = self.before is not None or self.kept is not None or self.parts
        return not (seen or self.wider or self.unknown)
