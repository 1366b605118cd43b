"""What the app asks a workspace for, and why: nothing that reads what is not written to it."""

from __future__ import annotations

from collections.abc import Mapping

SCOPES: Mapping[str, str] = {
    "app_mentions:read": "to tell whoever calls it in a channel, and nobody else, why it is quiet",
    "chat:write": "to send its messages, and to edit and delete its own",
    "commands": "for /handrail and its shortcuts",
    "dnd:read": "to leave people alone while they do not want to be disturbed",
    "files:write": "to hand a person their own file, to show a drawing, and to delete both",
    "im:history": "to read what is written to it in private, and to find its own messages again",
    "im:write": "to open the private chat with a person",
    "users:read": "for the name, the language and the time zone of whoever writes to it",
}
