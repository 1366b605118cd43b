"""Answers whoever asks what their organisation has decided. It is never sent by itself."""

from __future__ import annotations

from bot.domain.purposes import switches
from bot.handlers.conversation import Conversation, Reply
from bot.messages.overview import policy as say_policy
from bot.messages.overview.policy import PolicyPicture
from bot.rules.coaches import APPROVAL, EVERYONE
from bot.rules.policy.reach import spoken
from bot.settings import Settings


async def show(talk: Conversation) -> Reply:
    """Shows the policy in force. An open question stays open, with its choices."""
    talk.stays = True
    return [say_policy.policy(talk.say, picture_of(talk.settings))]


def picture_of(settings: Settings) -> PolicyPicture:
    policy = settings.policy
    who = policy.organisation if policy else None
    forbidden = settings.forbidden
    return PolicyPicture(
        runs=who.name if who else settings.run_by or "",
        contact=who.contact if who else "",
        officer=who.data_protection_officer or "" if who else "",
        allowed=[one for one in switches() if one not in forbidden],
        forbidden=[one for one in switches() if one in forbidden],
        most_days=settings.keep_days,
        grace_days=settings.grace_days,
        coaches=settings.coaches if settings.coaches in (EVERYONE, APPROVAL) else "listed",
        domains=policy.coaches.mail_domains if policy else (),
        group=settings.minimum_group,
        workspaces_chosen=bool(policy and policy.workspaces.allowed),
        languages=spoken(settings),
    )
