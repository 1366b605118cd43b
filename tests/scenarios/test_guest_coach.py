"""A coach who has no account here: how a link is made, opened, closed, and what it does not do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.chat import Form
from bot.domain.people import Address
from bot.run.bot import Bot
from bot.settings import Settings
from bot.text import languages
from bot.upkeep.operator import Operator
from tests.fakes import FakePlatform
from tests.operators import FakeEraser, FakeKeyDesk, FakeMachine
from tests.world import Chatter, World, text_of

DOOR = "https://handrail.example/mail/coach/"
PHRASES = {
    "en": "my coach is outside",
    "de": "mein Coach ist extern",
    "fr": "ma coach est à l'extérieur",
    "es": "mi coach es externo",
    "pt": "minha coach é de fora",
    "vi": "coach của tôi ở bên ngoài",
    "ja": "コーチは社外の人です",
}


@dataclass
class MailDouble(FakePlatform):
    """The mail platform without mail: what it lets in comes by its door."""

    platform: str = "mail"

    def guest_url(self, secret: str) -> str:
        return DOOR + secret


class TwoPlatforms(World):
    """A world in which guest coaches come by mail."""

    def _start(self) -> Bot:
        self.mail = MailDouble(self.clock)
        self.mail.listeners.append(self._arrive)
        self.adapters = {"local": self.platform, "mail": self.mail}
        return Bot(self.store, self.adapters, self.clock, self.chance, self.settings)

    def guest(self, mailbox: str) -> Chatter:
        address = Address("mail", "mail", mailbox)
        self.people[address] = Chatter(self, address, "", None)
        return self.people[address]

    def operator(self) -> Operator:
        parts = (FakeEraser(), self.store, FakeKeyDesk(), self.clock, FakeMachine())
        return Operator(*parts, self.adapters, settings=self.settings)

    async def asks(self, url: str, guest: Chatter) -> bool:
        return await self.bot.guests.asks(url.removeprefix(DOOR), guest.address)

    async def opens(self, url: str) -> bool:
        return await self.bot.guests.opens(url.removeprefix(DOOR))

    async def link_of(self, client: Chatter) -> str:
        await client.writes("my coach is outside")
        return client.quotes(last=1)[0]

    async def arrives(self, guest: Chatter, name: str) -> str:
        assert (await guest.opens_home()).template == "guest-welcome"
        return text_of(await guest.submits(name=name))


async def test_a_client_gets_a_link_and_the_coach_comes_by_it_and_then_by_a_code() -> None:
    world = TwoPlatforms()
    client, coach = world.person("client", "Mai"), world.guest("ada@coach.example")
    url = await world.link_of(client)
    assert await world.asks(url, coach)
    told = await world.arrives(coach, "Ada")
    assert "Mai" not in coach.sees()
    assert "code" in told
    await coach.presses("A code for a client")
    read = text_of(await client.writes(coach.code()))
    assert "Ada" in read
    assert "ada@coach.example" in read
    assert client.templates()[-1] == "agreement"
    assert world.mail.arrived == []


async def test_nobody_is_anybodys_coach_by_a_link_alone() -> None:
    """A forwarded link lets a stranger in, who has no client and cannot reach one."""
    world = TwoPlatforms()
    client, stranger = world.person("client", "Mai"), world.guest("mallory@else.example")
    assert await world.asks(await world.link_of(client), stranger)
    await world.arrives(stranger, "Your coach")
    await world.until(world.clock.now() + timedelta(days=60))
    assert client.templates() == ["guest-link"]
    assert world.platform.arrived == world.mail.arrived == []
    async with world.store.transaction() as tx:
        assert await tx.person_at(client.address) is None
    await stranger.writes("my clients")
    assert "Mai" not in stranger.sees()


async def test_a_link_lets_one_coach_in() -> None:
    world = TwoPlatforms()
    first, second = world.guest("ada@coach.example"), world.guest("bea@coach.example")
    url = await world.link_of(world.person("client", "Mai"))
    assert await world.asks(url, first)
    await world.arrives(first, "Ada")
    assert not await world.opens(url)
    assert not await world.asks(url, second)
    assert (await second.opens_home()).template == "home-about"


async def test_only_the_address_that_was_typed_last_comes_in() -> None:
    """Somebody else's address that was mistyped opens no more, once the right one is typed."""
    world = TwoPlatforms()
    wrong, right = world.guest("aad@coach.example"), world.guest("ada@coach.example")
    url = await world.link_of(world.person("client", "Mai"))
    assert await world.asks(url, wrong)
    assert await world.asks(url, right)
    assert (await wrong.opens_home()).template == "home-about"
    await world.arrives(right, "Ada")


async def test_three_addresses_at_most_can_be_typed_for_a_link() -> None:
    world = TwoPlatforms()
    url = await world.link_of(world.person("client", "Mai"))
    typed = [await world.asks(url, world.guest(f"{n}@coach.example")) for n in range(5)]
    assert typed == [True, True, True, False, False]


