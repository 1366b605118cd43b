# Zeiten in eigener Hand: getippt, gezeigt, und gültig erst nach einem Ja.
rhythm-understood = So habe ich es verstanden:
rhythm-line-days = { $days }, { $every }
rhythm-line-window = Zwischen { $from } und { $to } Uhr (Zeit in { $zone })
rhythm-line-quiet = Ruhezeit von { $from } bis { $to } Uhr
rhythm-line-off = Freie Tage: { $days }
rhythm-line-span = { $first } bis { $last }
rhythm-line-holidays = Nicht an Feiertagen: { $country }
rhythm-weeks = { $weeks ->
    [1] jede Woche
    [2] jede zweite Woche
   *[other] alle { $weeks } Wochen
}
rhythm-suggested = { $coach } schlägt vor: { $days }, { $every }. Sie entscheiden.
rhythm-more = Mehr …
rhythm-more-ask = Wann soll ich nicht schreiben?
rhythm-covers = Check-ins und Notizen Ihres Coachs kommen an diesen Tagen. Erinnerungen (an einen Schritt oder den Check-in), Fragen zur Sitzung und der Hinweis auf das Ende kommen jeweils an einem eigenen Tag, in denselben Stunden. Eine Frage, die Sie verschieben, kommt zu der Zeit, die Sie genannt haben.
rhythm-quiet-from = Ruhezeit ab
rhythm-quiet-to = Ruhezeit bis
rhythm-quiet-none = Keine Ruhezeit
rhythm-off = Freie Tage
rhythm-off-example = 24. Dezember, 27. Dezember bis 3. Januar
rhythm-holidays = Keine Nachrichten an Feiertagen in
rhythm-holidays-example = Deutschland
rhythm-bad-quiet = Ihre Ruhezeit lässt mir keine Zeit zum Schreiben. Bitte ändern Sie die Ruhezeit oder die Stunden, in denen ich schreiben darf.
rhythm-bad-off = Diese freien Tage konnte ich nicht lesen. Zum Beispiel: „24. Dezember, 27. Dezember bis 3. Januar“.
rhythm-bad-holidays = Die Feiertage dieses Landes kenne ich nicht. Sie können das Feld auch leer lassen.
rhythm-none-left = Dann bliebe kein Tag übrig. Wenn ich nicht schreiben soll, schreiben Sie „Pause bis Montag“ oder „Stopp“.

travel-ask = Ihre Uhr scheint jetzt auf die Zeit von { $place } eingestellt zu sein. Ich schreibe Ihnen nach der Zeit von { $home }. Soll ich Ihre Zeiten umstellen?
travel-move = Auf die Zeit von { $place }
travel-stay = Bei der Zeit von { $home } bleiben
travel-moved = Ihre Zeiten sind umgestellt. Ich schreibe am:
travel-stayed = Ihre Zeiten bleiben bei der Zeit von { $home }. Zu { $place } frage ich nicht noch einmal.

rested = In Ordnung, ich mache Pause. Von mir aus schreibe ich erst wieder, wenn Sie „weiter“ schreiben.

next-no-check-in = Es ist kein Check-in geplant. Von mir aus schreibe ich nur, wenn Sie es erlaubt haben.
