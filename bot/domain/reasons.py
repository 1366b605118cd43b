"""Why a message does not leave: one word for each reason, as it is stored with the delivery."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why the gate lets a delivery not leave now. `bot/delivery/reasons.py` says who reads of it.

    CHANGED: the person said yes, what they said yes to has changed, and they have not answered.
    """

    OUTSIDE_WINDOW = "outside_window"
    GONE = "gone"
    APP_REMOVED = "app_removed"
    WRONG_OWNER = "wrong_owner"
    STOPPED = "stopped"
    ENDED = "ended"
    PAUSED = "paused"
    TOO_EARLY = "too_early"
    NO_CONSENT = "no_consent"
    CHANGED = "changed"
    NOTHING_TO_SAY = "nothing_to_say"
    NOT_COMPOSED = "not_composed"

    # An Enum hashes its name in Python on every lookup, and one claim looks thousands up.
    __hash__ = str.__hash__
