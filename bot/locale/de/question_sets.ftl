# Paths, sets around sessions, and a word to a coach about how a question asks.
paths-open = Wege …
paths-heading = Wege
paths-hint = Ein Weg besteht aus einigen Fragen, die zusammengehören, etwa eine pro Woche. Sie können ihn jederzeit verlassen.
path-chosen = Sie sind jetzt auf dem Weg „{ $title }“. Das sind seine Fragen:
path-chosen-how = Ich stelle sie einzeln, etwa eine pro Woche, anstelle einer anderen Frage. Sie können jede auslassen.
path-next = Sie sind auf dem Weg „{ $title }“. Als Nächstes kommt Frage { $number } von { $most }.
path-at-end = Sie sind auf dem Weg „{ $title }“. Bei Ihrer Auswahl ist davon keine Frage mehr übrig.
path-place = { $title }: Frage { $number } von { $most }
path-leave = Diesen Weg verlassen
path-left = Sie haben den Weg verlassen. Ihre Antworten bleiben, wie sie sind.

questions-look = Ansehen: { $title }
more-after-tap = { $question } Ein Satz genügt, wenn Sie mögen.
after-hello = Nach Ihrer Sitzung eine Frage, wenn Sie mögen.

asks-look = Bevor ich das speichere, ein Wort dazu, wie hier gefragt wird:
asks-hostile = Das könnte die Person verletzen, die es liest, deshalb speichere ich es nicht. Freundlicher wäre: „Was hat es schwer gemacht?“
asks-blaming = Das klingt, als hätte jemand Schuld, deshalb speichere ich es nicht. Statt „Warum kommen Sie immer zu spät?“ könnten Sie fragen: „Was würde Ihnen helfen, pünktlich anzufangen?“
asks-leading = In dieser Frage steckt schon Ihre eigene Antwort. Offener wäre: „Wie sehen Sie das?“
asks-double = Das sind zwei Fragen auf einmal. Einzeln sind sie leichter zu beantworten.
asks-field = Ihre Fragen
asks-save-changed = Speichern
asks-save-as-it-is = So speichern
