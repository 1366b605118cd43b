# Vom Code bis zum ersten Check-in.
welcome-bot = Hallo. Ich bin Handrail, ein Bot. Ich melde mich, wann Sie es möchten.
welcome-sees = Ihr Coach sieht nicht einmal, dass Sie hier sind.
welcome-stop = Schreiben Sie „Stopp“, und ich höre auf.

agreement-heading = Unsere Vereinbarung
agreement-client = Sie entscheiden jederzeit, was ich frage, speichere und weitergebe.
agreement-coach = Ihr Coach vereinbart mit Ihnen Honorar und Vertraulichkeit und sieht nur, was Sie teilen.
agreement-organisation = Ihre Organisation betreibt mich und bekommt keine Berichte.
ask-agreement = Diese Vereinbarung endet am { $until }. Was ich gespeichert habe, ist bis { $erased } gelöscht. Sind Sie einverstanden?
agreement-card = Ihr Coach hat aufgeschrieben, wie Sie zusammenarbeiten würden:
agreement-process = Wie wir arbeiten
agreement-fees = Honorar
agreement-confidentiality = Vertraulichkeit und ihre Grenzen
agree-yes = Einverstanden
agree-no = Jetzt nicht
agree-no-more = Das ist in Ordnung. Ab jetzt wird nichts gesendet, gespeichert oder weitergegeben. Schreiben Sie „Vereinbarung“, um sie wieder anzusehen, oder „löschen“, um alles löschen zu lassen.
agree-no-shares = Was Sie freigegeben haben und Ihr Coach noch nicht bekommen hat, wird nicht weitergegeben.
agree-later = Das ist in Ordnung. Es wird nichts gespeichert und nichts gesendet. Geben Sie Ihren Code wieder ein, wann immer Sie mögen.

rhythm-ask = Wann darf ich schreiben?
rhythm-days = Tage
rhythm-every = Wie oft
rhythm-every-week = Jede Woche
rhythm-every-two = Alle 2 Wochen
rhythm-every-four = Alle 4 Wochen
rhythm-from = Von
rhythm-to = Bis
rhythm-zone = Stadt
rhythm-show = Zeigen
rhythm-next = Ich würde schreiben am:
rhythm-one = { $day }, { $from }–{ $to } Uhr
rhythm-yes = So stimmt es
rhythm-change = Ändern
rhythm-set = Ihre Zeiten sind eingetragen.
rhythm-none = Mit dieser Auswahl käme nichts mehr, bevor unsere Zeit am { $until } endet. Bitte wählen Sie andere Tage.
rhythm-bad-zone = Diesen Ort kenne ich nicht. Versuchen Sie eine große Stadt in Ihrer Nähe, etwa „Berlin“ oder „Ho Chi Minh“.
rhythm-bad-days = Bitte wählen Sie mindestens einen Tag.
rhythm-bad-window = Das Ende muss nach dem Anfang liegen, am selben Tag.
rhythm-quiet = Dann schicke ich keine Check-ins. Sie können mir schreiben, wann immer Sie mögen.
rhythm-no-check-ins = Check-ins sind aus, deshalb gibt es keine Zeiten einzustellen. Einschalten können Sie sie unter „meine Einwilligungen“.

receipt-heading = Ihr Beleg
receipt-all-on = An, bis { $until }: { $purposes }.
receipt-all-off = Aus: { $purposes }.
receipt-rest-off = Alles andere ist aus.
receipt-nothing-on = Alles ist aus.
receipt-given = { $purpose }: an seit { $day }
receipt-given-until = { $purpose }: an seit { $day }, bis { $until }
receipt-withdrawn = { $purpose }: aus, Sie haben es am { $day } ausgeschaltet
receipt-refused = { $purpose }: aus, Sie haben am { $day } Nein gesagt
receipt-expired = { $purpose }: aus, am { $day } abgelaufen
receipt-revoked = { $purpose }: aus, am { $day } von Ihrer Organisation beendet
receipt-suspended = { $purpose }: aus, bis ich Sie wieder frage, denn wozu Sie Ja gesagt hatten, hat sich geändert
receipt-never = { $purpose }: aus, nie eingeschaltet
receipt-number = Das Verzeichnis dahinter enthält keinen Namen. Sein Fingerabdruck beginnt mit { $number }.
receipt-withdrawal-agreement = Schreiben Sie in diesem Chat „alles löschen“, um die Vereinbarung zu beenden. „Stopp“ schaltet alles aus, wofür sie geschlossen wurde.
receipt-withdrawal = Schreiben Sie in diesem Chat „meine Einwilligungen“, um eine davon zu ändern, oder „Stopp“ für alle.
receipt-file = Der Beleg als Datei
receipt-change = Um etwas daran zu ändern, schreiben Sie „meine Einwilligungen“.
receipt-questions = Meine Fragen

code-unknown = Dieser Code funktioniert hier nicht. Codes gelten { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
} lang. Ihr Coach kann Ihnen einen neuen geben.
code-own = Diesen Code haben Sie zum Weitergeben erstellt. Geben Sie ihn in Ihren eigenen Worten weiter; die andere Person gibt ihn hier selbst ein.
code-again = Mit diesem Coach sind Sie hier schon verbunden. Schreiben Sie „Hilfe“, um zu sehen, was ich kann.
code-wait = Das waren mehrere Codes in kurzer Zeit. Bitte warten Sie { $minutes ->
        [one] eine Minute
       *[other] { $minutes } Minuten
    }, prüfen Sie den Code mit Ihrem Coach, und geben Sie ihn dann wieder ein.
agreement-until = Diese Vereinbarung endet am { $until }. Was ich gespeichert habe, ist bis { $erased } gelöscht.

who-coach = Ihr Coach:
who-account = Konto: { $account } ({ $platform })
who-elsewhere = Konto: { $account } ({ $platform }), in einem anderen Arbeitsbereich als Ihrem
