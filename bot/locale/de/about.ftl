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

about-not-begun = Es beginnt erst, wenn Sie den Code eines Coachs eingeben. Danach tue ich nur, wozu Sie Ja sagen.

about-ai = Ich bin Handrail, ein Bot. Meine Antworten schreibt kein Mensch. Alle meine eigenen Sätze haben Menschen vorher verfasst.
about-ai-hearing = Kein Sprachmodell liest oder schreibt hier etwas. Um zu erkennen, ob Sie Stopp sagen, mich etwas fragen oder von großer Not schreiben, nutze ich Wortlisten und einen kleinen trainierten Klassifikator, auf dem Server, auf dem ich laufe. Er lernt nicht von Ihnen.

about-sees-plan = Wenn Sie hier mit einem Coach arbeiten, liest Ihr Coach nur, was Sie vorher gesehen und geteilt haben, Wort für Wort.
about-sees-client = { $coach } liest nur, was Sie vorher gesehen und geteilt haben, Wort für Wort.
about-sees-coach = Als Coach lesen Sie nur, was jemand vorher gesehen und mit Ihnen geteilt hat.
about-sees-of-coach = Wer mit Ihnen arbeitet, kann Ihr Profil lesen, dazu die Fragen und Notizen, die Sie für diese Person schreiben.
about-shared = { $shared ->
        [0] Sie haben nichts mit { $coach } geteilt.
        [one] Sie haben eine Antwort mit { $coach } geteilt.
       *[other] Sie haben { $shared } Antworten mit { $coach } geteilt.
    }
about-coach-listed = Mit Ihrer Erlaubnis sieht { $coach } auch, dass Sie hier sind, wann Ihr letzter Tag ist und wann Ihre nächste Sitzung.
about-coach-notes = Mit Ihrer Erlaubnis kann { $coach } Ihnen auch Notizen schicken, und { $coach } sieht, dass Sie es erlauben.
about-coach-only = Von mir erfährt { $coach } nicht, wann oder ob Sie antworten, und auch nicht, was Sie für sich behalten.
about-coach-joining = Ich sage { $coach } nicht, ob Sie den Code benutzt haben, es sei denn, Sie erlauben es später.
about-coach-over = Seit Ihre gemeinsame Zeit zu Ende ist, bekommt { $coach } nichts Neues von mir. Was { $coach } vorher gezeigt wurde, kann im Chat zwischen { $coach } und mir noch stehen.
about-coach-none = Soweit ich weiß, haben Sie hier keinen Coach, und ich sage niemandem, dass Sie mir schreiben.

about-boss = Für Vorgesetzte gibt es hier keine Ansicht und keinen Bericht.
about-boss-coach = Falls Ihre Führungskraft hier auch Ihr Coach ist, liest sie, was Sie mit ihr teilen.
about-hr = Für die Personalabteilung und für Ihre Organisation gibt es hier keine Ansicht und keinen Bericht über Sie. Ihre Organisation kann sehen, ob ich gut laufe und, als gerundete Zahl, wie viele Codes hier eingegeben wurden. Von wem und was daraus wurde, sieht sie nicht.

about-store = Was ich speichere, liegt auf dem Server, auf dem ich laufe. Ihre Worte und Ihr Name sind dort verschlüsselt. Die Schlüssel haben die Menschen, die diesen Server betreiben.

about-long-most = { $most ->
    [one] Ich speichere, was Sie erlauben, höchstens 1 Tag.
   *[other] Ich speichere, was Sie erlauben, höchstens { $most } Tage, und Sie können weniger wählen.
}
about-long-erased = Alles aus Ihrer Zeit mit { $coach } ist bis { $erased } gelöscht, auf Wunsch auch früher.
about-long-nothing = Im Moment speichere ich weder Ihre Worte noch Ihre Auswahl. Ich zitiere sie einmal und speichere sie nicht.
about-long-proof = Was bleibt, ist ein Nachweis darüber, was Sie wann erlaubt haben, ohne Ihren Namen.
about-long-coach = Was ich über Sie als Coach speichere, etwa Ihren Namen und Ihr Profil, hat hier kein eigenes Enddatum.

about-must = Nein. Alles hier ist aus, bis Sie Ja dazu sagen, und Sie können jederzeit Nein sagen, pausieren oder aufhören.
about-must-coach = Nein. Eine Übersicht kommt nur, wenn Sie eine möchten, und Sie können jederzeit aufhören.

about-nothing = Dann geschieht nichts. Nein sagen, auslassen oder nicht antworten ist immer in Ordnung, und ich sage es niemandem.
about-nothing-reminder = Sie haben eine einzige Erinnerung erlaubt, einen Tag nach einem Check-in. Danach komme ich auf diesen Check-in nicht mehr zurück.
about-nothing-gentle = Wenn ich bei mehreren Check-ins nichts höre, frage ich einmal, wie Sie weitermachen möchten, und mache dann Pause.
about-nothing-noticed = Wenn Sie „{ purpose-listed }“ oder „{ purpose-notes }“ ausschalten, kann { $coach } das bemerken.

