"""Pure: text that stays what it is. Nothing that passes through here becomes live in Slack."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# To be passed with every `chat.postMessage`, `chat.postEphemeral` and `chat.update` (the last takes
# `parse` and `link_names` alone: `NEVER_LIVE_EDITED`).
NEVER_LIVE: Mapping[str, object] = MappingProxyType(
    {
        "unfurl_links": False,
        "unfurl_media": False,
        "parse": "none",
        "link_names": False,
        "mrkdwn": False,
    }
)
NEVER_LIVE_EDITED: Mapping[str, object] = MappingProxyType({"parse": "none", "link_names": False})
