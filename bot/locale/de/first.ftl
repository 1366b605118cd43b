# Das erste Gespräch: zwei leichte Fragen, und eine klare Antwort auf eine Sorge.
first-offer = Zwei erste Fragen
first-hope = Was erhoffen Sie sich davon?
first-worry = Gibt es etwas, das Ihnen dabei Sorgen macht?
first-hint = In Ihren eigenen Worten, wenn Sie mögen. Auslassen ist in Ordnung.
first-done = Mehr wollte ich für jetzt nicht fragen.
worry-sees = Wer was sieht: { $coach } liest nur, was Sie vorher gesehen und geteilt haben, Wort für Wort. Niemand erfährt, wann Sie antworten, oder ob.
worry-kept = Tippen und Formulare sagen weniger als Worte. Ich behalte nur, was Sie erlauben, verschlüsselt.
worry-stop = Sie können jederzeit gehen: „Pause bis Montag“, „Stopp“, oder „löschen“ für alles.
