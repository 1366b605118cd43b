"""The operator's commands. They show numbers, and no word, name or address."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Protocol, runtime_checkable

import structlog

from bot.domain.operator import (
    Approval,
    Checked,
    Erasure,
    Examination,
    Finding,
    LedgerAccepted,
    LedgerVerified,
    LinksClosed,
    LinkToHandOver,
    SignIn,
    Standing,
    TellOperatorError,
    Turned,
)
from bot.domain.organisation.view import OrganisationView
from bot.domain.people import Address
from bot.domain.workspaces.removal import WorkspaceCertificate, WorkspaceRest
from bot.metrics import METRICS
from bot.ports import (
    Adapter,
    Clock,
    KeyDesk,
    KeyStatus,
    SigningIn,
    Store,
    Transaction,
    guest_door,
)
from bot.rules.coaches import reference_in
from bot.rules.guest_links import end_links, make_link
from bot.settings import Settings
from bot.upkeep.checks.line import LookedAt, Outside
from bot.upkeep.checks.lines import CREDENTIALS_DO, OWN_DO
from bot.upkeep.doctor import examine
from bot.upkeep.ledger_audit import audit
from bot.upkeep.organisation.desk import OrganisationDesk
from bot.upkeep.workspaces import Eraser, WorkspaceRemoval

AWAY = (
    "The chat platform cannot be reached now, and what the bot wrote there could not be deleted. "
    "Nothing was erased. Try again when it can be reached."
)
# The reference of a message that was never sent. To look it up, the platform must be reachable.
NO_MESSAGE = "operator"

log = structlog.get_logger()
NO_REFERENCE = (
    "That is neither a line that the bot showed somebody nor an address such as "
    "platform/workspace/user. Nothing was changed."
)
NO_DOOR = (
    "No mail is set up for guest coaches, so a link would open nothing. "
    "Set HANDRAIL_MAIL_HOST and what goes with it, and try again."
)
NO_REMOVAL = "This desk removes no workspaces. Nothing was changed."
_SECRET_BYTES = 16
NONE: Mapping[str, Adapter] = MappingProxyType({})
NOT_ASKED: Mapping[str, SignIn] = MappingProxyType({})
NOWHERE = Outside()


@runtime_checkable
class Examined(Protocol):
    """A platform that has something to say to the doctor."""

    platform: str

    async def findings(self) -> Sequence[Finding]:
        """Numbers and settings, and nothing about a person."""


class Machine(Protocol):
    """The machine with the data folder."""

    async def standing(self) -> Standing: ...


class Operator:
    """The operator's desk. It is the same over the socket and without a running process."""

    def __init__(
        self,
        bot: Eraser,
        store: Store,
        keys: KeyDesk,
        clock: Clock,
        machine: Machine,
        platforms: Mapping[str, Adapter] = NONE,
        signed_in: Mapping[str, SignIn] = NOT_ASKED,
        settings: Settings | None = None,
        outside: Outside = NOWHERE,
        removal: WorkspaceRemoval | None = None,
    ) -> None:
        self._bot = bot
        self._store = store
        self._keys = keys
        self._clock = clock
        self._machine = machine
        self._platforms = platforms
        self._signed_in = signed_in
        self._settings = settings or Settings()
        self._outside = outside
        self._removal = removal
        self.organisation = OrganisationDesk(store, clock, self._settings, self.doctor)

    async def keys_status(self) -> KeyStatus:
        return await self._keys.status()

    async def keys_turn(self) -> Turned:
        """Turns the epoch. Nothing fails after the turn.

        Raises OSError if the new epoch cannot be written; the old one stays in force.
        """
        before = await self._keys.status()
        await self._keys.turn(self._clock.now())
        try:
            epoch = (await self._keys.status()).epoch
        except Exception:
            epoch = before.epoch + 1
        return Turned(epoch, before.by_hand)

    async def keys_check(self) -> Checked:
        return Checked(all_open=not await self._keys.check())

    async def ledger_verify(self) -> LedgerVerified:
        return LedgerVerified((await audit(self._store)).flaws)

    async def ledger_accept(self) -> LedgerAccepted:
        """Takes the ledger as it is, after somebody put an older database back on purpose."""
        return LedgerAccepted(await self._keys.accept_ledger())

    async def erase(self, address: Address) -> Erasure:
        """Erases everything about the person at `address`. It may be repeated.

        It turns the epoch at once, so that no older copy of the key store undoes the erase. If an
        operator turns by hand, the certificate says so. If the turn fails, the certificate is
        returned all the same, with `Erasure.turned` False. While the platform is unreachable it
        raises TellOperatorError and erases nothing: afterwards nobody could ask the platform to
        delete the bot's messages.
        """
        reached = await self._reaches(address)
        done = await self._bot.erase_for(address)
        turned = await self._turned()
        return Erasure(done.certificate, reached, turned, done.before, done.after)

    async def workspace_rest(self, workspace: Address) -> WorkspaceRest:
        """How many people of this workspace are stored now."""
        async with self._store.transaction() as tx:
            return WorkspaceRest(len(await tx.people_in(workspace)))

    async def remove_workspace(self, workspace: Address) -> WorkspaceCertificate:
        """Ends a whole workspace and erases everybody in it. It may be repeated.

        Raises TellOperatorError where the platform cannot be asked: then nothing was removed.
        """
        if self._removal is None:
            raise TellOperatorError(NO_REMOVAL)
        return await self._removal.remove(workspace, self._turned)

    async def _turned(self) -> bool:
        if not self._keys.wants_turning:
            return True
        try:
            await self._keys.turn(self._clock.now())
        except Exception as problem:
            METRICS.failed("keys")
            log.error("epoch_not_turned", error=type(problem).__name__)
            return False
        return True

    async def _reaches(self, address: Address) -> bool:
        adapter = self._platforms.get(address.platform)
        if adapter is None:
            return False
        try:
            await adapter.find(address, NO_MESSAGE)
        except OSError:
            raise TellOperatorError(AWAY) from None
        return True

    async def approve_coach(self, reference: str) -> Approval:
        """Lets somebody coach, by the reference that the bot showed them, or by their address."""
        async with self._store.transaction() as tx:
            bare = _reference(tx, reference)
            before = await tx.withdraw_approval(bare)
            await tx.approve_coach(bare, self._clock.now())
        return Approval(changed=not before)

    async def withdraw_coach(self, reference: str) -> Approval:
        """Ends that somebody may coach. What they may not do then is in docs/roles/coach.md."""
        async with self._store.transaction() as tx:
            return Approval(await tx.withdraw_approval(_reference(tx, reference)))

    async def invite_coach(self) -> LinkToHandOver:
        """Makes a link for one guest coach, whom it also approves. Sends nothing to anyone.

        Raises TellOperatorError where no platform lets guest coaches in.
        """
        door = guest_door(self._platforms)
        if door is None:
            raise TellOperatorError(NO_DOOR)
        secret = secrets.token_urlsafe(_SECRET_BYTES)
        async with self._store.transaction() as tx:
            link = await make_link(tx, self._settings, secret, None, self._clock.now())
        return LinkToHandOver(door.guest_url(secret), link.until)

    async def close_links(self) -> LinksClosed:
        """Closes every open link of the operator's. Whoever has come in by one stays."""
        async with self._store.transaction() as tx:
            return LinksClosed(await end_links(tx, None, self._clock.now()))

    async def doctor(self) -> Examination:
        """Runs all checks. Never raises: a failed check is a finding too."""
        installed = LookedAt(
            store=self._store,
            keys=self._keys,
            standing=self._machine.standing,
            now=self._clock.now(),
            present={*self._platforms, *self._signed_in},
            outside=self._outside,
        )
        found = await examine(installed)
        own = [one for platform in self._platforms.values() for one in await _findings(platform)]
        return Examination((*found.findings, *self._left_out(), *own))

    async def organisation_view(self) -> OrganisationView:
        return await self.organisation.view()

    async def organisation_link(self) -> LinkToHandOver:
        return await self.organisation.make_link()

    def _left_out(self) -> Sequence[Finding]:
        """The platforms that refused the bot's credentials when they were opened."""
        out = {name: one for name, one in self._signed_in.items() if name not in self._platforms}
        return [_credentials(name, sign_in) for name, sign_in in out.items()]


async def _findings(platform: Adapter) -> Sequence[Finding]:
    """What a platform finds about itself, if it looks at all."""
    found: list[Finding] = []
    try:
        if isinstance(platform, SigningIn):
            found.append(_credentials(platform.platform, await platform.sign_in()))
        if isinstance(platform, Examined):
            found.extend(map(_with_do, await platform.findings()))
        return found
    except Exception as problem:
        told = f"This could not be looked at ({type(problem).__name__})."
        return [*found, Finding(platform.platform, False, told, OWN_DO)]


def _with_do(finding: Finding) -> Finding:
    return finding if finding.ok or finding.do else replace(finding, do=OWN_DO)


def _credentials(name: str, sign_in: SignIn) -> Finding:
    well = sign_in.works is True
    do = "" if well else CREDENTIALS_DO
    return Finding(f"{name.title()} credentials", well, sign_in.sentence, do)


def _reference(tx: Transaction, typed: str) -> str:
    try:
        return reference_in(tx, typed)
    except ValueError:
        raise TellOperatorError(NO_REFERENCE) from None
