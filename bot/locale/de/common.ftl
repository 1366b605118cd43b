# In jedem Gespräch. Ein Wort je Sache: Coach, Klientin oder Klient, Check-in, kleiner Schritt,
# Schalter, teilen, Übersicht (digest), Zusammenarbeit (engagement), Beleg (receipt), Vereinbarung. Anrede: Sie.
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
    Hallo. Ich bin Handrail, ein Bot. Wenn Sie von Ihrem Coach einen Code haben, schreiben Sie ihn hier.
    Wenn Sie selbst Coach sind, schreiben Sie „einladen“.
help-client = Sie können mir jederzeit in Ihren eigenen Worten schreiben.
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
    „Zeiten ändern“, „was kommt als Nächstes“, „Pause bis Montag“, „weiter“, „Stopp“, „Sprache“
help-all-coach = Als Coach: „einladen“, „Übersicht“, „meine Klienten“, „mein Profil“, „Fragen“
language-ask = Welche Sprache soll ich sprechen?
language-set = Ab jetzt spreche ich Deutsch.
too-long = Das ist mehr, als ich in einer Nachricht aufnehmen kann ({ $limit } { $of ->
        [lines] Zeilen
       *[characters] Zeichen
    }). Es wurde nichts behalten. Schicken Sie es gern in Teilen.
field-too-long = In einem Feld steht mehr, als ich dort aufnehmen kann ({ $limit } { $of ->
        [lines] Zeilen
       *[characters] Zeichen
    }). Es hat sich nichts geändert. Ginge es etwas kürzer?
edit-too-long = Ihre Nachricht ist jetzt länger, als ich auf einmal aufnehmen kann ({ $limit } { $of ->
        [lines] Zeilen
       *[characters] Zeichen
    }). Bei mir steht deshalb noch, was vorher darin stand. Wenn Sie sie kürzen, nehme ich die neuen Worte; wenn Sie sie löschen, geht auch meine Kopie.
empty = Die Nachricht war leer. Schreiben Sie in Ihren eigenen Worten, oder „Hilfe“.
stale = Zu diesem Knopf habe ich hier nichts mehr. Es wurde nichts geändert. Schreiben Sie „Hilfe“, um zu sehen, was ich kann.
already-done = Das ist schon geschehen. Es wurde nichts geändert.
trouble = Bei mir ist etwas schiefgegangen, und es wurde nichts gespeichert. Bitte versuchen Sie es noch einmal.
interrupted = Ich wurde unterbrochen, und meine Antwort hat Sie vielleicht nicht erreicht. Gespeichert ist alles, was Sie geschickt haben. Schreiben Sie mir wieder, dann geht es von dort weiter.
damaged = Etwas, das ich behalten hatte, ist beschädigt, und ich kann es nicht mehr lesen. Es wurde nichts geändert. Wer mich betreibt, kann danach sehen; Ihr Coach weiß, wer das ist.
form-unreadable = Ich konnte das Formular nicht lesen. Es wurde nichts geändert. Bitte versuchen Sie es noch einmal.

# Stands in every view of who can read, in these words everywhere.
organisation-may-read = Ihre Organisation kann die Chats hier vielleicht lesen oder exportieren.
