"""Every change that the local page is told of, and how what it carried is cleared."""

from __future__ import annotations

from adapters.shared.outgoing import Clearing, Left, Outgoing, OutgoingMethods

OUTGOING = OutgoingMethods(
    Outgoing("added", Clearing.CHAT),
    Outgoing("edited", Clearing.CHAT),
    Outgoing("deleted", Clearing.NOTHING),
    Outgoing("cleared", Clearing.NOTHING),
    Outgoing("clock", Clearing.NOTHING),
    stays=frozenset({Left.OWN_WORDS}),
)
