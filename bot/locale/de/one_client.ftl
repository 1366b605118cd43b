# One client as their coach sees them, and the end of it.
clients-type = Oder schreiben Sie einen Namen, um zu lesen, was diese Person geteilt hat.
clients-pick = Klientin oder Klient
clients-pick-open = Öffnen
client-until = Ihre gemeinsame Zeit hier läuft bis { $until }.
client-next = Nächste Sitzung: { $moment }
client-since = Seit Ihrer Sitzung am { $day }
client-before = Vor Ihrer Sitzung am { $day }
client-noted = Das haben Sie sich zum Ansprechen gemerkt.
client-nothing = Von dieser Person gibt es hier im Moment nichts zu lesen. Das sagt nichts über sie.
client-which = Diesen Namen gibt es mehrmals. Wen meinen Sie?
client-unknown = Unter diesem Namen gibt es nichts, was ich Ihnen zeigen kann. Das sagt nichts über irgendjemanden.
client-brief = Für die Sitzung …
goodbye =
    Ihr Coaching mit { $coach } ist hier zu Ende: { $coach } hat es beendet. Dazu schreibe ich Ihnen nicht mehr.
    Was ich für Sie gespeichert habe, gehört Ihnen bis { $erased }. Sie können es mitnehmen oder „löschen“ schreiben. Wenn Sie dazu etwas wissen möchten, fragen Sie am besten { $coach }.
goodbye-gone =
    Ihr Coaching ist hier zu Ende: Den Arbeitsbereich Ihres Coachs erreiche ich nicht mehr. Dazu schreibe ich Ihnen nicht mehr.
    Was ich für Sie gespeichert habe, gehört Ihnen bis { $erased }. Sie können es mitnehmen oder „löschen“ schreiben.
client-suggest = Fragen vorschlagen …
client-suggest-which = Welche Fragen schlagen Sie { $client } vor? Von wem der Vorschlag kommt, steht dabei, und die Entscheidung liegt bei { $client }.
client-suggested = Ich frage { $client } aus „{ $title }“, sofern es dort keine eigene Wahl gibt. Dabei steht, dass der Vorschlag von Ihnen kommt; er lässt sich jederzeit ändern. Was gewählt wird, sage ich Ihnen nicht.
more-own = Was macht es zu einer { $mark }?
client-numbered = { $client } ({ $number })
