# Worte der Not: zuerst Menschen. Nie ein Urteil, nie eine Schublade.
crisis-people = Das klingt sehr schwer. Diese Menschen hören Ihnen zu:
crisis-harm = Bevor jemand zu Schaden kommt, können Sie mit jemandem sprechen. Diese Menschen hören zu:
crisis-contact = { $name }: { $phone }
crisis-contact-hours = { $name }: { $phone } ({ $hours })
crisis-home = Wenn Ihnen zu Hause jemand wehtut:
crisis-emergency = Wenn jemand jetzt in Gefahr ist, rufen Sie { $phone } an.
crisis-anywhere = Für jedes Land: findahelpline.com
crisis-bot = Ich bin ein Bot. Niemand hat diesen Chat im Blick, niemand wurde verständigt, und von dem, was Sie gerade geschrieben haben, habe ich nichts gespeichert.
crisis-rests = Von selbst schreibe ich erst wieder, wenn Sie „{ crisis-go-on }“ wählen oder „weiter“ schreiben.
crisis-go-on = Weiter wie vorher
crisis-still = Davon speichere ich nichts, und ich gebe nichts weiter. Diese Menschen hören Ihnen zu: { $people }. Wenn jemand jetzt in Gefahr ist: { $phone }.
crisis-quiet = Falls es gerade schwer ist, hören diese Menschen Ihnen zu: { $people }. Wenn jemand jetzt in Gefahr ist: { $phone }.
crisis-coach = Möchten Sie Hilfe dabei, { $coach } selbst zu schreiben?
crisis-coach-how = Das könnten Sie { $coach } in Ihrem eigenen Chat schreiben oder am Telefon sagen, so oder in anderen Worten. Ich sende nichts.
crisis-coach-example = Gerade ist etwas sehr schwer für mich. Können wir heute sprechen?
crisis-no = Das ist in Ordnung. Die Nummern bleiben hier.
