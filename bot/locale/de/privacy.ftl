# Stopp, Pause, was gespeichert ist, löschen, das Ende.
stopped = Gestoppt. Ich schreibe Ihnen nicht mehr, außer Sie schreiben „weiter“. Was noch nicht geteilt ist, bleibt bei Ihnen. Um zu löschen, was ich gespeichert habe, schreiben Sie „löschen“.
stopped-coach = Gestoppt. Von mir aus schreibe ich Ihnen nicht mehr. Um das später zu ändern, schreiben Sie „meine Einwilligungen“.
stop-sure = Möchten Sie, dass ich Ihnen nicht mehr schreibe?
stop-yes = Ja, stopp
stop-no = Nein, weitermachen
carry-on = Es geht weiter wie bisher.
not-stopped-answer = Falls das eine Antwort war, schicken Sie sie bitte noch einmal.
resume-nothing = Gerade ist nichts pausiert oder gestoppt.
resumed = Willkommen zurück. Ich schreibe am:
resumed-quiet = Willkommen zurück. Ich bin da, wenn Sie schreiben.
resume-ask = Willkommen zurück. Seit Sie gestoppt haben, ist alles aus. Sie können einschalten, was Sie möchten.
resume-all = Alles wie vorher
resume-all-ask = Das war an, als Sie gestoppt haben. Mit „{ resume-all }“ sagen Sie zu jedem Punkt davon Ja:
resume-all-changed = Das hier hat sich seither geändert, deshalb frage ich danach einzeln: { $purposes }.

pause-ask = Bis wann? Zum Beispiel „Pause bis Montag“, oder wählen Sie:
pause-ask-from = Ab { $first }. Bis wann? Zum Beispiel „Freitag“, oder wählen Sie:
pause-days = { $days } Tage
pause-weeks = { $weeks ->
    [one] 1 Woche
   *[other] { $weeks } Wochen
}
paused = Ich mache Pause und schreibe frühestens am { $day } wieder. Soll es früher weitergehen, schreiben Sie „weiter“.
paused-from = Notiert: Ab { $first } mache ich Pause und schreibe frühestens am { $day } wieder. Um die Pause abzusagen, schreiben Sie „weiter“.
pause-past = { $day }: Das ist heute oder schon vorbei. Bis zu welchem Tag soll ich pausieren?
pause-before = Die Pause beginnt am { $first }, sie kann also nicht am { $day } enden. Ab welchem Tag soll ich wieder schreiben?
pause-unreadable = Dieses Datum konnte ich nicht lesen. Sie können „Pause bis Montag“ oder „Pause bis 3. Dezember“ schreiben.
pause-far = Das ist mehr als ein Jahr. Würde „Stopp“ besser passen? Sonst wählen Sie bitte einen näheren Tag.
pause-nothing = Es ist nichts geplant, also gibt es nichts zu pausieren.

next-heading = Ich schreibe am:
next-not-delivered = Nicht zugestellt: mein Check-in vom { $day }. Dieser Chat hat ihn nicht angenommen. Er wartet auf keine Antwort.

hold-file = Alles davon als Datei
hold-heading = Was ich über Sie gespeichert habe
hold-nothing = Außer der Adresse dieses Chats habe ich nichts über Sie gespeichert.
hold-person = Ihr Name hier, Ihre Sprache ({ $language }) und Ihre Zeitzone ({ $zone }), damit ich Sie erreiche und Ihre Zeiten einhalte.
hold-engagement = Mit { $coach }, bis { $until }. Alles davon ist bis { $erased } gelöscht.
hold-rhythm = Ihre Zeiten:
hold-answers = { $count ->
    [0] Keine Ihrer Antworten.
    [one] Eine Antwort:
   *[other] { $count } Antworten:
}
hold-steps = { $count ->
    [0] Keine Schritte.
    [one] Ein Schritt:
   *[other] { $count } Schritte:
}
hold-shares = { $count ->
    [0] Nichts ist geteilt.
    [one] 1 geteilte Antwort:
   *[other] { $count } geteilte Antworten:
}
hold-more = { $count ->
        [one] Und 1 von früher.
       *[other] Und { $count } von früher.
    }
