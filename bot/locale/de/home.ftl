# Eine Seite über sich selbst: für Klienten, Coaches, beide, oder wer keins von beiden ist.
home-heading = Ihre Seite
home-about = Ich begleite Menschen zwischen ihren Coaching-Sitzungen. Ich frage zu selbst gewählten Zeiten, wie es geht, und gebe nur weiter, was sie teilen.
home-nothing-yet = Hier geschieht nichts von selbst. Ich schreibe niemandem zuerst und behalte nichts, was Sie nicht erlauben.
home-with = Mit { $coach }, bis { $until }
home-not-agreed = Hier ist gerade nichts vereinbart, also schreibe ich nichts von selbst.
home-stopped = Gestoppt. Von selbst schreibe ich nicht, bis Sie „weiter“ schreiben.
home-steps = Ihre kleinen Schritte:
home-step-with = Ein kleiner Schritt, mit { $coach }
home-wins = Alles, was ich geschafft habe
home-strengths = Meine Stärken
home-curve = Meine Kurve
home-all-steps = Alle offenen Schritte
home-coaching = Als Coach
home-digest-next = Ihre nächste Übersicht, wenn etwas geteilt wurde: { $when }
home-digest-off = Von selbst kommt keine Übersicht.
home-invite = Ein Code für eine Person
home-clients = Meine Klienten
home-digest = Was geteilt wurde
home-card = Mein Profil
home-all = All das können Sie ändern:
home-agreement = Unsere Vereinbarung
home-switches = Meine Einwilligungen
home-times = Meine Zeiten
home-pause = Pause …
home-resume = Weiter
home-hold = Was ist gespeichert?
home-receipt = Mein Beleg
home-erase = Löschen …
home-question = Eine Frage ist offen. Sie können sie im Chat beantworten:
home-shared = { $shares ->
    [one] Eine Antwort ist mit Ihrem Coach geteilt.
   *[other] { $shares } Antworten sind mit Ihrem Coach geteilt.
}
home-waiting = { $shares ->
    [one] Eine davon wurde Ihrem Coach noch nicht gezeigt.
   *[other] { $shares } davon wurden Ihrem Coach noch nicht gezeigt.
}
coming-step-prompt = { $when }: zu Ihrem kleinen Schritt
coming-later = { $when }: die Frage, die Sie verschoben haben
coming-session-prep = { $when }: vor Ihrer Sitzung
coming-session-after = { $when }: nach Ihrer Sitzung
coming-ending = { $when }: ein Hinweis, dass unsere Zeit bald endet
coming-reminder = { $when }: eine Erinnerung, falls Sie bis dahin nicht hier waren