about-share-how = Wenn ich Ihre Antwort zitiert habe, drücken Sie „{ share }“. Dann sehen Sie genau, was { $coach } lesen würde, und geteilt wird erst, wenn Sie es freigeben. { $coach } bekommt es mit der nächsten Übersicht, oder früher, wenn { $coach } selbst nachsieht.
about-share-keep-first = Teilen kann ich nur, was ich speichere, und das Speichern ist aus. Einschalten können Sie es unter „{ home-switches }“.
about-share-first = Zuerst kommt die Vereinbarung. Bis Sie zustimmen, wird nichts geteilt.
about-share-over = Ihre Zeit mit { $coach } ist zu Ende, deshalb lässt sich nichts mehr teilen.

about-undo = Sie können Ihre Nachricht bearbeiten oder löschen, oder hier eine Antwort löschen. Meine Kopie ändere oder lösche ich dann auch.
about-undo-shared = Wenn Sie eine Antwort löschen, die geteilt war, nehme ich sie auch aus meinen Nachrichten an { $coach } heraus. Was { $coach } gelesen oder kopiert hat, kann ich nicht zurücknehmen.
about-undo-none = Bisher habe ich keine Antwort von Ihnen gespeichert.
about-undo-coach = Eine Notiz können Sie verwerfen, bevor Sie sie senden. Ist sie zugestellt, kann ich sie nicht zurücknehmen.

about-delete = Sie können alles löschen lassen oder nur einen Teil. Bevor ich etwas lösche, frage ich noch einmal, denn es lässt sich nicht rückgängig machen.
about-delete-left = Was bleibt, ist ein Nachweis darüber, was Sie erlaubt haben, ohne Ihren Namen, und dieser Chat selbst: Ihn bewahrt { $platform } auf.
about-delete-coach = Löschen kann ich, was ich über Sie als Klientin oder Klient gespeichert habe. Als Coach bleiben Sie hier bekannt, mit Name, Adresse und Codes. Fragen Sie dazu bitte die Menschen, die mich betreiben.

about-language = Ich kann in diesen Sprachen schreiben: { $languages }. Gerade ist es { $language }.
about-language-stranger = Bis Sie beginnen, richte ich mich nach der Sprache dieses Chats.

about-human = Ich bin ein Bot, und hier antwortet kein Mensch.
about-human-coach = { $coach } erreichen Sie auf dem gewohnten Weg. Ich gebe das hier nicht weiter.
about-human-contacts = Ihre Organisation nennt diese Menschen:

about-runs = Ihre Organisation betreibt mich.
about-runs-by = Kontakt für Ihre Fragen: { $by }
about-runs-unnamed = Ein Name ist hier nicht vermerkt. Wer Ihnen von mir erzählt hat, weiß vielleicht, wen Sie fragen können.
about-runs-software = Die Software heißt Handrail und ist quelloffen.

about-cost = Ich koste Sie nichts, und ich nehme keine Zahlungen an.
about-cost-plan = Das Honorar für ein Coaching vereinbaren die Beteiligten: Coach, Klientin oder Klient und vielleicht deren Organisation.
about-cost-coach = Das Honorar für Ihr Coaching vereinbaren Sie, { $coach } und vielleicht Ihre Organisation.
about-cost-card = Das hat { $coach } zum Honorar geschrieben:

about-next = Als Nächstes geplant: { $when }.
about-next-none = Im Moment ist nichts geplant.
about-next-only = Von mir aus schreibe ich nur, wenn Sie es erlaubt haben, und zu den Zeiten, die Sie gewählt haben.
about-next-notes = Zu diesen Zeiten kann auch eine Notiz von { $coach } kommen.
about-next-never = Von mir aus schreibe ich Ihnen nicht. Dafür bräuchte ich Ihr Ja.

about-prove = „Beleg“ zeigt alles, wozu Sie Ja oder Nein gesagt haben, mit Datum und Wortlaut. „was ist gespeichert“ gibt Ihnen alles Gespeicherte als Datei. „wer hat das gesehen“ sagt Ihnen, wann Ihrem Coach etwas gezeigt wurde.
about-prove-code = Mein Quelltext ist offen. Seine Seite docs/nevers.md nennt zu jedem Versprechen den Code, der es hält, und die Tests, die versuchen, es zu brechen. Die Menschen, die mich betreiben, können das Verzeichnis der Einwilligungen prüfen: handrail ledger verify.

about-how = Ein Coach gibt Ihnen einen Code, und Sie geben ihn hier ein. Sie wählen, was ich fragen darf und wann. Ihr Coach liest nur, was Sie vorher gesehen und geteilt haben.
about-how-coach = Sie schreiben „einladen“ und geben den Code weiter. Wer ihn eingibt, wählt, was ich fragen darf und wann. Sie lesen nur, was diese Person vorher gesehen und geteilt hat.

about-overview = Ich bin nicht sicher, was Sie wissen möchten. Ist es eine dieser Fragen?
