"""The organisation's view, and the links by which it is read in a browser."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.domain.operator import Examination, LinkToHandOver, TellOperatorError
from bot.domain.organisation.view import OrganisationView
from bot.ports import Clock, Store
from bot.settings import Settings
from bot.upkeep.organisation.links import PATH, new_token, still_opens, use_up
from bot.upkeep.organisation.looking import Readiness, look

NOT_SERVED = (
    "Handrail does not run, so a link would open nothing. Start it, or write a file: "
    "`handrail view --out view.html`."
)
ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104


class OrganisationDesk:
    """`examine` runs the doctor. `readiness` is set once this process serves."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: Settings,
        examine: Callable[[], Awaitable[Examination]],
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._examine = examine
        self.readiness: Readiness | None = None

    async def view(self) -> OrganisationView:
        found, now = await self._examine(), self._clock.now()
        return await look(self._store, found, self.readiness, self._settings, now)

    async def make_link(self) -> LinkToHandOver:
        """Raises TellOperatorError where no process could answer it."""
        if self.readiness is None and self._settings.keys_url is None:
            raise TellOperatorError(NOT_SERVED)
        async with self._store.transaction() as tx:
            token, until = new_token(tx, self._clock.now())
        return LinkToHandOver(f"{self._address()}{PATH}{token}", until)

    async def link_opens(self, token: str) -> bool:
        """It changes nothing, and does not tell whether the link was used."""
        async with self._store.transaction() as tx:
            return still_opens(tx, token, self._clock.now())

    async def use_link(self, token: str) -> OrganisationView | None:
        """Uses the link up, and shows the view. None: it is used up, too old, or none of ours."""
        async with self._store.transaction() as tx:
            if not await use_up(tx, token, self._clock.now()):
                return None
        return await self.view()

    def _address(self) -> str:
        """Where browsers reach this server, without a slash at its end."""
        if self._settings.public_url is not None:
            return self._settings.public_url.rstrip("/")
        host = self._settings.host
        host = ANYWHERE.get(host, f"[{host}]" if ":" in host else host)
        return f"http://{host}:{self._settings.port}"
