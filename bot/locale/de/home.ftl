# Eine Seite über sich selbst: für Klienten, Coaches, beide, oder wer keins von beiden ist.
home-heading = Ihre Seite
home-about = Ich begleite Menschen zwischen ihren Coaching-Sitzungen. Ich frage zu den Zeiten, die sie wählen, wie es läuft, und gebe nur weiter, was sie teilen.
home-nothing-yet = Von mir aus schreibe ich niemandem, und ich speichere nur, was Sie erlauben.
home-with = Mit { $coach }, bis { $until }
home-not-agreed = Hier ist gerade nichts vereinbart, deshalb schreibe ich nicht von mir aus.
home-stopped = Gestoppt. Von mir aus schreibe ich erst wieder, wenn Sie „weiter“ schreiben.
home-steps = Ihre kleinen Schritte:
home-step-with = Ein kleiner Schritt, mit { $coach }
home-wins = Alles, was ich geschafft habe
home-strengths = Meine Stärken
home-curve = Meine Kurve
home-all-steps = Alle meine offenen Schritte
home-coaching = Als Coach
home-digest-next = Ihre nächste Übersicht, wenn etwas geteilt wurde: { $when }
home-digest-off = Eine Übersicht bekommen Sie nur, wenn Sie sie möchten.
home-invite = Ein Code zum Weitergeben
home-clients = Meine Coachings
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
