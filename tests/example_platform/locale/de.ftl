# Said in Postbox only, by the adapter itself.
postbox-no-photo = Fotos kann ich nicht ansehen, also habe ich nichts davon behalten. Sie können es mir gern in Worten sagen.

# Said about Postbox: its name, and what an erase leaves in it.
platform-postbox = Postbox
erased-chat-postbox-all = Meine eigenen Briefe habe ich aus Ihrem Fach genommen. Was Sie selbst geschrieben haben, bleibt in Postbox, bis Sie es dort löschen.
erased-chat-postbox-part = Meine eigenen Briefe dazu habe ich aus Ihrem Fach genommen. Was Sie selbst geschrieben haben, bleibt in Postbox, bis Sie es dort löschen.
erased-chat-postbox-kept = Ihr Fach bleibt in Postbox, bis Sie es dort löschen.
