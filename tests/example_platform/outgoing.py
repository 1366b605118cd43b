"""Every method of Postbox that the adapter calls, and how what it carried is cleared."""

from __future__ import annotations

from adapters.shared.outgoing import Clearing, Left, Outgoing, OutgoingMethods

OUTGOING = OutgoingMethods(
    Outgoing("write", Clearing.CHAT),
    Outgoing("change", Clearing.CHAT),
    Outgoing("delete", Clearing.NOTHING),
    Outgoing("letters", Clearing.NOTHING),
    stays=frozenset({Left.OWN_WORDS, Left.ORGANISATION}),
)
