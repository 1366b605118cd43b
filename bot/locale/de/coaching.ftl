# Was ein Coach liest.
invite-code = Hier ist ein Code zum Weitergeben:
invite-how = Er gilt bis { $expires }, für alle, die ihn haben. Das Coaching hier würde bis { $until } gehen. Geben Sie ihn in Ihren eigenen Worten weiter, zum Beispiel:
invite-example =
    Zwischen unseren Sitzungen können Sie Handrail nutzen, wenn Sie mögen. Schreiben Sie dort diesen Code: { $code }
    Sie bestimmen, was Sie gefragt werden, wann, und was ich zu sehen bekomme. Wenn Sie lieber nicht möchten, ist das in Ordnung, und ich erfahre es nicht.
invite-nothing-sent = Ich schicke Ihrer Klientin oder Ihrem Klienten nichts, und ich sage Ihnen nicht, ob der Code benutzt wurde oder von wem.
invite-weeks = { $weeks ->
    [one] Ein Code für 1 Woche
   *[other] Ein Code für { $weeks } Wochen
}
digest-yes = Ja, einmal pro Woche
digest-no = Nein, ich frage selbst
digest-on = Gut. Die Übersicht kommt jeweils am { $day } zwischen { $from } und { $to } Uhr, wenn etwas geteilt wurde. Mit „Übersicht“ können Sie sie jederzeit ansehen.
digest-when = Anderer Tag, andere Zeit …
digest-when-ask = Wann hätten Sie die Übersicht gern?
digest-day = Tag
digest-save = Speichern
digest-off = Gut, keine Übersicht. Schreiben Sie „Übersicht“, wann immer Sie sehen möchten, was geteilt wurde.
digest-heading = Mit Ihnen geteilt
digest-from = { $client }
digest-bring = Für Ihre Sitzung
digest-someone = Eine Person, mit der Sie arbeiten
digest-more = { $count ->
        [one] Noch eine geteilte Antwort wartet.
       *[other] Noch { $count } geteilte Antworten warten.
    }
digest-show-more = Mehr zeigen
digest-end = Die Menschen, von denen das kommt, haben es vorher gesehen und für Sie freigegeben.
digest-empty = Es wurde nichts Neues mit Ihnen geteilt. Das sagt über niemanden etwas.
digest-not-delivered = Nicht zugestellt: Ihre Übersicht vom { $day }. Dieser Chat hat sie nicht angenommen. Hier steht, was Sie davon noch lesen können.
digest-earlier = Früher geteilt
coach-only = „{ $command }“ ist für Coaches. Schreiben Sie „einladen“, wenn Sie jemanden coachen.
digest-state-on = Ihre Übersicht kommt jeweils am { $day } zwischen { $from } und { $to } Uhr, wenn etwas geteilt wurde.
digest-turn-off = Übersicht ausschalten
digest-waiting = Jemand hat etwas mit Ihnen geteilt.
digest-open = Öffnen
digest-gone = Hier ist nichts mehr zu lesen.
digest-taken-back = Etwas, das hier stand, wurde zurückgenommen.

coaches-ask = Wer hier coachen kann, entscheiden die Menschen, die mich betreiben. Wenn Sie jemanden coachen, schicken Sie ihnen bitte selbst die Zeile unten; ich gebe sie nicht weiter.
coaches-off = Zurzeit stehen Sie nicht auf der Liste derer, die hier coachen können. Was Klientinnen und Klienten teilen, zeige ich Ihnen nicht, und Ihre Codes funktionieren nicht. Sie können alle Ihre Coachings hier beenden, fragen, was ich gespeichert habe, oder „löschen“ schreiben.
invite-enough = Pro Tag kann ich Ihnen { $count ->
        [one] 1 Code
       *[other] { $count } Codes
    } geben, und für heute ist das erreicht. Ein Code gilt für mehr als eine Person, Sie können also auch einen früheren nehmen oder morgen wieder fragen.
share-waits = Zurzeit steht Ihr Coach nicht auf der Liste derer, die hier coachen können. Bis sich das ändert, wird Ihrem Coach nichts gezeigt, was Sie teilen.

brief-offer = Vor einer Sitzung …
brief-on = Gut. Am Abend vor jeder Sitzung, deren Termin Sie sehen dürfen, kommt ein Überblick, wenn etwas geteilt wurde.
brief-off = Gut, kein Überblick vor einer Sitzung. Schreiben Sie „Übersicht“, wann immer Sie sehen möchten, was geteilt wurde.
brief-state-on = Am Abend vor jeder Sitzung, deren Termin Sie sehen dürfen, kommt ein Überblick, wenn etwas geteilt wurde.
brief-turn-off = Überblick ausschalten
brief-heading = Vor Ihrer Sitzung mit { $client }
brief-session = Die Sitzung: { $moment }
brief-shared = Mit Ihnen geteilt
brief-seen = Das haben Sie schon gesehen.
brief-waiting = Vor Ihrer Sitzung wurde etwas mit Ihnen geteilt.
sent-now = Vor Ihrer Sitzung an Sie geschickt
