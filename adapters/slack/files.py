"""Uploads the files of a message: the bot's pictures, and documents for one person."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog

from adapters.shared.json_values import text_at
from adapters.slack.history import Sleep
from adapters.slack.outbound.drawing import Upload
from adapters.slack.outbound.outcomes import NOT_DRAWABLE
from adapters.slack.outbound.render import Posting, with_picture
from adapters.slack.sdk.calls import CallFailedError, SlackCalls
from bot.ports import NotSent, Unknown

# Slack draws a file only after it has processed it, and refuses the whole message before that
# ("invalid slack file", slackapi/python-slack-sdk issue 1658). So we try again after these pauses
# (seconds). files.info would tell when it is ready, but needs the scope to read everybody's files.
READY_SECONDS = (1.0, 2.0, 3.0, 4.0, 5.0)

T = TypeVar("T")

log = structlog.get_logger()


class SlackFiles:
    """Uploads, shows and deletes files through the Web API."""

    def __init__(self, calls: SlackCalls, sleep: Sleep = asyncio.sleep) -> None:
        self._calls = calls
        self._sleep = sleep

    async def shown(
        self, workspace: str, posting: Posting, put: Callable[[Posting], Awaitable[T]]
    ) -> tuple[T, tuple[str, ...]]:
        """Calls `put` with the pictures drawn in; returns its result and the pictures' file ids.

        A picture that Slack does not accept in time is left out, and its sentence stays. Raises
        what `put` raises.
        """
        drawn, ids = await self._with_pictures(workspace, posting)
        for wait in (0.0, *READY_SECONDS) if ids else ():
            await self._sleep(wait)
            try:
                return await put(drawn), ids
            except CallFailedError as failed:
                if failed.outcome.reason == NOT_DRAWABLE:
                    continue
                if isinstance(failed.outcome, NotSent):
                    await self.remove(workspace, ids)
                raise
        if ids:
            log.warning("picture_not_shown", reason="not_ready")
            await self.remove(workspace, ids)
        return await put(posting), ()

    async def documents(
        self, workspace: str, channel: str, posting: Posting, thread: str | None = None
    ) -> tuple[str, ...]:
        """Shares the documents into that chat, or that thread of it; returns their file ids.

        Raises CallFailedError.
        """
        shared = [upload for upload in posting.files if upload.block is None]
        into = channel, thread
        return tuple([await self._uploaded(workspace, upload, *into) for upload in shared])

    async def remove(self, workspace: str, ids: tuple[str, ...]) -> None:
        for file in ids:
            try:
                await self._calls.call(workspace, "files.delete", file=file)
            except CallFailedError as failed:
                if failed.outcome.reason != "gone":
                    log.warning("file_not_deleted", reason=failed.outcome.reason)

    async def _uploaded(
        self, workspace: str, upload: Upload, channel: str | None, thread: str | None = None
    ) -> str:
        """Uploads in three steps (Slack's external upload); only the last one shows the file."""
        try:
            target = await self._calls.call(
                workspace,
                "files.getUploadURLExternal",
                filename=upload.name,
                length=len(upload.content),
                alt_txt=upload.alt or None,
            )
            url, file = text_at(target, "upload_url"), text_at(target, "file_id")
            if not url or not file:
                raise CallFailedError(NotSent("not_uploaded"))
            await self._calls.upload(url, upload.content)
        except CallFailedError as failed:
            # Nobody can see the file yet, so an unknown outcome still counts as not sent.
            if isinstance(failed.outcome, Unknown):
                raise CallFailedError(NotSent("not_uploaded")) from None
            raise
        shown = [{"id": file, "title": upload.name}]
        into = {"channel_id": channel, "thread_ts": thread}
        await self._calls.call(workspace, "files.completeUploadExternal", files=shown, **into)
        return file

    async def _with_pictures(
        self, workspace: str, posting: Posting
    ) -> tuple[Posting, tuple[str, ...]]:
        ids: tuple[str, ...] = ()
        for upload in posting.files:
            if upload.block is None:
                continue
            try:
                file = await self._uploaded(workspace, upload, None)
            except CallFailedError as failed:
                log.warning("picture_not_shown", reason=failed.outcome.reason)
                continue
            posting, ids = with_picture(posting, upload, file), (*ids, file)
        return posting, ids
