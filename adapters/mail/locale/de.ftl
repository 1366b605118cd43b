# The mails themselves: they hold these sentences, two addresses, and nothing else.
mail-subject = Es wartet etwas auf Sie
mail-waiting = Es wartet etwas auf Sie. Dieser Link öffnet es:
mail-link-subject = Ihr Link
mail-link-text = Hier ist der Link, um den Sie gebeten haben:
mail-link-lasts = Er gilt einmal und 15 Minuten lang. Danach schickt Ihnen die Seite, zu der er führt, einen neuen.
mail-not-asked = Wenn Sie nicht darum gebeten haben, brauchen Sie nichts zu tun. Ohne den Link geschieht nichts.
mail-stop-here = Möchten Sie keine solchen Mails mehr? Hier schalten Sie alles ab: { $link }

# Where a mail program's own button, or the last line of a mail, leads.
mail-stop-title = Keine Mails mehr
mail-stop-ask = Damit schalten Sie alles ab. Sie bekommen dann keine Mails mehr, bis Sie wieder darum bitten.
mail-stop-button = Alles abschalten
mail-stopped = Alles ist abgeschaltet. Sie bekommen keine Mails mehr, bis Sie wieder darum bitten.

# Said about mail: what it is called, and what an erase leaves there.
platform-mail = E-Mail
erased-chat-mail-all = Alles, was auf Ihrer Seite stand, habe ich gelöscht, auch was Sie dort geschrieben haben. Diese Antwort verschwindet bis morgen. In den Mails, die ich Ihnen geschickt habe, steht nichts davon: Sie bleiben in Ihrem Postfach, bis Sie sie löschen.
erased-chat-mail-part = Meine eigenen Nachrichten dazu habe ich von Ihrer Seite gelöscht. In den Mails, die ich Ihnen geschickt habe, steht nichts davon: Sie bleiben in Ihrem Postfach, bis Sie sie löschen.
erased-chat-mail-kept = Meine eigenen Nachrichten dazu habe ich von Ihrer Seite gelöscht. Der Rest der Seite bleibt nach jeder Nachricht bis zu 90 Tage. In den Mails, die ich Ihnen geschickt habe, steht nichts davon: Sie bleiben in Ihrem Postfach, bis Sie sie löschen.
