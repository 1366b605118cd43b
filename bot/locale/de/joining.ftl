# Vom Code bis zum ersten Check-in.
welcome-bot = Hallo. Ich bin Handrail, ein Bot. Ich frage nach, wann Sie es möchten.
welcome-sees = Nicht einmal, dass Sie hier sind.
welcome-stop = Schreiben Sie jederzeit „Stopp“, und ich bin sofort still.

agreement-heading = Unsere Vereinbarung
agreement-client = Sie entscheiden, was ich frage, behalte und weitergebe, und können es sich anders überlegen.
agreement-coach = Ihr Coach vereinbart mit Ihnen Honorar und Vertraulichkeit und sieht nur, was Sie teilen.
agreement-organisation = Ihre Organisation betreibt mich und bekommt keine Berichte.
ask-agreement = Sie endet am { $until }. Was ich behalten habe, ist bis { $erased } gelöscht. Sind Sie einverstanden?
agreement-card = Ihr Coach hat aufgeschrieben, wie Sie zusammenarbeiten würden:
agreement-process = Wie wir arbeiten
agreement-fees = Honorar
agreement-confidentiality = Vertraulichkeit und ihre Grenzen
agree-yes = Einverstanden
agree-no = Jetzt nicht
agree-no-more = Das ist in Ordnung. Ab jetzt wird nichts gesendet, behalten oder weitergegeben. Schreiben Sie „Vereinbarung“, um sie wieder anzusehen, oder „löschen“, um alles löschen zu lassen.
agree-no-shares = Was Sie freigegeben hatten und Ihr Coach noch nicht bekommen hat, wird nicht weitergegeben.
agree-later = Das ist in Ordnung. Es wird nichts behalten und nichts gesendet. Schreiben Sie den Code wieder, wann immer Sie mögen.

rhythm-ask = Wann darf ich schreiben?
rhythm-days = Tage
rhythm-every = Wie oft
rhythm-every-week = Jede Woche
rhythm-every-two = Alle 2 Wochen
rhythm-every-four = Alle 4 Wochen
rhythm-from = Von
rhythm-to = Bis
rhythm-zone = Stadt oder Zeitzone
rhythm-show = Zeigen Sie es mir
rhythm-next = Dann würde ich schreiben am:
rhythm-one = { $day }, zwischen { $from } und { $to }
rhythm-yes = So ist es richtig
rhythm-change = Ändern
rhythm-set = Ihre Zeiten stehen.
rhythm-none = So käme vor dem Ende am { $until } nichts mehr. Bitte wählen Sie andere Tage.
rhythm-bad-zone = Diesen Ort kenne ich nicht. Versuchen Sie eine große Stadt in Ihrer Nähe, etwa „Berlin“ oder „Ho Chi Minh“.
rhythm-bad-days = Bitte wählen Sie mindestens einen Tag.
rhythm-bad-window = Das Ende muss nach dem Anfang liegen, am selben Tag.
rhythm-quiet = Dann kommen keine Check-ins. Sie können mir schreiben, wann immer Sie mögen.
rhythm-no-check-ins = Check-ins sind aus, darum gibt es keine Zeiten zu wählen. Einschalten können Sie sie unter „meine Einwilligungen“.

receipt-heading = Ihr Beleg
receipt-all-on = An, bis { $until }: { $purposes }.
receipt-all-off = Aus: { $purposes }.
receipt-rest-off = Alles andere ist aus.
receipt-nothing-on = Alles ist aus.
receipt-given = { $purpose }: an seit { $day }
receipt-given-until = { $purpose }: an seit { $day }, bis { $until }
receipt-withdrawn = { $purpose }: aus, am { $day } von Ihnen ausgeschaltet
receipt-refused = { $purpose }: aus, am { $day } haben Sie nein gesagt
receipt-expired = { $purpose }: aus, am { $day } abgelaufen
receipt-suspended = { $purpose }: aus, bis ich Sie wieder frage, denn wozu Sie ja sagten, hat sich geändert
receipt-never = { $purpose }: aus, nie eingeschaltet
receipt-number = Im Verzeichnis dahinter steht kein Name. Sein Fingerabdruck beginnt mit { $number }.
receipt-withdrawal-agreement = Schreiben Sie „alles löschen“ in diesem Chat: das beendet sie. „Stopp“ schaltet alles aus, wozu sie geschlossen wurde.
receipt-withdrawal = Schreiben Sie in diesem Chat „meine Einwilligungen“ für einen Zweck, oder „Stopp“ für alle.
receipt-file = Der Beleg als Datei
receipt-change = Um etwas daran zu ändern, schreiben Sie „meine Einwilligungen“.
receipt-questions = Meine Fragen

code-unknown = Dieser Code funktioniert hier nicht. Codes gelten { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
} lang. Ihr Coach kann Ihnen einen neuen geben.
code-own = Diesen Code haben Sie für jemand anderen gemacht. Geben Sie ihn in Ihren Worten weiter; eingeben muss ihn die andere Person.
code-again = Mit diesem Coach sind Sie schon verbunden. Schreiben Sie „Hilfe“, um zu sehen, was ich kann.
code-wait = Das waren einige Codes hintereinander. Bitte warten Sie { $minutes ->
    [one] eine Minute
   *[other] { $minutes } Minuten
}, fragen Sie Ihren Coach nach dem Code, und schreiben Sie ihn wieder.
agreement-until = Sie endet am { $until }. Was ich behalten habe, ist bis { $erased } gelöscht.

who-coach = Ihr Coach:
who-account = Konto: { $account } ({ $platform })
who-elsewhere = Konto: { $account } ({ $platform }), in einem anderen Workspace als Ihrem
