# Das erste Gespräch: zwei leichte Fragen, und eine klare Antwort auf eine Sorge.
first-offer = Zwei erste Fragen
first-hope = Was erhoffen Sie sich davon?
first-worry = Gibt es etwas, das Ihnen dabei Sorgen macht?
first-hint = Antworten Sie in eigenen Worten oder lassen Sie die Frage aus. Beides ist in Ordnung.
first-done = Mehr wollte ich vorerst nicht fragen.
worry-sees = { $coach } liest nur, was Sie vorher gesehen und geteilt haben, Wort für Wort. Niemand erfährt, wann oder ob Sie antworten.
worry-kept = Wer hier eine Antwort auswählt oder ein Formular ausfüllt, gibt weniger preis als mit eigenen Worten. Ich speichere nur, was Sie erlauben, verschlüsselt.
worry-stop = Sie können jederzeit gehen: Schreiben Sie „Pause bis Montag“, „Stopp“ oder, wenn alles weg soll, „löschen“.
