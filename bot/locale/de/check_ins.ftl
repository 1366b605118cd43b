# Fragen, zuhören, teilen.
check-in-hello = Hallo. Ein Moment für Sie, wenn Sie mögen.
scale-ends = 1: { $low }. 5: { $high }.
question-by-coach = Ihr Coach fragt:
question-step = { $count ->
    [one] Das hatten Sie sich vorgenommen:
   *[other] Das hatten Sie sich vorgenommen, eins nach dem anderen:
}
question-step-ask = Wie ist es gegangen?
check-in-hint = Wählen Sie eine Antwort, oder schreiben Sie in eigenen Worten. Auslassen ist in Ordnung.
mark-done = Erledigt
mark-partly = Zum Teil
mark-not-yet = Noch nicht
mark-1 = 1
mark-2 = 2
mark-3 = 3
mark-4 = 4
mark-5 = 5
another = Eine andere Frage
another-none = Das war für jetzt die letzte.
pass = Auslassen
passed = Das ist in Ordnung. Bis zum nächsten Mal.
check-in-old = Diese Frage ist vom { $day }, darum lasse ich sie, wie sie war. Wenn Sie jetzt etwas beschäftigt, schreiben Sie es einfach.

you-wrote = Sie haben geschrieben:
you-tapped = Sie haben getippt:
what-becomes = Was soll damit geschehen?
keep-private = Für mich behalten
share = Mit { $coach } teilen
dont-keep = Nicht behalten
kept = Gespeichert bis { $until }, und nicht geteilt.
not-kept = Nicht gespeichert. Meine Kopie ist gelöscht.
kept-nothing = Ich habe es nicht behalten. Wenn ich solche Antworten behalten soll, für Sie selbst oder zum Teilen, sagen Sie es:
allow-keeping = Zum Behalten fragen
edited = Aktualisiert. Jetzt steht da:
removed = Sie haben die Nachricht gelöscht, also habe ich meine Kopie auch gelöscht.
ended-own-message = Wenn Sie es in diesem Chat als Nachricht geschrieben haben, bleibt diese stehen, bis Sie sie dort löschen.
ended-quotes = Meine eigenen Nachrichten hier, die es zitieren, lösche ich auch, soweit die Chat-Plattform das zulässt.
tap-changed = Ihre frühere Auswahl ist gelöscht.
edited-unknown = Von dieser Nachricht habe ich nichts mehr, deshalb ändert Ihre Bearbeitung hier nichts. Wenn Sie mir etwas sagen möchten, schreiben Sie es einfach neu.
edited-gone = Was vorher in Ihrer Nachricht stand, ist bei mir gelöscht, ebenso meine eigenen Nachrichten hier, die es zitieren, soweit die Chat-Plattform das zulässt.

preview-heading = Was { $coach } lesen würde
preview-hint = Genau das, Wort für Wort, mit Ihrem Namen.
preview-approve = Genau das teilen
preview-decline = Nicht teilen
preview-changed = Das hat sich seit der Vorschau geändert. So lautet es jetzt.
shared = Freigegeben. Es geht mit der nächsten Übersicht an { $coach }, und nicht vorher. Bis dahin können Sie es zurücknehmen.
take-back = Zurücknehmen
taken-back = Ich habe es zurückgenommen. { $coach } wird es nicht erhalten.
taken-back-late = { $coach } bekam es am { $day } zu sehen. Ich nehme es jetzt aus meinen Nachrichten heraus; was gelesen oder kopiert wurde, kann ich nicht zurücknehmen.
form-words = { $day }, in eigenen Worten
form-question = { $day }, zu „{ $question }“
body-scale = { $mark } ({ $low } … { $high })
form-step = { $day }, zu einem kleinen Schritt

seen-heading = Was geteilt ist, und wer es lesen konnte
seen-none = Nichts von Ihnen ist geteilt, und niemand hat etwas zu sehen bekommen.
seen-by = { $coach } bekam das am { $day } zu sehen.
seen-not-yet = { $coach } hat das noch nicht zu sehen bekommen.
seen-nobody-else = Sonst kann es hier niemand lesen.
