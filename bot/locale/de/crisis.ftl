# Worte der Not: zuerst Menschen. Nie ein Urteil, nie eine Schublade.
crisis-people = Das klingt sehr schwer. Diese Menschen sind für Sie da:
crisis-contact = { $name }: { $phone }
crisis-contact-hours = { $name }: { $phone } ({ $hours })
crisis-emergency = Wenn jemand jetzt in Gefahr ist, rufen Sie { $phone } an.
crisis-anywhere = Für jedes Land: findahelpline.com
crisis-bot = Ich bin ein Bot. Ich wache nicht über Sie, niemand wurde verständigt, und von dem, was Sie gerade schrieben, habe ich nichts behalten.
crisis-rests = Von selbst frage ich nichts mehr, bis Sie „weiter“ schreiben.
crisis-coach = Möchten Sie Hilfe, um { $coach } selbst zu schreiben?
crisis-coach-how = Das könnten Sie { $coach } in Ihrem eigenen Chat oder am Telefon sagen, so oder anders. Ich sende nichts.
crisis-coach-example = Etwas ist gerade sehr schwer für mich. Können wir heute sprechen?
crisis-no = Das ist in Ordnung. Die Nummern bleiben hier stehen.
