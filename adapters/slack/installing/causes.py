"""Says why an install did not succeed, and what to do: one cause for each reason.

Nothing that stood in the address, and no text of Slack's, is ever shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from adapters.slack.outbound.outcomes import AGAIN, LIMITED, OF_INSTALLS


@dataclass(frozen=True, slots=True)
class Cause:
    """`status` is HTTP's. `advice` says what helps; nothing was changed in any case."""

    status: int
    why: str
    advice: str = ""


DENIED = Cause(200, "You did not allow it in Slack, and that is fine.")
NO_COOKIE = Cause(
    400,
    "This browser does not know that the install was begun.",
    "It was begun in another browser, or cookies are blocked here. Begin and end it in one "
    "browser that takes cookies from this page.",
)
TOO_LATE = Cause(400, "It took too long: an install has to be finished within ten minutes.")
OTHER_WINDOW = Cause(
    400,
    "It was begun again in another window or browser since then.",
    "Only the last one counts.",
)
TOO_MANY = Cause(429, "Too many came at once.", "Please wait for a minute.")
NO_CODE = Cause(400, "Slack sent you back without the code that an install needs.")
NOT_READABLE = Cause(
    502,
    "Slack's answer was not one that Handrail understands.",
    "Please tell the people who run Handrail: the log says slack_not_installed.",
)
UNNAMED = Cause(
    502,
    "Slack did not confirm it, and gave a reason that Handrail does not know.",
    "Please tell the people who run Handrail: the log says slack_not_installed.",
)

NOT_REACHED = "Slack could not be reached, or gave no whole answer."
LATER = "Please try again in a few minutes."
RUNNERS = "This is for the people who run Handrail:"

CAUSES: Mapping[str, Cause] = {
    "not_allowed_there": DENIED,
    "code_used": Cause(
        502,
        "The code from Slack was used already: this page was probably loaded twice.",
        "Look in Slack, under Apps, before you try again: Handrail may be there.",
    ),
    "code_unknown": Cause(
        502,
        "Slack does not know this code, or no longer: a code lasts for ten minutes and works once.",
    ),
    "address_differs": Cause(
        502,
        "Slack sends people back to another address than the one that Handrail was given.",
        f"{RUNNERS} under “OAuth & Permissions”, the redirect URL has to be HANDRAIL_PUBLIC_URL "
        "with /slack/oauth_redirect behind it.",
    ),
    "secret_differs": Cause(
        502,
        "Slack does not take Handrail's client secret.",
        f"{RUNNERS} copy it anew from “Basic Information” into HANDRAIL_SLACK_CLIENT_SECRET.",
    ),
    "client_unknown": Cause(
        502,
        "Slack does not know this app.",
        f"{RUNNERS} copy the client id anew from “Basic Information” into "
        "HANDRAIL_SLACK_CLIENT_ID.",
    ),
    "not_distributed": Cause(
        502,
        "Slack lets this app only into the workspace in which it was made.",
        f"{RUNNERS} switch on “Manage Distribution”, then “Public Distribution”.",
    ),
    "scopes_differ": Cause(
        502,
        "Slack does not give this app what Handrail asks for.",
        f"{RUNNERS} paste the app's manifest again (handrail slack manifest).",
    ),
    "not_approved": Cause(
        200,
        "Your workspace wants an approval first.",
        "Ask an owner of the workspace to approve the app, and open this page once more.",
    ),
    "in_organisation_already": Cause(
        200,
        "Handrail is installed for your whole organisation already.",
        "An administrator of the organisation can add it to this workspace; nothing has to be "
        "installed again.",
    ),
    "not_permitted": Cause(
        200,
        "Your organisation's settings in Slack do not let this app in, or not by you.",
        "Ask an administrator of the workspace or of the organisation.",
    ),
    "app_removed": Cause(
        502, "Slack does not take what Handrail shows to prove itself.", f"{RUNNERS} see the log."
    ),
    LIMITED: Cause(429, "Slack asks for a pause, because many came at once.", LATER),
    "not_taken": Cause(502, "Slack is busy, and did not carry it out.", LATER),
    "no_connection": Cause(502, "Handrail could not reach Slack.", LATER),
    "no_answer": Cause(502, NOT_REACHED, LATER),
    "server_error": Cause(502, NOT_REACHED, LATER),
    "slack_unsure": Cause(
        502, "Slack had a fault of its own, and does not say whether it was carried out.", LATER
    ),
    "temporarily_unavailable": Cause(502, NOT_REACHED, LATER),
}


def of_reason(reason: str) -> Cause:
    """The cause behind the reason of a failed call."""
    return CAUSES.get(reason, UNNAMED)


def of_slacks_page(error: str) -> Cause:
    """The cause behind the `error` that Slack's own page sends back in the address."""
    if error in ("server_error", "temporarily_unavailable"):
        return CAUSES[error]
    return of_reason(OF_INSTALLS.get(error) or AGAIN.get(error, ""))
