"""Every mail that leaves. None is about anybody, so nothing has to be cleared."""

from __future__ import annotations

from adapters.shared.outgoing import Clearing, Outgoing, OutgoingMethods

OUTGOING = OutgoingMethods(
    Outgoing("alarm.raised", Clearing.NOTHING),
    Outgoing("alarm.over", Clearing.NOTHING),
)
