# What is said about hearing: asked back, asked once more, undone, asked later.
undone = In Ordnung, das lassen wir. Es hat sich nichts geändert.
undone-nothing = Gerade ist nichts offen, und es hat sich nichts geändert.
did-you-mean = Meinten Sie „{ $command }“?
did-you-mean-not = Falls es als Text gemeint war, schicken Sie es bitte noch einmal.
consent-doubt = Dafür brauche ich ein klares Ja oder Nein, deshalb frage ich noch einmal. Noch ist nichts eingeschaltet.
consent-left = Ich lasse es, wie es ist: Es wurde nichts eingeschaltet. Unter „{ home-switches }“ können Sie das jederzeit ändern.
or-instead = Oder meinten Sie:
stop-instead = Mir nicht mehr schreiben
times-instead = Stattdessen meine Zeiten ändern
step-instead = Zurück zum kleinen Schritt
crisis-today = Für den Rest des Tages zitiere und speichere ich nichts, was Sie hier schreiben. Die Nummern oben bleiben stehen.
later-nothing = Gerade ist keine Frage offen, die ich später noch einmal stellen könnte.
later-not-again = Ich habe diese Frage schon einmal verschoben, deshalb lasse ich es dabei. Sie können jederzeit schreiben.
later-planned = Ich frage noch einmal am { $day }, nicht vorher.
later-today = Ich frage heute noch einmal: { $day }.
later-hello = Sie wollten, dass ich noch einmal frage:
later-instead = Dann noch einmal fragen
