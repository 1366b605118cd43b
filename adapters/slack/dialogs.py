"""Opens a form over the chat, for somebody who has just pressed a button that asks for it."""

from __future__ import annotations

from collections.abc import Mapping

import structlog

from adapters.slack.manifest import NAME
from adapters.slack.outbound.views import form_modal
from adapters.slack.sdk.calls import CallFailedError, SlackCalls
from bot.chat import Form, Message

log = structlog.get_logger()


class Dialogs:
    def __init__(self, calls: SlackCalls) -> None:
        self._calls = calls

    async def opened(self, workspace: str, message: Message, origin: Mapping[str, str]) -> bool:
        """Opens the message's form as a modal, where it is meant for one and Slack lets us.

        False where it is to be posted into the chat instead: the press is more than three seconds
        old, or there was none.
        """
        form = next((one for one in message.blocks if isinstance(one, Form)), None)
        trigger = origin.get("trigger")
        if form is None or not form.dialog or trigger is None:
            return False
        where = {name: origin[name] for name in ("by", "channel", "thread") if name in origin}
        view = form_modal(message, form, NAME, where)
        try:
            await self._calls.call(workspace, "views.open", trigger_id=trigger, view=view)
        except CallFailedError as failed:
            log.warning("dialog_not_opened", reason=failed.outcome.reason)
            return False
        return True
