# Stopp, Pause, was gespeichert ist, löschen, das Ende.
stopped = Gestoppt. Ich schreibe Ihnen nicht mehr, außer Sie schreiben „weiter“. Was noch nicht geteilt war, bleibt bei Ihnen. Um zu löschen, was ich habe, schreiben Sie „löschen“.
stopped-coach = Gestoppt. Ich schreibe Ihnen nicht mehr von selbst. Um das später zu ändern, schreiben Sie „meine Einwilligungen“.
stop-sure = Meinten Sie, dass ich Ihnen nicht mehr schreiben soll?
stop-yes = Ja, stopp
stop-no = Nein, weitermachen
carry-on = Es geht weiter wie bisher.
not-stopped-answer = Wenn das eine Antwort war, schicken Sie sie bitte noch einmal.
resume-nothing = Es ist nichts pausiert oder gestoppt.
resumed = Willkommen zurück. Ich schreibe am:
resumed-quiet = Willkommen zurück. Ich bin da, wenn Sie schreiben.
resume-ask = Willkommen zurück. Seit dem Stopp ist alles aus. Schalten Sie ein, was Sie möchten.
resume-all = Alles wie vorher
resume-all-ask = Das war an, als Sie gestoppt haben. Mit „{ resume-all }“ sagen Sie zu jedem davon Ja:
resume-all-changed = Hier hat sich der Text seither geändert, darum frage ich einzeln: { $purposes }.

pause-ask = Bis wann? Zum Beispiel „Pause bis Montag“, oder wählen Sie:
pause-ask-from = Ab { $first }. Bis wann? Zum Beispiel „Freitag“, oder wählen Sie:
pause-days = { $days } Tage
pause-weeks = { $weeks ->
    [one] 1 Woche
   *[other] { $weeks } Wochen
}
paused = Pause. Vor { $day } schreibe ich nicht. Schreiben Sie „weiter“, um früher zurückzukommen.
paused-from = Notiert: Pause ab { $first }. Von da an schreibe ich vor { $day } nicht. Schreiben Sie „weiter“, um sie zurückzunehmen.
pause-past = { $day } ist heute oder schon vorbei. Bis zu welchem Tag soll ich pausieren?
pause-before = { $day } liegt nicht nach { $first }. Ab welchem Tag soll ich wieder schreiben?
pause-unreadable = Dieses Datum konnte ich nicht lesen. Sie können „Pause bis Montag“ oder „Pause bis 3. Dezember“ schreiben.
pause-far = Das ist mehr als ein Jahr. Passt „Stopp“ besser? Sonst nennen Sie bitte einen näheren Tag.
pause-nothing = Es ist nichts geplant, das pausieren könnte.

next-heading = Ich schreibe am:
next-not-delivered = Nicht zugestellt: meine Frage vom { $day }. Dieser Chat hat sie nicht angenommen. Sie wartet auf keine Antwort.

hold-file = Alles davon als Datei
hold-heading = Was ich über Sie habe
hold-nothing = Ich habe nichts über Sie, außer der Adresse dieses Chats.
hold-person = Ihren Namen hier, Ihre Sprache ({ $language }) und Ihre Zeitzone ({ $zone }), damit ich Sie erreiche und Ihre Zeiten einhalte.
hold-engagement = Mit { $coach }, bis { $until }. Alles davon ist bis { $erased } gelöscht.
hold-rhythm = Ihre Zeiten: { $times }.
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
    [one] Und 1 ältere.
   *[other] Und { $count } ältere.
}
hold-share-seen = { $coach } hat das am { $day } erhalten:
hold-share-waiting = Wartet auf die nächste Übersicht für { $coach }:
hold-ledger = Ein Verzeichnis dessen, was Sie erlaubt haben und wann, ohne Namen: { $count ->
    [one] 1 Eintrag
   *[other] { $count } Einträge
}. Es bleibt nach dem Löschen als Nachweis.
hold-kept = { $days ->
    [0] Ihre eigene Aufbewahrungszeit: bis zum Ende.
    [one] Ihre eigene Aufbewahrungszeit: 1 Tag.
   *[other] Ihre eigene Aufbewahrungszeit: { $days } Tage.
}
hold-deliveries = Wann ich Ihnen geschrieben habe oder schreiben werde, ohne die Worte: { $count ->
    [0] noch nichts
    [one] 1 Mal
   *[other] { $count } Mal
}.
hold-coach = Von Ihnen als Coach behalte ich:
hold-chat = Dieser Chat selbst wird von { $platform } aufbewahrt, nicht von mir.

