# Gesagt, weil dies Microsoft Teams ist, und was der App-Katalog zeigt.
teams-elsewhere = Ich spreche nur im persönlichen Chat. Schreiben Sie mir bitte dort.
teams-no-files = Dateien und Bilder kann ich nicht annehmen, deshalb habe ich nicht geöffnet, was Sie geschickt haben. Sagen Sie es mir in Worten, wenn Sie mögen.
teams-no-forwards = Die weitergeleitete Nachricht habe ich nicht aufgenommen: Hier nehme ich nur auf, was Sie selbst schreiben. Wenn sie Ihnen wichtig ist, erzählen Sie mir in eigenen Worten davon.
teams-file-gone = Diese Datei ist nicht mehr hier. Fragen Sie noch einmal danach, dann erstelle ich eine neue.
teams-file-failed = Teams hat die Datei nicht angenommen. Hier steht zum Kopieren, was darin ist:
teams-home = Startseite
teams-help = Hilfe
teams-switches = meine Einwilligungen
teams-hold = was ist gespeichert
teams-stop = Stopp
teams-short = Begleitung zwischen Coaching-Sitzungen, nur wo Sie es erlauben
teams-long = Handrail begleitet Sie zwischen den Coaching-Sitzungen: mit Check-ins und kleinen Schritten zu Zeiten, die Sie wählen, und mit Antworten in Ihren eigenen Worten. Ihr Coach bekommt nur, was Sie vorher gesehen und geteilt haben. Die Installation schickt niemandem etwas. Sie beginnen, indem Sie den Code eingeben, den Ihr Coach Ihnen gegeben hat, und können jederzeit pausieren, aufhören oder alles löschen lassen. Handrail ist ein Bot. Ihre Organisation betreibt ihn und kann diesen Chat möglicherweise lesen oder exportieren.
teams-do-home = Ihre Seite: was an ist und was als Nächstes kommt
teams-do-help = Was Sie hier schreiben können
teams-do-switches = Sehen und ändern, was Sie erlauben
teams-do-hold = Alles, was über Sie gespeichert ist
teams-do-stop = Ab jetzt keine Nachrichten mehr
teams-start-code = Ich habe einen Code vom Coach
teams-say-code = Mein Code ist
teams-start-coach = Ich bin Coach
teams-say-coach = einladen
teams-do-how = Was das hier ist, in wenigen Sätzen
teams-do-sees = Was Ihr Coach und Ihre Organisation lesen können
teams-do-nothing = Ob Sie antworten, entscheiden Sie
teams-do-code = Mit dem Code beginnen, den Sie von Ihrem Coach haben
teams-do-coach = Einen Code zum Weitergeben bekommen

# Said about Microsoft Teams: its name, and what an erase leaves in it.
platform-teams = Microsoft Teams
erased-chat-teams-all = Ich lösche meine eigenen Nachrichten hier, soweit Teams das zulässt. Was Sie selbst geschrieben haben, bleibt in Teams, bis Sie es dort löschen. Ihre Organisation hat vielleicht Kopien, und nur sie kann diese löschen. Eine Datei, die ich mit Ihrer Erlaubnis in Ihr OneDrive gelegt habe, bleibt dort, bis Sie sie löschen.
erased-chat-teams-part = Ich lösche meine eigenen Nachrichten dazu hier, soweit Teams das zulässt. Was Sie selbst geschrieben haben, bleibt in Teams, bis Sie es dort löschen. Ihre Organisation hat vielleicht Kopien, und nur sie kann diese löschen. Eine Datei, die ich mit Ihrer Erlaubnis in Ihr OneDrive gelegt habe, bleibt dort, bis Sie sie löschen.
erased-chat-teams-kept = Ich lösche meine eigenen Nachrichten dazu hier, soweit Teams das zulässt. Der Rest dieses Chats bleibt in Teams, bis er dort gelöscht wird. Ihre Organisation hat vielleicht Kopien, und nur sie kann diese löschen. Eine Datei, die ich mit Ihrer Erlaubnis in Ihr OneDrive gelegt habe, bleibt dort, bis Sie sie löschen.
