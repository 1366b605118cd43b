# Gesagt, weil dies Microsoft Teams ist, und was der App-Katalog zeigt.
teams-elsewhere = Ich spreche nur im persönlichen Chat. Schreiben Sie mir bitte dort.
teams-no-files = Dateien und Bilder kann ich nicht annehmen; was Sie geschickt haben, habe ich nicht geöffnet. Sagen Sie es mir in Worten, wenn Sie mögen.
teams-file-gone = Diese Datei wartet hier nicht mehr. Fragen Sie noch einmal danach, dann mache ich sie neu.
teams-file-failed = Teams hat die Datei nicht angenommen. Hier steht, was darin ist, zum Kopieren:
teams-home = Startseite
teams-help = Hilfe
teams-switches = meine Einwilligungen
teams-hold = was ist gespeichert
teams-stop = Stopp
teams-short = Begleitung zwischen Coaching-Sitzungen, nur so weit Sie sie erlauben
teams-long = Handrail begleitet Sie zwischen den Coaching-Sitzungen: Fragen und kleine Schritte zu Zeiten, die Sie wählen, Antworten in Ihren eigenen Worten, und für Ihren Coach nur, was Sie vorher gesehen und geteilt haben. Die Installation schickt niemandem etwas. Sie beginnen mit dem Code, den Ihr Coach Ihnen gegeben hat, und können jederzeit pausieren, aufhören oder löschen. Handrail ist ein Bot. Ihre Organisation betreibt ihn und kann diesen Chat womöglich lesen oder exportieren.
teams-do-home = Ihre Seite: was läuft, und was als Nächstes kommt
teams-do-help = Was Sie hier schreiben können
teams-do-switches = Sehen und ändern, was Sie erlauben
teams-do-hold = Alles, was über Sie gespeichert ist
teams-do-stop = Ab jetzt keine Nachrichten mehr

# Said about Microsoft Teams: its name, and what an erase leaves in it.
platform-teams = Microsoft Teams
erased-chat-teams-all = Ich lösche meine eigenen Nachrichten hier, wo Teams mich lässt. Was Sie selbst geschrieben haben, bleibt in Teams, bis Sie es dort löschen. Ihre Organisation hat vielleicht Kopien, und nur sie kann diese löschen. Eine Datei, die ich in Ihr OneDrive legen durfte, bleibt dort, bis Sie sie löschen.
erased-chat-teams-part = Ich lösche meine eigenen Nachrichten dazu, wo Teams mich lässt. Was Sie selbst geschrieben haben, bleibt in Teams, bis Sie es dort löschen. Ihre Organisation hat vielleicht Kopien, und nur sie kann diese löschen. Eine Datei, die ich in Ihr OneDrive legen durfte, bleibt dort, bis Sie sie löschen.
erased-chat-teams-kept = Ich lösche meine eigenen Nachrichten dazu, wo Teams mich lässt. Der Rest dieses Chats bleibt in Teams, bis er dort gelöscht wird. Ihre Organisation hat vielleicht Kopien, und nur sie kann diese löschen. Eine Datei, die ich in Ihr OneDrive legen durfte, bleibt dort, bis Sie sie löschen.
