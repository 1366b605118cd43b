"""The ports of the coach's road and of the client's road."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.agreed import AgreedTexts
from bot.domain.asking import Asking
from bot.domain.check_in import Answer
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.profile import BringUp, Listed, LostNote, Note, OwnQuestions, Profile
from bot.domain.share import Posted, Share, SharedItem, Sighting
from bot.domain.sponsoring.sponsor import SponsorLine
from bot.domain.step import Step


class CoachSide(Protocol):
    """A coach's own reads and writes. `shared_with` is the one read of shares.

    To send a note or show one client, a handler for a coach also reads through other ports: the
    engagement, its ledger, the client's rhythm and name, and the note with its deliveries. None of
    these holds a share.
    """

    async def shared_with(
        self,
        coach_id: str,
        now: datetime,
        *,
        since: datetime | None = None,
        carried_in: str | None = None,
        shown_in: str | None = None,
        to_bring_up: bool = False,
        of: str | None = None,
        new: bool = False,
    ) -> Sequence[SharedItem]:
        """Approved shares of engagements of this coach that have not ended by `now`, oldest first.

        A share without a name comes only until it was seen. After that it comes by `shown_in`
        alone, and then even if its engagement has ended: a coach who ends one engagement after the
        other must not see whose it was.

        The one read of shares: the other arguments only narrow what it returns. `since` bounds
        `approved_at` of what the coach has seen, for an approved share waits until it may be read.
        `carried_in` names a delivery that carried or announced them; `shown_in` names a message in
        which they stand; `to_bring_up` asks for those the coach noted to bring up; `of` names one
        engagement, and brings nothing without a name; `new` asks for those that no digest has
        carried, of which `SharedItem.new` is true. Times are UTC.
        """

    async def shared_in(
        self, share_ids: Sequence[str], digest: str, at: datetime, *, seen: bool = True
    ) -> None:
        """Notes that the message `digest` carries these shares (`seen`) or only announces them.

        `at` is UTC.
        """

    async def save_posted(self, posted: Posted) -> None: ...

    async def posted(self, coach_id: str, digest: str) -> Posted | None: ...

    async def remove_posted(self, coach_id: str, digest: str) -> None: ...

    async def has_invited(self, coach_id: str) -> bool:
        """True if this person ever made a code or wrote a card, that is, if the ledger has a chain
        of their own.

        It reads nothing that a client's act can change. Otherwise it would tell who joined.
        """

    async def listed(self, coach_id: str, now: datetime) -> Sequence[Listed]:
        """The coach's engagements that have not ended by `now` (UTC) and that the client lets the
        coach see.

        It says nothing about other engagements, not even how many there are.
        """

    async def profile(self, coach_id: str) -> Profile | None: ...

    async def save_profile(self, profile: Profile, version: str) -> None:
        """Saves the card, and sets its `version` in every engagement of this coach."""

    async def own_questions(self, coach_id: str) -> Sequence[OwnQuestions]:
        """Newest first."""

    async def save_own_questions(self, questions: OwnQuestions) -> None: ...

    async def remove_own_questions(self, coach_id: str, set_id: str) -> None: ...

    async def bring_up(self, brought: BringUp) -> None: ...

    async def brought_up(self, coach_id: str, share_id: str) -> None:
        """Removes the coach's note to bring this share up."""

    async def lost_notes(self, coach_id: str, now: datetime) -> Sequence[LostNote]:
        """Notes of this coach that the platform did not accept, oldest first.

        It leaves out notes that a client's own choice withheld.
        """

    async def end_with(
        self, coach_id: str, engagement_id: str | None, now: datetime, keeps_until: datetime
    ) -> Sequence[Engagement]:
        """Ends one engagement of this coach, or all (None), and removes what was planned in it.

        Nothing in it is kept after `keeps_until` (UTC). Returns each engagement as it was until
        now. Never tell the coach who or how many they are.
        """

    async def not_shared_in(self, digest: str) -> None:
        """Notes that `digest` did not leave: shares that only it showed are new again."""


class ClientSide(Protocol):
    """Everything that a client's own road can read and change.

    Every lookup names the engagement.
    """

    async def engagement(self, engagement_id: str) -> Engagement | None: ...

    async def engagements_of(self, client_id: str) -> Sequence[Engagement]:
        """The person's engagements as a client, newest first, ended ones included."""

    async def save_engagement(self, engagement: Engagement) -> None: ...

    async def answer(self, engagement_id: str, answer_id: str) -> Answer | None: ...

    async def answer_from(self, engagement_id: str, source: str) -> Answer | None: ...

    async def answers(self, engagement_id: str) -> Sequence[Answer]:
        """Newest first."""

    async def save_answer(self, answer: Answer) -> None: ...

    async def remove_answer(self, engagement_id: str, answer_id: str) -> None:
        """Removes the answer, and each of its shares that no digest has carried."""

    async def step(self, engagement_id: str, step_id: str) -> Step | None: ...

    async def steps(self, engagement_id: str) -> Sequence[Step]:
        """Newest first."""

    async def save_step(self, step: Step) -> None: ...

    async def remove_step(self, engagement_id: str, step_id: str) -> None: ...

    async def share(self, engagement_id: str, share_id: str) -> Share | None: ...

    async def shares(self, engagement_id: str) -> Sequence[Share]:
        """Newest first."""

    async def save_share(self, share: Share) -> None: ...

    async def remove_share(self, engagement_id: str, share_id: str) -> None: ...

    async def withhold(self, engagement_id: str, purposes: Collection[Purpose]) -> None:
        """Removes shares approved under these purposes that nobody has seen."""

    async def asking(self, engagement_id: str) -> Asking | None: ...

    async def save_asking(self, asking: Asking) -> None: ...

    async def agreed(self, engagement_id: str) -> AgreedTexts | None:
        """The client's copy of what they said yes to; None if an older version kept none."""

    async def save_agreed(self, agreed: AgreedTexts) -> None: ...

    async def note(self, engagement_id: str, note_id: str) -> Note | None: ...

    async def save_note(self, note: Note) -> None: ...

    async def remove_note(self, engagement_id: str, note_id: str) -> None: ...

    async def sponsor_line(self, engagement_id: str, line_id: str) -> SponsorLine | None: ...

    async def sponsor_lines(self, engagement_id: str) -> Sequence[SponsorLine]:
        """Newest first, those included that were only previewed."""

    async def save_sponsor_line(self, line: SponsorLine) -> None: ...

    async def remove_sponsor_line(self, engagement_id: str, line_id: str) -> None: ...

    async def sightings(self, engagement_id: str) -> Sequence[Sighting]:
        """Every sighting of this engagement's shares, oldest first."""
