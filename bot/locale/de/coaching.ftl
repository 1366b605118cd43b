# Was ein Coach liest.
invite-code = Hier ist ein Code zum Weitergeben:
invite-how = Er gilt bis { $expires }, für jede Person, die ihn hat. Die Zusammenarbeit würde bis { $until } gehen. Geben Sie ihn in Ihren eigenen Worten weiter, zum Beispiel:
invite-example =
    Zwischen unseren Sitzungen können Sie Handrail nutzen, wenn Sie mögen. Schreiben Sie ihm diesen Code: { $code }
    Sie bestimmen, was es fragt, wann, und was ich zu sehen bekomme. Wenn Sie lieber nicht möchten, ist das in Ordnung, und ich erfahre es nicht.
invite-nothing-sent = Ich schicke Ihrer Klientin oder Ihrem Klienten nichts, und ich sage Ihnen nicht, ob der Code benutzt wurde oder von wem.
invite-weeks = { $weeks ->
    [one] Ein Code für 1 Woche
   *[other] Ein Code für { $weeks } Wochen
}
digest-yes = Ja, einmal die Woche
digest-no = Nein, ich frage selbst
digest-on = Gut. Sie kommt, wenn etwas geteilt wurde: { $day }, zwischen { $from } und { $to }. Schreiben Sie „Übersicht“, um sie jederzeit zu sehen.
digest-when = Anderer Tag, andere Zeit …
digest-when-ask = Wann soll die Übersicht kommen?
digest-day = Tag
digest-save = Speichern
digest-off = Dann keine Übersicht. Schreiben Sie „Übersicht“, wann immer Sie sehen möchten, was geteilt wurde.
digest-heading = Mit Ihnen geteilt
digest-from = { $client }
digest-bring = Für Ihre Sitzung
digest-someone = Jemand, mit dem Sie arbeiten
digest-more = { $count ->
    [one] Eines wartet noch.
   *[other] { $count } warten noch.
}
digest-show-more = Mehr zeigen
digest-end = Jede dieser Personen hat es vorher gesehen und für Sie freigegeben.
digest-empty = Es wurde nichts Neues mit Ihnen geteilt. Das sagt über niemanden etwas.
digest-not-delivered = Nicht zugestellt: Ihre Übersicht vom { $day }. Dieser Chat hat sie nicht angenommen. Hier ist, was davon noch gelesen werden darf.
digest-earlier = Früher geteilt
coach-only = „{ $command }“ ist für Coaches. Schreiben Sie „einladen“, wenn Sie jemanden coachen.
digest-state-on = Ihre Übersicht kommt, wenn etwas geteilt wurde: { $day }, zwischen { $from } und { $to }.
digest-turn-off = Übersicht ausschalten
digest-waiting = Jemand hat etwas mit Ihnen geteilt.
digest-open = Öffnen
digest-gone = Hier ist nichts mehr zu lesen.
digest-taken-back = Etwas, das hier stand, wurde zurückgenommen.

coaches-ask = Hier entscheiden die, die mich betreiben, wer coacht. Wenn Sie jemanden coachen, geben Sie ihnen die Zeile darunter. Von selbst gebe ich nichts weiter.
coaches-off = Zurzeit gehören Sie nicht zu denen, die hier coachen. Was Klientinnen und Klienten teilen, wird Ihnen nicht gezeigt, und Ihre Codes funktionieren nicht. Sie können alle Coachings beenden, fragen, was ich gespeichert habe, oder „löschen“ schreiben.
invite-enough = Ich kann Ihnen am Tag { $count ->
    [one] 1 Code
   *[other] { $count } Codes
} geben, und für heute sind alle vergeben. Ein Code gilt für mehr als eine Person, vielleicht genügt also ein früherer. Morgen gibt es wieder welche.
share-waits = Zurzeit gehört Ihr Coach nicht zu denen, die hier coachen. Bis sich das ändert, wird Ihrem Coach nichts gezeigt, was Sie teilen.
