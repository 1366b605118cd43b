"""Every way by which something leaves to Teams, and how what it carried is cleared."""

from __future__ import annotations

from adapters.shared.outgoing import Clearing, Left, Outgoing, OutgoingMethods

# What a person wrote to the bot is theirs; the organisation may export or keep all of it.
STAYS = frozenset({Left.OWN_WORDS, Left.ORGANISATION})

OUTGOING = OutgoingMethods(
    Outgoing("activity.send", Clearing.CHAT),
    Outgoing("activity.update", Clearing.CHAT),
    # The answer to a press: Teams draws the pressed card anew.
    Outgoing("invoke.response", Clearing.CHAT),
    # A file that its reader accepted lies in their own OneDrive, where no bot deletes it.
    Outgoing("file.upload", Clearing.STAYS, Left.DRIVE),
    Outgoing("activity.delete", Clearing.NOTHING),
    stays=STAYS,
)
