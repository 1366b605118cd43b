# Kleine Worte: ein neutraler Satz, keine Frage, kein Knopf. Nie fröhlich: Darüber kann Schweres stehen.
small-thanks-1 = Gern.
small-thanks-2 = Gern geschehen.
small-thanks-3 = Keine Ursache.
small-hello-1 = Guten Morgen.
small-hello-2 = Hallo.
small-hello-3 = Guten Abend.
small-fine-1 = In Ordnung.
small-fine-2 = Alles klar.
small-fine-3 = Ist gut.
small-laugh-1 = Ich bin da.
small-laugh-2 = In Ordnung, ich bin da.
small-laugh-3 = Ich bin noch da.
small-bye-1 = Auf Wiedersehen.
small-bye-2 = Bis zum nächsten Mal.
small-bye-3 = In Ordnung. Auf Wiedersehen.
