"""Every mail that leaves, and how what it carried is cleared.

One kind is about somebody: the line that a client approved for whoever pays.
"""

from __future__ import annotations

from adapters.shared.outgoing import Clearing, Left, Outgoing, OutgoingMethods

OUTGOING = OutgoingMethods(
    Outgoing("alarm.raised", Clearing.NOTHING),
    Outgoing("alarm.over", Clearing.NOTHING),
    # It holds a client's own words, and lies in a mailbox that no platform clears: the preview, the
    # withdrawal and the certificate of an erase say so.
    Outgoing("mail.line", Clearing.STAYS, Left.MAILBOX),
)
