"""Pure: turns an SMTP server's answer into an outcome. Every reason is a fixed word of ours.

An answer that begins with 4 or 5 says for certain that the mail was not taken (RFC 5321, 4.2.1),
also after its last line. What refuses everybody (the sign-in, the sender) waits for an operator, so
it is tried again and counts for all; what refuses one mailbox is final. docs/mail.md says for each
reason what somebody has to do.
"""

from __future__ import annotations

from datetime import timedelta

from adapters.mail.smtp import LostError, SmtpReply, SmtpStage
from bot.ports import NotSent, Outcome, Sent, Unknown

SOON = timedelta(minutes=1)
# Servers that do not know a sender yet want it to come back after some minutes (greylisting).
PUT_OFF = timedelta(minutes=5)
LATER = timedelta(minutes=15)
# By the first two numbers of the enhanced code (RFC 3463), or by the code where there is none.
ABOUT_MAILBOX = {
    "5.1": "user_unknown",
    "5.2": "mailbox_closed",
    "5.3": "refused",
    "5.7": "not_permitted",
}
BY_CODE = {550: "user_unknown", 551: "user_unknown", 552: "mailbox_closed", 553: "user_unknown"}
NOT_SIGNED_IN = (530, 535, 538)
FULL = "5.2.2"


def outcome_of(reply: SmtpReply, reference: str) -> Outcome:
    """`reference` is what the message is known by."""
    if reply.stage is SmtpStage.ENDED and 200 <= reply.code < 300:
        return Sent(reference)
    if 400 <= reply.code < 500:
        return _not_now(reply)
    if 500 <= reply.code < 600:
        return _refused(reply)
    # Something that is no answer of SMTP's: after the last line nobody can tell.
    if reply.stage is SmtpStage.ENDED:
        return Unknown("unclear_answer")
    return NotSent("unclear_answer", LATER)


def outcome_of_loss(lost: LostError) -> Outcome:
    """What holds where the server did not answer."""
    if lost.stage is SmtpStage.ENDED:
        return Unknown("no_answer")
    if lost.tls:
        return NotSent("not_protected", LATER, for_all=True)
    return NotSent("not_reached", SOON, for_all=lost.stage < SmtpStage.RECIPIENT)


def _not_now(reply: SmtpReply) -> NotSent:
    if reply.code == 421 or reply.stage < SmtpStage.RECIPIENT:
        return NotSent("busy", SOON, for_all=True)
    return NotSent("put_off", PUT_OFF)


def _refused(reply: SmtpReply) -> NotSent:
    if reply.code in NOT_SIGNED_IN or reply.stage is SmtpStage.LOGIN:
        return NotSent("credentials", PUT_OFF, for_all=True)
    if reply.stage is SmtpStage.SENDER:
        return NotSent("sender_refused", LATER, for_all=True)
    if reply.stage < SmtpStage.SENDER:
        return NotSent("server_refuses", LATER, for_all=True)
    if reply.status == FULL:
        return NotSent("mailbox_full")
    subject = reply.status.rpartition(".")[0]
    if subject in ABOUT_MAILBOX:
        return NotSent(ABOUT_MAILBOX[subject])
    if reply.stage is SmtpStage.RECIPIENT:
        return NotSent(BY_CODE.get(reply.code, "refused"))
    return NotSent("refused")
