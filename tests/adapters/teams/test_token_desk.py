"""The token for our own calls: one request for all who want it, and every refusal told apart."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event

import pytest
import requests

from adapters.teams.outbound.outcomes import NotReachedError
from adapters.teams.refusals import BY_CODE, TRANSIENT, TokenRefusedError
from adapters.teams.sdk.agents import _codes_of
from adapters.teams.token_desk import FAILED_SECONDS, HUNG_SECONDS, TOKEN_SECONDS, TokenDesk

SECRET = "my-secret"
PROOF = "HANDRAIL_TEAMS_SECRET"


@dataclass
class Microsoft:
    """Answers a request for a token, or hangs until the test is over. `now` counts seconds."""

    answer: str | Exception = "token"
    hangs: bool = False
    asked: list[float] = field(default_factory=list)
    now: float = 1_000.0
    over: Event = field(default_factory=Event)

    def fetch(self) -> str:
        self.asked.append(self.now)
        if self.hangs:
            self.over.wait(10)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    async def sleep(self, seconds: float) -> None:
        """Time passes at once where a request hangs, and else not at all."""
        if not self.hangs:
            await asyncio.Event().wait()
        self.now += seconds

    def desk(self) -> TokenDesk:
        return TokenDesk(self.fetch, PROOF, now=lambda: self.now, sleep=self.sleep)


@contextmanager
def microsoft(answer: str | Exception = "token", *, hangs: bool = False) -> Iterator[Microsoft]:
    there = Microsoft(answer, hangs)
    try:
        yield there
    finally:
        there.over.set()


def refused(code: str) -> PermissionError:
    """As botframework raises it."""
    return PermissionError(
        "Failed to get access token with error: invalid_client, "
        f"error_description: {code}: {SECRET} is not right. Trace ID: 1"
    )


def no_such_tenant() -> ValueError:
    """As MSAL raises it: Microsoft's words stand in the error before."""
    try:
        try:
            raise ValueError('OIDC Discovery failed. Error: {"error":"x AADSTS90002: no tenant"}')
        except ValueError:
            raise ValueError("Unable to get authority configuration") from None
    except ValueError as raised:
        return raised


NAMED = {
    "AADSTS7000215": "HANDRAIL_TEAMS_SECRET",
    "AADSTS7000222": "HANDRAIL_TEAMS_SECRET",
    "AADSTS700027": "HANDRAIL_TEAMS_CERTIFICATE",
    "AADSTS700016": "HANDRAIL_TEAMS_APP_ID",
    "AADSTS90002": "HANDRAIL_TEAMS_TENANT",
    "AADSTS7000112": "HANDRAIL_TEAMS_APP_ID",
}
REFUSALS = {code: (refused(code), setting) for code, setting in NAMED.items()} | {
    "a code that is in no table": (refused("AADSTS530004"), "AADSTS530004"),
    "no such tenant": (no_such_tenant(), "HANDRAIL_TEAMS_TENANT"),
    "without any code": (PermissionError("error: unauthorized_client"), "unauthorized_client"),
    "from MSAL's own answer": (
        PermissionError(_codes_of({"error": "invalid_client", "error_codes": [7000215]})),
        "HANDRAIL_TEAMS_SECRET",
    ),
}
UNREACHED: dict[str, Exception] = {
    "no connection": requests.ConnectionError("login.microsoftonline.com"),
    "no time left": requests.Timeout(),
    "a broken server": requests.HTTPError("503"),
    "a proxy's own page": ValueError("Unable to get authority configuration"),
    "no managed identity yet": KeyError("access_token"),
    "a file": PermissionError("[Errno 13] Permission denied"),
} | {code: refused(code) for code in sorted(TRANSIENT)}


def test_each_code_of_the_table_is_tried() -> None:
    assert set(NAMED) == set(BY_CODE)


@pytest.mark.parametrize("case", REFUSALS)
async def test_a_refusal_says_which_setting_and_holds_no_secret(case: str) -> None:
    problem, names = REFUSALS[case]
    with microsoft(problem) as there:
        found = await there.desk().sign_in()
        assert found.works is False
        assert names in found.sentence
        assert SECRET not in found.sentence
        with pytest.raises(TokenRefusedError) as told:
            await there.desk().token()
        assert (told.value.reason, SECRET in str(told.value)) == ("credentials", False)


@pytest.mark.parametrize("case", UNREACHED)
async def test_what_microsoft_did_not_refuse_is_unknown(case: str) -> None:
    with microsoft(UNREACHED[case]) as there:
        found = await there.desk().sign_in()
        assert (found.works, "login.microsoftonline.com" in found.sentence) == (None, True)
        with pytest.raises(NotReachedError) as told:
            await there.desk().token()
        assert told.value.reason == "unreachable"


async def test_many_chats_wait_for_one_request_together() -> None:
    """The time of one request passes for all of them, not a time for each after the other."""
    with microsoft(hangs=True) as there:
        desk, began = there.desk(), there.now
        chats = [desk.token() for _ in range(50)]
        ended = await asyncio.gather(*chats, return_exceptions=True)
        assert {type(one) for one in ended} == {NotReachedError}
        assert there.now - began == TOKEN_SECONDS
        with pytest.raises(NotReachedError):
            await desk.token()
        assert there.now - began == TOKEN_SECONDS, "the next chat is told at once"
        assert len(there.asked) == 1


async def test_a_request_that_hangs_is_waited_for_again_and_given_up_in_the_end() -> None:
    with microsoft(hangs=True) as there:
        desk = there.desk()
        for requests_made in (1, 1, 2):
            with pytest.raises(NotReachedError):
                await desk.token()
            assert len(there.asked) == requests_made
            there.now += FAILED_SECONDS if len(there.asked) == 1 else 0
            if there.now - there.asked[0] > TOKEN_SECONDS + FAILED_SECONDS + 1:
                there.now = there.asked[0] + HUNG_SECONDS


async def test_after_a_failure_it_is_asked_again_a_moment_later() -> None:
    with microsoft(requests.ConnectionError()) as there:
        desk = there.desk()
        for _ in range(3):
            with pytest.raises(NotReachedError):
                await desk.token()
        assert len(there.asked) == 1
        there.answer = "token"
        there.now += FAILED_SECONDS
        assert await desk.token() == "token"


async def test_the_doctor_asks_anew_although_there_is_a_token() -> None:
    with microsoft() as there:
        desk = there.desk()
        assert await desk.token() == "token"
        there.answer = refused("AADSTS7000222")
        assert (await desk.sign_in()).works is False
        assert await desk.token() == "token", "the old one holds until its end"
