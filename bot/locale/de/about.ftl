# Antworten auf Fragen an den Bot. Kurz, und wahr für diese Installation; siehe bot/messages/about_rows.py.
about-ask-ai = Sind Sie ein Mensch oder eine KI?
about-ask-sees = Wer kann sehen, was ich schreibe?
about-ask-boss = Sieht meine Führungskraft das?
about-ask-hr = Sieht die Personalabteilung das?
about-ask-store = Wo wird es gespeichert?
about-ask-long = Wie lange wird es aufbewahrt?
about-ask-must = Muss ich hier mitmachen?
about-ask-nothing = Was ist, wenn ich nichts sage?
about-ask-coach = Was weiß mein Coach?
about-ask-share = Wie teile ich etwas?
about-ask-undo = Kann ich etwas zurücknehmen?
about-ask-delete = Wie lösche ich etwas?
about-ask-language = Welche Sprachen können Sie?
about-ask-human = Wie erreiche ich einen Menschen?
about-ask-runs = Wer betreibt Sie?
about-ask-cost = Was kostet das?
about-ask-next = Wann schreiben Sie wieder?
about-ask-prove = Wie kann ich das nachprüfen?
about-ask-how = Wie funktioniert das?
about-ask-overview = Was kann ich fragen?

about-show-seen = Wer hat es gesehen?
about-show-keeping = Wie lange aufbewahren …
about-show-language = Andere Sprache …
about-show-words = Meine Worte
about-erase-one = Eine Antwort löschen …

about-not-begun = Es beginnt erst, wenn Sie den Code eines Coachs eingeben, und auch dann wartet alles auf Ihr Ja.

about-ai = Ich bin Handrail, ein Bot. Kein Mensch tippt meine Antworten. Meine eigenen Sätze haben Menschen vorab geschrieben.
about-ai-hearing = Kein Sprachmodell liest oder schreibt hier etwas. Um ein Stopp, eine Frage an mich oder Worte der Not zu bemerken, nutze ich Wortlisten und einen kleinen trainierten Klassifikator auf dem Server, auf dem ich laufe. Er lernt nicht von Ihnen.

about-sees-plan = Wenn Sie hier mit einem Coach arbeiten, liest Ihr Coach nur, was Sie vorher gesehen und geteilt haben, Wort für Wort.
about-sees-client = { $coach } liest nur, was Sie vorher gesehen und geteilt haben, Wort für Wort.
about-sees-coach = Als Coach lesen Sie nur, was jemand vorher gesehen und mit Ihnen geteilt hat.
about-sees-of-coach = Wer mit Ihnen arbeitet, kann Ihr Profil lesen, dazu Ihre Fragen und Notizen.
about-shared = { $shared ->
    [0] Mit { $coach } ist nichts von Ihnen geteilt.
    [one] Mit { $coach } ist eine Antwort von Ihnen geteilt.
   *[other] Mit { $coach } sind { $shared } Antworten von Ihnen geteilt.
}
about-coach-listed = Außerdem darf { $coach } auf Ihren Wunsch sehen, dass Sie hier sind, Ihren letzten Tag und Ihre nächste Sitzung.
about-coach-notes = Außerdem darf { $coach } Ihnen Notizen schicken, und sieht, dass Sie das erlauben.
about-coach-only = Von mir erfährt { $coach } nicht, wann oder ob Sie antworten, und auch nicht, was Sie für sich behalten.
about-coach-joining = Ich sage { $coach } nicht, ob Sie den Code benutzt haben, es sei denn, Sie erlauben es später.
about-coach-over = Seit dem Ende bekommt { $coach } nichts Neues von mir. Was { $coach } vorher gezeigt wurde, kann noch in jenem Chat stehen.
about-coach-none = Ich kenne hier keinen Coach von Ihnen, und ich sage niemandem, dass Sie mir schreiben.

about-boss = Für Vorgesetzte gibt es hier keine Ansicht und keinen Bericht.
about-boss-coach = Falls Ihre Führungskraft hier auch Ihr Coach ist, liest sie, was Sie mit ihr teilen.
about-hr = Für die Personalabteilung gibt es hier keine Ansicht und keinen Bericht, für Ihre Organisation auch nicht.

about-store = Was ich speichere, liegt auf dem Server, auf dem ich laufe. Ihre Worte und Ihr Name sind dort verschlüsselt. Die Schlüssel liegen bei denen, die den Server betreiben.

about-long-most = { $most ->
    [one] Ich speichere, was Sie erlauben, höchstens 1 Tag.
   *[other] Ich speichere, was Sie erlauben, höchstens { $most } Tage, und Sie können weniger wählen.
}
about-long-erased = Alles aus Ihrer Zeit mit { $coach } ist bis { $erased } gelöscht, auf Wunsch auch früher.
about-long-nothing = Im Moment speichere ich weder Ihre Worte noch Ihre Auswahl. Ich zitiere sie einmal und speichere sie nicht.
about-long-proof = Was bleibt, ist ein Nachweis, was Sie wann erlaubt haben, ohne Ihren Namen.
about-long-coach = Was ich über Sie als Coach speichere, etwa Ihren Namen und Ihr Profil, hat hier kein eigenes Enddatum.

about-must = Nein. Alles hier ist aus, bis Sie Ja dazu sagen, und Sie können jederzeit Nein sagen, pausieren oder aufhören.
about-must-coach = Nein. Eine Übersicht kommt nur, wenn Sie eine möchten, und Sie können jederzeit aufhören.

