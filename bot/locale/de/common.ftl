# In jedem Gespräch. Ein Wort je Sache: Coach, Klientin oder Klient, der Check-in, kleiner Schritt,
# Einwilligung, teilen, Übersicht (digest), Coaching (engagement), Beleg (receipt), Vereinbarung,
# speichern (keep, hold), löschen, Pause und pausieren, Rückmeldung. Anrede: Sie.
locale = de
# Dates as sentences write them. CLDR names months and days; lists and buttons have short ones.
date-day = { $weekday }, { $day }. { $month }
date-day-year = { $weekday }, { $day }. { $month } { $year }
date-year = { $day }. { $month } { $year }
date-hour = { $hours ->
       *[other] um { $hour } Uhr
    }
date-moment = { $day } { $hour }
date-weekday = { $number ->
       *[other] { $name }
    }
summary = Eine Nachricht von Handrail
# How a name that is not plainly a name stands inside a sentence of the bot.
named = „{ $name }“
yes = Ja
no = Nein
not-now = Jetzt nicht

hello =
    Hallo. Ich bin Handrail, ein Bot. Wenn Sie von Ihrem Coach einen Code haben, geben Sie ihn hier ein.
    Wenn Sie selbst Coach sind, schreiben Sie „einladen“.
help-client = Schreiben Sie mir jederzeit, in Ihren eigenen Worten.
help-today = Für heute:
help-yours = Was Ihnen gehört:
help-when = Wann ich Ihnen schreibe:
help-everything = Alles, was ich verstehe
help-page = Meine Seite
help-coach = Als Coach:
help-all = Das sind meine Befehle. Sie können sie genau so schreiben:
help-all-client =
    „Startseite“, „Schritt“, „meine Erfolge“, „meine Worte“, „meine Fragen“, „Sitzung“, „Rückmeldung“
    „meine Worte März“, „Brief an mich“, „meine Schritte“, „meine Stärken“, „meine Kurve“, „Wege“
    „meine Einwilligungen“, „was ist gespeichert“, „wer hat das gesehen“, „Beleg“, „Aufbewahrung“, „löschen“
    „Zeiten ändern“, „was kommt als Nächstes“, „Pause bis Montag“, „weiter“, „Stopp“, „Sprache“, „Sponsor“, „Regeln meiner Organisation“, „mein Coach ist extern“
help-all-coach = Als Coach: „einladen“, „Übersicht“, „meine Coachings“, „mein Profil“, „Fragen“, „Sponsor“
language-ask = Welche Sprache hätten Sie gern?
language-set = Ab jetzt schreibe ich auf Deutsch.
too-long = Das ist mehr, als ich in einer Nachricht aufnehmen kann ({ $limit } { $of ->
        [lines] Zeilen
       *[characters] Zeichen
    }). Ich habe nichts davon gespeichert. Können Sie es in Teilen schicken?
field-too-long = Ein Feld ist länger, als ich dort aufnehmen kann ({ $limit } { $of ->
        [lines] Zeilen
       *[characters] Zeichen
    }). Es wurde nichts geändert. Ginge es etwas kürzer?
edit-too-long = Ihre Nachricht ist jetzt länger, als ich auf einmal aufnehmen kann ({ $limit } { $of ->
        [lines] Zeilen
       *[characters] Zeichen
    }). In meiner Kopie steht deshalb noch, was vorher da stand. Wenn Sie sie kürzen, übernehme ich die neuen Worte; wenn Sie sie löschen, lösche ich auch meine Kopie.
empty = Diese Nachricht war leer. Schreiben Sie in eigenen Worten, oder schreiben Sie „Hilfe“.
stale = Dieser Knopf gilt nicht mehr. Es wurde nichts geändert. Schreiben Sie „Hilfe“, um zu sehen, was ich kann.
already-done = Das ist schon erledigt. Es wurde nichts geändert.
trouble = Bei mir ist etwas schiefgegangen, und es wurde nichts gespeichert. Bitte versuchen Sie es noch einmal.
interrupted = Ich wurde unterbrochen, und meine Antwort hat Sie vielleicht nicht erreicht. Was Sie gemacht haben, ist gespeichert. Schreiben Sie mir wieder, dann geht es von dort weiter.
damaged = Etwas, das ich gespeichert hatte, ist beschädigt, und ich kann es nicht mehr lesen. Es wurde nichts geändert. Die Menschen, die mich betreiben, können es sich ansehen; Ihr Coach weiß, wer das ist.
form-unreadable = Ich konnte das Formular nicht lesen. Es wurde nichts geändert. Bitte versuchen Sie es noch einmal.

# Stands in every view of who can read, in these words everywhere.
organisation-may-read = Ihre Organisation kann die Chats hier möglicherweise lesen oder exportieren.
