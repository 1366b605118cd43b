# Zeiten in eigener Hand: getippt, gezeigt, und gültig erst nach einem Ja.
rhythm-understood = Ich habe verstanden:
rhythm-line-days = { $days }, { $every }
rhythm-line-window = Zwischen { $from } und { $to }, Zeit in { $zone }
rhythm-line-quiet = Ruhe von { $from } bis { $to }
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
rhythm-more-ask = Wann soll ich still sein?
rhythm-covers = Check-ins und Notizen Ihres Coaches kommen an diesen Tagen. Ein Schritt, eine Frage zur Sitzung, eine Erinnerung oder der Hinweis auf das Ende kommt am eigenen Tag, in denselben Stunden. Eine Frage, die Sie verschieben, kommt zu der Zeit, die Sie genannt haben.
rhythm-quiet-from = Ruhe von
rhythm-quiet-to = Ruhe bis
rhythm-quiet-none = Keine Ruhezeit
rhythm-off = Freie Tage
rhythm-off-example = 24. Dezember, 27. Dezember bis 3. Januar
rhythm-holidays = Keine Nachrichten an Feiertagen in
rhythm-holidays-example = Deutschland
rhythm-bad-quiet = Ihre Ruhezeit lässt keine Zeit, in der ich schreiben könnte. Bitte ändern Sie eine der beiden.
rhythm-bad-off = Diese freien Tage konnte ich nicht lesen. Zum Beispiel: „24. Dezember, 27. Dezember bis 3. Januar“.
rhythm-bad-holidays = Die Feiertage dieses Landes kenne ich nicht. Sie können das Feld auch leer lassen.
rhythm-none-left = Dann bliebe kein Tag. Wenn ich still sein soll, schreiben Sie „Pause bis Montag“ oder „Stopp“.

travel-ask = Ihre Uhr scheint jetzt auf der Zeit von { $place } zu gehen. Ich schreibe Ihnen nach der Zeit von { $home }. Sollen Ihre Zeiten mitgehen?
travel-move = Auf die Zeit von { $place }
travel-stay = Bei der Zeit von { $home } bleiben
travel-moved = Sie sind mitgegangen. Ich schreibe am:
travel-stayed = Sie bleiben bei der Zeit von { $home }. Nach { $place } frage ich nicht mehr.

rested = In Ordnung, ich mache Pause. Ich schreibe erst wieder, wenn Sie „weiter“ schreiben.

next-no-check-in = Es ist kein Check-in geplant. Von mir aus schreibe ich nur, was Sie erlaubt haben.
