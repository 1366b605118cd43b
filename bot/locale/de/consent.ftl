# Eine Frage je Zweck. Der Fingerabdruck des Wortlauts steht im Verzeichnis: ein geänderter Satz fragt neu.
purpose-agreement = Vereinbarung
purpose-check-ins = Check-ins
purpose-step-prompts = Schritte bringen
purpose-keep-marks = Ausgewählte Antworten speichern
purpose-keep-words = Worte behalten
purpose-share-marks = Ausgewählte Antworten teilen
purpose-share-words = Worte teilen
purpose-reminder = Erinnerung
purpose-session-prep = Fragen zur Sitzung
purpose-notes = Notizen vom Coach
purpose-listed = Auf der Liste des Coachs
purpose-digest = Übersicht

ask-check-ins = Darf ich Ihnen in Ihren Zeiten bis { $until } schreiben: mit Check-ins, wenn sich etwas geändert hat, dem Sie zugestimmt haben, und bevor wir enden?
ask-keep-words = Darf ich verschlüsselt speichern, was Sie schreiben, damit Sie es wieder lesen oder teilen können? Wenn nicht, wiederhole ich es einmal und speichere es nicht.
ask-keep-marks = Darf ich auch behalten, was Sie antippen (etwa „Zum Teil“)?
ask-step-prompts = Darf ich Sie an einen kleinen Schritt erinnern, an Tagen Ihrer Wahl, in Ihren Zeiten, bis { $until }?
ask-share-words = Darf ich Worte an Ihren Coach weitergeben, bis { $until }? Nur solche, die Sie vorher gesehen und freigegeben haben, jedes Mal einzeln.
ask-share-marks = Darf ich Angetipptes an Ihren Coach weitergeben, bis { $until }? Nur solches, das Sie vorher gesehen und freigegeben haben, jedes Mal einzeln.
ask-reminder = Darf ich Sie einmal an einen Check-in erinnern, einen Tag später, wenn Sie seither nicht hier waren, bis { $until }?
ask-session-prep = Darf ich Sie am Tag vor einer Sitzung fragen, was Sie mitbringen möchten, und einmal danach, was der eine kleine Schritt ist, bis { $until }?
ask-notes = Darf Ihr Coach Ihnen durch mich kurze Notizen schicken, in Ihren Zeiten, bis { $until }? Ihr Coach sieht, dass Sie es erlauben.
ask-listed = Darf Ihr Coach in einer Liste sehen, dass Sie hier sind, Ihren letzten Tag und Ihre nächste Sitzung, bis { $until }?
ask-digest = Wenn jemand etwas mit Ihnen teilt, darf ich es Ihnen einmal die Woche bringen, am Tag und in den Stunden Ihrer Wahl?

switches-heading = Was Sie erlaubt haben
switches-hint =
    Kreuzen Sie an, was ich tun darf, und speichern Sie. Bevor etwas Neues gilt, frage ich Sie danach.
    Was Sie abwählen, endet sofort, und was ich deswegen gespeichert hatte, wird gelöscht.
switches-until = Erlaubt bis { $until }
switches-save = Speichern
switches-same = Es hat sich nichts geändert. So ist es jetzt:
switched-on = { $purpose }: an, bis { $until }.
switched-off = { $purpose }: aus.
switched-off-keep-words = „Worte behalten“ ist aus. Was ich von Ihren Worten behalten hatte, ist gelöscht, auch Schritte, außer dem, was { $coach } schon erhalten hat.
switched-off-keep-marks = „Ausgewählte Antworten speichern“ ist aus. Was ich davon gespeichert hatte, ist gelöscht, außer dem, was { $coach } schon erhalten hat.
switched-off-share = { $purpose }: aus. Was { $coach } noch nicht erhalten hat, wird nicht weitergegeben.

asked-again = Was ich Sie hier frage, hat sich geändert, seit Sie ja gesagt haben. Darum ist es aus, bis Sie neu entscheiden.
asked-again-agreement = Unsere Vereinbarung hat sich geändert, seit Sie ja gesagt haben. Bis Sie neu entscheiden, sende, behalte und gebe ich nichts mehr weiter. Was Sie freigegeben haben, wartet; und was Ihr Coach schon sehen konnte, bleibt, wie es war.
asked-otherwise = Was ich dort gefragt hatte, hat sich inzwischen geändert. So lautet es jetzt:
stays-while-waiting = Das lasse ich, wie es war: Unsere Vereinbarung hat sich geändert und wartet auf Ihre Antwort.
changed-also = Auch geändert: { $purposes }. Danach frage ich, sobald Sie hierauf geantwortet haben.
changed-kept = Bisher längstens bis { $before } behalten, jetzt bis { $after }.
changed-back = Es lautet wieder so wie bei Ihrem Ja.
changed-wider = Der Satz ist derselbe, aber es geschieht mehr damit, oder mehr Menschen dürfen es lesen.
changed-unknown = Wie es vorher lautete, habe ich nicht aufbewahrt.
changed-before = Bisher:
changed-now = Jetzt:
changed-empty = Hier steht nichts.

keep-now-end = Ich behalte, was Sie mich behalten lassen, bis { $erased }.
keep-now-days = Was Sie mich speichern lassen, speichere ich { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
} lang, und nichts nach { $erased }.
keep-ask = Wie lange hätten Sie es gern?
keep-days = { $days } Tage
keep-end = Bis zum Ende
