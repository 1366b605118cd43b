"""Every command that answers an operator. Answers are numbers, times and sentences of ours."""

from __future__ import annotations

from adapters.shared.outgoing import Clearing, Outgoing, OutgoingMethods

OUTGOING = OutgoingMethods(
    Outgoing("/keys/status", Clearing.NOTHING),
    Outgoing("/keys/turn", Clearing.NOTHING),
    Outgoing("/keys/check", Clearing.NOTHING),
    Outgoing("/ledger/verify", Clearing.NOTHING),
    Outgoing("/ledger/accept", Clearing.NOTHING),
    Outgoing("/doctor", Clearing.NOTHING),
    Outgoing("/coaches/approve", Clearing.NOTHING),
    Outgoing("/coaches/withdraw", Clearing.NOTHING),
    Outgoing("/coach/invite", Clearing.NOTHING),
    Outgoing("/coach/close", Clearing.NOTHING),
    Outgoing("/erase", Clearing.NOTHING),
    Outgoing("/organisation/view", Clearing.NOTHING),
    Outgoing("/organisation/link", Clearing.NOTHING),
    Outgoing("/workspace/rest", Clearing.NOTHING),
    Outgoing("/workspace/remove", Clearing.NOTHING),
)