about-nothing = Dann geschieht hier nichts. Nein, Auslassen und Schweigen sind vollständige Antworten, und ich sage niemandem davon.
about-nothing-reminder = Sie haben eine einzige Erinnerung an ein Check-in erlaubt, einen Tag später. Danach lasse ich dieses Check-in ruhen.
about-nothing-gentle = Wenn mehrere Check-ins ohne Antwort bleiben, frage ich einmal, wie es weitergehen soll, und mache dann Pause.
about-nothing-noticed = Wenn Sie „{ purpose-listed }“ oder „{ purpose-notes }“ ausschalten, kann { $coach } das bemerken.

about-share-how = Wenn ich Ihre Antwort zitiert habe, drücken Sie „{ share }“. Dann sehen Sie genau, was { $coach } lesen würde, und erst Ihre Zustimmung teilt es. Es kommt mit der nächsten Übersicht.
about-share-keep-first = Teilen kann ich nur, was ich speichere, und das ist aus. Einschalten können Sie es unter „{ home-switches }“.
about-share-first = Zuerst kommt die Vereinbarung. Ohne sie wird nichts geteilt.
about-share-over = Ihre Zeit mit { $coach } ist zu Ende, also kann nichts mehr geteilt werden.

about-undo = Sie können Ihre Nachricht bearbeiten oder löschen, oder hier eine Antwort löschen. Dann ändere oder lösche ich, was ich davon gespeichert habe.
about-undo-shared = Wenn Sie eine geteilte Antwort löschen, nehme ich sie auch aus meinen Nachrichten an { $coach } heraus. Was { $coach } gelesen oder kopiert hat, kann ich nicht zurücknehmen.
about-undo-none = Bisher habe ich keine Antwort von Ihnen gespeichert.
about-undo-coach = Eine Notiz können Sie verwerfen, bevor Sie sie senden. Was zugestellt ist, kann ich nicht zurücknehmen.

about-delete = Sie können alles löschen lassen oder nur einen Teil. Bevor ich etwas lösche, frage ich noch einmal, denn es ist endgültig.
about-delete-left = Was bleibt, ist ein Nachweis, was Sie erlaubt haben, ohne Ihren Namen, und dieser Chat selbst: Er wird von { $platform } aufbewahrt.
about-delete-coach = Gelöscht wird, was ich über Sie als Klientin oder Klient habe. Als Coach bleiben Sie hier bekannt, mit Name, Adresse und Codes. Fragen Sie dazu bitte die Menschen, die mich betreiben.

about-language = Ich kann in diesen Sprachen schreiben: { $languages }. Gerade ist es { $language }.
about-language-stranger = Bis Sie beginnen, richte ich mich nach der Sprache dieses Chats.

about-human = Ich bin ein Bot, und hier antwortet kein Mensch.
about-human-coach = { $coach } erreichen Sie auf dem gewohnten Weg. Ich gebe das nicht weiter.
about-human-contacts = Ihre Organisation nennt diese Menschen:

about-runs = Ihre Organisation betreibt mich.
about-runs-by = Fragen können Sie hier stellen: { $by }
about-runs-unnamed = Wer das genau tut, steht hier nicht. Wer Ihnen von mir erzählt hat, weiß es vielleicht.
about-runs-software = Die Software heißt Handrail und ist quelloffen.

about-cost = Ich koste Sie nichts und nehme keine Zahlungen an.
about-cost-plan = Das Honorar für ein Coaching ist Sache von Coach, Klientin oder Klient und vielleicht der Organisation.
about-cost-coach = Das Honorar für das Coaching ist Sache von Ihnen, { $coach } und vielleicht Ihrer Organisation.
about-cost-card = Das hat { $coach } zum Honorar geschrieben:

about-next = Als Nächstes geplant: { $when }.
about-next-none = Im Moment ist nichts geplant.
about-next-only = Von mir aus schreibe ich nur, was Sie erlaubt haben, und zu den Zeiten, die Sie gewählt haben.
about-next-notes = Zu diesen Zeiten kann auch eine Notiz von { $coach } kommen.
about-next-never = Von mir aus schreibe ich Ihnen nicht. Dafür bräuchte es zuerst Ihr Ja.

about-prove = „Beleg“ zeigt jedes Ja und Nein von Ihnen, mit Datum und Wortlaut. „was ist gespeichert“ gibt Ihnen alles als Datei. „wer hat das gesehen“ sagt, wann Ihrem Coach etwas gezeigt wurde.
about-prove-code = Mein Quelltext ist offen. Seine Seite docs/nevers.md nennt zu jedem Versprechen den Code, der es hält, und die Tests, die es zu brechen versuchen. Wer mich betreibt, kann die Einwilligungen prüfen: handrail ledger verify.

about-how = Ein Coach gibt Ihnen einen Code, und Sie geben ihn hier ein. Sie wählen, was ich fragen darf, und wann. Ihr Coach liest nur, was Sie vorher gesehen und geteilt haben.
about-how-coach = Sie schreiben „einladen“ und geben den Code weiter. Wer ihn eingibt, wählt, was ich fragen darf, und wann. Sie lesen nur, was vorher gesehen und geteilt wurde.

about-overview = Ich bin nicht sicher, was Sie wissen möchten. Ist es etwas davon?
