# Said in Postbox only, by the adapter itself.
postbox-no-photo = Fotos kann ich nicht ansehen, deshalb habe ich nichts davon gespeichert. Sagen Sie es mir in Worten, wenn Sie mögen.

# Said about Postbox: its name, and what an erase leaves in it.
platform-postbox = Postbox
erased-chat-postbox-all = Meine eigenen Briefe habe ich aus Ihrem Fach genommen. Was Sie selbst geschrieben haben, bleibt in Postbox, bis Sie es dort löschen.
erased-chat-postbox-part = Meine eigenen Briefe dazu habe ich aus Ihrem Fach genommen. Was Sie selbst geschrieben haben, bleibt in Postbox, bis Sie es dort löschen.
erased-chat-postbox-kept = Ihr Fach bleibt in Postbox, bis Sie es dort löschen.
