# Die eigenen Worte wiederfinden und als Brief an sich selbst mitnehmen.
found-heading = Was ich in Ihren Worten gefunden habe
found-near = Genau diese Worte habe ich nicht gefunden, aber das hier kommt ihnen nahe
found-none = Dazu habe ich in dem, was ich für Sie gespeichert habe, nichts gefunden. Vielleicht hilft ein anderes Wort, ein Tag oder ein Monat: „meine Worte März“.
letter-button = Als Brief an mich
letter-here = Hier ist Ihr Brief. Er lässt sich in jedem Browser öffnen und von dort ausdrucken.
letter-label = Ein Brief an mich
letter-none = Hier ist noch nichts gespeichert, was in einen Brief passen würde.
letter-title = Ein Brief an mich
letter-intro = Was Sie hier gespeichert haben, in Ihren eigenen Worten, Woche für Woche. Erstellt am { $day }, nur für Sie: Wer diese Datei hat, kann sie lesen.
letter-week = Woche ab { $day }
letter-step = Ein kleiner Schritt
letter-step-done = Ein kleiner Schritt, erledigt