hold-share-seen = { $coach } hat das am { $day } erhalten:
hold-share-waiting = Wartet auf die nächste Übersicht für { $coach }:
hold-ledger = Ein Verzeichnis darüber, was Sie wann erlaubt haben, ohne Namen: { $count ->
        [one] 1 Eintrag
       *[other] { $count } Einträge
    }. Es bleibt nach dem Löschen als Nachweis.
hold-kept = { $days ->
        [0] Ich speichere bis zum Ende.
        [one] So lange speichere ich auf Ihren Wunsch: 1 Tag.
       *[other] So lange speichere ich auf Ihren Wunsch: { $days } Tage.
    }
hold-deliveries = Wann ich Ihnen geschrieben habe oder noch schreiben will, ohne die Worte: { $count ->
        [0] noch nichts
        [one] 1 Mal
       *[other] { $count } Mal
    }.
hold-coach = Über Sie als Coach habe ich gespeichert:
hold-chat = Diesen Chat selbst bewahrt { $platform } auf, nicht ich.

erase-ask = Alles löschen, was ich über Sie gespeichert habe? Das lässt sich nicht rückgängig machen. Ihre Antworten, Schritte und Zeiten werden gelöscht, und ich schreibe nicht mehr.
erase-yes = Alles löschen
erase-some = Nur einen Teil …
erase-no = Nicht löschen
erase-kept = Es wurde nichts gelöscht.
erase-which = Welchen Teil?
erase-part-week = Die letzten 7 Tage
erase-part-month = Die letzten 30 Tage
erase-part-days = Andere Tage …
erase-part-one = Eine Antwort …
erase-part-nothing = Aus dieser Zeit habe ich nichts gespeichert.
erase-part-yes = Löschen
erase-days = Von welchem bis zu welchem Tag? Beide zählen mit.
erase-from = Von
erase-from-example = 3. November
erase-to = Bis
erase-to-example = gestern
erase-days-show = Zeigen, was gelöscht würde
erase-days-unreadable = Diese zwei Tage konnte ich nicht lesen. Bitte nennen Sie den früheren zuerst und keinen Tag in der Zukunft.
erase-days-ask = Löschen, was Sie vom { $first } bis zum { $last } geschrieben haben? Das lässt sich nicht rückgängig machen.
erase-pick = Welche?
erase-this = Diese löschen ({ $day })
erase-older = { $count ->
        [one] 1 ältere Antwort steht hier nicht. Um sie zu löschen, nehmen Sie „{ erase-part-days }“.
       *[other] { $count } ältere Antworten stehen hier nicht. Um sie zu löschen, nehmen Sie „{ erase-part-days }“.
    }
erase-one-ask = Diese Antwort löschen? Das lässt sich nicht rückgängig machen.
erase-unfinished = Ihre Worte kann niemand mehr lesen: Ihre Schlüssel sind vernichtet. Den Rest konnte ich gerade nicht aufräumen; ich versuche es von selbst noch einmal.
erased-heading = Gelöscht
erased-gone = Gelöscht sind Ihr Name, Ihre Adresse, Zeiten, Antworten und Schritte und die Schlüssel, mit denen man sie lesen könnte.
erased-gone-but-coach = Gelöscht sind Ihre Antworten, Schritte und Zeiten als Klientin oder Klient und die Schlüssel, mit denen man sie lesen könnte. Als Coach sind Sie hier weiter bekannt: mit Ihrem Namen, Ihrer Adresse, Ihrer Sprache und Ihrer Zeitzone.
erased-counted = Das waren: { $answers ->
    [0] keine Antworten
    [one] 1 Antwort
   *[other] { $answers } Antworten
}, { $steps ->
    [0] keine Schritte
    [one] 1 Schritt
   *[other] { $steps } Schritte
}, { $shares ->
    [0] keine geteilten Antworten
    [one] 1 geteilte Antwort
   *[other] { $shares } geteilte Antworten
}.
erase-counted = Das sind: { $answers ->
    [0] keine Antworten
    [one] 1 Antwort
   *[other] { $answers } Antworten
}, { $steps ->
    [0] keine Schritte
    [one] 1 Schritt
   *[other] { $steps } Schritte
}, { $shares ->
    [0] keine geteilten Antworten
    [one] 1 geteilte Antwort
   *[other] { $shares } geteilte Antworten
}.
erased-part-keys = Die Schlüssel, mit denen man es lesen könnte, sind vernichtet. Alles andere, was Sie gespeichert haben, ist noch hier.
erased-backups = Eine frühere Sicherung kann nur lesen, wer auch die Schlüssel und den Hauptschlüssel von damals hat. Die Menschen, die mich betreiben, vernichten solche Kopien bis { $day }.
erased-backups-later = Eine frühere Sicherung lässt sich nur mit den Schlüsseln von damals lesen. Kopien dieser Schlüssel werden nutzlos, sobald die Menschen, die mich betreiben, den Hauptschlüssel das nächste Mal von Hand wechseln. Die Sicherungen werden bis { $day } vernichtet.
erased-proof = Das bleibt als Nachweis: { $count ->
        [one] 1 Eintrag
       *[other] { $count } Einträge
    } darüber, was Sie wann erlaubt haben, ohne Ihren Namen.
