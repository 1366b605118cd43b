"""Attacks by somebody who pretends to be a platform, a workspace or a person."""

from __future__ import annotations

from pathlib import Path

from adapters.slack.oauth import MOST_A_MINUTE
from adapters.teams.signing_keys import SigningKeys
from adapters.teams.tokens import TokenVerifier
from bot.text import languages
from tests.adapters.slack.fake_slack import TEAM
from tests.adapters.slack.test_slack_installing import MANY, begin, come_back, granted
from tests.adapters.slack.wire import envelope, wired, written
from tests.adapters.teams.keys import APP, SERVICE, make_key, microsoft
from tests.adapters.teams.support import TENANT, activity, teams
from tests.attacks.attack import Tried, attack
from tests.attacks.impostors import NAMES, NAMESAKES, quoted, said_to_a_client, shares_with
from tests.world import World, text_of

STRANGERS = ("T0STRANGER", "E0STRANGER", "T0ACM", "t0acme", "T0ACME2", "")


@attack(
    "A stranger installs the app by its public link into a workspace that nobody named, and "
    "writes to it.",
    tries=2 * len(STRANGERS),
)
async def test_a_strangers_workspace_installs_nothing(tmp_path: Path, tried: Tried) -> None:
    for place, allowed in (("listed", TEAM), ("empty", None)):
        settings = MANY | {"slack_workspaces": allowed}
        async with wired(tmp_path / place, **settings) as wire:
            for stranger in STRANGERS:
                tried()
                token = f"xoxb-{stranger or 'nobody'}"
                wire.slack.tokens.add(token)
                wire.slack.oauth[:] = [_granted(token, stranger)]
                state = await begin(wire) if allowed else "made-up"
                status, _ = await come_back(wire, state=state, code="c")
                assert status in (400, 403, 502), stranger
                told = envelope(written(), team_id=stranger, authorizations=[{"team_id": stranger}])
                await wire.delivers(told)
                assert wire.desk.taken == []
                assert wire.desk.back == []
                assert stranger == "" or not allowed or token not in wire.slack.tokens


@attack("Comes back from Slack's sign-in with one made-up code after another.", tries=60)
async def test_made_up_codes_do_not_use_up_what_slack_allows(tmp_path: Path, tried: Tried) -> None:
    async with wired(tmp_path, **MANY) as wire:
        state = await begin(wire)
        for number in range(60):
            tried()
            status, _ = await come_back(wire, state=state, code=f"made-up-{number}")
            assert status in (429, 502)
        assert wire.slack.counted()["oauth.v2.access"] == MOST_A_MINUTE
        assert wire.desk.back == []


@attack("Names made-up keys at Teams' route, so that a new key is not looked for.", tries=3)
async def test_made_up_keys_have_nothing_real_refused(tmp_path: Path, tried: Tried) -> None:
    """What a new key signed gets 503 until the keys are fetched again, and so comes again."""
    now = [1_000.0]
    async with microsoft() as there:
        tokens = TokenVerifier(APP, SigningKeys(there.metadata, lambda: now[0]), [TENANT])
        async with teams(tmp_path, verifier=tokens, served=True) as opened:
            assert (await opened.posts(activity(SERVICE, number=1), there.bearer()))[0] == 200
            for number in range(3):
                now[0] += 61
                tried()
                made_up = there.bearer(kid=f"made-up-{number}")
                assert (await opened.posts(activity(SERVICE), made_up))[0] == 401
                new = f"new-{number}"
                there.keys[new] = make_key()
                for status, later in ((503, 1), (503, 57), (200, 3)):
                    now[0] += later
                    said = activity(SERVICE, number=number + 2)
                    assert (await opened.posts(said, there.bearer(kid=new)))[0] == status
            assert len(opened.desk.accepted) == 4


def _granted(token: str, stranger: str) -> dict[str, object]:
    if not stranger.startswith("E"):
        return granted(token, stranger)
    enterprise = {"id": stranger}
    return granted(token) | {
        "is_enterprise_install": True,
        "team": None,
        "enterprise": enterprise,
    }


@attack("A coach's display name goes on with the sentences that ask for consent.", tries=56)
async def test_a_name_changes_no_sentence_on_the_way_in(tried: Tried) -> None:
    for language in languages():
        plain = await said_to_a_client("Daniel", language)
        for name in NAMES:
            tried()
            assert await said_to_a_client(name, language) == plain, (language, name)


@attack("Somebody in another workspace takes a coach's name.", tries=2)
async def test_the_account_stands_beside_the_name_wherever_it_is(tried: Tried) -> None:
    world = World()
    client = world.person("client", "Mai")
    for workspace, told in (
        ("local", "Account: daniel (the local page)"),
        ("far", "a different workspace"),
    ):
        tried()
        coach = world.person("daniel", "Daniel", workspace=workspace)
        await coach.writes("invite")
        shown = await client.writes(coach.code())
        assert "Daniel" in quoted(shown)
        assert told in text_of(shown)


@attack("A second coach takes the name of a client's coach, or writes an account into it.", tries=7)
async def test_two_coaches_of_one_name_are_told_apart(tried: Tried) -> None:
    for name in NAMESAKES:
        for shown in await shares_with(name):
            assert "impostor" in shown.lower(), (name, shown)
        tried()
