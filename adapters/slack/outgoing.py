"""Every method of Slack's Web API that the adapter calls, and how what it carried is cleared."""

from __future__ import annotations

from adapters.shared.outgoing import Clearing, Left, Outgoing, OutgoingMethods

# What a person wrote to the bot is theirs; the organisation may export or keep all of it.
STAYS = frozenset({Left.OWN_WORDS, Left.ORGANISATION})

OUTGOING = OutgoingMethods(
    Outgoing("chat.postMessage", Clearing.CHAT),
    Outgoing("chat.update", Clearing.CHAT),
    Outgoing("views.publish", Clearing.HOME),
    # A file lies in Slack, and `clear` deletes it with its message.
    Outgoing("files.getUploadURLExternal", Clearing.CHAT),
    Outgoing("upload", Clearing.CHAT),
    Outgoing("files.completeUploadExternal", Clearing.CHAT),
    # These say sentences of the bot's own, or ask a question in a box that stays nowhere.
    Outgoing("chat.postEphemeral", Clearing.NOTHING),
    Outgoing("views.open", Clearing.NOTHING),
    Outgoing("acknowledgement", Clearing.NOTHING),
    # These ask, delete, or hand something back.
    Outgoing("chat.delete", Clearing.NOTHING),
    Outgoing("files.delete", Clearing.NOTHING),
    Outgoing("conversations.open", Clearing.NOTHING),
    Outgoing("conversations.history", Clearing.NOTHING),
    Outgoing("conversations.replies", Clearing.NOTHING),
    Outgoing("users.info", Clearing.NOTHING),
    Outgoing("bots.info", Clearing.NOTHING),
    Outgoing("dnd.info", Clearing.NOTHING),
    Outgoing("auth.test", Clearing.NOTHING),
    Outgoing("auth.revoke", Clearing.NOTHING),
    Outgoing("apps.connections.open", Clearing.NOTHING),
    Outgoing("oauth.v2.access", Clearing.NOTHING),
    stays=STAYS,
)