erased-proof-damaged = Ein Teil dieses Nachweises war beschädigt, deshalb konnte ich ihn nicht mitzählen. Alles andere ist gelöscht, wie es sein soll.
erased-coach = { $coach } bekam zu sehen, was Sie geteilt hatten, zuerst am { $day }. Ich nehme es aus meinen Nachrichten dort heraus; was { $coach } gelesen oder kopiert hat, kann ich nicht zurücknehmen.
erased-name = Meine früheren Nachrichten an { $coach } zeigen vielleicht noch Ihren Namen. Diese Nachrichten bleiben dort im Chat stehen.
erased-chat-other-all = Ich lösche meine eigenen Nachrichten hier, soweit die Chat-Plattform das zulässt. Was Sie selbst geschrieben haben, bleibt dort, bis Sie es löschen. Ihre Organisation hat vielleicht Kopien, und nur sie kann diese löschen.
erased-chat-other-part = Ich lösche meine eigenen Nachrichten dazu hier, soweit die Chat-Plattform das zulässt. Was Sie selbst geschrieben haben, bleibt dort, bis Sie es löschen. Ihre Organisation hat vielleicht Kopien, und nur sie kann diese löschen.
erased-chat-other-kept = Ich lösche meine eigenen Nachrichten dazu hier, soweit die Chat-Plattform das zulässt. Der Rest dieses Chats bleibt auf der Chat-Plattform, bis er dort gelöscht wird. Ihre Organisation hat vielleicht Kopien, und nur sie kann diese löschen.
erased-again = Um wieder anzufangen, geben Sie einen Code ein.

ending-heading = Unsere Zeit endet bald
ending-body = Ihre Zeit mit { $coach } endet am { $until }. Was ich für Sie gespeichert habe, ist bis { $erased } gelöscht.
ending-today-heading = Heute ist der letzte Tag
ending-today = Heute ist der letzte Tag Ihrer Zeit mit { $coach }. Was ich für Sie gespeichert habe, ist bis { $erased } gelöscht.
ending-goes = Das sind { $answers ->
        [0] keine Antworten
        [one] 1 Antwort
       *[other] { $answers } Antworten
    }, { $steps ->
        [0] keine Schritte
        [one] 1 Schritt
       *[other] { $steps } Schritte
    } und Ihre Zeiten. Was Sie geteilt haben, bleibt im Chat Ihres Coachs, außer Sie nehmen es vorher zurück.
platform-other = die Chat-Plattform
stopped-still = Auf Ihren Wunsch habe ich gestoppt, deshalb habe ich davon nichts gespeichert. Um wieder anzufangen, schreiben Sie „weiter“.
resume-first = Auf Ihren Wunsch habe ich gestoppt, deshalb wird nichts weitergegeben. Um wieder anzufangen, schreiben Sie „weiter“.
