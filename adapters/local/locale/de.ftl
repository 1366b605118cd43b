# Said on the local page only: its name, and what an erase leaves on it.
platform-local = der lokalen Seite
erased-chat-local-all = Meine eigenen Nachrichten hier habe ich gelöscht. Was Sie selbst geschrieben haben, bleibt auf dieser Seite, bis Sie „Clear this chat“ drücken.
erased-chat-local-part = Meine eigenen Nachrichten dazu habe ich hier gelöscht. Was Sie selbst geschrieben haben, bleibt auf dieser Seite, bis Sie es dort löschen.
erased-chat-local-kept = Meine eigenen Nachrichten dazu habe ich hier gelöscht. Der Rest dieses Chats bleibt auf der Seite, bis Sie „Clear this chat“ drücken.
