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
hold-chat-mail = Diese Seite bewahre ich hier auf: jede Nachricht bis zu 90 Tage, dazu Ihre E-Mail-Adresse, Ihre Links und Ihre Geräte. „löschen“ entfernt alles davon.
erased-chat-mail-all = Alles, was auf Ihrer Seite stand, habe ich gelöscht, auch was Sie dort geschrieben haben. Sie sind auf jedem Gerät abgemeldet. In den Mails, die ich Ihnen geschickt habe, steht nichts davon; sie bleiben in Ihrem Postfach, bis Sie sie löschen.
erased-chat-mail-part = Meine eigenen Nachrichten dazu habe ich von Ihrer Seite gelöscht. Was Sie dort selbst geschrieben haben, verschwindet innerhalb von 90 Tagen. In den Mails, die ich Ihnen geschickt habe, steht nichts davon; sie bleiben in Ihrem Postfach, bis Sie sie löschen.
erased-chat-mail-kept = Meine eigenen Nachrichten dazu habe ich von Ihrer Seite gelöscht. Der Rest der Seite bleibt nach jeder Nachricht bis zu 90 Tage. In den Mails, die ich Ihnen geschickt habe, steht nichts davon; sie bleiben in Ihrem Postfach, bis Sie sie löschen.

# Said on the page of guest coaches, beside the messages.
mail-page-title = Ihre Seite
mail-page-here-as = Sie sind hier als { $address }.
mail-page-skip = Zum Neuesten
mail-page-before = Davor
mail-page-latest = Das Neueste
mail-page-earlier = Zeigen, was davor war
mail-page-newest = Zurück zum Neuesten
mail-page-back = Zurück dorthin, wo Sie gelesen haben
mail-page-empty = Hier steht noch nichts.
mail-page-you = Sie
mail-page-message = Ihre Nachricht
mail-page-send = Senden
mail-page-home = Was Sie hier tun können
mail-page-leave = Abmelden
mail-page-leave-everywhere = Überall abmelden
mail-page-left = Sie sind auf diesem Gerät abgemeldet.
mail-page-left-everywhere = Sie sind auf allen Geräten abgemeldet. Links aus früheren Mails öffnen nichts mehr.
mail-page-over = Sie sind hier abgemeldet. Dies steht nur dieses eine Mal hier.
mail-page-open-title = Ihre Seite öffnen
mail-page-open-why = Dieser Link öffnet Ihre Seite einmal, innerhalb von 15 Minuten nach der Mail. Danach bleibt dieses Gerät angemeldet, höchstens einen Monat lang oder bis Sie sich abmelden.
mail-page-open-shared = Wenn auch andere dieses Gerät benutzen, melden Sie sich bitte am Ende ab.
mail-page-open = Öffnen
mail-page-ended-title = Dieser Link gilt nicht mehr
mail-page-ended = Jeder Link gilt einmal, und 15 Minuten lang. Ich kann einen neuen an dieselbe Adresse senden.
mail-page-ended-address = Oder geben Sie hier Ihre Adresse ein.
mail-page-again = Neuen Link senden
mail-page-ask = Geben Sie Ihre E-Mail-Adresse ein, dann sende ich Ihnen einen Link, der Ihre Seite öffnet. Ein Passwort brauchen Sie nicht.
mail-page-address = E-Mail-Adresse
mail-page-mail-me = Link senden
mail-page-sent-title = Bitte sehen Sie in Ihr Postfach
mail-page-sent = Wenn ich diese Adresse kenne, ist ein Link dorthin unterwegs. Er gilt einmal, und 15 Minuten lang. Wenn nichts ankommt, sehen Sie bitte bei den unerwünschten Mails nach, oder versuchen Sie es in einer Stunde noch einmal.
mail-page-busy-title = Einen Moment bitte
mail-page-busy = Gerade bitten sehr viele um einen Link. Bitte versuchen Sie es in ein paar Minuten noch einmal.
mail-page-gone = Diese Datei ist nicht mehr hier
mail-page-too-long = Das ist zu lang für mich. Bitte senden Sie es in Teilen.
mail-page-not-read = Das konnte ich nicht lesen. Bitte öffnen Sie die Seite noch einmal und versuchen Sie es erneut.
mail-page-elsewhere = Diese Seite hat eine andere Adresse.
mail-page-not-from-here = Das wurde nicht von der Seite selbst gesendet. Bitte öffnen Sie die Seite und versuchen Sie es noch einmal.
mail-page-invited-title = Sie sind eingeladen
mail-page-invited = Sie haben diesen Link bekommen, damit Sie mit Handrail coachen können: per Mail und auf einer eigenen Seite.
mail-page-invited-type = Geben Sie Ihre eigene E-Mail-Adresse ein, dann sende ich Ihnen einen Link, der Ihre Seite öffnet. Vorher schreibe ich niemandem.
mail-page-not-an-address = An diese Adresse kann ich nicht schreiben. Bitte prüfen Sie, ob sie vollständig ist.
mail-page-not-this-domain = An diese Adresse darf ich hier nicht schreiben. Ihre Organisation erlaubt nur bestimmte Mail-Anbieter.
mail-page-invitation-ended-title = Diese Einladung gilt nicht mehr
mail-page-invitation-ended = Jede Einladung gilt einmal, und nur für eine gewisse Zeit. Bitten Sie die Person, von der Sie sie haben, um eine neue.
