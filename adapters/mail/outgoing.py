"""Every mail that leaves, and how what it carried is cleared.

One kind is about somebody: the line that a client approved for whoever pays.
"""

from __future__ import annotations

from adapters.shared.outgoing import Clearing, Left, Outgoing, OutgoingMethods

OUTGOING = OutgoingMethods(
    # The page keeps a chat as its transcript has it, and that is ours.
    Outgoing("page", Clearing.CHAT),
    # They carry a link and the address they go to, and nothing of any message.
    Outgoing("mail.waiting", Clearing.NOTHING),
    Outgoing("mail.link", Clearing.NOTHING),
    Outgoing("alarm.raised", Clearing.NOTHING),
    Outgoing("alarm.over", Clearing.NOTHING),
    # It holds a client's own words, and lies in a mailbox that no platform clears: the preview, the
    # withdrawal and the certificate of an erase say so.
    Outgoing("mail.line", Clearing.STAYS, Left.MAILBOX),
)
