# Eine Frage je Zweck. Der Fingerabdruck des Wortlauts steht im Verzeichnis: ein geänderter Satz fragt neu.
purpose-agreement = Vereinbarung
purpose-check-ins = Check-ins
purpose-step-prompts = Erinnerungen an Schritte
purpose-keep-marks = Meine Auswahl speichern
purpose-keep-words = Meine Worte speichern
purpose-share-marks = Meine Auswahl teilen
purpose-share-words = Meine Worte teilen
purpose-reminder = Erinnerung an den Check-in
purpose-session-prep = Fragen zur Sitzung
purpose-notes = Notizen von meinem Coach
purpose-listed = Auf der Liste meines Coachs
purpose-sponsor = Zeilen an die zahlende Stelle
purpose-digest = Übersicht
purpose-brief = Überblick vor einer Sitzung

ask-check-ins = Darf ich Ihnen bis { $until } in Ihren Zeiten schreiben: für Check-ins, bei Änderungen an etwas, dem Sie zugestimmt haben, und zweimal gegen Ende?
ask-keep-words = Darf ich verschlüsselt speichern, was Sie schreiben, damit Sie es wieder lesen oder teilen können? Wenn nicht, zitiere ich es nur einmal.
ask-keep-marks = Darf ich Antworten speichern, die Sie auswählen, etwa „Zum Teil“?
ask-step-prompts = Darf ich Sie bis { $until } an einen kleinen Schritt erinnern, an Tagen, die Sie aussuchen, und in Ihren Zeiten?
ask-share-words = Darf ich bis { $until } Ihre Worte an Ihren Coach weitergeben? Nur was Sie vorher gesehen und freigegeben haben, jede Antwort einzeln.
ask-share-marks = Darf ich bis { $until } Antworten, die Sie auswählen (etwa „Zum Teil“), an Ihren Coach weitergeben? Nur was Sie vorher gesehen und freigegeben haben, jede Antwort einzeln.
ask-reminder = Darf ich Sie bis { $until } jeweils einmal an einen Check-in erinnern, einen Tag später, falls Sie seither nicht hier waren?
ask-session-prep = Darf ich Sie bis { $until } am Tag vor einer Sitzung fragen, was Sie mitbringen möchten, und einmal danach, was Ihr kleiner Schritt ist?
ask-notes = Darf Ihr Coach Ihnen bis { $until } durch mich kurze Notizen schicken, in Ihren Zeiten? Ihr Coach sieht, dass Sie es erlauben.
ask-listed = Darf Ihr Coach bis { $until } auf einer Liste sehen, dass Sie hier sind, wann Ihr letzter Tag ist und wann Ihre nächste Sitzung?
ask-sponsor = Darf ich bis { $until } Zeilen, die Sie für die zahlende Stelle schreiben, per E-Mail an die Adresse unten schicken? Nur was Sie vorher gesehen und freigegeben haben, jede Zeile einzeln, mit Ihrem Namen und, wenn Sie sie angeben, der Zahl der Sitzungen.
ask-digest = Darf ich Ihnen einmal pro Woche schicken, was Klientinnen und Klienten mit Ihnen teilen, an dem Tag und in den Stunden, die Sie wählen?
ask-brief = Darf ich Ihnen am Abend vor einer Sitzung, deren Termin Sie sehen dürfen, schicken, was diese Person mit Ihnen geteilt hat? Und, außerhalb Ihrer Ruhezeiten, auch gleich, was ich Ihnen auf ihren Wunsch vor einer Sitzung schicken soll?

switches-heading = Was Sie erlaubt haben
switches-hint =
    Kreuzen Sie an, was ich tun darf, und speichern Sie. Bevor etwas Neues gilt, frage ich Sie danach.
    Was Sie abwählen, endet sofort, und was ich deswegen gespeichert hatte, wird gelöscht.
switches-until = Erlaubt bis { $until }
switches-save = Speichern
switches-same = Es wurde nichts geändert. So ist es jetzt:
switched-on = { $purpose }: an, bis { $until }.
switched-off = { $purpose }: aus.
switched-off-keep-words = Meine Worte speichern: aus. Ihre Worte, die ich gespeichert hatte, und Ihre Schritte sind gelöscht, außer dem, was { $coach } schon erhalten hat.
switched-off-keep-marks = Meine Auswahl speichern: aus. Was ich davon gespeichert hatte, ist gelöscht, außer dem, was { $coach } schon erhalten hat.
switched-off-share = { $purpose }: aus. Was { $coach } noch nicht erhalten hat, wird nicht weitergegeben.
switched-off-sponsor = { $purpose }: aus. Was noch nicht abgeschickt war, wird nicht abgeschickt, und die Zeilen sind hier gelöscht. Was per E-Mail abgeschickt wurde, liegt in einem fremden Postfach, und ich kann es nicht zurückholen.

asked-again = Was ich Sie hier frage, hat sich geändert, seit Sie Ja gesagt haben. Deshalb ist es aus, bis Sie neu entscheiden.
asked-again-agreement = Unsere Vereinbarung hat sich geändert, seit Sie Ja gesagt haben. Bis Sie neu entscheiden, sende und speichere ich nichts mehr und gebe nichts weiter. Was Sie freigegeben haben, wartet, und was Ihr Coach schon sehen konnte, bleibt, wie es war.
asked-otherwise = Was ich dort gefragt habe, hat sich inzwischen geändert. So lautet es jetzt:
stays-while-waiting = Das habe ich so gelassen, wie es war, denn unsere Vereinbarung hat sich geändert, und dazu brauche ich zuerst Ihre Antwort.
changed-also = Ebenfalls geändert: { $purposes }. Dazu frage ich Sie, wenn das hier geklärt ist.
changed-kept = Bisher habe ich längstens bis { $before } gespeichert, jetzt wäre es bis { $after }.
changed-back = Es lautet jetzt wieder so wie damals, als Sie Ja gesagt haben.
changed-wider = Der Satz ist derselbe, aber er umfasst jetzt mehr, oder mehr Menschen dürfen es lesen.
changed-unknown = Vom früheren Text habe ich keine Kopie.
changed-before = Vorher:
changed-now = Jetzt:
changed-empty = Hier steht nichts.

keep-now-end = Was ich speichern darf, speichere ich bis { $erased }.
keep-now-days = Was ich speichern darf, speichere ich { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
} lang, aber nichts länger als bis { $erased }.
keep-ask = Wie lange soll ich es speichern?
keep-days = { $days } Tage
keep-end = Bis zum Ende
