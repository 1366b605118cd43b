"""Every mail that leaves, and how what it carried is cleared. No mail is about anybody."""

from __future__ import annotations

from adapters.shared.outgoing import Clearing, Outgoing, OutgoingMethods

OUTGOING = OutgoingMethods(
    # The page keeps a chat as its transcript has it, and that is ours.
    Outgoing("page", Clearing.CHAT),
    # They carry a link and the address they go to, and nothing of any message.
    Outgoing("mail.waiting", Clearing.NOTHING),
    Outgoing("mail.link", Clearing.NOTHING),
    Outgoing("alarm.raised", Clearing.NOTHING),
    Outgoing("alarm.over", Clearing.NOTHING),
)
