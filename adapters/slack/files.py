"""Files that go with a posting: pictures of ours, and documents for that one person."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import structlog

from adapters.slack.calls import CallFailedError, Calls
from adapters.slack.history import Sleep
from adapters.slack.outbound import Posting, Upload, with_picture
from bot.ports import NotSent, Unknown

READY_LOOKS = 8
READY_SECONDS = 0.5

log = structlog.get_logger()


class Files:
    def __init__(self, calls: Calls, sleep: Sleep = asyncio.sleep) -> None:
        self._calls = calls
        self._sleep = sleep

    async def with_pictures(
        self, workspace: str, posting: Posting
    ) -> tuple[Posting, tuple[str, ...]]:
        """The posting with its drawings in it, and their ids. No picture keeps it from leaving.

        Slack draws a file in a block only once it has looked at it, so that is waited for.
        """
        ids: tuple[str, ...] = ()
        for upload in posting.files:
            if upload.block is None:
                continue
            try:
                file = await self._uploaded(workspace, upload, None)
                await self._ready(workspace, file)
            except CallFailedError as failed:
                log.warning("picture_not_shown", reason=failed.outcome.reason)
                continue
            posting, ids = with_picture(posting, upload, file), (*ids, file)
        return posting, ids

    async def documents(self, workspace: str, channel: str, posting: Posting) -> tuple[str, ...]:
        """Shared into that chat under their own names. Raises CallFailedError."""
        shared = [upload for upload in posting.files if upload.block is None]
        return tuple([await self._uploaded(workspace, upload, channel) for upload in shared])

    async def remove(self, workspace: str, ids: tuple[str, ...]) -> None:
        for file in ids:
            try:
                await self._calls.call(workspace, "files.delete", file=file)
            except CallFailedError as failed:
                if failed.outcome.reason != "gone":
                    log.warning("file_not_deleted", reason=failed.outcome.reason)

    async def _uploaded(self, workspace: str, upload: Upload, channel: str | None) -> str:
        """Three steps (Slack's documentation of external uploads); only the last one shows it."""
        try:
            place = await self._calls.call(
                workspace,
                "files.getUploadURLExternal",
                filename=upload.name,
                length=len(upload.content),
                alt_txt=upload.alt or None,
            )
            url, file = place.get("upload_url"), place.get("file_id")
            if not isinstance(url, str) or not isinstance(file, str):
                raise CallFailedError(NotSent("not_uploaded"))
            await self._calls.upload(url, upload.content)
        except CallFailedError as failed:
            # Nobody has seen anything yet: it is certain that nothing was shown.
            if isinstance(failed.outcome, Unknown):
                raise CallFailedError(NotSent("not_uploaded")) from None
            raise
        shown = [{"id": file, "title": upload.name}]
        await self._calls.call(
            workspace, "files.completeUploadExternal", files=shown, channel_id=channel
        )
        return file

    async def _ready(self, workspace: str, file: str) -> None:
        for look in range(READY_LOOKS):
            told = await self._calls.call(workspace, "files.info", file=file)
            found = told.get("file")
            if isinstance(found, Mapping) and found.get("mimetype"):
                return
            await self._sleep(READY_SECONDS * (look + 1))
        raise CallFailedError(NotSent("not_ready"))
