# Said in Slack only, by the adapter itself: what it refuses, and the box for longer words.
# A modal's title and its button have at most 24 characters (Slack).

slack-channel = Hier könnten andere mitlesen, deshalb sage ich nichts. Schreiben Sie mir in unserem eigenen Chat: Dort sind nur Sie und ich.
slack-elsewhere = Ich habe in unserem eigenen Chat geantwortet.
slack-no-file = Dateien und Sprachnachrichten kann ich nicht annehmen. Ich habe sie nicht geöffnet und nichts davon gespeichert. Sagen Sie es mir in Worten, wenn Sie mögen.
slack-words-title = In Ihren Worten
slack-words-label = Was möchten Sie schreiben?
slack-words-send = Senden

# Said about Slack: its name, and what an erase leaves in it.
platform-slack = Slack
erased-chat-slack-all = Ich lösche meine eigenen Nachrichten hier, soweit Slack das zulässt. Was Sie selbst geschrieben haben, bleibt in Slack, bis Sie es dort löschen. Ihre Organisation hat vielleicht Kopien, und nur sie kann diese löschen.
erased-chat-slack-part = Ich lösche meine eigenen Nachrichten dazu hier, soweit Slack das zulässt. Was Sie selbst geschrieben haben, bleibt in Slack, bis Sie es dort löschen. Ihre Organisation hat vielleicht Kopien, und nur sie kann diese löschen.
erased-chat-slack-kept = Ich lösche meine eigenen Nachrichten dazu hier, soweit Slack das zulässt. Der Rest dieses Chats bleibt in Slack, bis er dort gelöscht wird. Ihre Organisation hat vielleicht Kopien, und nur sie kann diese löschen.
