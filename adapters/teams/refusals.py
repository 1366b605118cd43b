"""Pure: why Microsoft gives the bot no token, as an operator reads it.

Only what Microsoft itself says (its AADSTS codes and OAuth errors) is a refusal. Everything else,
from a dead line to the page of a proxy, means that nobody can tell now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from adapters.teams.outbound.outcomes import NotReachedError

WORKS = "Microsoft takes the bot's credentials."
AWAY = (
    "Microsoft could not be asked for a token, because its sign-in cannot be reached. Handrail "
    "tries again by itself. May this machine reach {login}?"
)
REFUSED = "Microsoft does not let the bot sign in with {proof} ({code})."
PAGE = "“Certificates & secrets” of the app registration"
# Microsoft's "Microsoft Entra authentication and authorization error codes".
BY_CODE: Mapping[str, str] = {
    "AADSTS7000215": "Microsoft does not take HANDRAIL_TEAMS_SECRET. Copy the secret's value (not "
    f"its id) once more, or make a new one under {PAGE}.",
    "AADSTS7000222": f"HANDRAIL_TEAMS_SECRET has expired. Make a new one under {PAGE}.",
    "AADSTS700027": "Microsoft does not take HANDRAIL_TEAMS_CERTIFICATE. Upload its public part "
    f"under {PAGE}.",
    "AADSTS700016": "Microsoft knows no app HANDRAIL_TEAMS_APP_ID in the tenant "
    "HANDRAIL_TEAMS_TENANT. Compare both ids with the page of the app registration.",
    "AADSTS90002": "Microsoft knows no tenant HANDRAIL_TEAMS_TENANT. Compare it with the page of "
    "the app registration (“Directory (tenant) ID”).",
    "AADSTS7000112": "The app HANDRAIL_TEAMS_APP_ID is turned off in its tenant. Somebody who "
    "administers the tenant can turn it on under “Enterprise applications”.",
}
# Its own "try again later".
TRANSIENT = frozenset({"AADSTS90024", "AADSTS90033", "AADSTS90036", "AADSTS50196"})

_CODE = re.compile(r"AADSTS\d{4,8}")
_ERROR = re.compile(r"\b(?:invalid_client|unauthorized_client)\b")


class TokenRefusedError(NotReachedError):
    """Microsoft refuses the credentials. `sentence` says for an operator what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__("credentials")
        self.sentence = sentence


def failure_of(problem: BaseException, proof: str) -> NotReachedError:
    """What an SDK's error means. `proof` names the setting that was shown to Microsoft."""
    code = _refusal_in(problem)
    if code is None:
        return NotReachedError("unreachable")
    return TokenRefusedError(BY_CODE.get(code, REFUSED.format(proof=proof, code=code)))


def _refusal_in(problem: BaseException) -> str | None:
    """Microsoft's own word for its refusal; None if it did not refuse."""
    told = list(_texts(problem))
    codes = [found[0] for text in told for found in _CODE.finditer(text)]
    if codes:
        return None if codes[0] in TRANSIENT else codes[0]
    return next((found[0] for text in told for found in _ERROR.finditer(text)), None)


def _texts(problem: BaseException | None) -> Iterator[str]:
    """The texts of an error and of those that led to it."""
    while problem is not None:
        yield str(problem)
        problem = problem.__cause__ or problem.__context__
