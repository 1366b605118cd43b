# Passt es noch? Und die eine leise Frage nach einer stillen Zeit.
comfort-ask = Passt das noch für Sie?
comfort-too-often = Zu oft
comfort-too-personal = Zu persönlich
comfort-wrong-time = Zur falschen Zeit
comfort-fine = Es passt
comfort-stays = In Ordnung. Es bleibt, wie es ist.
comfort-less = Ab jetzt seltener. Ich schreibe am:
comfort-least = Seltener als jetzt kann ich nicht schreiben: { $weeks ->
        [one] jede Woche
       *[other] alle { $weeks } Wochen
    }. Soll ich pausieren?
comfort-rest = Pausieren
comfort-lighter = Ab jetzt leichtere Fragen.
comfort-lightest = Leichtere Fragen als diese habe ich nicht. Um einzelne zu streichen, schreiben Sie „meine Fragen“.

gentle-ask = Wie möchten Sie weitermachen? Jede Wahl ist in Ordnung. Wenn Sie nichts sagen, mache ich Pause, bis Sie mir schreiben.
gentle-less = Seltener
gentle-time = Andere Zeit
gentle-rest = Pausieren
gentle-stop = Stopp

reminder-hello = Ihr Check-in ist noch da, wenn Sie mögen.