erase-ask = Alles löschen, was ich über Sie habe? Es lässt sich nicht rückgängig machen. Ihre Antworten, Schritte und Zeiten verschwinden, und ich schreibe nicht mehr.
erase-yes = Alles löschen
erase-some = Nur einen Teil …
erase-no = Behalten
erase-kept = Es wurde nichts gelöscht.
erase-which = Welchen Teil?
erase-part-week = Die letzten 7 Tage
erase-part-month = Die letzten 30 Tage
erase-part-days = Andere Tage …
erase-part-one = Eine Antwort …
erase-part-nothing = Aus dieser Zeit habe ich nichts.
erase-part-yes = Löschen
erase-days = Von welchem bis zu welchem Tag? Beide zählen mit.
erase-from = Von
erase-from-example = 3. November
erase-to = Bis
erase-to-example = gestern
erase-days-show = Zeigen, was verschwindet
erase-days-unreadable = Diese zwei Tage konnte ich nicht lesen. Der erste kommt zuerst, und keiner liegt vor uns.
erase-days-ask = Löschen, was Sie vom { $first } bis zum { $last } geschrieben haben? Es lässt sich nicht rückgängig machen.
erase-pick = Welche?
erase-this = Diese löschen ({ $day })
erase-older = { $count ->
    [one] 1 ältere steht hier nicht. Über „{ erase-part-days }“ können Sie sie löschen.
   *[other] { $count } ältere stehen hier nicht. Über „{ erase-part-days }“ können Sie sie löschen.
}
erase-one-ask = Diese Antwort löschen? Es lässt sich nicht rückgängig machen.
erase-unfinished = Ihre Worte kann niemand mehr lesen: ihre Schlüssel sind zerstört. Das Aufräumen des Rests ist gerade nicht gelungen, und geht von selbst weiter.
erased-heading = Gelöscht
erased-gone = Weg: Ihr Name, Ihre Adresse, Zeiten, Antworten und Schritte, und die Schlüssel, mit denen man sie lesen könnte.
erased-gone-but-coach = Weg: Ihre Antworten, Schritte und Zeiten als Klientin oder Klient, und die Schlüssel, mit denen man sie lesen könnte. Als Coach sind Sie hier weiter bekannt: Ihr Name, Ihre Adresse, Ihre Sprache und Ihre Zeitzone.
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
erased-part-keys = Die Schlüssel, mit denen man es lesen könnte, sind zerstört. Was Sie sonst behalten haben, ist noch hier.
erased-backups = Eine frühere Sicherung kann nur lesen, wer auch die Schlüssel und den Hauptschlüssel von damals aufbewahrt hat. Die Menschen, die mich betreiben, vernichten solche Kopien bis { $day }.
erased-backups-later = Eine frühere Sicherung lässt sich nur mit den Schlüsseln von damals lesen. Kopien dieser Schlüssel werden nutzlos, sobald die Menschen, die mich betreiben, den Hauptschlüssel das nächste Mal von Hand wechseln. Die Sicherungen werden bis { $day } vernichtet.
erased-proof = Als Nachweis bleibt: { $count ->
    [one] 1 Eintrag
   *[other] { $count } Einträge
} dessen, was Sie erlaubt haben und wann, ohne Ihren Namen.
erased-proof-damaged = Ein Teil dieses Nachweises ist beschädigt, deshalb konnte ich ihn nicht mitzählen. Alles andere ist trotzdem gelöscht.
erased-coach = { $coach } bekam zu sehen, was Sie geteilt hatten, zuerst am { $day }. Ich nehme es jetzt aus meinen Nachrichten heraus; was gelesen oder kopiert wurde, kann ich nicht zurücknehmen.
erased-name = Meine früheren Nachrichten an { $coach } zeigen vielleicht noch Ihren Namen. Sie bleiben in jenem Chat.
erased-chat-other-all = Ich lösche meine eigenen Nachrichten hier, wo die Chat-Plattform mich lässt. Was Sie selbst geschrieben haben, bleibt dort, bis Sie es löschen. Ihre Organisation hat vielleicht Kopien, und nur sie kann diese löschen.
erased-chat-other-part = Ich lösche meine eigenen Nachrichten dazu, wo die Chat-Plattform mich lässt. Was Sie selbst geschrieben haben, bleibt dort, bis Sie es löschen. Ihre Organisation hat vielleicht Kopien, und nur sie kann diese löschen.
erased-chat-other-kept = Ich lösche meine eigenen Nachrichten dazu, wo die Chat-Plattform mich lässt. Der Rest dieses Chats bleibt auf der Chat-Plattform, bis er dort gelöscht wird. Ihre Organisation hat vielleicht Kopien, und nur sie kann diese löschen.
erased-again = Um wieder anzufangen, schreiben Sie einen Code.

ending-heading = Bald endet unsere Zeit
ending-body = Ihre Zeit mit { $coach } endet am { $until }. Was ich für Sie behalten habe, ist bis { $erased } gelöscht.
ending-today-heading = Heute ist der letzte Tag
ending-today = Heute ist der letzte Tag Ihrer Zeit mit { $coach }. Was ich für Sie behalten habe, ist bis { $erased } gelöscht.
ending-goes = Das sind { $answers ->
    [0] keine Antworten
    [one] 1 Antwort
   *[other] { $answers } Antworten
}, { $steps ->
    [0] keine Schritte
    [one] 1 Schritt
   *[other] { $steps } Schritte
}, und Ihre Zeiten. Was Sie geteilt haben, bleibt im Chat Ihres Coachs, außer Sie nehmen es vorher zurück.
platform-other = der Chat-Plattform
stopped-still = Ich bin gestoppt, darum habe ich davon nichts behalten. Um wieder zu beginnen, schreiben Sie „weiter“.
resume-first = Ich bin gestoppt, darum wird nichts weitergegeben. Um wieder zu beginnen, schreiben Sie „weiter“.