@pytest.mark.parametrize("days", [7, 8])
async def test_a_link_ends_after_its_days(days: int) -> None:
    world = TwoPlatforms()
    guest = world.guest("ada@coach.example")
    url = await world.link_of(world.person("client", "Mai"))
    world.clock.forward(days=days, hours=1)
    assert not await world.opens(url)
    assert not await world.asks(url, guest)


async def test_who_asked_in_time_and_comes_too_late_is_told_so() -> None:
    world = TwoPlatforms()
    guest = world.guest("ada@coach.example")
    assert await world.asks(await world.link_of(world.person("client", "Mai")), guest)
    await guest.opens_home()
    world.clock.forward(days=8)
    assert (await guest.submits(name="Ada"))[0].template == "guest-over"
    async with world.store.transaction() as tx:
        assert await tx.person_at(guest.address) is None


async def test_a_client_closes_their_links_and_nobody_elses() -> None:
    world = TwoPlatforms()
    mai, tom = world.person("client", "Mai"), world.person("other", "Tom")
    hers, his = await world.link_of(mai), await world.link_of(tom)
    assert "nothing any more" in text_of(await mai.presses("Close the link"))
    assert not await world.opens(hers)
    assert await world.opens(his)
    assert "No link" in text_of(await mai.presses("Close the link"))


async def test_closing_makes_no_room_for_more_links() -> None:
    world = TwoPlatforms()
    client = world.person("client", "Mai")
    for _ in range(5):
        await world.link_of(client)
        await client.presses("Close the link")
    assert (await client.writes("my coach is outside"))[0].template == "guest-links-enough"


async def test_an_operators_link_also_approves_the_coach() -> None:
    world = TwoPlatforms(settings=Settings(coaches="approval"))
    coach = world.guest("ada@coach.example")
    made = await world.operator().invite_coach()
    assert await world.asks(made.url, coach)
    await world.arrives(coach, "Ada")
    await coach.writes("invite")
    assert coach.code()


async def test_a_clients_link_approves_nobody() -> None:
    world = TwoPlatforms(settings=Settings(coaches="approval"))
    coach = world.guest("ada@coach.example")
    assert await world.asks(await world.link_of(world.person("client", "Mai")), coach)
    await world.arrives(coach, "Ada")
    assert (await coach.writes("invite"))[0].template == "coaches-ask"


async def test_an_operator_closes_the_links_of_the_operator_alone() -> None:
    world = TwoPlatforms()
    operator = world.operator()
    hers, made = await world.link_of(world.person("c", "Mai")), await operator.invite_coach()
    assert (await operator.close_links()).count == 1
    assert not await world.opens(made.url)
    assert await world.opens(hers)
    assert (await operator.close_links()).count == 0


async def test_a_guest_goes_by_a_name_on_one_line() -> None:
    world = TwoPlatforms()
    guest = world.guest("ada@coach.example")
    assert await world.asks(await world.link_of(world.person("client", "Mai")), guest)
    await guest.opens_home()
    assert (await guest.submits(name=" \u202e "))[0].template == "guest-name-missing"
    await guest.submits(name=" Ada  \u202eLovelace ")
    async with world.store.transaction() as tx:
        person = await tx.person_at(guest.address)
    assert person is not None
    assert person.name.text == "Ada Lovelace"


async def test_an_erase_takes_the_links_of_a_client_and_of_a_guest() -> None:
    world = TwoPlatforms()
    client, coach = world.person("client", "Mai"), world.guest("ada@coach.example")
    url = await world.link_of(client)
    assert await world.asks(url, coach)
    await world.arrives(coach, "Ada")
    await coach.writes("invite")
    await client.writes(coach.code())
    other = await world.link_of(client)
    await client.writes("erase")
    await client.presses("Erase everything")
    assert not await world.opens(other)


@pytest.mark.parametrize("language", sorted(PHRASES))
async def test_the_phrase_is_heard_and_answered_in_each_language(language: str) -> None:
    world = TwoPlatforms()
    client, coach = world.person("client", "Mai"), world.guest("ada@coach.example")
    client.language = coach.language = language
    shown = await client.writes(PHRASES[language])
    assert [one.template for one in shown] == ["guest-link"]
    assert await world.asks(client.quotes(last=1)[0], coach)
    page = await coach.opens_home()
    assert isinstance(page.blocks[-1], Form)
    assert (await coach.submits(name="Ada"))[0].language == language


@pytest.mark.parametrize("language", sorted(PHRASES))
async def test_without_mail_the_phrase_is_answered_kindly(language: str) -> None:
    world = World()
    client = world.person("client", "Mai")
    client.language = language
    assert [one.template for one in await client.writes(PHRASES[language])] == ["guest-no-mail"]


def test_every_language_has_a_phrase() -> None:
    assert set(PHRASES) == set(languages())


async def test_a_stranger_finds_the_way_where_there_is_one() -> None:
    here = TwoPlatforms().person("client", "Mai")
    await here.opens_home()
    assert (await here.presses("My coach has no account here"))[0].template == "guest-link"
    elsewhere = World().person("client", "Mai")
    await elsewhere.opens_home()
    assert not elsewhere.has("My coach has no account here")
